"""Read inputs from texts, as a row of a CSV file or a command line has them."""

import re
from collections.abc import Callable, Iterator, Mapping
from math import isfinite
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import InitErrorDetails

from ..json_value import parse_json
from .payload import wire_name
from .validation_errors import error_detail, errors_of

JSON_TYPES = {
    int: "number",
    float: "number",
    bool: "boolean",
    NoneType: "null",
    str: "string",
    list: "array",
    dict: "object",
}
"""Python type: the JSON type of its values."""

ANYTHING = frozenset(JSON_TYPES.values())
"""The types of a value that may be any JSON."""

STRING = frozenset({"string"})

_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?", re.ASCII | re.IGNORECASE)
_WORDS = {"true": True, "false": False}


def read_texts(model: type[BaseModel], texts: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values that `texts` stand for, by wire name; nothing is checked."""
    types = types_by_name(model)
    return {
        name: read_text(text, types.get(name, ANYTHING)) for name, text in texts.items()
    }


def validated_texts(model: type[BaseModel], texts: Mapping[str, Any]) -> Any:
    """Return the `model` of what `texts` stand for, by wire name. Raises `ValidationError`."""
    types = types_by_name(model)
    values = read_texts(model, texts)
    try:
        return model.model_validate(values)
    except ValidationError as error:
        details = list(errors_of(error))
    raise ValidationError.from_exception_data(
        model.__name__, [_explained(detail, types) for detail in details]
    )


def is_blank(text: Any) -> bool:
    """Whether a text counts as left out: it is blank, or the row ended before it."""
    return text is None or (isinstance(text, str) and not text.strip())


def read_text(text: Any, types: frozenset[str]) -> Any:
    """Return the value that `text` stands for, if it may have one of the JSON `types`.

    If `types` have numbers, booleans, arrays or objects, a text that can be read as one of
    these is read so. `null` is read as null if `types` have null and no strings. Any other text
    stays as it is, and so does a value that is not text.
    """
    if not isinstance(text, str):
        return text
    for json_type, read in _READERS.items():
        if json_type in types and (value := read(text.strip())) is not None:
            return value
    is_null = "null" in types and "string" not in types and text.strip() == "null"
    return None if is_null else text


def types_by_name(model: type[BaseModel]) -> dict[str, frozenset[str]]:
    """Return the JSON types that the value of each field may have, by its wire name."""
    model.model_rebuild()  # before it, an annotation may be the name of a type
    return {
        wire_name(name, field): frozenset(_types(field.annotation))
        for name, field in model.model_fields.items()
    }


def _types(annotation: Any) -> Iterator[str]:
    """Yield the JSON types of the values that a Python type has."""
    origin = get_origin(annotation) or annotation
    if origin is Any:
        yield from ANYTHING
    elif origin is Annotated:
        yield from _types(get_args(annotation)[0])
    elif origin is Literal:
        yield from (JSON_TYPES[type(value)] for value in get_args(annotation))
    elif origin in (Union, UnionType):
        for member in get_args(annotation):
            yield from _types(member)
    elif origin in JSON_TYPES:
        yield JSON_TYPES[origin]
    elif isinstance(origin, type) and issubclass(origin, BaseModel):
        yield "object"


def _explained(
    detail: InitErrorDetails, types: Mapping[str, frozenset[str]]
) -> InitErrorDetails:
    """Return an error; where a text has to be JSON, the reason why it is not."""
    steps, text = detail.get("loc", ()), detail["input"]
    if len(steps) != 1 or not isinstance(text, str):
        return detail
    why = json_problem(text, types.get(str(steps[0]), STRING))
    return error_detail("json_invalid", why, steps, text) if why else detail


def json_problem(text: str, types: frozenset[str]) -> str | None:
    """Return why `text` is not JSON, where only an array or an object may stand; else None."""
    if types & {"string", "number", "boolean"}:
        return None
    try:
        parse_json(text)
    except (ValueError, RecursionError) as error:
        return f"Input should be JSON: {error}"
    return None


def _number(text: str) -> int | float | None:
    match = _NUMBER.fullmatch(text)
    if match is None:
        return None
    if match[2] or "." in text:
        value = float(text)
        return value if isfinite(value) else None
    try:
        return int(text)
    except ValueError:  # thousands of digits
        return None


def _boolean(text: str) -> bool | None:
    return _WORDS.get(text.lower())


def _structure(python_type: type) -> Callable[[str], Any]:
    """Return a function that reads JSON text of that type, and returns None for other text."""

    def read(text: str) -> Any:
        try:
            value = parse_json(text)
        except (ValueError, RecursionError):
            return None
        return value if isinstance(value, python_type) else None

    return read


_READERS: dict[str, Callable[[str], Any]] = {
    "number": _number,
    "boolean": _boolean,
    "array": _structure(list),
    "object": _structure(dict),
}
"""JSON type: a function that reads a text as one, or returns None; tried in this order."""
