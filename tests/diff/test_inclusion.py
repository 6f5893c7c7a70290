"""Harmless changes are proven harmless: false alarms would make people ignore the findings."""

from __future__ import annotations

from typing import Any

import pytest

from runcomfy_codegen.diff.comparing import find_changes

TEXT, WHOLE, NUMBER = {"type": "string"}, {"type": "integer"}, {"type": "number"}
ONE_TO_THREE = {**WHOLE, "minimum": 1, "maximum": 3}
NOTHING = {**WHOLE, "minimum": 5, "maximum": 3}
TREE: dict[str, Any] = {
    "$defs": {
        "node": {
            "type": "object",
            "properties": {
                "value": WHOLE,
                "children": {"type": "array", "items": {"$ref": "#/$defs/node"}},
            },
            "additionalProperties": False,
        }
    },
    "$ref": "#/$defs/node",
}
WIDER_TREE = {
    **TREE,
    "$defs": {
        "node": {
            **TREE["$defs"]["node"],
            "properties": {**TREE["$defs"]["node"]["properties"], "value": NUMBER},
        }
    },
}
KINDS = [
    {"properties": {"kind": {"const": name}, "x": WHOLE}, "required": ["kind"], "type": "object"}
    for name in ("a", "b")
]

NO_TEXT: dict[str, Any] = {"not": TEXT}
PROVEN: list[tuple[Any, Any]] = [
    # oneOf in another order, or with members that exclude each other
    ({"oneOf": [TEXT, {"maxLength": 5}]}, {"oneOf": [{"maxLength": 5}, TEXT]}),
    ({"oneOf": [{"enum": [1, 2, 3]}, {"enum": [1, 2]}]}, {"enum": [3]}),
    # patterns that match any text, that are alike, or that ask for a length
    (TEXT, {**TEXT, "pattern": ".*"}),
    (TEXT, {**TEXT, "pattern": ""}),
    ({**TEXT, "pattern": ".+"}, {**TEXT, "pattern": ".{1,}"}),
    ({**TEXT, "pattern": "ab?c+"}, {**TEXT, "minLength": 2}),
    # a range in pieces
    ({**WHOLE, "minimum": 0}, {"anyOf": [{**WHOLE, "maximum": 9}, {**WHOLE, "minimum": 10}]}),
    (NUMBER, {"anyOf": [{**NUMBER, "maximum": 9}, {**NUMBER, "exclusiveMinimum": 9}]}),
    (TEXT, {"oneOf": [{**TEXT, "maxLength": 9}, {**TEXT, "minLength": 10}]}),
    ({"type": "array"}, {"anyOf": [{"maxItems": 2}, {"minItems": 3, "type": "array"}]}),
    # not
    (TEXT, {"not": {"not": TEXT}}),
    ({"not": {"not": TEXT}}, TEXT),
    (NO_TEXT, {"type": ["array", "boolean", "null", "number", "object"]}),
    ({"not": {**TEXT, "minLength": 2}, **TEXT}, {**TEXT, "maxLength": 1}),
    ({"not": {"allOf": [TEXT, {"pattern": "a"}]}}, {"anyOf": [NO_TEXT, {"not": {"pattern": "a"}}]}),
    (NUMBER, {"anyOf": [{**NUMBER, "not": WHOLE}, WHOLE]}),
    # schemas that no value fits
    ({"not": {}}, TEXT),
    ({"allOf": [TEXT, WHOLE]}, {"const": 5}),
    ({"type": "object", "required": ["a"], "properties": {"a": {"not": {}}}}, {"not": {}}),
    ({"type": "array", "minItems": 3, "maxItems": 2}, {"type": "array", "items": TEXT}),
    # multipleOf and integer
    ({**NUMBER, "multipleOf": 2}, WHOLE),
    ({**NUMBER, "multipleOf": 3, "allOf": [{"multipleOf": 5}]}, {**WHOLE, "multipleOf": 15}),
    (WHOLE, {**NUMBER, "multipleOf": 0.5}),
]
"""Schemas of which the second accepts all that the first does, written in quite another way."""


