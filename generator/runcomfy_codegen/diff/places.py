"""Pointers into documents as they stand on disk."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from runcomfy_codegen.json_schema.pointers import exists_at


def nearest(pointer: str, *documents: Any) -> str:
    """`pointer`, or the nearest one above it that one of `documents` has.

    Tries how the dialect may have moved it: rules on media to an array's items, older
    `definitions` to `$defs`, and a definition's other readings to names of their own.
    """
    for candidate in (pointer, *_as_written(pointer)):
        if any(exists_at(document, candidate) for document in documents):
            return candidate
    return nearest(pointer.rpartition("/")[0], *documents) if pointer else ""


def _as_written(pointer: str) -> Iterator[str]:
    for moved in (pointer, _READING.sub(r"\1", pointer)):
        for one in (moved, moved.replace("/items/validations", "/validations")):
            yield one
            yield one.replace("/$defs/", "/definitions/")


_READING = re.compile(r"(/\$defs/[^/]+?)\.[a-z]+(?=/|$)")
