# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 1ac0de3335b326700530e23bc390621c
"""What a media input may be given as."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from ..public import public
from ..truncating import truncated
from .content_types import kind_of

_WORD = r"[!#$%&'*+.^_`|~0-9A-Za-z-]+"
_CONTENT_TYPE = rf'{_WORD}/{_WORD}( *; *{_WORD}=({_WORD}|"[!#-\[\]-~]*"))*'
"""RFC 9110, section 8.3.1, whose tokens are `_WORD`; no blanks and backslashes in quoted values."""


@public
@dataclass(frozen=True)
class Media:
    """A medium in memory: `Media(data, "image/png")`.

    Raises TypeError for data that are no bytes, ValueError for what is no content type.
    """

    data: bytes = field(repr=False)
    content_type: str
    """As in an HTTP header: `image/png`, `video/mp4`, `audio/wav`."""

    def __post_init__(self) -> None:
        """Refuse what cannot be sent, where it is written."""
        _check_type("data", self.data, bytes)
        _check_type("content_type", self.content_type, str)
        if not re.fullmatch(_CONTENT_TYPE, self.content_type):
            given = truncated(repr(self.content_type), 80)
            raise ValueError(f"{given} is no content type such as image/png")

    @property
    def kind(self) -> str:
        """`image`, `video`, `audio` or another; empty where the type does not tell."""
        return kind_of(self.content_type)


class Readable(Protocol):
    """An open file, as far as it is needed: `open(path, "rb")`, `NamedTemporaryFile()`."""

    def read(self, size: int, /) -> bytes:
        """Up to `size` bytes; none at the end."""
        ...


MediaSource = str | Path | Media | Readable
"""A URL, or a local file: its path, its bytes with their type, or the open file."""


def _check_type(name: str, value: object, kind: type) -> None:
    if not isinstance(value, kind):
        given = type(value).__name__
        raise TypeError(f"{name} of Media has to be {kind.__name__}, not {given}")
