# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: b940fe0abb1ff852a0433125b2e3d9c0
"""What options may be: each function raises `ValueError` for what would fail later.

Later is in the middle of a paid job. Values are not quoted: they may be secrets.
"""

import re
from collections.abc import Sequence
from inspect import iscoroutinefunction
from typing import TypeGuard

from .json_value import is_object

RESERVED = frozenset(
    {"accept", "authorization", "content-length", "content-type", "host"}
)
"""Headers of the protocol, which no option replaces."""

_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_VALUE = re.compile(r"[!-~]([ -~]*[!-~])?")


def check_number(name: str, value: object, least: float) -> None:
    """A number that is `least` or more; a whole one where `least` is an int."""
    kinds = int if isinstance(least, int) else (int, float)
    if isinstance(value, bool) or not isinstance(value, kinds) or not value >= least:
        raise ValueError(f"{name} is a number, at least {least:g}")


def check_choice(name: str, value: object, choices: tuple[str, ...]) -> None:
    """One of a few words."""
    if value not in choices:
        raise ValueError(f"{name} is one of {', '.join(choices)}")


def check_hosts(value: object) -> None:
    """Several host names."""
    if not _is_list(value) or not all(isinstance(host, str) for host in value):
        raise ValueError("download_hosts is a list of host names")


def check_callback(value: object) -> None:
    """A plain function, or another thing that is called like one."""
    if value is not None and not callable(value):
        raise ValueError("on_update is a function")
    called: object = getattr(type(value), "__call__", None)  # noqa: B004
    if iscoroutinefunction(value) or iscoroutinefunction(called):
        raise ValueError("on_update is a plain function, not a coroutine function")


def check_headers(value: object) -> None:
    """Names and values that can be sent, none of them the protocol's."""
    if not is_object(value):
        raise ValueError("headers are a dict of strings")
    for name, text in value.items():
        _check_header(name, text)


def _is_list(value: object) -> TypeGuard[Sequence[object]]:
    return isinstance(value, list | tuple)


def _check_header(name: object, text: object) -> None:
    if not isinstance(name, str) or not isinstance(text, str):
        raise ValueError("headers are a dict of strings")
    if name.lower() in RESERVED:
        raise ValueError(f"the header {name!r} belongs to the protocol")
    if not (_NAME.fullmatch(name) and _VALUE.fullmatch(text)):
        raise ValueError(f"the header {name!r} is not printable ASCII")