@pytest.mark.parametrize(
    ("narrow", "wide"),
    [
        (WHOLE, NUMBER),
        ({"enum": ["a", "b"]}, {**TEXT, "maxLength": 1}),
        ({**WHOLE, "minimum": 1, "maximum": 3}, {"enum": [1, 2, 3, 4]}),
        ({"type": "boolean"}, {"enum": [True, False, None]}),
        (TEXT, {"anyOf": [TEXT, {"type": "null"}]}),
        ({**TEXT, "maxLength": 4}, {"oneOf": [{**TEXT, "maxLength": 5}, WHOLE]}),
        ({"anyOf": [WHOLE, TEXT]}, {"type": ["string", "number"]}),
        ({"allOf": [WHOLE, {"minimum": 3}]}, {**WHOLE, "minimum": 2}),
        ({**WHOLE, "multipleOf": 4}, {**WHOLE, "multipleOf": 2}),
        ({**NUMBER, "multipleOf": 0.2}, {**NUMBER, "multipleOf": 0.1}),
        ({"oneOf": KINDS}, {"anyOf": KINDS}),
        ({"oneOf": KINDS[:1]}, {"oneOf": KINDS}),
        ({**WHOLE, "minimum": 5}, {**WHOLE, "not": {"maximum": 3}}),
        ({**WHOLE, "not": {"maximum": 5}}, {**WHOLE, "not": {"maximum": 4}}),
        ({**WHOLE, "multipleOf": 6}, {**WHOLE, "if": {"minimum": 3}, "then": {"multipleOf": 2}}),
        (TREE, WIDER_TREE),
        ({"type": "array", "items": WHOLE, "maxItems": 0}, {"type": "array", "items": TEXT}),
        ({"type": "array", "prefixItems": [WHOLE], "items": TEXT}, {"prefixItems": [NUMBER]}),
        (
            {"type": "array", "contains": {"const": 1}, "minContains": 2},
            {"type": "array", "contains": WHOLE},
        ),
        (
            {"type": "object", "properties": {"a": WHOLE}, "additionalProperties": False},
            {"type": "object", "properties": {"a": NUMBER}, "propertyNames": {"maxLength": 1}},
        ),
        (
            {"type": "object", "patternProperties": {"^a": WHOLE}, "additionalProperties": False},
            {"type": "object", "patternProperties": {"^a": NUMBER}},
        ),
        (
            {"type": "object", "required": ["a", "b"]},
            {"type": "object", "dependentRequired": {"a": ["b"]}, "minProperties": 2},
        ),
        # Small ranges of integers are listed
        ({**WHOLE, "exclusiveMinimum": 0, "exclusiveMaximum": 4}, {"enum": [1, 2, 3]}),
        ({**WHOLE, "minimum": -1.5, "maximum": 0.5}, {"enum": [-1, 0]}),
        ({**ONE_TO_THREE, "multipleOf": 2}, {"enum": [2]}),
        # A schema that allows no value is included in any other
        (NOTHING, TEXT),
        ({**TEXT, "minLength": 3, "maxLength": 2}, {**TEXT, "pattern": "x"}),
        ({"properties": {"a": NOTHING}}, {"properties": {"a": False}}),
        ({"type": "object", "properties": {"a": NOTHING}, "required": ["a"]}, TEXT),
    ],
)
def test_a_change_to_a_wider_schema_narrows_nothing(narrow: Any, wide: Any) -> None:
    changes = find_changes(narrow, wide)
    assert changes
    assert not any(change.narrows for change in changes)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (ONE_TO_THREE, {"enum": [1, 2]}),
        (ONE_TO_THREE, {"enum": [2, 3]}),
        (ONE_TO_THREE, {"enum": [1, 3]}),
        ({**WHOLE, "exclusiveMinimum": 0, "exclusiveMaximum": 4}, {"enum": [1, 2]}),
        ({**WHOLE, "minimum": -1.5, "maximum": 0.5}, {"enum": [0]}),
        ({"type": "boolean"}, {"enum": [True]}),
        ({"type": ["boolean", "null"]}, {"enum": [True, False]}),
        ({"enum": ["a", "b"]}, {**TEXT, "maxLength": 0}),
        (NUMBER, WHOLE),
        ({"anyOf": [WHOLE, TEXT]}, TEXT),
        (TREE, NOTHING),
        (
            {"type": "object", "patternProperties": {"^a": WHOLE, "^b": TEXT}},
            {"type": "object", "patternProperties": {"^a": WHOLE, "^b": WHOLE}},
        ),
        (
            {"type": "object", "properties": {"a": WHOLE, "b": TEXT}},
            {"type": "object", "properties": {"a": WHOLE, "b": WHOLE}},
        ),
    ],
)
def test_a_change_that_refuses_a_value_narrows(old: Any, new: Any) -> None:
    assert any(change.narrows for change in find_changes(old, new))


