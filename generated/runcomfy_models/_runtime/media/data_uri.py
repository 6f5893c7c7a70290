# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 2c659f3f8c42fe8f6817b9b1d9591514
"""`data:` URIs, RFC 2397: a medium inside of a request."""

import re
from base64 import b64decode, b64encode
from urllib.parse import quote, unquote, unquote_to_bytes

from .sources import Media

_URI = re.compile(
    r"""data:(?P<type>[^,;"]*+)(?P<parameters>(?:;(?:[^,;"]|"[^"]*+")*+)*+),""",
    re.IGNORECASE,
)

_BLANKS = re.compile(rb"\s+")

_TO_STANDARD = bytes.maketrans(b"-_", b"+/")
"""From the alphabet of base64 for URLs and file names."""


def to_data_uri(media: Media) -> str:
    """The URI that holds `media`."""
    content_type = quote(media.content_type.replace(" ", ""), safe="/;=+")
    return f"data:{content_type};base64,{b64encode(media.data).decode()}"


def is_data_uri(text: str) -> bool:
    """Whether `text` holds its data itself."""
    return text[:5].lower() == "data:"


def media_type(uri: str) -> str:
    """The content type that `uri` tells; empty where it tells none."""
    match = _URI.match(uri)
    return unquote(match["type"]).strip().lower() if match else ""


def from_data_uri(uri: str) -> Media | None:
    """The medium that `uri` holds, without parameters; None where it cannot be read.

    As lenient as a service may be: base64 with line breaks, without padding, in the
    alphabet for URLs, and data that are not in base64 at all.
    """
    match = _URI.match(uri)
    if match is None:
        return None
    in_base64 = match["parameters"].rstrip().lower().endswith(";base64")
    try:
        data = unquote_to_bytes(uri[match.end() :])
        content_type = match["type"].strip().lower() or "text/plain"
        return Media(_decoded(data) if in_base64 else data, content_type)
    except ValueError:
        return None


def _decoded(data: bytes) -> bytes:
    digits = _BLANKS.sub(b"", data).translate(_TO_STANDARD).rstrip(b"=")
    return b64decode(digits + b"=" * (-len(digits) % 4), validate=True)
