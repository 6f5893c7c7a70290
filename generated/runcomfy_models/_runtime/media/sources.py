# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""What a media input may be given as, and its bytes."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from .content_types import by_content, by_name

LARGEST = 48 * 2**20
"""Bytes: a request body has 64 MiB at most, and base64 makes four bytes of three."""

_HINT = "give the URL of a larger file"


@dataclass(frozen=True)
class Media:
    """A medium in memory: `Media(data, "image/png")`."""

    data: bytes = field(repr=False)
    content_type: str
    """As in an HTTP header: `image/png`, `video/mp4`, `audio/wav`."""


MediaSource = str | Path | Media | BinaryIO
"""A URL, or a local file: its path, its bytes with their type, or the open file."""


class Unusable(ValueError):
    """What was given is no medium that can be sent; the text says why."""


def read_media(source: Path | Media | BinaryIO) -> Media:
    """The bytes of a local medium and their type. Raises `Unusable`."""
    try:
        return _read(source)
    except OSError as error:
        raise Unusable(f"cannot be read: {error.strerror or error}") from None


def _read(source: Path | Media | BinaryIO) -> Media:
    if isinstance(source, Media):
        return Media(_limited(source.data), source.content_type)
    if isinstance(source, Path):
        if source.stat().st_size > LARGEST:
            raise _too_large()
        with source.open("rb") as file:
            return _typed(file.read(LARGEST + 1), source.name)
    name = getattr(source, "name", "")
    return _typed(source.read(LARGEST + 1), Path(str(name)).name)


def _typed(data: object, name: str) -> Media:
    if not isinstance(data, bytes):
        raise Unusable("is a file that is open as text: open it in mode 'rb'")
    content_type = by_name(name) or by_content(data)
    if content_type is None:
        raise Unusable(
            f"is of no known type{f' ({name})' if name else ''}: give Media(data, type)"
        )
    return Media(_limited(data), content_type)


def _limited(data: bytes) -> bytes:
    if len(data) > LARGEST:
        raise _too_large()
    if not data:
        raise Unusable("is empty")
    return data


def _too_large() -> Unusable:
    return Unusable(f"is larger than {LARGEST // 2**20} MiB: {_HINT}")
