# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 567603d8401932427e2c672bc0f954e7
"""Check media in a body that fits its schema: only https URLs and `data:` URIs are accepted.

The tables here decide which strings of a raw schema are media, independently of the generator;
tests compare the two.
"""

import re
from collections.abc import Collection, Iterator
from typing import Any, cast

from jsonschema import Draft202012Validator, ValidationError, validators

from ..._runtime.json_value import is_array, is_object
from ..._runtime.media.content_types import kind_of
from ..._runtime.media.data_uri import content_type_of, is_data_uri
from ..._runtime.media.text_check import text_problem
from ..references import NO_REMOTE, with_definitions
from .dialect_validator import (
    KEYWORDS,
    Dialect,
    InputError,
    as_input_error,
)

KINDS = {
    "image": "image",
    "mask": "image",
    "frame": "image",
    "video": "video",
    "audio": "audio",
}
"""Word in the name of a property with the URL of a medium: the kind of medium. It is the last word,
or the one before `url`; both may be plurals."""

SKIPPED = frozenset({"not", "if", "contains"})
"""Keywords that test a value, and do not say what it is."""

_UNIONS = ("anyOf", "oneOf", "allOf")
"""Keywords whose members say what the value is."""

_Schema = dict[str, Any]

LOOPBACK = "http://127.0.0.1"
"""The address of the simulator: media may be on loopback as well."""


def media_errors(
    schema: _Schema, value: Any, samples: Collection[str] = ()
) -> Iterator[InputError]:
    """Yield each medium in `value`, which fits `schema`, that the service would refuse.

    It accepts `samples`, the values that the page shows.
    """
    validator: Any = _Media(with_definitions(schema), registry=NO_REMOTE)
    errors: Iterator[ValidationError] = validator.iter_errors(value)
    for error in map(as_input_error, errors):
        # The value of a union of media may be anything.
        text = error.value if isinstance(error.value, str) else ""
        if not text.strip() or text not in samples:
            yield error


def kind_by_name(name: str) -> str | None:
    """Return the kind of medium that a property called `name` is the URL of; else None."""
    words = re.findall(r"[a-z]+", re.sub(r"(?=[A-Z])", "_", name).lower())
    singular = [word.removesuffix("s") for word in words]
    counted = singular if singular[-1:] == ["url"] else singular[-1:]
    kinds = [KINDS[word] for word in counted if word in KINDS]
    return kinds[-1] if kinds else None


def _format(
    validator: Any, name: Any, value: Any, schema: _Schema
) -> Iterator[ValidationError]:
    yield from KEYWORDS["format"](validator, name, value, schema) or ()
    kind = _kind_by_format(schema)
    if kind and (isinstance(value, str) or "items" not in schema):
        yield from _errors(kind, value, schema)


def _items(
    validator: Any, items: Any, value: Any, schema: _Schema
) -> Iterator[ValidationError]:
    # Checked here, where the default of the whole list is known.
    kind = _kind_by_format(items) or _kind_by_format(schema)
    if kind and is_object(items):
        yield from _errors(kind, value, schema)
        items = {key: value for key, value in items.items() if key != "format"}
    yield from KEYWORDS["items"](validator, items, value, schema) or ()


def _kind_by_format(schema: Any) -> str | None:
    """Return the kind of medium that the format of a schema names."""
    name = schema.get("format") if is_object(schema) else None
    if not isinstance(name, str):
        return None
    match = re.fullmatch(r"(image|video|audio)_uris?", name)
    return match[1] if match else None


def _properties(
    validator: Any, properties: Any, value: Any, schema: _Schema
) -> Iterator[ValidationError]:
    yield from KEYWORDS["properties"](validator, properties, value, schema) or ()
    for name, member in properties.items() if is_object(value) else ():
        kind = kind_by_name(name)
        if kind and name in value and is_object(member) and _is_text(member):
            for error in _errors(kind, value[name], member):
                error.path.appendleft(name)
                yield error


def _is_text(schema: _Schema) -> bool:
    """Whether a schema describes strings, or a list of them, without a media format.

    A union does so if one of its members does.
    """
    if _kind_by_format(schema):
        return False
    if is_object(items := schema.get("items")):
        return _is_text(items)
    members = [member for key in _UNIONS for member in schema.get(key, [])]
    return _is_free_text(schema) or any(
        is_object(member) and _is_text(member) for member in members
    )


def _is_free_text(schema: _Schema) -> bool:
    declared: Any = schema.get("type")
    names: list[Any] = declared if is_array(declared) else [declared]
    return "string" in names and not schema.keys() & {"enum", "const"}


def _errors(kind: str, value: Any, schema: _Schema) -> Iterator[ValidationError]:
    """Yield what is wrong with the media in `value`; values that the page shows are accepted."""
    known = [*_samples(schema), *_samples(schema.get("items")), *_listed(schema)]
    texts = enumerate(value) if is_array(value) else [(None, value)]
    for index, text in texts:
        if not isinstance(text, str) or (text.strip() and text in known):
            continue
        if why := text_problem(text, kind, LOOPBACK) or _wrong_kind(text, kind):
            path = [] if index is None else [index]
            yield ValidationError(why, path=path, validator="media", instance=text)


def _samples(schema: Any) -> Iterator[Any]:
    """Yield the values that the page shows in a schema, those in lists one by one."""
    if is_object(schema):
        values = [schema.get("default"), schema.get("example")]
        for value in (*values, *schema.get("examples", [])):
            yield from value if is_array(value) else [value]


def _listed(schema: _Schema) -> Iterator[Any]:
    """Yield the values that members of a union list: `auto` beside the URL of a medium."""
    for key in _UNIONS:
        for member in schema.get(key, []):
            yield from member.get("enum", []) if is_object(member) else []


def _wrong_kind(text: str, kind: str) -> str | None:
    actual = kind_of(content_type_of(text)) if is_data_uri(text) else ""
    return f"should be {kind}, not {actual}" if actual not in ("", kind) else None


_Media: type[Draft202012Validator] = cast(Any, validators).create(
    meta_schema=Draft202012Validator.META_SCHEMA,
    validators={
        **{
            name: validator
            for name, validator in Dialect.VALIDATORS.items()
            if name not in SKIPPED
        },
        "format": _format,
        "items": _items,
        "properties": _properties,
    },
    type_checker=Dialect.TYPE_CHECKER,
)
