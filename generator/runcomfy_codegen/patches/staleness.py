"""Whether the page still says what a patch corrects."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from runcomfy_codegen.json_schema.pointers import get_at, split_pointer
from runcomfy_codegen.json_schema.values import ABSENT, is_array, is_object, json_key
from runcomfy_codegen.reading.documents import ModelDocuments
from runcomfy_codegen.reading.model_overrides import Patch
from runcomfy_codegen.reading.place import Place
from runcomfy_codegen.reading.toml_text import inline
from runcomfy_codegen.untrusted_text import truncate

_TEXTS = frozenset({"title", "description", "validation_error"})
"""Keys whose values are texts for people: a patch of one is a translation."""

MAX_SHOWN = 100
"""Characters of a value that a message shows."""


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
    return is_text and not patch.remove and split_pointer(place.pointer)[-1] in _TEXTS


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


def _excerpt(value: Any) -> str:
    return truncate(json.dumps(value, ensure_ascii=False), MAX_SHOWN)
