"""Validate values against schemas in the docs' dialect: JSON Schema 2020-12, except that

| the docs say                              | which means                 |
|-------------------------------------------|-----------------------------|
| type `float`                              | number                      |
| a type that JSON Schema does not have     | any type                    |
| a type that no value of the enum has      | any type: the enum counts   |
| `nullable: true`                          | null is allowed as well     |
| `required` names an unknown property      | it is not required          |
| format `image_uris` …, and no `items`     | items are strings           |
| `multipleOf` a decimal                    | exact: 0.1 divides 0.3      |
| `definitions`                             | `$defs`                     |
| patterns                                  | ECMA 262, not Python        |
| `properties`, no `additionalProperties`   | no other properties         |

It shares no code with the generator; tests compare the two.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Any, cast

import regress
from jsonschema import Draft202012Validator, TypeChecker, ValidationError, validators

from ..._runtime.json_value import is_array, is_object
from ..references import NO_REMOTE, References, with_definitions
from .closed_objects import with_closed_objects

_Schema = dict[str, Any]
_Keyword = Callable[[Any, Any, Any, _Schema], Iterator[ValidationError] | None]

_STANDARD: dict[str, _Keyword] = dict(Draft202012Validator.VALIDATORS)
_TYPES = frozenset("array boolean float integer null number object string".split())
_LISTS_OF_URLS = frozenset({"image_uris", "video_uris", "audio_uris"})


def _is_float(checker: TypeChecker, value: object) -> bool:
    return isinstance(value, float | int) and not isinstance(value, bool)


_CHECKER = Draft202012Validator.TYPE_CHECKER.redefine("float", _is_float)


def _type(
    validator: Any, declared: Any, value: Any, schema: _Schema
) -> Iterator[ValidationError]:
    names: list[Any] = declared if is_array(declared) else [declared]
    if not _TYPES.issuperset(names):
        return
    values: list[Any] = schema.get("enum", [])
    if not values or any(
        _CHECKER.is_type(listed, name) for listed in values for name in names
    ):
        yield from _STANDARD["type"](validator, declared, value, schema) or ()


def _required(
    validator: Any, names: Any, value: Any, schema: _Schema
) -> Iterator[ValidationError]:
    known: _Schema = schema.get("properties", {})
    is_closed = schema.get("additionalProperties") is False
    is_open = not is_closed or "patternProperties" in schema
    for name in names if is_object(value) else ():
        if name not in value and (name in known or is_open):
            yield ValidationError("Field required", path=[name])


def _format(
    validator: Any, name: Any, value: Any, schema: _Schema
) -> Iterator[ValidationError]:
    if name in _LISTS_OF_URLS and "items" not in schema and is_array(value):
        yield from validator.descend(value, {"items": {"type": "string"}})


def _multiple_of(
    validator: Any, step: Any, value: Any, schema: _Schema
) -> Iterator[ValidationError]:
    is_number = _CHECKER.is_type(value, "number")
    # Fractions of the decimal digits: with floats, 0.3 % 0.1 is not 0.
    if is_number and Fraction(str(value)) % Fraction(str(step)):
        yield ValidationError(f"{value} is not a multiple of {step}")


def _pattern(
    _: Any, pattern: str, value: Any, __: _Schema
) -> Iterator[ValidationError]:
    if isinstance(value, str) and not _matches(pattern, value):
        yield ValidationError(f"{value!r} does not match {pattern!r}")


def _pattern_properties(
    validator: Any, rows: _Schema, value: Any, _: _Schema
) -> Iterator[ValidationError]:
    for name, member in value.items() if is_object(value) else ():
        for pattern in rows:
            if _matches(pattern, name):
                yield from validator.descend(member, rows[pattern], path=name)


def _additional_properties(
    validator: Any, further: Any, value: Any, schema: _Schema
) -> Iterator[ValidationError]:
    known, patterns = schema.get("properties", ()), schema.get("patternProperties", ())
    for name, member in value.items() if is_object(value) else ():
        if name in known or any(_matches(pattern, name) for pattern in patterns):
            continue
        if further is False:
            yield ValidationError(f"{name!r} is not allowed")
        else:
            yield from validator.descend(member, further, path=name)


def _matches(pattern: str, text: str) -> bool:
    """Whether `text` has a match; raises `regress.RegressError` for an invalid pattern."""
    # Half of a surrogate pair is not text for this engine.
    return _regex(pattern).find(text.encode("utf-8", "replace").decode()) is not None


@cache
def _regex(pattern: str) -> regress.Regex:
    """Compile `pattern` in Unicode mode; if that refuses it, in the older mode."""
    try:
        return regress.Regex(pattern, "u")
    except regress.RegressError:
        return regress.Regex(pattern)


def _or_null(keyword: _Keyword) -> _Keyword:
    """Return `keyword` with null accepted in a nullable schema."""

    def check(
        validator: Any, limit: Any, value: Any, schema: _Schema
    ) -> Iterator[ValidationError]:
        if value is not None or schema.get("nullable") is not True:
            yield from keyword(validator, limit, value, schema) or ()

    return check


KEYWORDS: dict[str, _Keyword] = {
    **_STANDARD,
    "type": _type,
    "required": _required,
    "format": _format,
    "multipleOf": _multiple_of,
    "pattern": _pattern,
    "patternProperties": _pattern_properties,
    "additionalProperties": _additional_properties,
}

Dialect: type[Draft202012Validator] = cast(Any, validators).extend(
    Draft202012Validator,
    {name: _or_null(keyword) for name, keyword in KEYWORDS.items()},
    type_checker=_CHECKER,
)


class DialectDocument:
    """One document in the docs' dialect, whose schemas refer to each other."""

    def __init__(self, schema: _Schema) -> None:
        """Read `schema`, the whole document."""
        self.schema = with_definitions(schema)
        self._references = References(self.schema)
        self._validator: Any = Dialect(self.schema, registry=NO_REMOTE)

    def target(self, reference: str) -> Any:
        """Return the schema that a `$ref` leads to."""
        return self._references.target(reference)

    def fits(self, schema: Any, value: Any) -> bool:
        """Whether `value` fits `schema`, which belongs to the document."""
        return bool(self._validator.evolve(schema=schema).is_valid(value))


@dataclass(frozen=True)
class InputError:
    """A member of a value that does not fit its schema."""

    path: tuple[str | int, ...]
    """Keys and indexes that lead to the member."""
    keyword: str
    limit: Any
    """The value of the keyword in the schema."""
    value: Any
    message: str


class InputSchema:
    """The schema of a model's inputs, as the docs state it."""

    def __init__(self, schema: _Schema) -> None:
        """Read `schema`, the whole document."""
        # The docs mean that an input without `properties` takes no properties.
        document: _Schema = {"properties": {}, **with_definitions(schema)}
        self.closed = with_closed_objects(document)
        """The document with closed objects."""
        self._validator: Any = Dialect(self.closed, registry=NO_REMOTE)

    def errors(self, value: Any) -> Iterator[InputError]:
        """Yield an error for each member of `value` that does not fit."""
        errors: Iterator[ValidationError] = self._validator.iter_errors(value)
        return map(as_input_error, errors)


def as_input_error(error: ValidationError) -> InputError:
    """Convert an error of jsonschema."""
    return InputError(
        tuple(error.absolute_path),
        str(error.validator),
        error.validator_value,
        error.instance,
        error.message,
    )
