"""Where the API is: the one place that ever gets the token."""

import re

from .environment import variable
from .service import BASE_URL

_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_URL = re.compile(
    rf"(?P<scheme>https?)://(?P<host>{_LABEL}(?:\.{_LABEL})*|\[[0-9a-f]*:[0-9a-f:.]+\])"
    r"(?::(?P<port>\d{1,5}))?(?:/[a-z0-9._~-]+)*",
    re.ASCII | re.IGNORECASE,
)
_LOOPBACK = re.compile(
    r"localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[?::1\]?", re.ASCII | re.IGNORECASE
)


def find_base_url(base_url: str | None) -> str:
    """`base_url`, else RUNCOMFY_BASE_URL, else the documented one; no slash at its end.

    Raises `ValueError` for anything but https, and http on loopback. The address is
    not quoted there: it may hold a password.
    """
    url = (base_url or variable("RUNCOMFY_BASE_URL") or BASE_URL).rstrip("/")
    match = _URL.fullmatch(url)
    if match is None or int(match["port"] or 0) > 65535:
        raise ValueError(
            "the base URL is https://, a host, and perhaps a port and a path"
        )
    if is_plain(url) and not is_loopback(match["host"]):
        raise ValueError("the base URL needs https; http is for loopback alone")
    return url


def is_plain(base_url: str) -> bool:
    """Whether calls go out unencrypted."""
    return base_url.lower().startswith("http:")


def is_loopback(host: str) -> bool:
    """Whether `host` is this machine."""
    return _LOOPBACK.fullmatch(host) is not None
