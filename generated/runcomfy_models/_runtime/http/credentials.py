# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 6ff80cdd1fb7d56ba92917c1fd5c2c94
"""Find the API token, and keep it out of reprs, pickles and copies."""

import re
from typing import NoReturn

from ..environment import variable
from ..errors import AuthenticationError
from ..option_checks import check_text
from .redacting import MIN_LENGTH, Redactor, unescaped
from .token_file import stored_token, token_file

TOKEN_VARIABLES = ("RUNCOMFY_API_TOKEN", "RUNCOMFY_TOKEN", "RUNCOMFY_API_KEY")
"""Environment variables that RunComfy's own tools read, in this order."""

_USABLE = re.compile(r"[!-~]+")


class Token:
    """An API token that appears in no repr, pickle or copy."""

    __slots__ = ("__weakref__", "_value", "redactor", "source")

    def __init__(self, value: str, source: str) -> None:
        """Refuse a value that cannot be sent in a header; the message names only `source`."""
        if not _USABLE.fullmatch(value):
            raise AuthenticationError(
                f"the token from {source} is empty, or contains whitespace or a "
                "character that tokens cannot have"
            )
        self._value = value
        self.source = source
        """Where it was found: an argument, an environment variable or a file."""
        self.redactor = Redactor(value)

    def authorization(self) -> str:
        """Return the value of the `Authorization` header."""
        return f"Bearer {self._value}"

    def spellings(self) -> frozenset[str]:
        """Return the token, and how it looks once escapes around it are removed."""
        if len(self._value) < MIN_LENGTH:
            return frozenset()
        return frozenset({self._value, unescaped(self._value)} - {""})

    def for_another_account(self) -> "Token":
        """Return the same token, to be redacted for as long as that account exists."""
        return Token(self._value, self.source)

    def __eq__(self, other: object) -> bool:
        """Whether both are the same token."""
        return isinstance(other, Token) and other._value == self._value

    def __hash__(self) -> int:
        """Hash consistently with equality."""
        return hash(self._value)

    def __repr__(self) -> str:
        """Show nothing of the token."""
        return "<token>"

    def __reduce__(self) -> NoReturn:
        """Refuse to pickle: neither a client nor its token goes to another process."""
        raise TypeError(
            "a client contains a token and cannot be pickled; pickle a Request"
        )


def find_token(token: "str | Token | None") -> Token:
    """Return `token`, else the first variable that is set, else the token of RunComfy's CLI.

    Raises `AuthenticationError` if there is none, or if it cannot be sent in a header. The
    message never contains the token.
    """
    if isinstance(token, Token):
        return token.for_another_account()
    check_text("token", token)
    if token is not None:
        return Token(token, "token=")
    for name in TOKEN_VARIABLES:
        if value := variable(name):
            return Token(value, name)
    path = token_file()
    if value := stored_token():
        return Token(value, str(path))
    raise AuthenticationError(
        f"no token: pass token=…, or set {', '.join(TOKEN_VARIABLES)}, or log in with "
        f"RunComfy's CLI, which writes {path}"
    )
