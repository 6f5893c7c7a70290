"""The Python values that a media input accepts."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from ..public import public
from ..truncating import truncated
from .content_types import kind_of

_WORD = r"[!#$%&'*+.^_`|~0-9A-Za-z-]+"
_CONTENT_TYPE = rf'{_WORD}/{_WORD}( *; *{_WORD}=({_WORD}|"[!#-\[\]-~]*"))*'
"""RFC 9110, section 8.3.1, with `_WORD` for its tokens; quoted values have no whitespace or
backslashes."""


@public
@dataclass(frozen=True)
class Media:
    """A medium in memory: `Media(data, "image/png")`.

    Raises `TypeError` if `data` are not bytes, `ValueError` for a malformed content type.
    """

    data: bytes = field(repr=False)
    content_type: str
    """As in an HTTP header: `image/png`, `video/mp4`, `audio/wav`."""

    def __post_init__(self) -> None:
        """Refuse values that could not be sent."""
        _check_type("data", self.data, bytes)
        _check_type("content_type", self.content_type, str)
        if not re.fullmatch(_CONTENT_TYPE, self.content_type):
            text = truncated(repr(self.content_type), 80)
            raise ValueError(f"{text} is not a content type such as image/png")

    @property
    def kind(self) -> str:
        """`image`, `video`, `audio` or another; empty if the type does not say."""
        return kind_of(self.content_type)


class Readable(Protocol):
    """A file opened for reading bytes: `open(path, "rb")`, `NamedTemporaryFile()`."""

    def read(self, size: int, /) -> bytes:
        """Return up to `size` bytes; none at the end."""
        ...


MediaSource = str | Path | Media | Readable
"""A URL, or a local file: a path, bytes with a content type, or an open file."""


def _check_type(name: str, value: object, expected: type) -> None:
    if not isinstance(value, expected):
        actual = type(value).__name__
        raise TypeError(f"{name} of Media has to be {expected.__name__}, not {actual}")
