"""Find every name that a document may become, so that hints suggest none of them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from runcomfy_codegen.json_schema.values import is_array, is_object
from runcomfy_codegen.planning.names.python_names import InvalidNameError, field_name, type_name


def possible_names(document: Any) -> Iterator[str]:
    """Yield every attribute and class that a key anywhere in `document` may become."""
    for key in _keys(document):
        with suppress(InvalidNameError):
            yield field_name(key)
            yield type_name(key)
            yield type_name(key, "Item")


def _keys(value: Any) -> Iterator[str]:
    if is_object(value):
        yield from value
        for item in value.values():
            yield from _keys(item)
    elif is_array(value):
        for item in value:
            yield from _keys(item)
