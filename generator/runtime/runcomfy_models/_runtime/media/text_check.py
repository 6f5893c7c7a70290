"""Check a medium given as text: an https URL, or a `data:` URI in base64."""

import re
from base64 import b64decode
from ipaddress import IPv4Address, IPv6Address, ip_address
from pathlib import Path
from unicodedata import normalize
from urllib.parse import urlsplit

from ..http.origin import is_loopback, is_plain
from ..truncating import truncated
from .content_types import by_content, contradicts
from .data_uri import content_type_of, is_data_uri
from .local_files import MAX_MEDIUM_BYTES

EXAMPLE_TYPES = {"video": "video/mp4", "audio": "audio/mpeg"}
"""Kind of medium: a content type of it, for messages; `image/png` for any other."""

_INSTEAD = "give an https:// URL, or Path(…) for a local file"

_WEB = re.compile(r"\s*https?:", re.IGNORECASE)
_BASE64_URI = re.compile(r"data:[^,;\s]+/[^,;\s]+(?:;[^,;\s]+)*;base64,", re.IGNORECASE)

_LABEL = r"[^\W_](?:[\w-]{0,61}[^\W_])?|_[\w-]{0,62}"
_NAME = re.compile(rf"(?:(?:{_LABEL})\.)+(?!\d+\.?$|0x)(?:{_LABEL})\.?")

_NOT_PUBLIC = re.compile(
    r"(?:.*\.)?(?:localhost|local|internal|lan|home\.arpa|invalid|test|onion|alt)\.?"
)
"""Names that public DNS does not have. Source: IANA's special-use domain names."""

_TEST_NAME = re.compile(rf"(?:(?:{_LABEL})\.)+test")
"""Names that are reserved for tests. Source: RFC 6761, section 6.2."""


def text_problem(text: str, kind: str, base_url: str) -> str | None:
    """Return why `text` is not a medium that the service accepts; None if it is one.

    The message says what to give instead. `base_url` is the address of the API.
    """
    if is_data_uri(text):
        return _data_problem(text, kind)
    if not text.strip():
        return f"is empty: {_INSTEAD}"
    if _WEB.match(text):
        return url_problem(text, base_url)
    if path := _local_file(text):
        return f"is a local file: give Path({truncated(path)!r})"
    return f"is not a URL that the service can fetch: {_INSTEAD}"


def url_problem(url: str, base_url: str) -> str | None:
    """Return why the service cannot fetch `url`; None if it can.

    If the API itself is called over http, as in tests, loopback is accepted as well, even over
    http, and so are names below `.test`, which stand for public hosts.
    """
    if " " in url or not url.isprintable():
        return "contains whitespace or control characters: percent-encode them"
    try:
        parts = urlsplit(url)
        scheme, host = parts.scheme, parts.hostname or ""
        _ = parts.port  # raises, too
    except ValueError:
        return f"is not a valid URL: {_INSTEAD}"
    if scheme in ("http", "https") and is_plain(base_url) and is_loopback(host):
        return None
    if scheme != "https":
        is_http = "is http: the service fetches https URLs only"
        return is_http if scheme == "http" else f"is not an https URL: {_INSTEAD}"
    if _is_public(host) or (is_plain(base_url) and _TEST_NAME.fullmatch(host)):
        return None
    name = truncated(host, 80) or "the URL"
    return f"{name} is not a public host: the service cannot fetch it: {_INSTEAD}"


def bytes_problem(kind: str) -> str:
    """Return what to give in place of bytes without a content type."""
    return f'is bytes: give Media(data, "{EXAMPLE_TYPES.get(kind, "image/png")}")'


def _data_problem(uri: str, kind: str) -> str | None:
    match = _BASE64_URI.match(uri)
    example = f'Media(data, "{EXAMPLE_TYPES.get(kind, "image/png")}")'
    if match is None:
        return f"is not of the form data:<type>;base64,<data>: give {example}"
    try:
        data = b64decode(uri[match.end() :].encode("ascii"), validate=True)
    except ValueError:
        return f"is not valid base64: give {example}"
    if not data:
        return "is a data: URI without data"
    if len(data) > MAX_MEDIUM_BYTES:
        return f"is larger than {MAX_MEDIUM_BYTES // 2**20} MiB: give the URL of a larger file"
    detected, declared = by_content(data[:4096]), content_type_of(uri)
    if detected and contradicts(detected, declared):
        return f"is {detected}, not {truncated(declared, 80)}"
    return None


def _is_public(host: str) -> bool:
    """Whether the service may reach `host`: a name of public DNS, or a public address."""
    # Normalized as an HTTP client does it: full-width digits are digits.
    host = normalize("NFKC", host).lower()
    try:
        return _is_global(ip_address(host))
    except ValueError:
        return bool(_NAME.fullmatch(host)) and not _NOT_PUBLIC.fullmatch(host)


def _is_global(address: IPv4Address | IPv6Address) -> bool:
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    address = mapped or address
    return address.is_global and not address.is_multicast


def _local_file(text: str) -> str | None:
    """Return the path of the file that `text` names; None if there is no such file."""
    path = urlsplit(text).path if text[:5].lower() == "file:" else text
    try:
        return path if Path(path).expanduser().is_file() else None
    except (OSError, ValueError, RuntimeError):  # a path that the system cannot have
        return None
