# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: e2be54fbc6aba951b3340af677645b5c
"""The values that texts stand for: `5`, or `prompt=a close-up,duration=5` for an object."""

import json
import re
from collections.abc import Sequence
from typing import Any

from runcomfy_models._runtime.models.texts import ANYTHING, read_text

from .index import ANY, Flag, Values

JSON_TYPE = {"integer": "number"}
"""Type of a schema: what `read_text` calls it, if that differs."""


BRACKETS = ("[", "{")
"""The first character of a JSON list or object."""


class NotJsonError(ValueError):
    """A text begins like JSON where nothing else may stand, and is none."""


def read_flag(flag: Flag, given: bool | str | Sequence[str]) -> Any:
    """Return the value of a flag that was `given`: true or false, a text, or several texts."""
    values = flag.values
    if isinstance(given, bool):
        return given
    if isinstance(given, str):
        return read_value(given, values)
    if len(given) == 1 and "string" in values.types:  # one or several
        return read_value(given[0], values)
    return [read_value(text, values.items or ANY) for text in given]


def read_value(text: str, values: Values) -> Any:
    """Return the value that `text` stands for where `values` may stand; nothing is checked.

    Raises `NotJsonError`.
    """
    types = frozenset(JSON_TYPE.get(name, name) for name in values.types) or ANYTHING
    value = read_text(text, types)
    if value is not text or "string" in types:
        return value
    if "object" in types and (members := _members(text, values)):
        return {name: read_value(part, _member(name, values)) for name, part in members}
    if text.lstrip()[:1] in BRACKETS and {"object", "array"} & types:
        _check_json(text)
    elif "array" in types:  # the one item of a list
        return [read_value(text, values.items or ANY)]
    return value


def _check_json(text: str) -> None:
    try:
        json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NotJsonError(str(error)) from None


def _members(text: str, values: Values) -> list[tuple[str, str]]:
    """Return names and texts of `prompt=a close-up,duration=5`; none if it has another form.

    A comma begins a new member only before a name that the object has and `=`: others belong to
    the text.
    """
    names = "|".join(map(re.escape, values.fields))
    name = rf"[^\s=,]+|{names}" if values.open or not names else names
    starts = list(re.finditer(rf"(?:^|,)\s*({name})\s*=", text))
    if not starts or starts[0].start() != 0:
        return []
    ends = [*(start.start() for start in starts[1:]), len(text)]
    return [
        (start[1], text[start.end() : end])
        for start, end in zip(starts, ends, strict=True)
    ]


def _member(name: str, values: Values) -> Values:
    return values.fields.get(name, ANY)
