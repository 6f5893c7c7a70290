"""Apply the patches of `overrides.toml` to a model's documents, before they are interpreted."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from runcomfy_codegen.diagnostics.diagnostic import Diagnostic
from runcomfy_codegen.diagnostics.notes import Notes
from runcomfy_codegen.json_schema.pointers import get_at, split_pointer, value_at
from runcomfy_codegen.json_schema.values import ABSENT, is_array, is_object, json_key
from runcomfy_codegen.reading.documents import ModelDocuments, SchemaDocument
from runcomfy_codegen.reading.model_overrides import Patch
from runcomfy_codegen.reading.overrides import Entry, Overrides
from runcomfy_codegen.reading.place import Place
from runcomfy_codegen.reading.toml_text import inline, quoted
from runcomfy_codegen.untrusted_text import truncate

TEXTS = frozenset({"title", "description", "validation_error"})
"""Keys whose values are texts for people: a patch of one is a translation."""

MAX_SHOWN = 100
"""Characters of a value that a message shows."""


@dataclass(frozen=True)
class PatchedModel:
    """The documents of a model with its patches applied, and remarks about these."""

    documents: ModelDocuments
    diagnostics: tuple[Diagnostic, ...] = ()
    used: frozenset[Entry] = frozenset()
    remarks: tuple[str, ...] = field(default=())
    """Lines for readers: what was corrected, and how many texts were translated."""


def patched(model: ModelDocuments, overrides: Overrides) -> PatchedModel:
    """Apply the patches of `model`; one that cannot be applied is left out, with an error.

    A translation whose original has changed is applied all the same, with a warning.
    """
    patches = overrides.of(model.model_id).patches
    if not patches:
        return PatchedModel(model)
    notes = Notes(overrides.file)
    applied: dict[Place, Patch] = {}
    for place, patch in patches.items():
        if place.document in model.unreadable:
            continue
        stale = staleness(patch, place, model)
        if stale is not None:
            message = f"[{quoted(model.model_id)}] patch {quoted(str(place))}: {stale.why}"
            notes.add(stale.code, "", message, stale.hint, line=patch.line)
        if stale is None or stale.code == "stale-translation":
            applied[place] = patch
    return PatchedModel(
        _with_patches(model, applied),
        tuple(notes.diagnostics),
        frozenset(("patch", str(place)) for place in patches),
        tuple(_remarks(applied)),
    )


@dataclass(frozen=True)
class Staleness:
    """Why a patch does not fit the page any more, or never did."""

    code: str
    """A key of `codes.CODES`."""
    why: str
    hint: str = ""


def staleness(patch: Patch, place: Place, model: ModelDocuments) -> Staleness | None:
    """Compare a patch with the page; None if the page has what the patch expects."""
    if place.document not in model.documents:
        return Staleness("invalid-patch", f"{place.document} does not exist")
    document = model.documents[place.document].value
    before = get_at(document, place.pointer, ABSENT)
    if before is ABSENT:
        return _without_value(patch, document, place.pointer)
    if patch.was is not None and json_key(patch.was[0]) == json_key(before):
        return None
    if not patch.remove and json_key(patch.value) == json_key(before):
        return Staleness("stale-patch", "the page says so itself", "remove the patch")
    if patch.was is None:
        hint = f"was = {inline(before)}"
        return Staleness("invalid-patch", f"the page has {_excerpt(before)} there", hint)
    code = "stale-translation" if is_translation(patch, place) else "stale-patch"
    why = f"it was {_excerpt(patch.was[0])}, the page has {_excerpt(before)} now"
    return Staleness(code, why, "look at both, then correct `was`")


def is_translation(patch: Patch, place: Place) -> bool:
    """Whether a patch replaces a text for people by another."""
    is_text = isinstance(patch.value, str) and patch.was is not None
    return is_text and not patch.remove and split_pointer(place.pointer)[-1] in TEXTS


def _without_value(patch: Patch, document: Any, pointer: str) -> Staleness | None:
    """Return what is wrong with a patch of a place where the page has nothing."""
    if patch.was is not None:
        why = f"it was {_excerpt(patch.was[0])}, the page has nothing there"
        return Staleness("stale-patch", why)
    parent = get_at(document, pointer.rpartition("/")[0], None)
    is_next = is_array(parent) and split_pointer(pointer)[-1] == str(len(parent))
    if is_object(parent) or is_next:
        return None
    return Staleness("invalid-patch", "the place does not exist")


def _with_patches(model: ModelDocuments, patches: Mapping[Place, Patch]) -> ModelDocuments:
    documents = dict(model.documents)
    for name in dict.fromkeys(place.document for place in patches):
        by_pointer = {
            place.pointer: patch for place, patch in patches.items() if place.document == name
        }
        old = documents[name]
        documents[name] = SchemaDocument(old.file, _edited(old.value, by_pointer), old.text)
    return replace(model, documents=documents)


def _edited(document: Any, patches: Mapping[str, Patch]) -> Any:
    """Return `document` with `patches`, whose pointers refer to the unpatched document."""
    edited = copy.deepcopy(document)
    for pointer, patch in patches.items():
        if not patch.remove:
            _set(edited, pointer, copy.deepcopy(patch.value))
    # Items from the end, so that the indexes of the others do not change.
    removed = (pointer for pointer, patch in patches.items() if patch.remove)
    for pointer in sorted(removed, key=_order, reverse=True):
        parent, key = _parent(edited, pointer)
        del parent[key]
    return edited


def _set(document: Any, pointer: str, value: Any) -> None:
    parent, key = _parent(document, pointer)
    if is_array(parent) and key == len(parent):
        parent.append(value)
    else:
        parent[key] = value


def _parent(document: Any, pointer: str) -> tuple[Any, Any]:
    """Return what holds the value at `pointer`, and its key or index there."""
    parent = value_at(document, pointer.rpartition("/")[0])
    step = split_pointer(pointer)[-1]
    return parent, int(step) if is_array(parent) else step


def _order(pointer: str) -> list[tuple[int, str]]:
    return [(int(step) if step.isdecimal() else 0, step) for step in split_pointer(pointer)]


def _remarks(patches: Mapping[Place, Patch]) -> Iterator[str]:
    texts: dict[str, int] = {}
    for place, patch in patches.items():
        if is_translation(patch, place):
            texts[place.document] = texts.get(place.document, 0) + 1
        else:
            yield f"corrected: {place}: {patch.why}"
    for name, count in texts.items():
        are = "text is" if count == 1 else "texts are"
        yield f"corrected: {name}: {count} {are} our translation of the page's"


def _excerpt(value: Any) -> str:
    return truncate(json.dumps(value, ensure_ascii=False), MAX_SHOWN)
