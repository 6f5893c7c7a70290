"""The token: given only to a server that asks for it and that may have it, and never shown."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

NAMES = ("RUNCOMFY_API_TOKEN", "RUNCOMFY_TOKEN", "RUNCOMFY_API_KEY")
"""Environment variables, the first that is set counts."""

_TRUSTED = ("runcomfy.net", "runcomfy.com")
_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_TOKEN = re.compile(r"[!-~]+")


class Tokens:
    """Knows the token of an environment, and which servers have asked for it."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        """Look the token up in `environment`; it is not there in every one."""
        found = (environment.get(name, "").strip() for name in NAMES)
        self._token = next((token for token in found if token), "")
        self._asked: set[str] = set()

    def known_for(self, url: str) -> str:
        """The token where the server of `url` has asked for it before, else nothing."""
        return self.asked_for(url) if _origin(url) in self._asked else ""

    def asked_for(self, url: str) -> str:
        """The token where the server of `url` may have it; that it asks is remembered."""
        if not _may_have(url) or not _TOKEN.fullmatch(self._token):
            return ""
        self._asked.add(_origin(url))
        return self._token

    def hint(self, url: str) -> str:
        """What to do where the server of `url` was not content: the end of a sentence."""
        if not _may_have(url):
            return "without a token, and that host is none of RunComfy's: it gets none"
        if not self._token:
            return f"without a token (set {NAMES[0]})"
        if not _TOKEN.fullmatch(self._token):
            return "without a token, and the one in the environment is no token"
        return "with the token that is set"


def _origin(url: str) -> str:
    scheme, host, port = _split(url)
    return f"{scheme}://{host}:{port}"


def _may_have(url: str) -> bool:
    """Whether a token may go to the server of `url`: RunComfy's own by https, or this machine."""
    scheme, host, _ = _split(url)
    is_runcomfy = any(host == name or host.endswith(f".{name}") for name in _TRUSTED)
    return (scheme == "https" and is_runcomfy) or host in _LOOPBACK


def _split(url: str) -> tuple[str, str, int | None]:
    """Scheme, host and port of `url`; all empty where it is none."""
    try:
        parts = urlsplit(url)
        return parts.scheme.lower(), (parts.hostname or "").lower(), parts.port
    except ValueError:
        return "", "", None
