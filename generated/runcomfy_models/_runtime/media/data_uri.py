# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""`data:` URIs, RFC 2397: a medium inside of a request."""

import re
from base64 import b64decode, b64encode

from .sources import Media

_URI = re.compile(r"data:(?P<type>[^,;]*)(;[^,;]*)*;base64,", re.IGNORECASE)


def to_data_uri(media: Media) -> str:
    """The URI that holds `media`."""
    return f"data:{media.content_type};base64,{b64encode(media.data).decode()}"


def is_data_uri(text: str) -> bool:
    """Whether `text` holds its data itself."""
    return text[:5].lower() == "data:"


def from_data_uri(uri: str) -> Media | None:
    """The medium that `uri` holds; None where it is none in base64."""
    match = _URI.match(uri)
    if match is None:
        return None
    try:
        data = b64decode(uri[match.end() :], validate=True)
    except ValueError:
        return None
    return Media(data, match["type"].lower())
