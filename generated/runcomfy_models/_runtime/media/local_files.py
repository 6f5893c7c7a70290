# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 9711d7bfd64d88e2f267382adcf2efc9
"""Read local media: a path, bytes, or an open file."""

from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from io import TextIOBase, UnsupportedOperation
from pathlib import Path
from stat import S_ISREG
from typing import Any, BinaryIO, cast

from ..json_value import SCALARS
from ..truncating import truncated
from .content_types import by_content, by_name, contradicts
from .sources import Media, Readable

MAX_MEDIUM_BYTES = 48 * 2**20
"""Bytes of a local file: a request body has 64 MiB, and base64 turns 3 bytes into 4."""

_CHUNK_BYTES = 2**20
"""Bytes to read from an open file at a time."""

_SEARCHED_LEVELS = 8
"""Levels of nested lists and objects that are searched for local media."""

_HINT = "give the URL of a larger file"


class UnusableMedia(ValueError):
    """A local medium that cannot be sent; the message says why."""


def is_local(source: object) -> bool:
    """Whether `source` can be passed to `read_media`. Raises `UnusableMedia`."""
    with _media_errors():
        return isinstance(source, Path | Media) or hasattr(source, "read")


def contains_local_file(value: object, levels: int = _SEARCHED_LEVELS) -> bool:
    """Whether `value` is or contains a local medium, down to `levels` of nesting."""
    if type(value) in SCALARS:
        return False
    if isinstance(value, Mapping):
        value = list(cast("Mapping[object, object]", value).values())
    if isinstance(value, list | tuple):
        items = cast("Sequence[object]", value)
        return levels > 0 and any(
            contains_local_file(item, levels - 1) for item in items
        )
    try:
        return not isinstance(value, str) and is_local(value)
    except UnusableMedia:
        return False


def read_media(source: Path | Media | Readable) -> Media:
    """Return the bytes of a local medium and their content type. Raises `UnusableMedia`."""
    with _media_errors():
        return _read(source)


@contextmanager
def _media_errors() -> Generator[None]:
    """Turn any error into `UnusableMedia`."""
    try:
        yield
    except UnusableMedia:
        raise
    except UnsupportedOperation:
        raise UnusableMedia("is not open for reading: open it in mode 'rb'") from None
    except OSError as error:
        why = error.strerror or error
        raise UnusableMedia(f"cannot be read: {truncated(str(why))}") from None
    except Exception as error:  # a file object of the user's own may raise anything
        why = truncated(f"{type(error).__name__}: {error}")
        raise UnusableMedia(f"cannot be read: {why}") from None


def _read(source: Path | Media | Readable) -> Media:
    if isinstance(source, Media):
        return _declared(source)
    if isinstance(source, Path):
        _check_file(source)
        with source.open("rb") as file:
            return _typed(_content(file), source.name)
    name = getattr(source, "name", "")
    return _typed(_content(source), Path(str(name)).name)


def _check_file(path: Path) -> None:
    status = path.stat()
    # Opening a pipe may block for ever, and a device may have no end.
    if not S_ISREG(status.st_mode):
        raise UnusableMedia(
            "is not a regular file, but a directory, a pipe or a device"
        )
    if status.st_size > MAX_MEDIUM_BYTES:
        raise _too_large()


def _content(file: Readable) -> bytes:
    """Return all bytes of `file`, and leave it as it was: `run` may come after `check`."""
    start = _position(file)
    content = _rest(file)
    if start is not None:
        cast(BinaryIO, file).seek(start)
    return content


def _position(file: Any) -> int | None:
    """Return where `file` stands; None if it cannot be brought back there, like a pipe."""
    if isinstance(file, TextIOBase):
        raise _opened_as_text()
    can_seek = hasattr(file, "seekable") and file.seekable()
    return file.tell() if can_seek else None


def _rest(file: Readable) -> bytes:
    """Read `file` to its end; stop when there are too many bytes."""
    content = bytearray()
    while len(content) <= MAX_MEDIUM_BYTES:  # a pipe returns fewer bytes than asked for
        piece = _bytes(file.read(_CHUNK_BYTES))
        if not piece:
            break
        content += piece
    return _limited(bytes(content))


def _typed(data: bytes, name: str) -> Media:
    detected, declared = by_content(data), by_name(name)
    if detected and declared and not contradicts(detected, declared):
        return Media(data, declared)
    if detected:
        return Media(data, detected)
    problem = "an unknown content" if declared else "no known type"
    file = f" ({name})" if name else ""
    raise UnusableMedia(f"has {problem}{file}: give Media(data, type)")


def _declared(media: Media) -> Media:
    detected = by_content(media.data)
    if detected and contradicts(detected, media.content_type):
        declared = truncated(media.content_type, 80)
        raise UnusableMedia(
            f'is {detected}, not {declared}: give Media(data, "{detected}")'
        )
    return Media(_limited(media.data), media.content_type)


def _limited(data: bytes) -> bytes:
    if len(data) > MAX_MEDIUM_BYTES:
        raise _too_large()
    if not data:
        raise UnusableMedia("is empty")
    return data


def _too_large() -> UnusableMedia:
    return UnusableMedia(f"is larger than {MAX_MEDIUM_BYTES // 2**20} MiB: {_HINT}")


def _opened_as_text() -> UnusableMedia:
    return UnusableMedia("is a file opened as text: open it in mode 'rb'")


def _bytes(piece: object) -> bytes:
    if isinstance(piece, bytes):
        return piece
    if isinstance(piece, str):
        raise _opened_as_text()
    raise UnusableMedia(f"is a file that gives {type(piece).__name__}, not bytes")
