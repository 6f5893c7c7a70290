"""Compare models whose id changed, as `[renamed]` in the override file says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from runcomfy_codegen.diff.finding import Finding
from runcomfy_codegen.diff.sources.schema_sets import SchemaSet
from runcomfy_codegen.diff.verdicts import Verdicts
from runcomfy_codegen.json_schema.values import ABSENT
from runcomfy_codegen.reading.place import Place
from runcomfy_codegen.untrusted_text import code_span


def new_renames(old: SchemaSet, new: SchemaSet) -> dict[str, str]:
    """Return the ids that only `old` has as ids of models, each with its id in `new`."""
    return {
        before: after
        for before, after in new.overrides.renamed.items()
        if before in old.models and before not in new.models and after in new.models
    }


def under_new_ids(old: SchemaSet, new: SchemaSet, renames: Mapping[str, str]) -> SchemaSet:
    """Return `old` with the ids that its models have in `new`, and with their modules there.

    The old modules stay importable, so a new module does not affect callers. If another model had
    the new id already, that one stays, and the renamed one is not compared.
    """
    kept = {name: model for name, model in old.models.items() if name not in renames}
    moved = {
        after: replace(old.models[before], model_id=new.models[after].model_id)
        for before, after in renames.items()
    }
    settings = {
        after: replace(old.overrides.of(before), module=new.overrides.of(after).module)
        for before, after in renames.items()
    }
    overrides = replace(old.overrides, models={**old.overrides.models, **settings})
    return replace(old, models=moved | kept, overrides=overrides)


def rename_findings(
    old: SchemaSet, new: SchemaSet, renames: Mapping[str, str], verdicts: Verdicts
) -> Iterator[Finding]:
    """Yield a finding for each id that changed, and for each former id that was dropped."""
    for before, after in renames.items():
        message = f"{code_span(before)} is {code_span(after)} now; its module imports the new one"
        yield verdicts.finding("model-renamed", after, Place(), message, before=before, after=after)
    dropped = old.overrides.renamed.keys() - new.overrides.renamed.keys() - new.models.keys()
    for before in sorted(dropped):
        message = "the module of an id that changed was removed"
        yield verdicts.finding("model-gone", before, Place(), message, before=before, after=ABSENT)
