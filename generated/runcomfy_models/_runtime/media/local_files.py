# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 1ab387fff93fd2a4c74f3e5f9f9e0c47
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

MAX_BYTES = 48 * 2**20
"""Bytes of a local file: a request body has 64 MiB, and base64 turns 3 bytes into 4."""

CHUNK = 2**20
"""Bytes to read from an open file at a time."""

MAX_LEVELS = 8
"""Levels of lists and objects that are searched for local media."""

_HINT = "give the URL of a larger file"


class Unusable(ValueError):
    """A local medium cannot be sent; the message says why."""


def is_local(source: object) -> bool:
    """Whether `source` can be passed to `read_media`. Raises `Unusable`."""
    with _readable():
        return isinstance(source, Path | Media) or hasattr(source, "read")


def contains_local_file(value: object, levels: int = MAX_LEVELS) -> bool:
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
    except Unusable:
        return False


def read_media(source: Path | Media | Readable) -> Media:
    """Return the bytes of a local medium and their content type. Raises `Unusable`."""
    with _readable():
        return _read(source)


@contextmanager
def _readable() -> Generator[None]:
    """Turn errors into `Unusable`."""
    try:
        yield
    except Unusable:
        raise
    except UnsupportedOperation:
        raise Unusable("is not open for reading: open it in mode 'rb'") from None
    except OSError as error:
        why = error.strerror or error
        raise Unusable(f"cannot be read: {truncated(str(why))}") from None
    except Exception as error:  # a file object of the user's own may raise anything
        why = truncated(f"{type(error).__name__}: {error}")
        raise Unusable(f"cannot be read: {why}") from None


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
        raise Unusable("is not a regular file, but a directory, a pipe or a device")
    if status.st_size > MAX_BYTES:
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
    while len(content) <= MAX_BYTES:  # a pipe gives fewer bytes at once than asked for
        piece = _bytes(file.read(CHUNK))
        if not piece:
            break
        content += piece
    return _limited(bytes(content))


def _typed(data: bytes, name: str) -> Media:
    content, named = by_content(data), by_name(name)
    if content and named and not contradicts(content, named):
        return Media(data, named)
    if content:
        return Media(data, content)
    what = "an unknown content" if named else "no known type"
    raise Unusable(f"has {what}{f' ({name})' if name else ''}: give Media(data, type)")


def _declared(media: Media) -> Media:
    content = by_content(media.data)
    if content and contradicts(content, media.content_type):
        declared = truncated(media.content_type, 80)
        raise Unusable(f'is {content}, not {declared}: give Media(data, "{content}")')
    return Media(_limited(media.data), media.content_type)


def _limited(data: bytes) -> bytes:
    if len(data) > MAX_BYTES:
        raise _too_large()
    if not data:
        raise Unusable("is empty")
    return data


def _too_large() -> Unusable:
    return Unusable(f"is larger than {MAX_BYTES // 2**20} MiB: {_HINT}")


def _opened_as_text() -> Unusable:
    return Unusable("is a file opened as text: open it in mode 'rb'")


def _bytes(piece: object) -> bytes:
    if isinstance(piece, bytes):
        return piece
    if isinstance(piece, str):
        raise _opened_as_text()
    raise Unusable(f"is a file that gives {type(piece).__name__}, not bytes")
