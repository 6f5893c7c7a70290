"""The rules that turn one schema of the dialect into plain JSON Schema 2020-12.

Each takes a schema (a dict that the rule may change), its JSON pointer and the notes.
`INPUT_RULES` and `OUTPUT_RULES` are their order at each position; subschemas go before
their parent.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import Any

from runcomfy_codegen.diagnostics.codes import Notes
from runcomfy_codegen.dialect import tables
from runcomfy_codegen.dialect.enums import enum_values, type_of
from runcomfy_codegen.dialect.media import media_format, media_name, media_rules
from runcomfy_codegen.dialect.nulls import nullable
from runcomfy_codegen.dialect.positions import Position
from runcomfy_codegen.dialect.refuse import unsupported
from runcomfy_codegen.json_schema.keywords import (
    ANNOTATIONS,
    JSON_TYPES,
    KEPT,
    OUTPUT_KEYWORDS,
    REFUSED,
)
from runcomfy_codegen.json_schema.pointers import join_pointer
from runcomfy_codegen.json_schema.values import Schema, is_array, is_object
from runcomfy_codegen.patterns import UnsupportedPatternError, translated
from runcomfy_codegen.untrusted_text import short_repr

Rule = Callable[[Schema, str, Notes], None]
Rules = Mapping[Position, tuple[Rule, ...]]
ROOTS = ("", "/output")
"""Pointers of the schemas that are no part of another one."""


def implied_type(schema: Schema, at: str, notes: Notes) -> None:
    """A schema with properties and no type means an object; other keywords imply none."""
    if "properties" in schema and not schema.keys() & {"type", "enum", "const"}:
        schema["type"] = "object"
        if at not in ROOTS:  # a document is an object anyway
            notes.add("implied-type", at, "has 'properties' and no type: read as object")


def one_base(schema: Schema, at: str, notes: Notes) -> None:
    """An `$id` inside of a document would change what the references below it mean."""
    if "$id" in schema and at not in ROOTS and '"$ref"' in json.dumps(schema):
        unsupported(at + join_pointer("$id"), "references are not read from another base", notes)
        del schema["$id"]


def patterns(schema: Schema, at: str, notes: Notes) -> None:
    """A pattern that no engine of the clients reads as ECMA 262 does is refused."""
    pattern = schema.get("pattern")
    if isinstance(pattern, str) and not _is_readable(pattern, at + join_pointer("pattern"), notes):
        del schema["pattern"]
    if is_object(rows := schema.get("patternProperties")):
        schema["patternProperties"] = {
            pattern: member
            for pattern, member in rows.items()
            if _is_readable(pattern, at + join_pointer("patternProperties", pattern), notes)
        }


def _is_readable(pattern: str, at: str, notes: Notes) -> bool:
    try:
        translated(pattern)
    except UnsupportedPatternError as error:
        unsupported(at, f"no engine here keeps the pattern: {error}", notes)
        return False
    return True


def type_name(schema: Schema, at: str, notes: Notes) -> None:
    """`float` is `number`; what JSON Schema does not know is an error."""
    declared = schema.get("type")
    if isinstance(declared, str):
        schema["type"] = _type(declared, at + join_pointer("type"), notes)
    elif is_array(declared):
        schema["type"] = [
            _type(name, at + join_pointer("type", index), notes)
            for index, name in enumerate(declared)
        ]


def _type(name: Any, at: str, notes: Notes) -> Any:
    if not isinstance(name, str):
        return name  # the metaschema will say so
    if name in tables.TYPE_NAMES:
        meant = tables.TYPE_NAMES[name]
        notes.add("float-type", at, f"type {name!r} is read as {meant!r}")
        return meant
    if name not in JSON_TYPES:
        close = get_close_matches(name, JSON_TYPES, 1)
        hint = f"did the page mean {close[0]!r}?" if close else "one of JSON Schema's types"
        notes.add("unknown-type", at, f"there is no type {short_repr(name)}", hint)
    return name


def required(schema: Schema, at: str, notes: Notes) -> None:
    """`required` keeps the names that exist, once each."""
    names, properties = schema.get("required"), schema.get("properties")
    if not is_array(names) or schema.get("type") != "object":
        return
    known = properties if is_object(properties) else {}
    kept: list[Any] = []
    for index, name in enumerate(names):
        place = at + join_pointer("required", index)
        if name in kept:
            notes.add("required-twice", place, f"names {short_repr(name)} a second time")
        elif isinstance(name, str) and name not in known and _is_closed(schema):
            close = get_close_matches(name, known, 1)
            hint = f"did the page mean {close[0]!r}?" if close else "tell RunComfy"
            notes.add(
                "required-unknown", place, f"no property {short_repr(name)}: not required", hint
            )
        else:
            kept.append(name)
    schema["required"] = kept


def _is_closed(schema: Schema) -> bool:
    return schema.get("additionalProperties") is False and "patternProperties" not in schema


def untranslated(schema: Schema, at: str, notes: Notes) -> None:
    """A title that is a key of the page's translation says nothing to a reader."""
    title = schema.get("title")
    if isinstance(title, str) and title.startswith(tables.UNTRANSLATED):
        del schema["title"]
        notes.add(
            "untranslated", at + join_pointer("title"), f"{title} is a key of the page: ignored"
        )


