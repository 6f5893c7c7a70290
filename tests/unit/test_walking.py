"""Every subschema is visited where it stands, changed in place, and found by its steps."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from runcomfy_codegen.json_schema.pointers import split_pointer, value_at
from runcomfy_codegen.json_schema.walking import (
    HOLDERS_AS_WRITTEN,
    every_schema,
    map_subschemas,
    subschema_at,
    subschemas,
)
from tests.fidelity.strategies import SCHEMAS

A, B = {"type": "string"}, {"type": "integer"}
SCHEMA: dict[str, Any] = {
    "items": A,
    "additionalProperties": {"not": B},
    "anyOf": [A, True],
    "properties": {"a/b": {"items": B}, "items": False},
    "definitions": {"old": A},
    "default": {"items": A},
}


def test_direct_subschemas_have_pointer_keyword_and_name() -> None:
    assert [tuple(inner)[1:] for inner in subschemas(SCHEMA, "/x")] == [
        ("/x/items", "items", ""),
        ("/x/additionalProperties", "additionalProperties", ""),
        ("/x/anyOf/0", "anyOf", ""),
        ("/x/anyOf/1", "anyOf", ""),
        ("/x/properties/a~1b", "properties", "a/b"),
        ("/x/properties/items", "properties", "items"),
    ]


def test_definitions_are_visited_where_that_is_asked_for() -> None:
    pointers = [pointer for pointer, _ in every_schema(SCHEMA, "", HOLDERS_AS_WRITTEN)]
    assert pointers[0] == ""
    assert "/definitions/old" in pointers
    assert "/definitions/old" not in dict(every_schema(SCHEMA))


@given(SCHEMAS)
def test_a_pointer_leads_to_its_schema(schema: Any) -> None:
    for pointer, inner in every_schema(schema):
        assert value_at(schema, pointer) is inner
        assert subschema_at(schema, split_pointer(pointer)) is inner


@given(SCHEMAS.filter(lambda schema: isinstance(schema, dict)))
def test_a_change_replaces_each_subschema_and_leaves_the_rest(schema: dict[str, Any]) -> None:
    assert map_subschemas(schema, "", lambda inner: inner.schema) == schema
    numbered = map_subschemas(schema, "", lambda inner: {"title": inner.pointer})
    assert {inner.pointer for inner in subschemas(schema)} == {
        inner.schema["title"] for inner in subschemas(numbered)
    }
    assert numbered.keys() == schema.keys()


@pytest.mark.parametrize(
    "steps", [["anyOf"], ["anyOf", "2"], ["anyOf", "x"], ["default", "items"], ["properties"]]
)
def test_steps_that_lead_to_no_schema_lead_nowhere(steps: list[str]) -> None:
    assert subschema_at(SCHEMA, steps) is None
