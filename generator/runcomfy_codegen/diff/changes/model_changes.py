"""Compare two sets of models: added, removed and changed ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

from runcomfy_codegen.diagnostics.diagnostic import Diagnostic
from runcomfy_codegen.diff.changes.catalog_changes import compare_catalog
from runcomfy_codegen.diff.changes.language_changes import merge_language_findings
from runcomfy_codegen.diff.changes.price_changes import compare_prices
from runcomfy_codegen.diff.changes.rule_defaults import compare_rule_defaults
from runcomfy_codegen.diff.changes.schema_changes import SchemaComparison
from runcomfy_codegen.diff.comparing.change import describe
from runcomfy_codegen.diff.comparing.renames import guess_renames
from runcomfy_codegen.diff.finding import Finding
from runcomfy_codegen.diff.interface import compare_interfaces, planned
from runcomfy_codegen.diff.sources.document_versions import input_version, output_version
from runcomfy_codegen.diff.verdicts import Verdicts
from runcomfy_codegen.json_schema.values import ABSENT, json_key
from runcomfy_codegen.reading.documents import ModelDocuments
from runcomfy_codegen.reading.files import CATALOG, EXAMPLE, INPUT, OUTPUT, PAGE
from runcomfy_codegen.reading.overrides import Overrides
from runcomfy_codegen.reading.place import Place
from runcomfy_codegen.reading.stored_schemas import StoredSchemas
from runcomfy_codegen.untrusted_text import code_span


def compare_models(
    old: StoredSchemas, new: StoredSchemas, verdicts: Verdicts, diagnostics: list[Diagnostic]
) -> Iterator[Finding]:
    """Yield the findings of all models; adds errors to `diagnostics`."""
    removed_ids, added_ids = (
        old.models.keys() - new.models.keys(),
        new.models.keys() - old.models.keys(),
    )
    removed = {model_id: old.models[model_id].value(INPUT) for model_id in removed_ids}
    added = {model_id: new.models[model_id].value(INPUT) for model_id in added_ids}
    renames = guess_renames(removed, added)
    for model_id in sorted(old.models.keys() | new.models.keys()):
        if model_id in removed:
            message = gone_message("the model was removed", renames.get(model_id))
            yield verdicts.finding(
                "model-gone", model_id, Place(), message, before=model_id, after=ABSENT
            )
        elif model_id in added:
            yield verdicts.finding(
                "model-added", model_id, Place(), "the model is new", before=ABSENT, after=model_id
            )
        else:
            before, after = (ModelVersion.of(side, model_id) for side in (old, new))
            yield from compare_model(before, after, verdicts, diagnostics)


def gone_message(message: str, new_id: str | None) -> str:
    """Return `message` about a model that is gone, with its likely new id."""
    return (
        message if new_id is None else f"{message}; it may have been renamed to {code_span(new_id)}"
    )


@dataclass(frozen=True)
class ModelVersion:
    """One version of a model: its documents and overrides, which determine its Python."""

    model: ModelDocuments
    overrides: Overrides

    @classmethod
    def of(cls, schemas: StoredSchemas, model_id: str) -> Self:
        """Return a model of a folder."""
        return cls(schemas.models[model_id], schemas.overrides)


_READ = {INPUT: {INPUT, EXAMPLE}, OUTPUT: {OUTPUT}}
"""The documents that a schema is read from: the example has media that clients accept."""

_DOCUMENTS = (INPUT, OUTPUT, EXAMPLE)


def compare_model(
    old: ModelVersion, new: ModelVersion, verdicts: Verdicts, diagnostics: list[Diagnostic]
) -> Iterator[Finding]:
    """Yield the findings of a model that exists on both sides; adds errors to `diagnostics`."""
    model_id = str(new.model.model_id)
    findings: list[Finding] = []
    readers = {INPUT: input_version, OUTPUT: output_version}
    changed = {name for name in _DOCUMENTS if _text(old.model, name) != _text(new.model, name)}
    for name in (name for name in readers if not changed.isdisjoint(_READ[name])):
        versions = [readers[name](side.model, diagnostics) for side in (old, new)]
        if versions[0] and versions[1]:
            comparison = SchemaComparison(model_id, name, versions[0], versions[1], verdicts)
            findings += comparison.findings()
    # Unchanged documents may be in another language than the page that the others came from.
    texts = [name for name in readers if name in changed]
    before, after = ([side.model.value(name, ABSENT) for name in texts] for side in (old, new))
    yield from merge_language_findings(findings, before, after, verdicts)
    yield from _compare_plans(old, new, verdicts)
    yield from compare_catalog(
        model_id, old.model.value(CATALOG, ABSENT), new.model.value(CATALOG, ABSENT), verdicts
    )
    yield from compare_prices(
        model_id, old.overrides.of(model_id), new.overrides.of(model_id), verdicts
    )
    yield from _compare_other_documents(old.model, new.model, verdicts)


def _compare_plans(old: ModelVersion, new: ModelVersion, verdicts: Verdicts) -> Iterator[Finding]:
    model_id = str(new.model.model_id)
    texts = ((_text(side.model, INPUT), _text(side.model, OUTPUT)) for side in (old, new))
    if len({*texts}) == 1 and old.overrides.of(model_id) == new.overrides.of(model_id):
        return
    before, after = (planned(side.model, side.overrides) for side in (old, new))
    if before and after:
        yield from compare_interfaces(before, after, new.overrides, verdicts)
        yield from compare_rule_defaults(before, after, new.overrides, verdicts)


def _compare_other_documents(
    old: ModelDocuments, new: ModelDocuments, verdicts: Verdicts
) -> Iterator[Finding]:
    for name, rule, subject in (
        (EXAMPLE, "example-changed", "the example"),
        (PAGE, "docs-url-changed", "the page"),
    ):
        before, after = old.value(name, ABSENT), new.value(name, ABSENT)
        if json_key(before) != json_key(after):
            message = describe(subject, before, after)
            yield verdicts.finding(
                rule, str(new.model_id), Place(name), message, before=before, after=after
            )


def _text(model: ModelDocuments, name: str) -> str:
    return repr(model.value(name, ABSENT))  # as text, so that the order of keys counts
