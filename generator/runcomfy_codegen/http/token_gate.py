"""Send the API token only to RunComfy's servers, and only once they ask for it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from runcomfy_codegen.http.servers import Server, server_of

ENVIRONMENT_VARIABLES = ("RUNCOMFY_API_TOKEN", "RUNCOMFY_TOKEN", "RUNCOMFY_API_KEY")
"""Environment variables of the token; the first that is set counts."""

_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_VALID_TOKEN = re.compile(r"[!-~]+")


class TokenGate:
    """The token of an environment, and the servers that it was granted to."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        """Look up the token in `environment`; it may be missing."""
        values = (environment.get(name, "").strip() for name in ENVIRONMENT_VARIABLES)
        self._token = next(filter(None, values), "")
        self._granted: set[Server] = set()

    def granted(self, url: str) -> str:
        """Return the token if it was granted to the server of `url`, else ""."""
        return self._token if server_of(url) in self._granted else ""

    def grant(self, url: str) -> str:
        """Return the token if the server of `url`, which asks for it, may have it from now on."""
        server = server_of(url)
        if not _is_trusted(server) or not _VALID_TOKEN.fullmatch(self._token):
            return ""
        self._granted.add(server)
        return self._token

    def explain_refusal(self, url: str) -> str:
        """Say why the server of `url` refused a request, and what to do about it."""
        # None of these messages contains the token, not even a malformed one.
        if not _is_trusted(server_of(url)):
            return "the server requires a token, and only RunComfy's servers get one"
        if not self._token:
            return f"the server requires a token: set {ENVIRONMENT_VARIABLES[0]}"
        if not _VALID_TOKEN.fullmatch(self._token):
            return "the server requires a token, and the one in the environment is malformed"
        return "the server refuses the token in the environment"


def _is_trusted(server: Server) -> bool:
    return server.is_runcomfy or server.host in _LOOPBACK
