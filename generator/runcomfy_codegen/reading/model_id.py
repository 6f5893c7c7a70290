"""Model ids: the only way from text of a page to a path or a URL."""

from __future__ import annotations

import re
from typing import Self
from urllib.parse import quote

from runcomfy_codegen.reading.files import MODEL_FILES, TOP_FILES
from runcomfy_codegen.untrusted_text import short_repr

MAX_SEGMENT_CHARS = 100
"""Characters of one segment; file systems stop at 255 bytes, and suffixes need room."""

MAX_SHOWN_CHARS = 200
"""Characters of a model id that a message shows."""

_SEGMENT = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*(?: [A-Za-z0-9._-]+)*")
_RESERVED_BY_WINDOWS = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)

_FILES = {name.lower() for name in (*MODEL_FILES, *TOP_FILES)}
"""Names that no folder can have where case does not count."""


class InvalidModelIdError(ValueError):
    """Text that is not a model id; the message says which rule it breaks."""


class ModelId(str):
    """A checked model id such as `kling/kling-3.0/standard/image-to-video`.

    Its segments consist of ASCII letters, digits, `-`, `.`, `_` and single inner spaces, and are
    joined by slashes. Safe as a relative path on any system. Case is kept.
    """

    __slots__ = ()

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return `text` as a model id, or raise `InvalidModelIdError`."""
        name = short_repr(text, MAX_SHOWN_CHARS)
        segments = text.split("/")
        if len(segments) < 2:
            raise InvalidModelIdError(f"model_id {name} needs at least two segments")
        for segment in segments:
            if problem := _problem(segment):
                raise InvalidModelIdError(f"model_id {name}: {problem}")
        return cls(text)

    @property
    def segments(self) -> tuple[str, ...]:
        """The parts between the slashes."""
        return tuple(self.split("/"))

    @property
    def url_path(self) -> str:
        """The id as part of a URL, with spaces percent-encoded."""
        return quote(self, safe="/")


def is_reserved_by_windows(name: str) -> bool:
    """Return whether Windows has a device `name`, so that no file or folder can have it."""
    return _RESERVED_BY_WINDOWS.fullmatch(name) is not None


def _problem(segment: str) -> str:
    """Return what is wrong with `segment`; empty if nothing is."""
    if not segment:
        return "an empty segment (a leading, trailing or double slash)"
    if len(segment) > MAX_SEGMENT_CHARS:
        return f"a segment of {len(segment)} characters; at most {MAX_SEGMENT_CHARS} are allowed"
    if not _SEGMENT.fullmatch(segment) or segment.endswith("."):
        return (
            f"segment {segment!r} may contain letters, digits, '-', '_', single inner spaces, "
            "and '.' neither first nor last"
        )
    if is_reserved_by_windows(segment):
        return (
            f"segment {segment!r} is reserved by Windows: schemas/ could not be checked out there"
        )
    if segment.lower() in _FILES:
        return f"segment {segment!r} is the name of a file in schemas/, and cannot be a folder"
    return ""
