"""A generated `Input`, its JSON Schema and the `jsonschema` library agree on every value."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from tests.fidelity.building import Built
from tests.fidelity.drawing import values
from tests.fidelity.oracle import is_valid, normalised, same
from tests.fidelity.strategies import DEFINITIONS, SCHEMAS, objects

PROPERTIES = ["p0", "p1", "p2", "p3"]
VALUES = 12
"""Values to try for each model."""


def compare_properties(data: Any, schemas: list[Any]) -> None:
    """Compare each property by itself; four schemas share the time of one build."""
    schema = {
        "type": "object",
        "properties": dict(zip(PROPERTIES, schemas, strict=True)),
        "additionalProperties": False,
        "$defs": DEFINITIONS,
    }
    bodies = [
        {name: data.draw(values(member))}
        for name, member in schema["properties"].items()
        for _ in range(VALUES // len(PROPERTIES))
    ]
    compare(schema, bodies)


def compare_documents(data: Any, schema: Any) -> None:
    """Compare a whole document: its keywords apply to all inputs together."""
    schema = {"properties": {}, **schema, "type": "object", "$defs": DEFINITIONS}
    schema.setdefault("additionalProperties", True)
    compare(schema, [data.draw(values(schema)) for _ in range(VALUES)])


def compare(schema: Any, bodies: list[Any]) -> None:
    built = Built({"m": schema})
    assert not built.errors["m"] or has_only_expected_errors(built)
    if built.errors["m"]:
        return
    model, plain = built.modules["m"].Input, normalised(schema)
    json_schema = model.model_json_schema()
    for body in bodies:
        expected = is_valid(plain, body)
        assert is_valid(json_schema, body) == expected, json_schema
        if not built.warnings["m"]:
            assert is_valid(schema, body) == expected, "the dialect reads it differently"
        assert_verdict(model, body, expected)


def has_only_expected_errors(built: Built) -> bool:
    """Whether the generator stopped because two names become the same, or no value fits."""
    return {diagnostic.code for diagnostic in built.errors["m"]} <= {
        "name-collision",
        "impossible-required",
    }


def assert_verdict(model: Any, body: Any, expected: bool) -> None:
    """Check that `model` accepts `body` or not, sends it unchanged, and treats keywords alike."""
    by_name = keywords(model, body) if isinstance(body, dict) else None
    if expected:
        inputs = model.model_validate(body)
        assert same(inputs.to_payload(), body), inputs.to_payload()
        assert model(**by_name) == inputs
        return
    with pytest.raises(ValidationError):
        model.model_validate(body)
    if by_name is not None:
        with pytest.raises(ValidationError):
            model(**by_name)


def keywords(model: Any, body: dict[str, Any]) -> dict[str, Any]:
    """Return `body` with the Python names of fields whose wire name differs."""
    names = {field.validation_alias: name for name, field in model.model_fields.items()}
    return {names.get(key, key): value for key, value in body.items()}


LAWS = {
    "property": (compare_properties, st.lists(SCHEMAS, min_size=4, max_size=4)),
    "document": (compare_documents, objects(SCHEMAS)),
}
"""Name: the comparison, and the strategy for its schemas."""


def law(name: str) -> Any:
    """Return a test of one of `LAWS`, to be used once, since settings stick to it."""
    test, schemas = LAWS[name]

    def compare_drawn(data: Any, schema: Any) -> None:
        test(data, schema)

    return given(st.data(), schemas)(compare_drawn)


@pytest.mark.parametrize("name", LAWS)
def test_an_input_accepts_exactly_what_its_schema_allows(name: str) -> None:
    fixed = settings(
        max_examples=50,
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    fixed(law(name))()
