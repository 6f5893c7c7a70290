"""Find the content type of a medium by its first bytes, or by the name of its file."""

import re
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
# Not Python's `mimetypes`, which reads files of the system: results would differ by machine.

_MPEG_RATES = b"[%b]" % b"".join(
    b"\\x%02x" % (16 * bit_rate + sampling_rate)
    for bit_rate in range(1, 15)
    for sampling_rate in range(12)
)
"""The third byte of a frame of MPEG audio: a bit rate and a sampling rate that exist."""

BY_FIRST_BYTES = tuple(
    (re.compile(pattern, re.DOTALL), content_type)
    for pattern, content_type in (
        (rb"\x89PNG\r\n\x1a\n", "image/png"),
        (rb"\xff\xd8\xff", "image/jpeg"),
        (rb"GIF8[79]a", "image/gif"),
        (rb"BM.{4}\0{4}", "image/bmp"),
        (rb"RIFF.{4}WEBP", "image/webp"),
        (rb"II\*\0|MM\0\*", "image/tiff"),
        (rb"(?:\xef\xbb\xbf)?\s*(?:<[?!].{0,1000}?>\s*)*<svg[\s>]", "image/svg+xml"),
        (rb".{4}ftypavi[fs]", "image/avif"),
        (rb".{4}ftyphe(?:i[cxms]|v[cxms])", "image/heic"),
        # The major brand of HEIF does not name the codec; a compatible brand does.
        (rb".{4}ftyp(?:mif1|msf1).{4}(?:.{4}){0,15}?avi[fs]", "image/avif"),
        (
            rb".{4}ftyp(?:mif1|msf1).{4}(?:.{4}){0,15}?he(?:i[cxms]|v[cxms])",
            "image/heic",
        ),
        (rb".{4}ftyp(?:mif1|msf1)", "image/heif"),
        (rb".{4}ftypM4[ABP]", "audio/mp4"),
        (rb".{4}ftypqt", "video/quicktime"),
        (rb".{4}ftyp", "video/mp4"),
        # QuickTime files of before 2001 have no `ftyp`.
        (rb".{4}(?:moov|mdat|wide)", "video/quicktime"),
        (rb"\x1aE\xdf\xa3.{0,60}?\x42\x82.webm", "video/webm"),
        (rb"\x1aE\xdf\xa3", "video/x-matroska"),
        (rb"RIFF.{4}AVI ", "video/x-msvideo"),
        (rb"RIFF.{4}WAVE", "audio/wav"),
        (rb"fLaC", "audio/flac"),
        (rb"OggS.{24,280}?\x80theora", "video/ogg"),
        (rb"OggS", "audio/ogg"),
        (rb"ID3[\x02-\x04]", "audio/mpeg"),
        # The first frame, if no ID3 is before it: MPEG 1, 2 or 2.5, layer III.
        (rb"\xff[\xe2\xe3\xf2\xf3\xfa\xfb]" + _MPEG_RATES, "audio/mpeg"),
        (rb"\xff[\xf0\xf1\xf8\xf9]|ADIF", "audio/aac"),
    )
)
"""The first bytes of a file, and its content type; the first match counts."""
# Sources: RFC 9649 (WebP), RFC 9559 (Matroska), RFC 9639 (FLAC), RFC 3533 (Ogg), ISO/IEC
# 14496-12 (`ftyp`), 23008-12 (HEIF), 11172-3 (MPEG audio), 13818-7 (ADTS).

SAME_TYPE = {
    "image/jpg": "image/jpeg",
    "image/pjpeg": "image/jpeg",
    "image/x-png": "image/png",
    "image/x-ms-bmp": "image/bmp",
    "image/x-bmp": "image/bmp",
    "image/heif": "image/heic",
    "image/heic-sequence": "image/heic",
    "image/heif-sequence": "image/heic",
    "image/avif-sequence": "image/avif",
    "video/x-m4v": "video/mp4",
    "video/matroska": "video/x-matroska",
    "video/avi": "video/x-msvideo",
    "video/msvideo": "video/x-msvideo",
    "audio/mp3": "audio/mpeg",
    "audio/x-mp3": "audio/mpeg",
    "audio/wave": "audio/wav",
    "audio/x-wav": "audio/wav",
    "audio/vnd.wave": "audio/wav",
    "audio/x-flac": "audio/flac",
    "audio/opus": "audio/ogg",
    "audio/vorbis": "audio/ogg",
    "audio/m4a": "audio/mp4",
    "audio/x-m4a": "audio/mp4",
    "audio/x-aac": "audio/aac",
    "audio/aacp": "audio/aac",
}
"""Alias of a content type: the canonical name."""

CONTAINERS = {
    "video/mp4": frozenset({"audio/mp4", "video/3gpp", "audio/3gpp", "audio/aac"}),
    "video/webm": frozenset({"audio/webm"}),
    "video/x-matroska": frozenset({"audio/x-matroska", "video/webm", "audio/webm"}),
    "video/ogg": frozenset({"audio/ogg"}),
}
"""Content type of a container format: other content types with the same first bytes."""


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


def canonical(content_type: str) -> str:
    """Return the canonical name of a content type, without parameters."""
    bare = content_type.partition(";")[0].strip().lower()
    return SAME_TYPE.get(bare, bare)


def by_name(name: str) -> str | None:
    """Return the content type for the suffix of `name`; None if it is not in the table."""
    return BY_SUFFIX.get(PurePath(name).suffix.lower())


def by_content(data: bytes) -> str | None:
    """Return the content type for the first bytes of `data`; None if they are unknown."""
    beginning = data[:4096]
    for pattern, content_type in BY_FIRST_BYTES:
        if pattern.match(beginning):
            return content_type
    return None


def contradicts(content: str, declared: str) -> bool:
    """Whether a file whose first bytes mean the type `content` cannot be of type `declared`."""
    bare = declared.partition(";")[0].strip().lower()
    if bare in WITHOUT_KIND or bare in CONTAINERS.get(content, ()):
        return False
    return canonical(bare) != canonical(content)
