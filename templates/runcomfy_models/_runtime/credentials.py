"""Where the token comes from, and an object that keeps it to itself."""

import json
import re
from pathlib import Path
from typing import Any, NoReturn

from .environment import variable
from .errors import AuthenticationError
from .redacting import Redacting

VARIABLES = ("RUNCOMFY_API_TOKEN", "RUNCOMFY_TOKEN", "RUNCOMFY_API_KEY")
"""Environment variables that RunComfy's own tools read, in this order."""

_USABLE = re.compile(r"[!-~]+")


class Token:
    """A token that shows itself in no repr, no pickle and no copy."""

    __slots__ = ("_value", "redacting")

    def __init__(self, value: str, source: str) -> None:
        """Refuses what cannot stand in a header; the message has `source` alone."""
        if not _USABLE.fullmatch(value):
            raise AuthenticationError(
                f"the token from {source} is empty, or holds a blank, a line break or "
                "another character that no token has"
            )
        self._value = value
        self.redacting = Redacting(value)

    def authorization(self) -> str:
        """The value of the `Authorization` header."""
        return f"Bearer {self._value}"

    def __eq__(self, other: object) -> bool:
        """Whether both are the same token."""
        return isinstance(other, Token) and other._value == self._value

    def __hash__(self) -> int:
        """As equality wants it."""
        return hash(self._value)

    def __repr__(self) -> str:
        """Nothing of the token."""
        return "<token>"

    def __reduce__(self) -> NoReturn:
        """Refused: neither a client nor its token is for another process."""
        raise TypeError("a client holds a token and is not pickled; pickle a Request")


def find_token(token: str | None) -> Token:
    """`token`, else the first variable that is set, else the token of RunComfy's CLI.

    Raises `AuthenticationError` where there is none, or where it cannot stand in a
    header. The token itself never stands in the message.
    """
    if token is not None:
        return Token(token, "token=")
    for name in VARIABLES:
        if value := variable(name):
            return Token(value, name)
    path = token_file()
    if value := _access_token(path):
        return Token(value, str(path))
    raise AuthenticationError(
        f"no token: pass token=…, or set {', '.join(VARIABLES)}, or log in with "
        f"RunComfy's CLI, which writes {path}"
    )


def token_file() -> Path:
    """Where RunComfy's CLI keeps its token, whether or not it is there."""
    if folder := variable("RUNCOMFY_CONFIG_DIR"):
        return Path(folder, "token.json")
    config = variable("XDG_CONFIG_HOME") or "~/.config"
    return Path(config, "runcomfy", "token.json")


def _access_token(path: Path) -> str | None:
    try:
        document: Any = json.loads(path.expanduser().read_text(encoding="utf-8-sig"))
        token: Any = document["access_token"]
    except (OSError, ValueError, LookupError, TypeError, RuntimeError):
        return None  # not there, not JSON, or another JSON: as good as no token
    return token if isinstance(token, str) else None
