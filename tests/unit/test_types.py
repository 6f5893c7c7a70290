"""The Python type of a schema, as datamodel-code-generator and we make it."""

from __future__ import annotations

import ast
import json
from collections.abc import Collection, Mapping
from typing import Any

import pytest

from runcomfy_codegen.planning.ir import BareType
from runcomfy_codegen.planning.types.type_exprs import type_expr
from runcomfy_codegen.rendering.annotations import Annotations, bare_schemas
from runcomfy_codegen.rendering.masking import python_types_of
from runcomfy_codegen.rendering.python_types import PythonTypeError, python_types

ITEM = {"$ref": "#/$defs/Item"}


def annotations(schema: Any) -> tuple[str, str]:
    """The type of a field and of a parameter for a normalised schema."""
    expr = type_expr(schema)
    types = python_types_of(set(bare_schemas(expr)))
    return Annotations(types).field(expr), Annotations(types).parameter(expr)


@pytest.mark.parametrize(
    ("schema", "field", "parameter"),
    [
        ({"type": "string"}, "str", "str"),
        ({"type": "number"}, "float", "float"),
        ({"type": "integer", "minimum": 1}, "Annotated[int, Field(ge=1)]", "int"),
        ({"type": "integer", "minimum": 0.5}, "Annotated[int, Field(ge=1)]", "int"),
        ({"type": "integer", "exclusiveMaximum": 2.5}, "Annotated[int, Field(lt=3)]", "int"),
        ({"type": "string", "minLength": 0}, "str", "str"),
        ({"enum": ["a", "it's"]}, 'Literal["a", "it\'s"]', 'Literal["a", "it\'s"]'),
        ({"enum": [-1, 4294967295]}, "Literal[-1, 4294967295]", "Literal[-1, 4294967295]"),
        ({"enum": [1.5]}, "Annotated[Any, checks.one_of(1.5)]", "Any"),
        ({"type": "array"}, "list[Any]", "list[Any]"),
        ({"type": "array", "items": ITEM}, "list[Item]", "Sequence[Item | ItemDict]"),
        (
            {"type": "array", "items": {"type": "string", "maxLength": 3}},
            "list[Annotated[str, Field(max_length=3)]]",
            "list[str]",
        ),
        (
            {"type": "object", "additionalProperties": ITEM},
            "dict[str, Item]",
            "Mapping[str, Item | ItemDict]",
        ),
        ({"anyOf": [{"type": "integer"}, ITEM]}, "int | Item", "int | Item | ItemDict"),
        ({"type": ["string", "null"]}, "str | None", "str | None"),
        ({}, "Any", "Any"),
    ],
)
def test_a_schema_has_the_type_that_a_person_would_write(
    schema: Any, field: str, parameter: str
) -> None:
    assert annotations(schema) == (field, parameter)


def test_an_answer_that_is_not_a_type_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """datamodel-code-generator is not trusted with what becomes code."""
    for hint in ("__import__('os')", "str()", "Other", "Literal['b']", "str | 'x'"):
        monkeypatch.setattr(
            "runcomfy_codegen.rendering.python_types._hints", lambda *_, hint=hint: {"p0": hint}
        )
        with pytest.raises(PythonTypeError):
            python_types([json.dumps({"enum": ["a"]})])


def test_a_type_is_requested_once_however_often_it_occurs() -> None:
    schema = json.dumps({"type": "string"})
    assert [ast.unparse(annotation) for annotation in python_types([schema] * 3).values()] == [
        "str"
    ]
    assert BareType(schema) == type_expr({"type": "string", "description": "x"})


def test_no_text_of_a_page_reaches_datamodel_code_generator() -> None:
    """And schemas that differ only in names and texts are one request."""
    requested: list[str] = []

    def recording(schemas: Collection[str]) -> Mapping[str, ast.expr]:
        requested.extend(schemas)
        return python_types(schemas)

    schemas = [json.dumps({"enum": values}) for values in (["a", "t0", 1], ["x", "'y'", 1])]
    types = python_types_of([*schemas, json.dumps(ITEM)], recording)
    assert sorted(requested) == ['{"$ref": "#/$defs/C0"}', '{"enum": ["t0", "t1", 1]}']
    assert [ast.unparse(types[schema]) for schema in schemas] == [
        "Literal['a', 't0', 1]",
        "Literal['x', \"'y'\", 1]",
    ]
