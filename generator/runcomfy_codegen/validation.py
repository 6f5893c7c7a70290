"""The one place that imports jsonschema: is this a schema, does this value fit it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from runcomfy_codegen.diagnostics import pointer

_META = Draft202012Validator(Draft202012Validator.META_SCHEMA)
_NOTHING_ELSE: Registry[Any] = Registry()
"""An empty registry, so that no `$ref` is ever fetched from anywhere."""

SHOWN = 160


def schema_problems(schema: Any) -> Iterator[tuple[str, str]]:
    """(pointer, message) of each place where `schema` breaks the 2020-12 metaschema."""
    yield from _problems(_META, schema)


def value_problems(schema: Any, value: Any) -> Iterator[tuple[str, str]]:
    """(pointer, message) of each place where `value` breaks `schema`; both plain JSON."""
    yield from _problems(Draft202012Validator(schema, registry=_NOTHING_ELSE), value)


def judge(documents: Mapping[str, Any]) -> Callable[[Any, Any], bool]:
    """Tells whether a schema takes a value: `judge(documents)(schema, value)`.

    The schema's references lead into `documents`, by their URIs.
    """
    resources = ((uri, DRAFT202012.create_resource(one)) for uri, one in documents.items())
    registry = _NOTHING_ELSE.with_resources(resources)

    def fits(schema: Any, value: Any) -> bool:
        validator = Draft202012Validator(schema, registry=registry)
        return bool(validator.is_valid(value))  # pyright: ignore[reportUnknownMemberType]

    return fits


def _problems(validator: Draft202012Validator, value: Any) -> Iterator[tuple[str, str]]:
    errors: Iterator[ValidationError] = validator.iter_errors(value)  # pyright: ignore[reportUnknownMemberType]
    places = ((pointer(*error.absolute_path), _cut(error.message)) for error in errors)
    yield from sorted(set(places))  # the metaschema's vocabularies repeat each other


def _cut(text: str) -> str:
    return text if len(text) <= SHOWN else text[:SHOWN] + "…"
