"""Strategies for pairs of schemas, and for values that distinguish them."""

from __future__ import annotations

import copy
import json
from typing import Any

from hypothesis import strategies as st

Schema = Any

NAMES = st.sampled_from(["a", "b", "c"])
TEXTS = st.sampled_from(["", "a", "b", "ab", "aab", "é", "1"])
NUMBERS = st.one_of(st.integers(-3, 6), st.sampled_from([0.5, 1.5, 2.0, -0.5]))
SCALARS = st.one_of(st.none(), st.booleans(), NUMBERS, TEXTS)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=6,
)
SIZES = st.integers(0, 3)
PATTERNS = st.sampled_from(["a", "^a", "b$", "^.$"])
DEFINITIONS: dict[str, Any] = {
    "text": {"type": "string", "maxLength": 2},
    "tree": {
        "type": "object",
        "properties": {"a": {"type": "integer"}, "b": {"$ref": "#/$defs/tree"}},
        "additionalProperties": False,
    },
    "list": {"type": ["array", "null"], "items": {"$ref": "#/$defs/list"}, "maxItems": 2},
}


def some(**keywords: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Return schemas with any of `keywords`."""
    return st.fixed_dictionaries({}, optional=keywords)


def typed(name: str, keywords: st.SearchStrategy[dict[str, Any]]) -> st.SearchStrategy[Schema]:
    """Return schemas with `keywords`, mostly of the type that they apply to."""
    declared = st.sampled_from([{"type": name}] * 4 + [{"type": [name, "null"]}, {}])
    return st.builds(lambda type_keyword, rest: {**type_keyword, **rest}, declared, keywords)


def leaves() -> st.SearchStrategy[Schema]:
    strings = typed("string", some(minLength=SIZES, maxLength=SIZES, pattern=PATTERNS))
    bounds = some(
        minimum=NUMBERS,
        maximum=NUMBERS,
        exclusiveMinimum=NUMBERS,
        exclusiveMaximum=NUMBERS,
        multipleOf=st.sampled_from([1, 2, 3, 0.5, 1.5]),
    )
    numbers = st.one_of(typed("integer", bounds), typed("number", bounds))
    listed = st.one_of(
        st.lists(VALUES, min_size=1, max_size=4).map(lambda values: {"enum": values}),
        VALUES.map(lambda value: {"const": value}),
        st.sampled_from([{"type": "boolean"}, {"type": "null"}, {}, True, False]),
    )
    references = st.sampled_from(list(DEFINITIONS)).map(lambda name: {"$ref": f"#/$defs/{name}"})
    return st.one_of(strings, numbers, listed, references)


def arrays(inner: st.SearchStrategy[Schema]) -> st.SearchStrategy[Schema]:
    keywords = some(
        items=inner,
        prefixItems=st.lists(inner, min_size=1, max_size=2),
        contains=inner,
        minContains=SIZES,
        maxContains=SIZES,
        minItems=SIZES,
        maxItems=SIZES,
        uniqueItems=st.booleans(),
    )
    return typed("array", keywords)


def objects(inner: st.SearchStrategy[Schema]) -> st.SearchStrategy[Schema]:
    names = st.lists(NAMES, max_size=2, unique=True)
    keywords = some(
        properties=st.dictionaries(NAMES, inner, max_size=3),
        required=names,
        additionalProperties=st.one_of(st.booleans(), inner),
        patternProperties=st.dictionaries(PATTERNS, inner, min_size=1, max_size=2),
        propertyNames=some(maxLength=SIZES, pattern=PATTERNS, enum=st.just(["a", "b"])),
        minProperties=SIZES,
        maxProperties=SIZES,
        dependentRequired=st.dictionaries(NAMES, names, max_size=2),
        dependentSchemas=st.dictionaries(NAMES, inner, max_size=1),
    )
    return typed("object", keywords)


def combined(inner: st.SearchStrategy[Schema]) -> st.SearchStrategy[Schema]:
    several = st.lists(inner, min_size=1, max_size=3)
    logic = some(
        anyOf=several,
        oneOf=several,
        allOf=several,
        **{"not": inner, "if": inner, "then": inner, "else": inner},
    )
    beside = st.one_of(
        st.just({}), st.just({}), inner.filter(lambda schema: isinstance(schema, dict))
    )
    return st.builds(lambda base, more: {**base, **more}, beside, logic)


SCHEMAS = st.recursive(
    leaves(), lambda inner: st.one_of(arrays(inner), objects(inner), combined(inner)), max_leaves=6
)


@st.composite
def pairs(draw: Any) -> tuple[Schema, Schema]:
    """Draw a schema and an edited copy of it, or sometimes an unrelated one."""
    old = draw(SCHEMAS)
    new = copy.deepcopy(old)
    for _ in range(draw(st.integers(1, 3))):
        new = draw(edited(new))
    definitions = copy.deepcopy(DEFINITIONS)
    if draw(st.integers(0, 3)) == 0:
        name = draw(st.sampled_from(list(definitions)))
        definitions[name] = draw(edited(definitions[name]).filter(_is_well_founded))
    return _whole(old, DEFINITIONS), _whole(new, definitions)


def _is_well_founded(definition: Schema) -> bool:
    """Return whether no reference in `definition` applies to the same value as the definition."""
    if not isinstance(definition, dict):
        return True
    below = ("properties", "items", "prefixItems", "contains", "additionalProperties")
    in_place = {key: value for key, value in definition.items() if key not in below}
    return "$ref" not in json.dumps(in_place)


def _whole(schema: Schema, definitions: Schema) -> Schema:
    return {"allOf": [schema], "$defs": definitions}


@st.composite
def edited(draw: Any, schema: Schema) -> Schema:
    """Draw a copy of `schema` in which one keyword was changed, added or removed."""
    if not isinstance(schema, dict) or draw(st.integers(0, 9)) == 0:
        return draw(SCHEMAS)
    inside = [key for key in schema if isinstance(schema[key], dict | list)]
    if inside and draw(st.integers(0, 2)):
        key = draw(st.sampled_from(inside))
        return {**schema, key: draw(_edited_value(key, schema[key]))}
    if schema and draw(st.booleans()):
        key = draw(st.sampled_from(list(schema)))
        return {name: value for name, value in schema.items() if name != key}
    donor = draw(SCHEMAS.filter(lambda donor: isinstance(donor, dict) and bool(donor)))
    key = draw(st.sampled_from(list(donor)))
    return {**schema, key: donor[key]}


@st.composite
def _edited_value(draw: Any, key: str, value: Any) -> Any:
    if key in ("properties", "patternProperties", "dependentSchemas") and value:
        name = draw(st.sampled_from(list(value)))
        return {**value, name: draw(edited(value[name]))}
    if key in ("anyOf", "oneOf", "allOf", "prefixItems"):
        index = draw(st.integers(0, len(value) - 1))
        return [*value[:index], draw(edited(value[index])), *value[index + 1 :]]
    if key in ("items", "contains", "not", "if", "then", "else", "additionalProperties"):
        return draw(edited(value))
    if key in ("enum", "required") and len(value) > 1:
        index = draw(st.integers(0, len(value) - 1))
        return [*value[:index], *value[index + 1 :]]
    return value


ARRAY, OBJECT = {"type": "array"}, {"type": "object"}
SMALL = st.one_of(
    st.sampled_from([{"type": "string"}, {"type": "integer"}, {"type": "number"}, True, False]),
    st.integers(0, 3).map(lambda size: {"type": "string", "maxLength": size}),
    st.integers(0, 3).map(lambda least: {"type": "integer", "minimum": least}),
    st.integers(0, 3).map(lambda const: {"const": const}),
)
"""Schemas that often imply each other."""

SMALL_LIST = st.lists(SMALL, min_size=1, max_size=3)
SOME_NAMES = st.lists(NAMES, max_size=2, unique=True)
LISTED = st.lists(st.sampled_from([1, 1.0, True, "a", None, 2, [1], {"a": 1}]), min_size=1)
KEYWORDS: dict[str, tuple[Schema, dict[str, st.SearchStrategy[Any]]]] = {
    "type": ({}, {"type": st.sampled_from(["integer", "number", "string", ["integer", "null"]])}),
    "enum": ({}, {"enum": LISTED}),
    "const": ({}, {"const": st.sampled_from([1, 1.0, True, "a", None, [1]])}),
    "minimum": ({}, {"minimum": NUMBERS, "exclusiveMinimum": NUMBERS}),
    "maximum": ({"type": "integer"}, {"maximum": NUMBERS, "exclusiveMaximum": NUMBERS}),
    "multipleOf": ({}, {"multipleOf": st.sampled_from([1, 2, 3, 4, 6, 0.5, 1.5, 0.25])}),
    "length": ({}, {"minLength": SIZES, "maxLength": SIZES}),
    "pattern": ({}, {"pattern": PATTERNS}),
    "items": (ARRAY, {"items": SMALL, "prefixItems": SMALL_LIST, "maxItems": SIZES}),
    "sizes": (ARRAY, {"minItems": SIZES, "maxItems": SIZES, "uniqueItems": st.booleans()}),
    "contains": (ARRAY, {"contains": SMALL, "minContains": SIZES, "maxContains": SIZES}),
    "required": (OBJECT, {"required": SOME_NAMES, "minProperties": SIZES}),
    "properties": (
        OBJECT,
        {
            "properties": st.dictionaries(NAMES, SMALL, max_size=2),
            "additionalProperties": SMALL,
            "patternProperties": st.dictionaries(st.sampled_from(["^a", "b"]), SMALL, max_size=1),
        },
    ),
    "names": (
        {"type": "object", "properties": {"a": True, "ab": True}},
        {
            "additionalProperties": st.booleans(),
            "propertyNames": st.sampled_from([{"maxLength": 1}, {"enum": ["a"]}, {"pattern": "a"}]),
            "maxProperties": SIZES,
        },
    ),
    "dependentRequired": (OBJECT, {"dependentRequired": st.dictionaries(NAMES, SOME_NAMES)}),
    "dependentSchemas": (
        OBJECT,
        {
            "dependentSchemas": st.dictionaries(
                NAMES, SOME_NAMES.map(lambda names: {"required": names}), max_size=2
            )
        },
    ),
    "anyOf": ({}, {"anyOf": SMALL_LIST}),
    "oneOf": ({}, {"oneOf": SMALL_LIST}),
    "allOf": ({}, {"allOf": SMALL_LIST}),
    "not": ({}, {"not": SMALL}),
    "if": ({}, {"if": SMALL, "then": SMALL, "else": SMALL}),
}
"""Name of related keywords: a schema to add them to, and strategies for their values."""


@st.composite
def pairs_by(draw: Any, name: str) -> tuple[Schema, Schema]:
    """Draw two schemas that differ in the keywords of one row of `KEYWORDS`."""
    base, keywords = KEYWORDS[name]
    old, new = draw(some(**keywords)), draw(some(**keywords))
    if draw(st.booleans()):
        new = {**old, **new}
    return {**base, **old}, {**base, **new}
