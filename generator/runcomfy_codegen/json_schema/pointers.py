"""JSON pointers (RFC 6901): join, split and follow them."""

from __future__ import annotations

from typing import Any

from runcomfy_codegen.json_schema.values import ABSENT, is_array, is_object

_MAX_INDEX_DIGITS = 8
"""Digits of an array index; Python takes long to parse thousands of them."""


def join_pointer(*steps: str | int) -> str:
    """Return the JSON pointer of `steps`: `join_pointer("a/b", 0)` is `/a~1b/0`."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in steps)


def split_pointer(pointer: str) -> list[str]:
    """Return the steps of `pointer`, unescaped; none for the document as a whole."""
    return [step.replace("~1", "/").replace("~0", "~") for step in pointer.split("/")[1:]]


def value_at(document: Any, pointer: str) -> Any:
    """Return the value at `pointer`, or raise `LookupError` if there is none."""
    value = document
    for step in split_pointer(pointer):
        value = value[_key(value, step)]
    return value


def get_at(document: Any, pointer: str, default: Any) -> Any:
    """Return the value at `pointer`, or `default` if there is none."""
    try:
        return value_at(document, pointer)
    except LookupError:
        return default


def exists_at(document: Any, pointer: str) -> bool:
    """Whether `document` has a value at `pointer`."""
    return get_at(document, pointer, ABSENT) is not ABSENT


def remove_at(document: Any, pointer: str) -> None:
    """Remove the value at `pointer` from `document`, or raise `LookupError` if there is none."""
    if not pointer:
        raise LookupError(pointer)
    parent = value_at(document, pointer.rpartition("/")[0])
    del parent[_key(parent, split_pointer(pointer)[-1])]


def _key(value: Any, step: str) -> str | int:
    """Return what `step` means in `value`: a key of an object, an index of an array."""
    if is_object(value):
        return step
    if is_array(value) and step.isdecimal() and len(step) <= _MAX_INDEX_DIGITS:
        return int(step)
    raise LookupError(step)
