"""Find the ids that `[renamed]` leads to another model, and the modules that went with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from runcomfy_codegen.diff.changes.moved_ids import Move, target_of
from runcomfy_codegen.diff.comparing.change import describe
from runcomfy_codegen.diff.finding import Finding
from runcomfy_codegen.diff.verdicts import Verdicts
from runcomfy_codegen.json_schema.values import ABSENT
from runcomfy_codegen.planning.names.module_names import module_of
from runcomfy_codegen.planning.names.python_names import InvalidNameError, ModuleName
from runcomfy_codegen.reading.files import OVERRIDES_FILE
from runcomfy_codegen.reading.model_id import ModelId
from runcomfy_codegen.reading.place import Place
from runcomfy_codegen.reading.stored_schemas import StoredSchemas
from runcomfy_codegen.untrusted_text import code_span


def rename_findings(
    old: StoredSchemas, new: StoredSchemas, verdicts: Verdicts
) -> Iterator[Finding]:
    """Yield a finding for each row of `[renamed]` that is new, leads elsewhere, or was dropped."""
    for name in sorted(old.overrides.renamed.keys() | new.overrides.renamed.keys()):
        before, after = target_of(old, name), target_of(new, name)
        if before and not after and name not in old.models:
            message = "the module of an id that changed was removed"
            yield verdicts.finding("model-gone", name, Place(), message, before=name, after=ABSENT)
        elif after not in ("", before, name) and before in ("", name):
            message = f"{code_span(name)} is {code_span(after)} now; its module imports the new one"
            yield verdicts.finding(
                "model-renamed", after, Place(), message, before=name, after=after
            )
        elif before and after != target_of(new, before):
            message = f"calls of {code_span(name)} went to {code_span(before)}"
            message += f", and go to {code_span(after)} now"
            yield verdicts.finding(
                "rename-changed", name, Place(), message, before=before, after=after
            )


def module_findings(
    old: StoredSchemas, new: StoredSchemas, moves: Iterable[Move], verdicts: Verdicts
) -> Iterator[Finding]:
    """Yield a finding for each id that moved whose old module cannot be imported any more."""
    for move in moves:
        before, after = _module(old, move.name), _module(new, move.after)
        if before and after and before not in _modules_of(new, move.after):
            message = describe("the module's name", before, after)
            hint = new.overrides.line_to_paste(move.after, "module", value=before)
            place = Place(OVERRIDES_FILE)
            yield verdicts.finding(
                "module-renamed", move.after, place, message, before=before, after=after, hint=hint
            )


def _modules_of(schemas: StoredSchemas, model_id: str) -> set[ModuleName | None]:
    """Return the module of a model, and those of its former ids."""
    renamed = schemas.overrides.renamed
    names = (model_id, *(name for name in renamed if renamed[name] == model_id))
    return {_module(schemas, name) for name in names}


def _module(schemas: StoredSchemas, name: str) -> ModuleName | None:
    try:
        return module_of(ModelId.parse(name), schemas.overrides)
    except InvalidNameError:
        return None
