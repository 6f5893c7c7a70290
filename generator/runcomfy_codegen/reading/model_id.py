"""Model ids: the one gate through which text from a page becomes a path or a URL."""

from __future__ import annotations

import re
from typing import Self
from urllib.parse import quote

from runcomfy_codegen.reading.files import OF_A_MODEL, SHARED

MAX_SEGMENT = 100
"""Characters of one segment; file systems stop at 255 bytes, and suffixes need room."""

_SEGMENT = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*(?: [A-Za-z0-9._-]+)*")
_RESERVED_BY_WINDOWS = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)


class InvalidModelIdError(ValueError):
    """Text that is no model id; the message says which rule it breaks."""


class ModelId(str):
    """A checked model id such as `kling/kling-3.0/standard/image-to-video`.

    Segments of ASCII letters, digits, `-`, `.`, `_` and single inner blanks, joined by
    slashes, case kept. Safe to use as a relative path on any system.
    """

    __slots__ = ()

    @classmethod
    def parse(cls, text: str) -> Self:
        """`text` as a model id, or `InvalidModelIdError`."""
        segments = text.split("/")
        if len(segments) < 2:
            raise InvalidModelIdError(f"model_id {text[:200]!r} needs at least two segments")
        for segment in segments:
            if problem := _problem(segment):
                raise InvalidModelIdError(f"model_id {text[:200]!r}: {problem}")
        return cls(text)

    @property
    def segments(self) -> tuple[str, ...]:
        """The parts between the slashes."""
        return tuple(self.split("/"))

    @property
    def url_path(self) -> str:
        """The id as it stands in a URL, blanks percent-encoded."""
        return quote(self, safe="/")


def _problem(segment: str) -> str:
    if not segment:
        return "an empty segment (a leading, trailing or double slash)"
    if len(segment) > MAX_SEGMENT:
        return f"a segment of {len(segment)} characters; at most {MAX_SEGMENT} are allowed"
    if not _SEGMENT.fullmatch(segment) or segment.endswith("."):
        return (
            f"segment {segment!r} may hold letters, digits, '-', '_', single inner blanks, "
            "and '.' neither first nor last"
        )
    if _RESERVED_BY_WINDOWS.fullmatch(segment):
        return (
            f"segment {segment!r} is reserved by Windows: schemas/ could not be checked out there"
        )
    if segment.lower() in (*OF_A_MODEL, *SHARED):
        return f"segment {segment!r} is the name of a file in schemas/, and cannot be a folder"
    return ""
