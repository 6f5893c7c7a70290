"""The docs' dialect, as a class of the library that validates: JSON Schema 2020-12, but

| in the docs                               | is read as                  |
|-------------------------------------------|-----------------------------|
| type `float`                              | number                      |
| a type that JSON Schema does not know     | any                         |
| a type that no value of the enum is of    | any: the values count       |
| `nullable: true`                          | or null                     |
| `required` names what is not a property   | not required                |
| format `image_uris` and such, no `items`  | the items are strings       |
| `multipleOf` a decimal                    | in decimals: 0.3 is of 0.1  |
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, cast

from jsonschema import Draft202012Validator, TypeChecker, validators
from jsonschema.exceptions import ValidationError
from referencing import Registry

from .._runtime.json_value import is_array, is_object

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
    fits = [one for one in values if any(_CHECKER.is_type(one, name) for name in names)]
    if fits or not values:
        yield from _STANDARD["type"](validator, declared, value, schema) or ()


def _required(
    validator: Any, names: Any, value: Any, schema: _Schema
) -> Iterator[ValidationError]:
    open_to_others = schema.get("additionalProperties", False) is not False
    known: _Schema = schema.get("properties", {})
    for name in names if is_object(value) else ():
        if name not in value and (name in known or open_to_others):
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
    if is_number and Fraction(str(value)) % Fraction(str(step)):
        yield ValidationError(f"{value} is no multiple of {step}")


def _or_null(keyword: _Keyword) -> _Keyword:
    def check(
        validator: Any, limit: Any, value: Any, schema: _Schema
    ) -> Iterator[ValidationError]:
        if value is not None or schema.get("nullable") is not True:
            yield from keyword(validator, limit, value, schema) or ()

    return check


_KEYWORDS: dict[str, _Keyword] = {
    **_STANDARD,
    "type": _type,
    "required": _required,
    "format": _format,
    "multipleOf": _multiple_of,
}

_Dialect: type[Draft202012Validator] = cast(Any, validators).extend(
    Draft202012Validator,
    {name: _or_null(keyword) for name, keyword in _KEYWORDS.items()},
    type_checker=_CHECKER,
)
_NOTHING_ELSE: Registry[Any] = Registry()
"""An empty registry, so that no `$ref` is ever fetched from anywhere."""


@dataclass(frozen=True)
class Misfit:
    """A place where a value does not fit its schema."""

    path: tuple[str | int, ...]
    keyword: str
    limit: Any
    """What the keyword asks for."""
    value: Any
    message: str


def misfits(schema: _Schema, value: Any) -> Iterator[Misfit]:
    """Each place where `value` does not fit `schema`, a schema as it stands in the docs."""
    validator: Any = _Dialect(schema, registry=_NOTHING_ELSE)
    errors: Iterator[ValidationError] = validator.iter_errors(value)
    for error in errors:
        yield Misfit(
            tuple(error.absolute_path),
            str(error.validator),
            error.validator_value,
            error.instance,
            error.message,
        )
