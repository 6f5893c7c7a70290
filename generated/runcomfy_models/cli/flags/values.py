# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 3161d81e26ab6dbe0d17a07420d51efc
"""Read values from texts: `5`, or `prompt=a close-up,duration=5` for an object."""

from collections.abc import Sequence
from typing import Any

from runcomfy_models._runtime.json_value import is_array, parse_json
from runcomfy_models._runtime.models.texts import ANYTHING, read_text

from .index import ANY, Flag, Values
from .pairs import read_pairs
from .unreadable import Unreadable

JSON_TYPE = {"integer": "number"}
"""Type of a schema: what `read_text` calls it, if that differs."""


BRACKETS = ("[", "{")
"""The first character of a JSON list or object."""


def read_flag(flag: Flag, given: bool | str | Sequence[str]) -> Any:
    """Return the value of a flag; `given` is true or false, a text, or several texts."""
    values = flag.values
    if isinstance(given, bool):
        return given
    if isinstance(given, str):
        return read_value(given, values)
    if len(given) == 1 and "string" in values.types:  # a text, or several
        return read_value(given[0], values)
    items = values.items or ANY
    if len(given) == 1 and (values_of_list := _json_list(given[0], items)) is not None:
        return values_of_list
    return [read_value(text, items) for text in given]


def read_value(text: str, values: Values) -> Any:
    """Return the value that `text` stands for, if it should be one of `values`; not checked.

    Raises `Unreadable`.
    """
    types = frozenset(JSON_TYPE.get(name, name) for name in values.types) or ANYTHING
    value = read_text(text, types)
    if value is not text or "string" in types:
        return value
    if text.lstrip()[:1] in BRACKETS and {"object", "array"} & types:
        _check_json(text)
    elif "object" in types and (
        pairs := read_pairs(text, [*values.fields], values.open)
    ):
        return {name: read_value(part, _member(name, values)) for name, part in pairs}
    elif "array" in types:  # a list of one item
        return [read_value(text, values.items or ANY)]
    return value


def _check_json(text: str) -> None:
    try:
        parse_json(text)
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"not JSON: {error}") from None


def _json_list(text: str, items: Values) -> list[Any] | None:
    """Return the list that a text such as `[1, 2]` stands for; None if the text is one item."""
    if "string" in (items.types or ANYTHING):  # any text may be an item
        return None
    value = read_text(text, frozenset({"array"}))
    if not is_array(value):
        return None
    is_item = "array" in items.types and not all(map(is_array, value))
    return None if is_item else value


def _member(name: str, values: Values) -> Values:
    return values.fields.get(name, ANY)
