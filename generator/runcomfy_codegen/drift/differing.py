"""Which models a folder holds otherwise than a revision: by git's ids, without reading either."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from runcomfy_codegen.drift.revisions import Revision
from runcomfy_codegen.reading.files import OF_A_MODEL, OVERRIDES, read_bytes
from runcomfy_codegen.reading.model_files import find_models

_SHA1_DIGITS = 40


def differing(revision: Revision, schemas: Path) -> frozenset[str] | None:
    """The model_ids whose files are others in `schemas`, gone or new; None where any may be.

    Any may be where the overrides are others: they are about all models.
    """
    before = {str(path): blob for path, blob in revision.blobs().items()}
    has_sha1 = all(len(blob) == _SHA1_DIGITS for blob in before.values())
    after = {path: _blob(data, has_sha1) for path, data in _files(schemas)}
    places = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    if OVERRIDES in places:
        return None
    parts = (place.rpartition("/") for place in places)
    return frozenset(folder for folder, _, name in parts if name in OF_A_MODEL)


def _files(schemas: Path) -> Iterator[tuple[str, bytes]]:
    """Path below `schemas` and content of every file that says something of models."""
    for model in find_models(schemas)[0]:
        yield from ((f"{model.model_id}/{name}", data) for name, data in model.contents.items())
    if (data := read_bytes(schemas / OVERRIDES)) is not None:
        yield OVERRIDES, data


def _blob(data: bytes, has_sha1: bool) -> str:
    """The id that git gives to a file that holds `data`."""
    kind = hashlib.sha1 if has_sha1 else hashlib.sha256
    return kind(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()
