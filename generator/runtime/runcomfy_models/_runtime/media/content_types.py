"""Guess the content type of a medium, from its file's name or its first bytes."""

from pathlib import PurePath

BY_SUFFIX = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".webp": "image/webp",
    ".gif": "image/gif",
    ".bmp": "image/bmp",
    ".tif": "image/tiff",
    ".tiff": "image/tiff",
    ".avif": "image/avif",
    ".heic": "image/heic",
    ".heif": "image/heif",
    ".svg": "image/svg+xml",
    ".mp4": "video/mp4",
    ".m4v": "video/mp4",
    ".mov": "video/quicktime",
    ".webm": "video/webm",
    ".mkv": "video/x-matroska",
    ".avi": "video/x-msvideo",
    ".mp3": "audio/mpeg",
    ".wav": "audio/wav",
    ".flac": "audio/flac",
    ".ogg": "audio/ogg",
    ".opus": "audio/ogg",
    ".m4a": "audio/mp4",
    ".aac": "audio/aac",
}
"""Suffix of a file name: content type."""
# Not Python's `mimetypes`, which reads files of the system: answers would differ by machine.

BY_FIRST_BYTES = (
    (0, b"\x89PNG\r\n\x1a\n", "image/png"),
    (0, b"\xff\xd8\xff", "image/jpeg"),
    (0, b"GIF8", "image/gif"),
    (0, b"BM", "image/bmp"),
    (8, b"WEBP", "image/webp"),
    (8, b"WAVE", "audio/wav"),
    (4, b"ftypavif", "image/avif"),
    (4, b"ftypavis", "image/avif"),
    (4, b"ftypheic", "image/heic"),
    (4, b"ftypheix", "image/heic"),
    (4, b"ftypmif1", "image/heif"),
    (4, b"ftypmsf1", "image/heif"),
    (4, b"ftypM4A", "audio/mp4"),
    (4, b"ftypqt", "video/quicktime"),
    (4, b"ftyp", "video/mp4"),
    (0, b"\x1aE\xdf\xa3", "video/webm"),
    (0, b"ID3", "audio/mpeg"),
    (0, b"fLaC", "audio/flac"),
    (0, b"OggS", "audio/ogg"),
)
"""Offset, signature, content type; the first match counts."""


WITHOUT_KIND = frozenset(
    {
        "",
        "application/mp4",
        "application/octet-stream",
        "application/ogg",
        "binary/octet-stream",
    }
)
"""Content types that may be an image, a video or audio."""


def kind_of(content_type: str) -> str:
    """Return `image`, `video`, `audio` or another top-level type; empty if unknown."""
    bare = content_type.partition(";")[0].strip().lower()
    return "" if bare in WITHOUT_KIND else bare.partition("/")[0]


def by_name(name: str) -> str | None:
    """Return the content type for the suffix of `name`; None if it is not in the table."""
    return BY_SUFFIX.get(PurePath(name).suffix.lower())


def by_content(data: bytes) -> str | None:
    """Return the content type for the signature in `data`; None if it is not in the table."""
    for offset, signature, content_type in BY_FIRST_BYTES:
        if data.startswith(signature, offset):
            return content_type
    return None
