"""An exported OpenAPI document has the meaning of the schemas, in the keywords of OpenAPI."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema.validators import extend
from openapi_schema_validator import OAS30Validator
from openapi_spec_validator import validate

from runcomfy_codegen.export.exported_model import ExportedModel
from runcomfy_codegen.export.openapi import openapi_document
from runcomfy_codegen.export.openapi_3_0 import as_openapi_3_0
from runcomfy_codegen.export.public_schema import public_schema
from runcomfy_codegen.reading.service_protocol import DOCUMENTED_PROTOCOL
from tests.fidelity.drawing import values
from tests.fidelity.oracle import Exact, is_valid, normalised
from tests.fidelity.strategies import DEFINITIONS, SCHEMAS

CORPUS = Path(__file__).parents[1] / "fidelity" / "input-schemas.json"
REAL: dict[str, Any] = json.loads(CORPUS.read_text("utf-8"))
INPUT = "#/components/schemas/acme.m.Input"


def model(model_id: str, schema: Any) -> ExportedModel:
    return ExportedModel(model_id, public_schema(schema), {"type": "object"})


def document(schema: Any) -> dict[str, Any]:
    return openapi_document([model("acme/m", schema)], DOCUMENTED_PROTOCOL)


def input_with(schema: Any) -> Any:
    """A plain schema of an input with `schema` as one of its properties."""
    return normalised(
        {
            "type": "object",
            "properties": {"p": schema},
            "additionalProperties": False,
            "$defs": DEFINITIONS,
        }
    )


@pytest.mark.parametrize("version", ["3.1", "3.0"])
def test_the_document_of_all_real_schemas_is_valid(version: str) -> None:
    models = [model(model_id, normalised(schema)) for model_id, schema in REAL.items()]
    exported = openapi_document(models, DOCUMENTED_PROTOCOL)
    validate(exported if version == "3.1" else as_openapi_3_0(exported))
    paths = exported["paths"]
    submissions = [path for path in paths if "/models/" in path and "post" in paths[path]]
    assert len(submissions) == len(REAL)


def one_of(name: str, values: list[Any]) -> Any:
    """A schema that generators read as any value of a type, and validators as one of `values`."""
    return {"type": name, "not": {"not": {"enum": values}}}


SPELLED_OUT: dict[str, tuple[Any, Any]] = {
    "an object": ({"type": "object"}, {"type": "object", "additionalProperties": True}),
    "an object or null": (
        {"type": ["object", "null"]},
        {"type": ["object", "null"], "additionalProperties": True},
    ),
    "an object of which more is said": (
        {"type": "object", "properties": {}},
        {"type": "object", "properties": {}},
    ),
    "an enum of objects": (
        {"type": "object", "enum": [{}]},
        {"anyOf": [one_of("object", [{}]) | {"additionalProperties": True}]},
    ),
    "a constant array": (
        {"const": [1]},
        {"anyOf": [one_of("array", [[1]]) | {"items": {}}]},
    ),
    "an array": ({"type": "array"}, {"type": "array", "items": {}}),
    "an array with one kind of items first": (
        {"type": "array", "prefixItems": [{}]},
        {"type": "array", "prefixItems": [{}]},
    ),
    "an enum of two types": (
        {"enum": ["auto", 5, 10, True, None]},
        {
            "anyOf": [
                {"type": "string", "enum": ["auto"]},
                {"type": "integer", "enum": [5, 10]},
                {"const": True},
                {"type": "null"},
            ]
        },
    ),
    "an enum with null": ({"enum": ["a", None]}, {"enum": ["a", None]}),
    "fractions": (
        {"type": "number", "enum": [0.5, 1]},
        {"anyOf": [{"const": 0.5}, {"const": 1}]},
    ),
    "values that are spelled alike": (
        {"enum": ["a b", "A-b", "+"]},
        {
            "enum": ["a b", "A-b", "+"],
            "x-enum-varnames": ["VALUE_1_A_B", "VALUE_2_A_B", "VALUE_3_"],
        },
    ),
}


@pytest.mark.parametrize(("schema", "expected"), SPELLED_OUT.values(), ids=SPELLED_OUT.keys())
def test_implicit_parts_of_a_schema_are_spelled_out_for_other_tools(
    schema: Any, expected: Any
) -> None:
    inputs = {"type": "object", "properties": {"p": schema}, "additionalProperties": False}
    component = document(inputs)["components"]["schemas"]["acme.m.Input"]
    assert component["properties"]["p"] == expected


def test_every_documented_call_about_the_catalog_is_in_the_document() -> None:
    paths = openapi_document([model("acme/one", {"type": "object"})], DOCUMENTED_PROTOCOL)["paths"]
    for path in ("/v1/models", "/v1/models/acme/one", "/v1/models/categories"):
        assert "get" in paths[path]


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data(), schema=SCHEMAS)
def test_a_component_accepts_the_values_of_the_schema(data: Any, schema: Any) -> None:
    plain = input_with(schema)
    component = Exact({"$ref": INPUT, **document(plain)})
    for _ in range(4):
        body = {"p": data.draw(values(schema if schema is not False else {}))}
        assert component.is_valid(body) == is_valid(plain, body)


REFERENCE = {"$ref": "#/components/schemas/x"}


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({"type": ["string", "null"]}, {"type": "string", "nullable": True}),
        (
            {"type": ["string", "array"]},
            {"allOf": [{"anyOf": [{"type": "string"}, {"type": "array", "items": {}}]}]},
        ),
        (
            {"anyOf": [{"type": "string"}, {"type": "null"}]},
            {"allOf": [{"type": "string", "nullable": True}]},
        ),
        ({"const": 1}, {"enum": [1]}),
        ({"const": 0.5}, one_of("number", [0.5])),
        ({"const": True}, one_of("boolean", [True])),
        ({"const": True, "not": {}}, {"enum": [True], "not": {}}),
        ({"exclusiveMinimum": 2, "minimum": 1}, {"minimum": 2, "exclusiveMinimum": True}),
        ({"exclusiveMaximum": 3, "maximum": 2}, {"maximum": 2}),
        ({"type": "array"}, {"type": "array", "items": {}}),
        ({"prefixItems": [{"type": "null"}], "items": False}, {"items": {}}),
        ({**REFERENCE, "maxLength": 2}, {"maxLength": 2, "allOf": [REFERENCE]}),
        ({"examples": [1, 2]}, {"example": 1}),
        ({"if": {"type": "string"}, "then": False}, {}),
        (False, {"not": {}}),
    ],
)
def test_schemas_are_translated_to_version_3_0(schema: Any, expected: Any) -> None:
    assert as_openapi_3_0({"schema": schema})["schema"] == expected


@pytest.mark.parametrize("part", [{"contains": {"type": "null"}}, REFERENCE])
def test_a_keyword_that_version_3_0_lacks_is_not_turned_into_its_opposite(part: Any) -> None:
    """Where a part says less, `not` of it and `oneOf` with it would say more."""
    schema = {"not": {"items": part}, "oneOf": [part, {"type": "string"}]}
    expected_part = part if part == REFERENCE else {}
    assert as_openapi_3_0({"schema": schema})["schema"] == {
        "allOf": [{"anyOf": [expected_part, {"type": "string"}]}]
    }


Exact30: Any = extend(
    OAS30Validator,
    {"multipleOf": Exact.VALIDATORS["multipleOf"]},
    type_checker=OAS30Validator.TYPE_CHECKER.redefine(
        "integer", lambda _, value: Exact.TYPE_CHECKER.is_type(value, "integer")
    ),
)
"""A validator of 3.0 that compares numbers by value: 1.0 is an integer, as in 3.1."""


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data(), schema=SCHEMAS)
def test_version_3_0_accepts_every_valid_value(data: Any, schema: Any) -> None:
    plain = input_with(schema)
    component = Exact30({"allOf": [{"$ref": INPUT}], **as_openapi_3_0(document(plain))})
    for _ in range(4):
        body = {"p": data.draw(values(schema if schema is not False else {}))}
        assert component.is_valid(body) or not is_valid(plain, body)
