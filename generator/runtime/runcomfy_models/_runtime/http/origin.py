"""The addresses of the service, the only places that ever get the token."""

import re

from ..environment import variable
from ..option_checks import check_text
from ..service import BASE_URL

ACCOUNT_URL = "https://api.runcomfy.net"
"""Address of the account's API, beside that of the models. Source: RunComfy's own command."""

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
    """Return `base_url`, else RUNCOMFY_BASE_URL, else the documented one, without a final slash.

    Raises `ValueError` for anything but https, or http on loopback.
    """
    check_text("base_url", base_url)
    url = (base_url or variable("RUNCOMFY_BASE_URL") or BASE_URL).rstrip("/")
    match = _URL.fullmatch(url)
    # Messages do not quote the address: it may contain a password.
    if match is None or int(match["port"] or 0) > 65535:
        raise ValueError(
            "the base URL has to be https://, a host, and optionally a port and a path"
        )
    if is_plain(url) and not is_loopback(match["host"]):
        raise ValueError("the base URL has to be https; http is for loopback only")
    return url


def account_url(base_url: str) -> str:
    """Return the address for calls about the account, given the `base_url`.

    A stand-in for the models' API, such as the simulator, answers these calls too, so that its
    token goes to no other origin.
    """
    return ACCOUNT_URL if base_url.lower() == BASE_URL else base_url


def is_plain(base_url: str) -> bool:
    """Whether calls are sent unencrypted."""
    return base_url.lower().startswith("http:")


def is_loopback(host: str) -> bool:
    """Whether `host` is this machine."""
    return _LOOPBACK.fullmatch(host) is not None
