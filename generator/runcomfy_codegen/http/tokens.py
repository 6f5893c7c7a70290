"""Send the API token only to RunComfy's servers, and only once they ask for it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import urlsplit

ENVIRONMENT_VARIABLES = ("RUNCOMFY_API_TOKEN", "RUNCOMFY_TOKEN", "RUNCOMFY_API_KEY")
"""Environment variables of the token; the first that is set counts."""

_TRUSTED_DOMAINS = ("runcomfy.net", "runcomfy.com")
_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_VALID_TOKEN = re.compile(r"[!-~]+")


class Tokens:
    """The token of an environment, and the servers that have asked for it."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        """Look up the token in `environment`; it may be missing."""
        values = (environment.get(name, "").strip() for name in ENVIRONMENT_VARIABLES)
        self._token = next(filter(None, values), "")
        self._asking_servers: set[str] = set()

    def for_known_server(self, url: str) -> str:
        """Return the token if the server of `url` has asked for it before, else ""."""
        return self.for_asking_server(url) if _origin(url) in self._asking_servers else ""

    def for_asking_server(self, url: str) -> str:
        """Return the token if the server of `url` may have it, else "", and remember the server."""
        if not _is_trusted(url) or not _VALID_TOKEN.fullmatch(self._token):
            return ""
        self._asking_servers.add(_origin(url))
        return self._token

    def explain_refusal(self, url: str) -> str:
        """Say why the server of `url` refused a request, and what to do about it."""
        # None of these messages contains the token, not even a malformed one.
        if not _is_trusted(url):
            return "the server requires a token, and only RunComfy's servers get one"
        if not self._token:
            return f"the server requires a token: set {ENVIRONMENT_VARIABLES[0]}"
        if not _VALID_TOKEN.fullmatch(self._token):
            return "the server requires a token, and the one in the environment is malformed"
        return "the server refuses the token in the environment"


def _origin(url: str) -> str:
    address = _address(url)
    return f"{address.scheme}://{address.host}:{address.port}"


def _is_trusted(url: str) -> bool:
    """Return whether `url` is on RunComfy, over https, or on this machine."""
    scheme, host, _ = _address(url)
    is_runcomfy = any(host == name or host.endswith(f".{name}") for name in _TRUSTED_DOMAINS)
    return (scheme == "https" and is_runcomfy) or host in _LOOPBACK


class _Address(NamedTuple):
    """The server of a URL."""

    scheme: str = ""
    host: str = ""
    port: int | None = None


def _address(url: str) -> _Address:
    """Return the server of `url`; its parts are empty if it is not a URL."""
    try:
        parts = urlsplit(url)
        return _Address(parts.scheme.lower(), (parts.hostname or "").lower(), parts.port)
    except ValueError:
        return _Address()
