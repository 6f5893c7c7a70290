"""The server of a URL, and whether it is one of RunComfy's."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import urlsplit

_DOMAINS = ("runcomfy.net", "runcomfy.com")


class Server(NamedTuple):
    """The server of a URL."""

    scheme: str = ""
    host: str = ""
    port: int | None = None

    @property
    def is_runcomfy(self) -> bool:
        """Whether it is RunComfy's, over https: it may get the token."""
        is_ours = any(self.host == name or self.host.endswith(f".{name}") for name in _DOMAINS)
        return self.scheme == "https" and is_ours


def server_of(url: str) -> Server:
    """Return the server of `url`; its parts are empty if it is not a URL."""
    try:
        parts = urlsplit(url)
        return Server(parts.scheme.lower(), (parts.hostname or "").lower(), parts.port)
    except ValueError:
        return Server()
