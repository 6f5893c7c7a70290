"""URLs of databases, whose passwords no message may show."""

import re

from ...errors import JournalError

POSTGRES = ("postgresql://", "postgres://")

_USER_INFO = re.compile(r"^(\w+:/*[^:@]*):(.*)@", re.DOTALL)
"""Scheme and user, and the password: up to the last `@`, as it may not be encoded."""

_PASSWORD = re.compile(r"(password=)[^&]*", re.IGNORECASE)
"""The password as a parameter."""

_MISREAD = re.compile(r"[@/\s]")
"""Characters that end a password too early, or are refused."""

_NOT_ENCODED = re.compile(r"%(?!(?!00)[0-9A-Fa-f]{2})")
"""A percent sign that does not encode a character."""


def is_url(where: str) -> bool:
    """Whether `where` is meant as the URL of a database, perhaps a wrong one."""
    return "://" in where or where.lower().startswith(("postgresql:", "postgres:"))


def check_url(url: str) -> None:
    """Raise `JournalError` for a URL that the driver would misread, and cite in its error."""
    user_info = _USER_INFO.match(url)
    password = user_info[2] if user_info else ""
    if _NOT_ENCODED.search(url) or _MISREAD.search(password):
        raise JournalError(
            "the URL of the journal's database cannot be read: give the special characters "
            "of its user and password as %XX"
        )


def without_password(where: str) -> str:
    """Return a path, or a URL with `***` in place of its password."""
    if not is_url(where):
        return where
    return _PASSWORD.sub(r"\1***", _USER_INFO.sub(r"\1:***@", where))
