"""Apply the patches of `overrides.toml` to a model's documents, before they are interpreted."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from runcomfy_codegen.diagnostics.collector import Collector
from runcomfy_codegen.diagnostics.diagnostic import Diagnostic
from runcomfy_codegen.json_schema.pointers import split_pointer, value_at
from runcomfy_codegen.json_schema.values import is_array
from runcomfy_codegen.patches.staleness import is_translation, staleness
from runcomfy_codegen.reading.documents import JsonDocument, ModelDocuments
from runcomfy_codegen.reading.model_overrides import Patch
from runcomfy_codegen.reading.overrides import Entry, Overrides
from runcomfy_codegen.reading.place import Place
from runcomfy_codegen.reading.toml_text import quoted


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
    collector = Collector(overrides.file)
    applied: dict[Place, Patch] = {}
    for place, patch in patches.items():
        if place.document in model.unreadable:
            continue
        stale = staleness(patch, place, model)
        if stale is not None:
            message = f"[{quoted(model.model_id)}] patch {quoted(str(place))}: {stale.why}"
            collector.add(stale.code, "", message, stale.hint, line=patch.line)
        if stale is None or stale.code == "stale-translation":
            applied[place] = patch
    return PatchedModel(
        _with_patches(model, applied),
        tuple(collector.diagnostics),
        frozenset(("patch", str(place)) for place in patches),
        tuple(_remarks(applied)),
    )


def _with_patches(model: ModelDocuments, patches: Mapping[Place, Patch]) -> ModelDocuments:
    documents = dict(model.documents)
    for name in dict.fromkeys(place.document for place in patches):
        by_pointer = {
            place.pointer: patch for place, patch in patches.items() if place.document == name
        }
        old = documents[name]
        documents[name] = JsonDocument(old.file, _edited(old.value, by_pointer), old.text)
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
