"""Validate options: each function raises `ValueError`, unless it says otherwise.

Without it, a bad option would fail later, in the middle of a paid job. Messages do not
quote values, which may be secrets.
"""

import re
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from inspect import iscoroutinefunction
from typing import TypeGuard

from .json_value import is_json, is_object, is_text

RESERVED_HEADERS = frozenset(
    {"accept", "authorization", "content-length", "content-type", "host"}
)
"""Headers of the protocol, which an option cannot replace."""

# RFC 9110, section 5: names are tokens; values are limited to printable ASCII here.
_HEADER_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_HEADER_VALUE = re.compile(r"[!-~]([ -~]*[!-~])?")


def check_text(name: str, value: object) -> None:
    """Require None or a text; raises `TypeError`, like a wrong kind of `http_client`."""
    if value is not None and not isinstance(value, str):
        raise TypeError(f"{name} has to be a str, not {type(value).__name__}")


def check_number(name: str, value: object, minimum: float) -> None:
    """Require a number of at least `minimum`; an int if `minimum` is one."""
    types = int if isinstance(minimum, int) else (int, float)
    if isinstance(value, bool) or not isinstance(value, types) or not value >= minimum:
        raise ValueError(f"{name} has to be a number of at least {minimum:g}")


def check_choice(name: str, value: object, choices: tuple[str, ...]) -> None:
    """Require one of `choices`."""
    if value not in choices:
        raise ValueError(f"{name} has to be one of {', '.join(choices)}")


def check_amount(name: str, value: object) -> None:
    """Require None, or a finite amount of at least 0: a number, or a text that is one."""
    if value is None:
        return
    is_number = isinstance(value, int | float | str | Decimal)
    if isinstance(value, bool) or not is_number or not _is_amount(str(value)):
        raise ValueError(f"{name} has to be an amount of at least 0, such as '0.50'")


def check_flag(name: str, value: object) -> None:
    """Require True or False."""
    if not isinstance(value, bool):
        raise ValueError(f"{name} has to be True or False")


def check_hosts(value: object) -> None:
    """Require a list of host names."""
    if not _is_list(value) or not all(isinstance(host, str) for host in value):
        raise ValueError("download_hosts has to be a list of host names")


def check_callback(name: str, value: object) -> None:
    """Require None or a callable that is not a coroutine function."""
    if value is not None and not callable(value):
        raise ValueError(f"{name} has to be a function")
    call_method: object = getattr(type(value), "__call__", None)  # noqa: B004
    if iscoroutinefunction(value) or iscoroutinefunction(call_method):
        raise ValueError(f"{name} has to be a plain function, not a coroutine function")


def check_journal(journal: object, key: object) -> None:
    """Require a journal where there is a key, and a key that is a text."""
    if journal is not None and not hasattr(journal, "entries"):
        raise ValueError("journal has to be a Journal, of runcomfy_models.journal")
    if key is not None and not (is_text(key) and key):
        raise ValueError("key has to be a text that is not empty, and UTF-8")
    if key is not None and journal is None:
        raise ValueError("a key needs a journal: RunComfy(journal=Journal(…))")


def check_headers(value: object) -> None:
    """Require names and values that can be sent, and none of the protocol's headers."""
    if not is_object(value):
        raise ValueError("headers have to be a dict of strings")
    for name, text in value.items():
        _check_header(name, text)


def check_json(name: str, value: object) -> None:
    """Require a JSON object, by names that are not blank."""
    if not is_object(value) or not is_json(value) or not all(map(str.strip, value)):
        raise ValueError(f"{name} has to be a dict of JSON values by wire name")


def _is_amount(text: str) -> bool:
    try:
        amount = Decimal(text)
    except InvalidOperation:
        return False
    return amount.is_finite() and amount >= 0


def _is_list(value: object) -> TypeGuard[Sequence[object]]:
    return isinstance(value, list | tuple)


def _check_header(name: object, text: object) -> None:
    if not isinstance(name, str) or not isinstance(text, str):
        raise ValueError("headers have to be a dict of strings")
    if name.lower() in RESERVED_HEADERS:
        raise ValueError(f"the header {name!r} is reserved for the protocol")
    if not (_HEADER_NAME.fullmatch(name) and _HEADER_VALUE.fullmatch(text)):
        raise ValueError(f"the header {name!r} is not printable ASCII")