@pytest.mark.parametrize(("old", "new"), PROVEN)
def test_a_schema_that_is_written_quite_differently_narrows_nothing(old: Any, new: Any) -> None:
    assert not any(change.narrows for change in find_changes(old, new))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (TEXT, {**TEXT, "pattern": "^.*$"}),  # it does not match a line break
        ({**TEXT, "minLength": 1}, {**TEXT, "pattern": ".+"}),
        ({**WHOLE, "minimum": 0}, {"anyOf": [{**WHOLE, "maximum": 9}, {**WHOLE, "minimum": 11}]}),
        (NUMBER, {"anyOf": [{**NUMBER, "maximum": 9}, {**NUMBER, "minimum": 10}]}),
        (WHOLE, {"oneOf": [{**WHOLE, "maximum": 9}, {**WHOLE, "minimum": 9}]}),
        ({**NUMBER, "multipleOf": 1.5}, WHOLE),
        (WHOLE, {**NUMBER, "multipleOf": 0.3}),
        (NO_TEXT, {"not": {"type": ["string", "null"]}}),
    ],
)
def test_a_change_that_only_looks_harmless_narrows(old: Any, new: Any) -> None:
    assert any(change.narrows for change in find_changes(old, new))


@pytest.mark.parametrize(
    ("name", "pattern"),
    [("größe", r"^\w+$"), ("٣", r"^\d+$"), ("a\n", "^a$"), ("\x1c", r"^\s$")],
)
def test_names_are_matched_against_patterns_as_ecma_262_reads_them(name: str, pattern: str) -> None:
    """Python's engine matches each name, and would say that only texts were allowed before."""
    patterns = {"type": "object", "patternProperties": {pattern: TEXT}}
    old, new = ({**patterns, "properties": {name: schema}} for schema in ({}, TEXT))
    assert any(change.narrows for change in find_changes(old, new))


def many_times() -> Any:
    """Return a small schema that applies the same definition a billion times."""
    links = [{"allOf": [{"$ref": f"#/$defs/d{n + 1}"}] * 2} for n in range(30)]
    return {"$defs": {**{f"d{n}": link for n, link in enumerate(links)}, "d30": WHOLE}}


def deep() -> Any:
    schema: Any = TEXT
    for _ in range(45):
        schema = {"anyOf": [{"type": "array", "items": schema}, WHOLE]}
    return schema


def wide() -> Any:
    return {"anyOf": [{"const": number} for number in range(1500)]}


def product() -> Any:
    return {
        "allOf": [{"anyOf": [{**WHOLE, "maximum": n}, {**TEXT, "maxLength": n}]} for n in range(40)]
    }


@pytest.mark.parametrize("make", [many_times, deep, wide, product])
def test_a_hostile_schema_is_compared_in_seconds(make: Any) -> None:
    """If a schema is too large to be rewritten, a change counts as breaking."""
    old, new = ({**make(), "allOf": [{"$ref": "#/$defs/d0"}]} for _ in range(2))
    if "$defs" not in old:
        old, new = make(), make()
    assert find_changes(old, new) == []
    assert any(change.narrows for change in find_changes(old, {**new, "maximum": -1}))


def test_two_wide_unions_are_compared_in_seconds() -> None:
    narrower = {"anyOf": wide()["anyOf"][7:]}
    changes = find_changes(wide(), narrower)
    removed = [change.before for change in changes if change.kind == "union-member"]
    assert removed == [{"const": number} for number in range(7)]
    texts = {"anyOf": [{**TEXT, "maxLength": number} for number in range(1000)]}
    other_texts = {"anyOf": [{**TEXT, "maxLength": number + 0.5} for number in range(1000)]}
    assert find_changes(texts, other_texts)
