"""The rules that turn one schema of the dialect into plain JSON Schema 2020-12.

Each takes a schema (a dict that the rule may change), its JSON pointer and the notes.
`INPUT_RULES` and `OUTPUT_RULES` are their order; subschemas go before their parent.
"""

from __future__ import annotations

from collections.abc import Callable
from difflib import get_close_matches
from typing import Any

from runcomfy_codegen.codes import Notes
from runcomfy_codegen.diagnostics import pointer
from runcomfy_codegen.dialect import tables
from runcomfy_codegen.dialect.refuse import unsupported
from runcomfy_codegen.dialect.unions import distribute, lonely_ref, nullable, one_of, split_types
from runcomfy_codegen.dialect.walk import Schema
from runcomfy_codegen.reading.json_value import is_array, is_object

Rule = Callable[[Schema, str, Notes], None]

_TYPES_OF: dict[type, tuple[str, ...]] = {
    int: ("integer", "number"),
    float: ("number",),
    str: ("string",),
    list: ("array",),
    dict: ("object",),
    type(None): ("null",),
}


def implied_type(schema: Schema, at: str, notes: Notes) -> None:
    """A schema with properties means an object, one with items an array, and so on."""
    if schema.keys() & {"type", "enum", "const", "$ref", "anyOf", "oneOf"}:
        return
    for keyword, implied in tables.IMPLIED_TYPES.items():
        if keyword in schema:
            schema["type"] = implied
            notes.add("implied-type", at, f"has {keyword!r} and no type: read as {implied}")
            return


def type_name(schema: Schema, at: str, notes: Notes) -> None:
    """`float` is `number`; what JSON Schema does not know is an error."""
    declared = schema.get("type")
    if isinstance(declared, str):
        schema["type"] = _type(declared, at + pointer("type"), notes)
    elif is_array(declared):
        schema["type"] = [
            _type(name, at + pointer("type", index), notes) for index, name in enumerate(declared)
        ]


def _type(name: Any, at: str, notes: Notes) -> Any:
    if not isinstance(name, str):
        return name  # the metaschema will say so
    if name in tables.TYPE_NAMES:
        meant = tables.TYPE_NAMES[name]
        notes.add("float-type", at, f"type {name!r} is read as {meant!r}")
        return meant
    if name not in tables.TYPES:
        close = get_close_matches(name, tables.TYPES, 1)
        hint = f"did the page mean {close[0]!r}?" if close else "one of JSON Schema's types"
        notes.add("unknown-type", at, f"there is no type {_short(name)}", hint)
    return name


def media_format(schema: Schema, at: str, notes: Notes) -> None:
    """Media formats become an annotation; an array of media has strings for items."""
    name = schema.get("format")
    place = at + pointer("format")
    if not isinstance(name, str):
        return
    if name in tables.MEDIA_FORMATS:
        schema[tables.MEDIA] = tables.MEDIA_FORMATS[name]
        notes.add("media-format", place, f"{name}: the URL of {_a(schema[tables.MEDIA])}")
    elif name in tables.MEDIA_LIST_FORMATS:
        kind = tables.MEDIA_LIST_FORMATS[name]
        notes.add("media-format", place, f"{name}: URLs of {kind} files")
        if "items" not in schema:
            notes.add("media-items", at, "has no items: read as an array of URL strings")
        items = schema.setdefault("items", {"type": "string"})
        if is_object(items):
            items.setdefault(tables.MEDIA, kind)
    else:
        _other_format(name, place, notes)
        return
    del schema["format"]


def _other_format(name: str, place: str, notes: Notes) -> None:
    if name in tables.WIDGET_FORMATS:
        notes.add("widget-format", place, f"{name} names a widget of the web page: no constraint")
    elif name not in tables.PLAIN_FORMATS:
        notes.add("unknown-format", place, f"unknown format {_short(name)}: no constraint")


def media_rules(schema: Schema, at: str, notes: Notes) -> None:
    """`validations` become `[rule, value, message]` rows on the media strings they are about."""
    entries = schema.pop("validations", None)
    if entries is None:
        return
    place = at + pointer("validations")
    rows = _media_rows(entries, place, notes)
    if rows:
        what = ", ".join(f"{rule} {value}" for rule, value, _ in rows)
        notes.add("media-rules", place, f"rules on the media behind the URL: {what}")
        _media_owner(schema)[tables.MEDIA_RULES] = rows


def _media_rows(entries: Any, place: str, notes: Notes) -> list[list[Any]]:
    rows: list[list[Any]] = []
    for index, entry in enumerate(entries if is_array(entries) else [entries]):
        rule = entry.get("validation_rule") if is_object(entry) else None
        value = entry.get("validation_value") if is_object(entry) else None
        if isinstance(rule, str) and isinstance(value, int | float | str):
            rows.append([rule, value, str(entry.get("validation_error", ""))])
        else:
            hint = "expected an object with validation_rule and validation_value"
            notes.add(
                "invalid-media-rule", place + pointer(index), f"ignored: {_short(entry)}", hint
            )
    return rows


