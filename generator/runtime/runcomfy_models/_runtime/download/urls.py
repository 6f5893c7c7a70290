"""Which URLs are files of an output, and which hosts they may be on."""

import re
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import SplitResult, urlsplit

from ..json_value import is_array, is_object

_NAME = re.compile(r"[\w-]+(\.[\w-]+)*")
"""A host name in which no library reads anything else."""


def file_urls(output: Any) -> list[str]:
    """Every http(s) URL in an output, each once, in the order of the JSON."""
    return list(dict.fromkeys(_urls(output)))


def refusal(url: str, hosts: Sequence[str], base_url: str) -> str | None:
    """Why nothing is fetched from `url`; None where it may be.

    It is https, on one of `hosts` or a subdomain of one. What the API itself serves
    (`base_url`) may be fetched as the API is called: on loopback without https.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return "it is no URL"
    if parts.username is not None or parts.password is not None:
        return "it holds a user name"
    if base_url and _origin(parts) == _origin(urlsplit(base_url)):
        return None
    if parts.scheme != "https":
        return "it is not https"
    if port not in (None, 443) or not any(_is_under(parts, host) for host in hosts):
        return "its host is none of download_hosts"
    return None


def without_query(url: str) -> str:
    """`url` without its query, which may hold a signature, cut where it is long."""
    bare = url.partition("?")[0].partition("#")[0][:200]
    return bare.encode(errors="backslashreplace").decode()


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
