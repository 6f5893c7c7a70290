# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 8ebda91e19bf46b7a917eadf80a77a62
"""File names from URLs, safe on every file system."""

import re
from collections.abc import Iterator
from pathlib import Path
from unicodedata import normalize
from urllib.parse import unquote, urlsplit

MAX_NAME = 120
"""Bytes of a name: file systems accept 255, and a number, a digest and `.part` may follow."""

MAX_SUFFIX = 20
"""Bytes of the suffix of a name."""

SUFFIXES = {
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/webp": ".webp",
    "image/gif": ".gif",
    "image/avif": ".avif",
    "video/mp4": ".mp4",
    "video/webm": ".webm",
    "video/quicktime": ".mov",
    "audio/mpeg": ".mp3",
    "audio/wav": ".wav",
    "audio/x-wav": ".wav",
    "audio/ogg": ".ogg",
    "audio/flac": ".flac",
    "audio/mp4": ".m4a",
}
"""Content type: suffix for a file whose URL has none."""

_UNSAFE = re.compile(r"[^\w.-]+")
_NAMELESS = re.compile(r"^_+(?=\.\w+$)")
_DEVICE = re.compile(r"(con|prn|aux|nul|(com|lpt)[\d¹²³])(\.|$)", re.IGNORECASE)


def safe_name(text: str) -> str:
    """Return `text` as a part of a file's name, without separators, blanks, control characters."""
    # More of the name follows, so that only its beginning matters.
    name = _without_device(_safe_characters(text).lstrip(".-"))
    return _cut(name or "_", MAX_NAME)


def file_name(url: str, content_type: str = "") -> str:
    """Return a name for the file at `url`; its content type gives a missing suffix.

    The name has no path separators, whitespace, control characters or leading dots and
    dashes, and is not the name of a device.
    """
    last = unquote(urlsplit(url).path.rpartition("/")[2], errors="replace")
    name = _NAMELESS.sub("output", _safe_characters(last)).strip("._-")
    path = Path(_without_device(name) or "output")
    known = SUFFIXES.get(content_type.partition(";")[0].strip().lower(), "")
    suffix = _cut(path.suffix or known, MAX_SUFFIX)
    return _cut(path.stem, MAX_NAME - len(suffix.encode())) + suffix


def numbered(name: str) -> Iterator[str]:
    """Yield `name`, then the same with `-1`, `-2` … before the suffix."""
    yield name
    path = Path(name)
    for number in range(1, 1_000_000):
        yield f"{path.stem}-{number}{path.suffix}"


def _safe_characters(text: str) -> str:
    return _UNSAFE.sub("_", normalize("NFC", text))


def _without_device(name: str) -> str:
    # Windows would open a device, even with a suffix.
    return f"_{name}" if _DEVICE.match(name) else name


def _cut(text: str, limit: int) -> str:
    """Return `text`, cut to `limit` bytes of UTF-8 without splitting a character."""
    return text.encode()[:limit].decode(errors="ignore")
