"""The one place that imports jsonschema and jsonschema-rs: is it a schema, does a value fit it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextvars import ContextVar
from fractions import Fraction
from itertools import count
from typing import Any, TypeVar

import jsonschema_rs
from jsonschema import Draft202012Validator, validators
from jsonschema.exceptions import ValidationError
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from runcomfy_codegen.json_schema.pointers import join_pointer
from runcomfy_codegen.json_schema.values import is_object
from runcomfy_codegen.patterns import UnsupportedPatternError, matcher

T = TypeVar("T")

_META = Draft202012Validator(Draft202012Validator.META_SCHEMA)
_QUICK_META = jsonschema_rs.Draft202012Validator(Draft202012Validator.META_SCHEMA)

_NOTHING_ELSE: Registry[Any] = Registry()
"""An empty registry, so that no `$ref` is ever fetched from anywhere."""

SHOWN = 160

FOLLOWED = 10_000
"""References that are followed to check one value."""


def schema_problems(schema: Any) -> Iterator[tuple[str, str]]:
    """(pointer, message) of each place where `schema` breaks the 2020-12 metaschema."""
    if not is_sound(schema):
        yield from _problems(_META, schema)


def is_sound(schema: Any) -> bool:
    """Whether `schema` keeps to the metaschema; False where only `schema_problems` can tell.

    jsonschema-rs needs a hundredth of the time, and has the same verdict in other words.
    """
    try:
        return _QUICK_META.is_valid(schema)
    except ValueError:  # half of a surrogate pair is no text to it
        return False


def value_problems(schema: Any, value: Any) -> Iterator[tuple[str, str]]:
    """(pointer, message) of each place where `value` breaks `schema`; both plain JSON."""
    validator = _Mended(schema, registry=_NOTHING_ELSE)
    try:
        yield from _patiently(lambda: list(_problems(validator, value)))
    except _TooLongError:
        yield "", f"that would take following more than {FOLLOWED} references to tell"


def judge(documents: Mapping[str, Any]) -> Callable[[Any, Any], bool]:
    """Tells whether a schema takes a value: `judge(documents)(schema, value)`.

    The schema's references lead into `documents`, by their URIs.
    """
    resources = ((uri, DRAFT202012.create_resource(one)) for uri, one in documents.items())
    registry = _NOTHING_ELSE.with_resources(resources)

    def fits(schema: Any, value: Any) -> bool:
        try:
            return _patiently(lambda: bool(_Mended(schema, registry=registry).is_valid(value)))
        except _TooLongError:
            return False

    return fits


class _TooLongError(Exception):
    """A schema that multiplies its references with each level of the value."""


_followed: ContextVar[Iterator[int]] = ContextVar("followed")


def _patiently(check: Callable[[], T]) -> T:
    """What `check` returns, which may follow `FOLLOWED` references and no more."""
    before = _followed.set(count())
    try:
        return check()
    finally:
        _followed.reset(before)


def _ref(validator: Any, reference: Any, value: Any, schema: Any) -> Iterator[ValidationError]:
    if next(_followed.get()) > FOLLOWED:
        raise _TooLongError
    yield from Draft202012Validator.VALIDATORS["$ref"](validator, reference, value, schema)


def _problems(validator: Any, value: Any) -> Iterator[tuple[str, str]]:
    errors: Iterator[ValidationError] = validator.iter_errors(value)
    places = ((join_pointer(*error.absolute_path), _cut(error.message)) for error in errors)
    yield from sorted(set(places))  # the metaschema's vocabularies repeat each other


def _cut(text: str) -> str:
    return text if len(text) <= SHOWN else text[:SHOWN] + "…"


def _pattern(_: Any, pattern: str, value: Any, __: Any) -> Iterator[ValidationError]:
    if isinstance(value, str) and not _matches(pattern, value):
        yield ValidationError(f"{value!r} does not match {pattern!r}")


def _pattern_properties(validator: Any, rows: Any, value: Any, _: Any) -> Iterator[ValidationError]:
    for name in value if is_object(value) else ():
        for pattern in rows:
            if _matches(pattern, name):
                yield from validator.descend(value[name], rows[pattern], path=name)


def _additional(validator: Any, further: Any, value: Any, schema: Any) -> Iterator[ValidationError]:
    known, patterns = schema.get("properties", {}), schema.get("patternProperties", {})
    for name in value if is_object(value) else ():
        if name in known or any(_matches(pattern, name) for pattern in patterns):
            continue
        if further is False:
            yield ValidationError(f"Additional properties are not allowed: {name!r}")
        else:
            yield from validator.descend(value[name], further, path=name)


def _multiple_of(_: Any, step: Any, value: Any, __: Any) -> Iterator[ValidationError]:
    number = isinstance(value, int | float) and not isinstance(value, bool)
    if number and (Fraction(repr(value)) / Fraction(repr(step))).denominator != 1:
        yield ValidationError(f"{value} is not a multiple of {step}")


def _matches(pattern: str, text: str) -> bool:
    """Whether `text` has a match; what no engine keeps, and was waived, lets everything pass."""
    try:
        return matcher(pattern)(text)
    except UnsupportedPatternError:
        return True


_MENDED: dict[str, Any] = {
    "$ref": _ref,
    "pattern": _pattern,
    "patternProperties": _pattern_properties,
    "additionalProperties": _additional,
    "multipleOf": _multiple_of,
}
"""Keywords that the library reads as Python has them: its patterns, and floats that it divides."""

_untyped: Any = validators
_Mended = _untyped.extend(Draft202012Validator, _MENDED)
"""Draft 2020-12 with those; making it takes longer than a check."""
