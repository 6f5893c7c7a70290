"""Translate pointers into a schema as interpreted to pointers into the document as written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from runcomfy_codegen.json_schema.pointers import exists_at

_READING = re.compile(r"(/\$defs/[^/]+?)\.[a-z]+(?=/|$)")
"""A definition whose name the dialect extended, because it is read in several ways."""


def nearest_pointer(pointer: str, *documents: Any) -> str:
    """Return `pointer`, or the nearest pointer above it that exists in one of `documents`.

    The dialect moves some schemas, so the pointers of their original places are tried as well.
    """
    for candidate in (pointer, *_original_pointers(pointer)):
        if any(exists_at(document, candidate) for document in documents):
            return candidate
    return nearest_pointer(pointer.rpartition("/")[0], *documents) if pointer else ""


def _original_pointers(pointer: str) -> Iterator[str]:
    """Undo each move: of rules on media to the items, of `definitions`, of their names."""
    for renamed in (pointer, _READING.sub(r"\1", pointer)):
        for moved in (renamed, renamed.replace("/items/validations", "/validations")):
            yield moved
            yield moved.replace("/$defs/", "/definitions/")