def _media_owner(schema: Schema) -> Schema:
    """The string that the rules are about: an array's rules are about its items."""
    items = schema.get("items")
    return items if is_object(items) else schema


def required(schema: Schema, at: str, notes: Notes) -> None:
    """`required` keeps the names that exist, once each."""
    names, properties = schema.get("required"), schema.get("properties")
    if not is_array(names) or schema.get("type") != "object":
        return
    known = properties if is_object(properties) else {}
    kept: list[Any] = []
    for index, name in enumerate(names):
        place = at + pointer("required", index)
        if name in kept:
            notes.add("required-twice", place, f"names {_short(name)} a second time")
        elif isinstance(name, str) and name not in known and not schema.get("additionalProperties"):
            close = get_close_matches(name, known, 1)
            hint = f"did the page mean {close[0]!r}?" if close else "tell RunComfy"
            notes.add("required-unknown", place, f"no property {_short(name)}: not required", hint)
        else:
            kept.append(name)
    schema["required"] = kept


def closed_object(schema: Schema, at: str, notes: Notes) -> None:
    """An object with properties has no others, unless it says so."""
    if schema.get("type") == "object" and "properties" in schema:
        schema.setdefault("additionalProperties", False)


def enum_values(schema: Schema, at: str, notes: Notes) -> None:
    """Values that are not of the declared type can never match; if none is, the values win."""
    if not is_array(schema.get("enum")):
        return
    values = _without_twins(schema["enum"], at, notes)
    if not values:
        unsupported(at + pointer("enum"), "an empty enum allows no value at all", notes)
    schema["enum"] = values
    declared: Any = schema.get("type")
    names: list[Any] = declared if is_array(declared) else [declared]
    fitting = [value for value in values if any(is_type(value, name) for name in names)]
    if declared is None or len(fitting) == len(values):
        return
    place = at + pointer("enum")
    if fitting:
        schema["enum"] = fitting
        notes.add("enum-type", place, f"some values are no {declared}: they can never match")
    else:
        del schema["type"]
        notes.add("enum-type", place, f"no value is of type {declared}: the values count")


def _without_twins(values: list[Any], at: str, notes: Notes) -> list[Any]:
    kept: dict[tuple[str, str], Any] = {}
    for index, value in enumerate(values):
        key = (type(value).__name__, repr(value))
        if key in kept:
            notes.add("enum-twice", at + pointer("enum", index), f"{_short(value)} stands twice")
        kept.setdefault(key, value)
    return list(kept.values())


def is_type(value: Any, name: Any) -> bool:
    """Whether a JSON value is of JSON Schema type `name`: true is no number, 5.0 is an integer."""
    if isinstance(value, bool):
        return bool(name == "boolean")
    if isinstance(value, float) and value.is_integer():
        return name in ("number", "integer")
    return any(name == one for one in _TYPES_OF[type(value)])


def untranslated(schema: Schema, at: str, notes: Notes) -> None:
    """A title that is a key of the page's translation says nothing to a reader."""
    title = schema.get("title")
    if isinstance(title, str) and title.startswith(tables.UNTRANSLATED):
        del schema["title"]
        notes.add("untranslated", at + pointer("title"), f"{title} is a key of the page: ignored")


def known_keywords(schema: Schema, at: str, notes: Notes) -> None:
    """Every keyword is kept, an annotation, or named: as unsupported or as unknown."""
    for keyword in list(schema):
        place = at + pointer(keyword)
        if keyword in tables.REFUSED:
            unsupported(place, f"the generated types cannot keep {_short(keyword)}", notes)
            del schema[keyword]
        elif keyword not in tables.KEPT | tables.ANNOTATIONS | tables.DIALECT:
            _unknown(keyword, place, notes)
            del schema[keyword]


def _unknown(keyword: str, place: str, notes: Notes) -> None:
    if keyword.startswith("x-"):
        return
    close = get_close_matches(keyword, tables.KEPT | tables.REFUSED, 1, 0.8)
    hint = f"did the page mean {close[0]!r}?" if close else ""
    notes.add("unknown-keyword", place, f"no keyword {_short(keyword)}: ignored", hint)


def unenforced_keywords(schema: Schema, at: str, notes: Notes) -> None:
    """An output is taken as it comes: what would constrain it is left out, but for its types."""
    for keyword in list(schema):
        if keyword not in tables.TYPING | tables.ANNOTATIONS:
            if keyword not in tables.KEPT | tables.REFUSED | tables.DIALECT:
                _unknown(keyword, at + pointer(keyword), notes)
            del schema[keyword]


def _a(kind: str) -> str:
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 80 else text[:80] + "…"


INPUT_RULES: tuple[Rule, ...] = (
    known_keywords,
    implied_type,
    type_name,
    media_format,
    media_rules,
    required,
    closed_object,
    enum_values,
    untranslated,
    split_types,
    one_of,
    lonely_ref,
    distribute,
    nullable,
)
"""The rules for an input, in this order: later ones rely on types being plain."""

OUTPUT_RULES: tuple[Rule, ...] = (
    unenforced_keywords,
    implied_type,
    type_name,
    media_format,
    untranslated,
)
"""The rules for an output, which is read and not checked."""
