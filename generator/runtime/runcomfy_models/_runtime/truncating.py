"""Truncate untrusted text for display: it may contain a prompt or a data URI."""

from typing import Any

from .json_value import is_array, is_object

MAX_TEXT = 300
"""Characters of a text in an error message."""

MAX_REPR = 80
"""Characters of a string in a repr."""


def truncated(text: str, limit: int = MAX_TEXT) -> str:
    """Return `text`, cut after `limit` characters."""
    return text if len(text) <= limit else text[:limit] + "…"


def truncated_json(value: Any, levels: int = 20) -> Any:
    """Return a JSON value with every long string in it cut, for an error.

    URLs are kept whole: they are what was paid for. Values nested deeper than `levels` become
    an ellipsis.
    """
    if isinstance(value, str):
        return value if value.startswith(("https://", "http://")) else truncated(value)
    if levels == 0 and isinstance(value, list | dict):
        return "…"
    if is_array(value):
        return [truncated_json(item, levels - 1) for item in value]
    if is_object(value):
        return {
            truncated(key): truncated_json(item, levels - 1)
            for key, item in value.items()
        }
    return value


def truncated_repr(value: Any) -> Any:
    """Return a JSON value with every long string in it cut, for a repr."""
    if isinstance(value, str):
        return truncated(value, MAX_REPR)
    if is_array(value):
        return [truncated_repr(item) for item in value]
    if is_object(value):
        return {key: truncated_repr(item) for key, item in value.items()}
    return value
