# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: d1f0a3dbc32af81d2589410f0a5b3a02
"""Write and read `data:` URIs, which carry a medium in a request. Source: RFC 2397."""

import re
from base64 import b64decode, b64encode
from urllib.parse import quote, unquote, unquote_to_bytes

from .sources import Media

_URI = re.compile(
    r"""data:(?P<type>[^,;"]*+)(?P<parameters>(?:;(?:[^,;"]|"[^"]*+")*+)*+),""",
    re.IGNORECASE,
)

_WHITESPACE = re.compile(rb"\s+")

_TO_STANDARD = bytes.maketrans(b"-_", b"+/")
"""From the URL-safe alphabet of base64 to the standard one. Source: RFC 4648, section 5."""


def to_data_uri(media: Media) -> str:
    """Return the URI that contains `media`."""
    content_type = quote(media.content_type.replace(" ", ""), safe="/;=+")
    return f"data:{content_type};base64,{b64encode(media.data).decode()}"


def is_data_uri(text: str) -> bool:
    """Whether `text` is a `data:` URI."""
    return text[:5].lower() == "data:"


def content_type_of(uri: str) -> str:
    """Return the content type in `uri`; empty if it has none."""
    match = _URI.match(uri)
    return unquote(match["type"]).strip().lower() if match else ""


def from_data_uri(uri: str) -> Media | None:
    """Return the medium in `uri`, without parameters; None if it cannot be read.

    Reads all forms that a service may read: base64 with line breaks, without padding or in the
    URL-safe alphabet, and percent-encoded data.
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
    digits = _WHITESPACE.sub(b"", data).translate(_TO_STANDARD).rstrip(b"=")
    return b64decode(digits + b"=" * (-len(digits) % 4), validate=True)
