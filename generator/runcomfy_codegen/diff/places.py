"""Pointers into documents as they stand on disk."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from runcomfy_codegen.json_schema.pointers import exists_at


def nearest(place: str, *documents: Any) -> str:
    """`place`, or the nearest place above it that one of `documents` has.

    Tries how the dialect may have moved it: rules on media to an array's items, older
    `definitions` to `$defs`, and a definition's other readings to names of their own.
    """
    for candidate in (place, *_as_written(place)):
        if any(exists_at(document, candidate) for document in documents):
            return candidate
    return nearest(place.rpartition("/")[0], *documents) if place else ""


def _as_written(place: str) -> Iterator[str]:
    for moved in (place, _READING.sub(r"\1", place)):
        for one in (moved, moved.replace("/items/validations", "/validations")):
            yield one
            yield one.replace("/$defs/", "/definitions/")


_READING = re.compile(r"(/\$defs/[^/]+?)\.[a-z]+(?=/|$)")
