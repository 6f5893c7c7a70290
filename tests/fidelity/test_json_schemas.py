"""`model_json_schema` is exact: it allows the values that the class accepts, and no others."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import reduce
from operator import getitem
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import BaseModel, TypeAdapter, ValidationError

from tests.fidelity.building import Built
from tests.fidelity.drawing import values
from tests.fidelity.mutations import breaking, constraints, sample, satisfying, with_change
from tests.fidelity.oracle import is_valid, normalised
from tests.fidelity.real import NAMES, REAL, built
from tests.fidelity.strategies import DEFINITIONS, SCHEMAS

OURS = {"x-form-default", "x-media", "x-media-rules"}


@pytest.mark.parametrize("name", NAMES, ids=NAMES.values())
def test_a_value_fits_the_schema_of_a_real_input_exactly_if_the_input_accepts_it(name: str) -> None:
    model, schema = built().modules[name].Input, normalised(REAL[NAMES[name]])
    json_schema = model.model_json_schema()
    Draft202012Validator.check_schema(json_schema)
    body = sample(schema)
    for constraint in constraints(schema):
        here = reduce(getitem, constraint.path, body)
        for value in [*breaking(constraint, here), *satisfying(constraint)]:
            assert_agree(
                model, json_schema, with_change(body, constraint.path, lambda _, value=value: value)
            )
    for left_out in body:
        assert_agree(model, json_schema, {key: body[key] for key in body if key != left_out})
    assert_agree(model, json_schema, {**body, "unknown": 1})


@pytest.mark.parametrize("name", NAMES, ids=NAMES.values())
def test_a_default_is_one_that_the_service_assumes_and_every_value_shown_fits(name: str) -> None:
    json_schema = built().modules[name].Input.model_json_schema()
    assert "NOT_GIVEN" not in json.dumps(json_schema)
    for schema in nodes(json_schema):
        assert {key for key in schema if key.startswith("x-")} <= OURS
        with_definitions = {**schema, "$defs": json_schema.get("$defs", {})}
        defaults = [schema[key] for key in ("default", "x-form-default") if key in schema]
        for value in [*defaults, *schema.get("examples", ())]:
            assert is_valid(with_definitions, value)
        for required in schema.get("required", ()):
            assert "default" not in schema["properties"][required]


@pytest.mark.parametrize("name", NAMES, ids=NAMES.values())
def test_a_real_input_accepts_its_example(name: str) -> None:
    model = built().modules[name].Input
    (example,) = model.model_json_schema()["examples"]
    assert model.model_validate(example).to_payload() == example


def test_the_class_of_a_nested_object_shows_its_own_schema() -> None:
    models = [model for module in built().modules.values() for model in classes(module)]
    assert len(models) > len(NAMES)
    for model in models:
        json_schema = model.model_json_schema()
        Draft202012Validator.check_schema(json_schema)
        assert json_schema["title"]
        assert set(json_schema["properties"]) == {
            field.validation_alias or name for name, field in model.model_fields.items()
        }


@settings(
    max_examples=60,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
@given(st.data(), st.lists(SCHEMAS, min_size=3, max_size=3))
def test_nested_classes_and_outputs_agree_with_their_schemas(data: Any, schemas: list[Any]) -> None:
    properties = dict(zip(("p", "q", "r"), schemas, strict=True))
    schema = {"type": "object", "properties": properties, "$defs": DEFINITIONS}
    module = Built({"m": schema}, {"m": schema}).modules.get("m")
    if module is None:
        return  # two names become the same
    for model in classes(module):
        json_schema, listed = model.model_json_schema(), TypeAdapter(list[model]).json_schema()
        Draft202012Validator.check_schema(json_schema)
        drawn = data.draw(st.lists(values(schema) | members(schemas), min_size=4, max_size=4))
        for value in drawn:
            assert_agree(model, json_schema, value)
            assert is_valid(listed, [value]) == is_valid(json_schema, value)


def members(schemas: list[Any]) -> Any:
    return st.one_of(map(values, schemas))


def assert_agree(model: Any, json_schema: Any, value: Any) -> None:
    assert accepts(model, value) == is_valid(json_schema, value), (value, json_schema)


def accepts(model: Any, value: Any) -> bool:
    try:
        model.model_validate(value)
    except ValidationError:
        return False
    return True


def classes(module: Any) -> list[type[BaseModel]]:
    exported = (getattr(module, name) for name in module.__all__)
    return [value for value in exported if isinstance(value, type) and issubclass(value, BaseModel)]


def nodes(schema: Any) -> Iterator[dict[str, Any]]:
    """Yield the schemas in a real schema, whose values have no objects with these keywords."""
    if isinstance(schema, list):
        for item in schema:
            yield from nodes(item)
    elif isinstance(schema, dict):
        if schema.keys() & {"type", "properties", "enum", "anyOf"}:
            yield schema
        for key, value in schema.items():
            if key not in ("examples", "default", "enum", "x-media-rules"):
                yield from nodes(value)