def known_keywords(schema: Schema, at: str, notes: Notes) -> None:
    """Every keyword is kept, an annotation, or named: as unsupported or as unknown."""
    for keyword in list(schema):
        place = at + join_pointer(keyword)
        if keyword in REFUSED:
            unsupported(place, f"nothing here keeps {short_repr(keyword)}", notes)
            del schema[keyword]
        elif keyword not in KEPT | ANNOTATIONS | tables.DIALECT:
            _unknown(keyword, place, notes)
            del schema[keyword]


def _unknown(keyword: str, place: str, notes: Notes) -> None:
    if keyword.startswith("x-"):
        return
    close = get_close_matches(keyword, KEPT | REFUSED, 1, 0.8)
    hint = f"did the page mean {close[0]!r}?" if close else ""
    notes.add("unknown-keyword", place, f"no keyword {short_repr(keyword)}: ignored", hint)


def listed_type(schema: Schema, _: str, __: Notes) -> None:
    """An output may get values that its enum does not list: of the same type."""
    values = schema.get("enum", [schema["const"]] if "const" in schema else None)
    if "type" not in schema and is_array(values):
        names = dict.fromkeys(type_of(value) for value in values)
        if names:
            schema["type"] = list(names) if len(names) > 1 else next(iter(names))


def further_items(schema: Schema, _: str, __: Notes) -> None:
    """An output may get items behind those that its schema has."""
    if schema.get("items") is False:
        del schema["items"]


def unenforced_keywords(schema: Schema, at: str, notes: Notes) -> None:
    """An output is taken as it comes: what would constrain it is left out, but for its types."""
    for keyword in list(schema):
        if keyword not in OUTPUT_KEYWORDS | ANNOTATIONS:
            if keyword not in KEPT | REFUSED | tables.DIALECT:
                _unknown(keyword, at + join_pointer(keyword), notes)
            del schema[keyword]


_KEYWORDS: tuple[Rule, ...] = (known_keywords, one_base, patterns)
_MEDIA: tuple[Rule, ...] = (media_format, media_name, media_rules)

INPUT_RULES: Rules = {
    Position.WHOLE: (
        *_KEYWORDS,
        implied_type,
        type_name,
        *_MEDIA,
        required,
        enum_values,
        untranslated,
        nullable,
    ),
    Position.PART: (*_KEYWORDS, type_name, *_MEDIA, enum_values, untranslated, nullable),
    Position.TEST: (*_KEYWORDS, type_name, nullable),
}
"""The rules for an input, in this order: later ones rely on types being plain."""

_OUTPUT_RULES: tuple[Rule, ...] = (
    listed_type,
    further_items,
    unenforced_keywords,
    implied_type,
    type_name,
    media_format,
    untranslated,
    nullable,
)
OUTPUT_RULES: Rules = dict.fromkeys(Position, _OUTPUT_RULES)
"""The rules for an output, which is read and not checked."""
