"""Validate schemas and values.

The only module of the generator that imports jsonschema and jsonschema-rs.
"""

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
from runcomfy_codegen.json_schema.values import is_number, is_object
from runcomfy_codegen.patterns import UnsupportedPatternError, matcher
from runcomfy_codegen.untrusted_text import truncate

T = TypeVar("T")

MAX_MESSAGE_CHARS = 160
"""Characters of a message; jsonschema quotes whole values."""

_MAX_REFERENCES = 10_000
"""References that are followed to check one value."""

_META = Draft202012Validator(Draft202012Validator.META_SCHEMA)
_FAST_META = jsonschema_rs.Draft202012Validator(Draft202012Validator.META_SCHEMA)

_EMPTY_REGISTRY: Registry[Any] = Registry()  # so that a `$ref` is never fetched


def schema_problems(schema: Any) -> Iterator[tuple[str, str]]:
    """Yield pointer and message of each place where `schema` breaks the 2020-12 metaschema."""
    if not is_sound(schema):
        yield from _problems(_META, schema)


def is_sound(schema: Any) -> bool:
    """Whether `schema` is certain to fit the metaschema; if False, ask `schema_problems`."""
    # jsonschema-rs takes a hundredth of the time; its messages are worded differently.
    try:
        return _FAST_META.is_valid(schema)
    except ValueError:  # half of a surrogate pair is not text in Rust
        return False


def value_problems(schema: Any, value: Any) -> Iterator[tuple[str, str]]:
    """Yield pointer and message of each place where `value` breaks `schema`; both plain JSON."""
    validator = _Validator(schema, registry=_EMPTY_REGISTRY)
    try:
        yield from _limited(lambda: list(_problems(validator, value)))
    except _TooManyReferencesError:
        yield "", f"cannot be checked: it follows more than {_MAX_REFERENCES} references"


def value_checker(documents: Mapping[str, Any]) -> Callable[[Any, Any], bool]:
    """Return a function `fits(schema, value)` for schemas that refer to `documents` by URI."""
    resources = (
        (uri, DRAFT202012.create_resource(document)) for uri, document in documents.items()
    )
    registry = _EMPTY_REGISTRY.with_resources(resources)

    def fits(schema: Any, value: Any) -> bool:
        try:
            return _limited(lambda: bool(_Validator(schema, registry=registry).is_valid(value)))
        except _TooManyReferencesError:
            return False

    return fits


class _TooManyReferencesError(Exception):
    """A schema whose references multiply at each level of the value."""


_references: ContextVar[Iterator[int]] = ContextVar("references")


def _limited(check: Callable[[], T]) -> T:
    """Run `check`, which may follow `_MAX_REFERENCES` references."""
    token = _references.set(count())
    try:
        return check()
    finally:
        _references.reset(token)


def _ref(validator: Any, reference: Any, value: Any, schema: Any) -> Iterator[ValidationError]:
    if next(_references.get()) > _MAX_REFERENCES:
        raise _TooManyReferencesError
    yield from Draft202012Validator.VALIDATORS["$ref"](validator, reference, value, schema)


def _problems(validator: Any, value: Any) -> Iterator[tuple[str, str]]:
    errors: Iterator[ValidationError] = validator.iter_errors(value)
    rows = (
        (join_pointer(*error.absolute_path), truncate(error.message, MAX_MESSAGE_CHARS))
        for error in errors
    )
    yield from sorted(set(rows))  # the vocabularies of the metaschema repeat each other


def _pattern(_: Any, pattern: str, value: Any, __: Any) -> Iterator[ValidationError]:
    if isinstance(value, str) and not _matches(pattern, value):
        yield ValidationError(f"{value!r} does not match {pattern!r}")


def _pattern_properties(
    validator: Any, schemas: Any, value: Any, _: Any
) -> Iterator[ValidationError]:
    for name in value if is_object(value) else ():
        for pattern in schemas:
            if _matches(pattern, name):
                yield from validator.descend(value[name], schemas[pattern], path=name)


def _additional_properties(
    validator: Any, subschema: Any, value: Any, schema: Any
) -> Iterator[ValidationError]:
    properties, patterns = schema.get("properties", {}), schema.get("patternProperties", {})
    for name in value if is_object(value) else ():
        if name in properties or any(_matches(pattern, name) for pattern in patterns):
            continue
        if subschema is False:
            yield ValidationError(f"Additional properties are not allowed: {name!r}")
        else:
            yield from validator.descend(value[name], subschema, path=name)


def _multiple_of(_: Any, step: Any, value: Any, __: Any) -> Iterator[ValidationError]:
    if is_number(value) and (Fraction(repr(value)) / Fraction(repr(step))).denominator != 1:
        yield ValidationError(f"{value} is not a multiple of {step}")


def _matches(pattern: str, text: str) -> bool:
    """Whether `text` has a match; a pattern that is not supported, and was waived, has one."""
    try:
        return matcher(pattern)(text)
    except UnsupportedPatternError:
        return True


# Without these, jsonschema would search patterns by `re` and divide floats. Clients do neither.
_CORRECTED: dict[str, Any] = {
    "$ref": _ref,
    "pattern": _pattern,
    "patternProperties": _pattern_properties,
    "additionalProperties": _additional_properties,
    "multipleOf": _multiple_of,
}

_untyped: Any = validators
_Validator = _untyped.extend(Draft202012Validator, _CORRECTED)
"""Draft 2020-12 with corrected keywords; made once, since that takes longer than a check."""
