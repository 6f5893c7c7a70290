"""How much of a foreign text an error shows: it may quote a prompt or a data URI."""

from typing import Any

from .json_value import is_array, is_object

SHOWN = 300


REPR = 80
"""Characters of a string that a repr shows."""


def shown_value(value: Any) -> Any:
    """`value` with every long string in it cut, for a repr."""
    if isinstance(value, str):
        return shown(value, REPR)
    if is_array(value):
        return [shown_value(item) for item in value]
    if is_object(value):
        return {key: shown_value(item) for key, item in value.items()}
    return value


def told(value: Any, levels: int = 20) -> Any:
    """`value` with every long string in it cut, for an error; URLs are what was paid for."""
    if isinstance(value, str):
        return value if value.startswith(("https://", "http://")) else shown(value)
    if levels == 0 and isinstance(value, list | dict):
        return "…"
    if is_array(value):
        return [told(item, levels - 1) for item in value]
    if is_object(value):
        return {shown(key): told(item, levels - 1) for key, item in value.items()}
    return value


def shown(text: str, limit: int = SHOWN) -> str:
    """`text`, cut behind `limit` characters."""
    return text if len(text) <= limit else text[:limit] + "…"
