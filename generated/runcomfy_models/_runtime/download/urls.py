# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 2ff8f5c35fa26ff1bdf71a3c2f5d6d61
"""The URLs in an output, and the hosts that files may be downloaded from."""

import re
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import SplitResult, urlsplit

from ..json_value import is_array, is_object
from ..whole_characters import encodable

_NAME = re.compile(r"[\w-]+(\.[\w-]+)*")
"""A host name that every URL library reads alike: no escapes, backslashes or blanks."""


def file_urls(output: Any) -> list[str]:
    """Return each http(s) URL in an output once, in the order of the JSON."""
    return list(dict.fromkeys(_urls(output)))


def refusal_reason(url: str, hosts: Sequence[str], base_url: str) -> str | None:
    """Return why `url` is not downloaded; None if it is allowed.

    A URL has to be https, on one of `hosts` or a subdomain of one. URLs on the origin of
    the API (`base_url`) are allowed too, even without https when that is on loopback.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return "it is not a URL"
    if parts.username is not None or parts.password is not None:
        return "it contains a user name"
    if base_url and _origin(parts) == _origin(urlsplit(base_url)):
        return None
    if parts.scheme != "https":
        return "it is not https"
    if port not in (None, 443) or not any(_is_under(parts, host) for host in hosts):
        return "its host is not in download_hosts"
    return None


def without_query(url: str) -> str:
    """Return `url` for a message: truncated, and without its query, which may have a signature."""
    return encodable(url.partition("?")[0].partition("#")[0][:200])


def _urls(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        if value.lower().startswith(("https://", "http://")):
            yield value
    elif is_array(value):
        for item in value:
            yield from _urls(item)
    elif is_object(value):
        for item in value.values():
            yield from _urls(item)


def _origin(parts: SplitResult) -> tuple[str, str | None, int | None]:
    usual = {"https": 443, "http": 80}.get(parts.scheme)
    return parts.scheme, parts.hostname, parts.port or usual


def _is_under(parts: SplitResult, host: str) -> bool:
    name = (parts.hostname or "").rstrip(".")
    is_plain = _NAME.fullmatch(name) is not None
    return is_plain and f".{name}".endswith(f".{host.lower()}")
