"""Strategies for schemas of the supported keywords."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

Schema = Any
NAMES = st.sampled_from(["a", "b", "c", "x-y", "class"])
TEXTS = st.one_of(
    st.sampled_from(["", "a", "ab", "aab", "b1", "é", "😀😀", "a\n", "1", "5", "null"]),
    st.text("ab1\n\u2028é😀", max_size=4),
)
NUMBERS = st.one_of(
    st.integers(-3, 12),
    st.sampled_from([0.1, 0.3, 0.5, 1.0, 1.5, 5.0, -0.0, 2**53 + 1, 2**70, 1e300, -(2**64)]),
    st.floats(-4, 12, allow_nan=False).map(lambda number: round(number, 2)),
)
SCALARS = st.one_of(st.none(), st.booleans(), NUMBERS, TEXTS)
JSON = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=5,
)
PATTERNS = st.sampled_from(["^a", "b$", "^(a|b)+$", "^[a-z][0-9]$", "a{2}", "^.$", "(?=a)a"])
"""Patterns that Python and ECMA 262 read alike on `TEXTS`; others have their own test."""

SIZES = st.integers(0, 3)
REFERENCES = ["text", "whole", "tree", "chain", "open"]
DEFINITIONS: dict[str, Any] = {
    "text": {"type": "string", "maxLength": 2},
    "whole": {
        "type": "object",
        "properties": {"a": {"type": "integer"}, "b": {"$ref": "#/$defs/text"}},
        "required": ["a"],
        "additionalProperties": False,
    },
    "tree": {"type": ["array", "string"], "items": {"$ref": "#/$defs/tree"}, "maxItems": 2},
    "chain": {
        "type": "object",
        "properties": {"a": {"type": "number"}, "b": {"$ref": "#/$defs/chain"}},
        "additionalProperties": False,
        "dependentRequired": {"b": ["a"]},
    },
    "open": {
        "type": "object",
        "properties": {"c": {"type": "boolean"}},
        "additionalProperties": True,
    },
}


@st.composite
def some(draw: Any, **keywords: st.SearchStrategy[Any]) -> dict[str, Any]:
    """Draw one or two of `keywords`: with more of them, few values would fit."""
    names = st.lists(st.sampled_from(sorted(keywords)), min_size=1, max_size=2, unique=True)
    return {name: draw(keywords[name]) for name in draw(names)}


def typed(name: str, keywords: st.SearchStrategy[dict[str, Any]]) -> st.SearchStrategy[Schema]:
    """Return a schema with `keywords`, mostly with the type that they apply to."""
    declared = st.sampled_from([{"type": name}] * 4 + [{"type": [name, "null"]}, {}])
    return st.builds(lambda head, rest: {**head, **rest}, declared, keywords)


STRINGS = typed("string", some(minLength=SIZES, maxLength=SIZES, pattern=PATTERNS))
BOUNDS: dict[str, st.SearchStrategy[Any]] = {
    "minimum": NUMBERS,
    "maximum": NUMBERS,
    "exclusiveMinimum": NUMBERS,
    "exclusiveMaximum": NUMBERS,
    "multipleOf": st.sampled_from([1, 2, 3, 0.1, 0.5, 2.5, 1e-9]),
}
NUMERIC = st.one_of(typed("integer", some(**BOUNDS)), typed("number", some(**BOUNDS)))
TWINS = [[1], [0], [True], [False, "0"], [1.0, "1"], [[1], [False]], [{"a": 1}], [0.5, 0, None]]
"""Values of enums that Python finds equal to others, such as 1 and true."""

LISTED = st.one_of(
    st.sampled_from(TWINS).map(lambda values: {"enum": values}),
    st.builds(lambda values: {"enum": values}, st.lists(JSON, min_size=1, max_size=4)),
    st.builds(lambda value: {"const": value}, JSON),
    st.sampled_from([{"type": "boolean"}, {"type": "null"}, {}]),
)
LEAVES = st.one_of(STRINGS, NUMERIC, LISTED, st.booleans())


def arrays(inner: st.SearchStrategy[Schema]) -> st.SearchStrategy[Schema]:
    """Return schemas of arrays, often with keywords that work only together."""
    prefix = st.lists(inner, min_size=1, max_size=2)
    counts = {"minContains": SIZES, "maxContains": SIZES}
    together = st.one_of(
        st.fixed_dictionaries({"prefixItems": prefix, "items": inner}),
        st.fixed_dictionaries({"contains": inner}, optional=counts),
    )
    independent = typed(
        "array",
        some(
            items=inner,
            prefixItems=prefix,
            contains=inner,
            minContains=SIZES,
            maxContains=SIZES,
            minItems=SIZES,
            maxItems=SIZES,
            uniqueItems=st.booleans(),
        ),
    )
    return st.one_of(independent, typed("array", together))


def objects(inner: st.SearchStrategy[Schema]) -> st.SearchStrategy[Schema]:
    """Return schemas of objects that mean the same in the docs' dialect and in JSON Schema."""
    names = st.lists(NAMES, max_size=2, unique=True)
    keywords = some(
        required=names,
        patternProperties=st.dictionaries(PATTERNS, inner, min_size=1, max_size=2),
        propertyNames=STRINGS,
        minProperties=SIZES,
        maxProperties=SIZES,
        dependentRequired=st.dictionaries(NAMES, names, max_size=2),
        dependentSchemas=st.dictionaries(NAMES, inner, max_size=1),
    )
    further = st.one_of(st.booleans(), inner)
    properties = st.dictionaries(NAMES, inner, max_size=3)
    named = st.builds(
        lambda members, rest, additional: {
            **rest,
            "type": "object",
            "properties": members,
            "additionalProperties": additional,
        },
        properties,
        keywords,
        further,
    )
    return st.one_of(named, typed("object", keywords))


def combined(inner: st.SearchStrategy[Schema]) -> st.SearchStrategy[Schema]:
    alike = st.sampled_from([STRINGS, NUMERIC]).flatmap(
        lambda strategy: st.lists(strategy, min_size=2, max_size=3)
    )
    several = st.one_of(st.lists(inner, min_size=1, max_size=3), alike)
    logic = some(
        anyOf=several,
        oneOf=several,
        allOf=several,
        **{"not": inner, "if": inner, "then": inner, "else": inner},
    )
    beside = st.one_of(st.just({}), st.just({}), inner.filter(lambda s: not isinstance(s, bool)))
    return st.builds(lambda base, more: {**base, **more}, beside, logic)


def referring(inner: st.SearchStrategy[Schema]) -> st.SearchStrategy[Schema]:
    reference = st.sampled_from(REFERENCES).map(lambda name: {"$ref": f"#/$defs/{name}"})
    reference_and_keywords = st.builds(
        lambda reference_part, object_part: {**object_part, **reference_part},
        reference,
        objects(inner),
    )
    return st.one_of(reference, reference, reference_and_keywords)


SCHEMAS = st.recursive(
    st.one_of(LEAVES, referring(LEAVES)),
    lambda inner: st.one_of(arrays(inner), objects(inner), combined(inner), referring(inner)),
    max_leaves=8,
)
