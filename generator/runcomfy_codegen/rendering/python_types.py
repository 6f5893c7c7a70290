"""The one place that imports datamodel-code-generator: the Python type of a bare schema."""

from __future__ import annotations

import ast
import json
import warnings
from collections.abc import Iterable, Iterator
from typing import Any

from datamodel_code_generator.enums import DataModelType
from datamodel_code_generator.format import PythonVersion
from datamodel_code_generator.model import get_data_model_types
from datamodel_code_generator.parser import LiteralType
from datamodel_code_generator.parser.jsonschema import JsonSchemaParser

from runcomfy_codegen.json_schema.values import is_object
from runcomfy_codegen.planning.type_exprs import reference, references
from runcomfy_codegen.rendering.type_names import NAMES

_HOLDER = "Holder"
_NODES = (ast.Name, ast.Subscript, ast.BinOp, ast.BitOr, ast.Tuple, ast.Load)


class PythonTypeError(Exception):
    """datamodel-code-generator answered with something else than the type that was asked for."""


def python_types(schemas: Iterable[str]) -> dict[str, ast.expr]:
    """The annotation of each bare schema (JSON text, `anonymous`), as a syntax tree.

    All are asked for at once, as properties of one object. Each answer is checked to consist
    of types, classes and the schema's own constants, and nothing else.
    """
    asked = {text: json.loads(text) for text in sorted(set(schemas))}
    classes = sorted({name for schema in asked.values() for name in references(schema)})
    hints = _hints({f"p{index}": one for index, one in enumerate(asked.values())}, classes)
    known = NAMES | set(classes)
    return {
        text: _checked(hints[f"p{index}"], schema, known)
        for index, (text, schema) in enumerate(asked.items())
    }


def _hints(properties: dict[str, Any], classes: Iterable[str]) -> dict[str, str]:
    """Name of a property: the type hint that datamodel-code-generator gives it."""
    document: dict[str, Any] = {
        "$defs": {
            **{name: {"type": "object", "properties": {"x": {}}} for name in classes},
            _HOLDER: {
                "type": "object",
                "properties": properties,
                "required": sorted(properties),
            },
        },
        **reference(_HOLDER),
    }
    types = get_data_model_types(DataModelType.PydanticV2BaseModel, PythonVersion.PY_311)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        parser = JsonSchemaParser(
            source=json.dumps(document),
            data_model_type=types.data_model,
            data_model_root_type=types.root_model,
            data_model_field_type=types.field_model,
            data_type_manager_type=types.data_type_manager,
            enum_field_as_literal=LiteralType.All,
            use_standard_collections=True,
            use_union_operator=True,
        )
        parser.parse_raw()
    holder = next(model for model in parser.results if model.class_name == _HOLDER)
    return {str(field.original_name): field.type_hint for field in holder.fields}


def _checked(hint: str, schema: Any, names: frozenset[str]) -> ast.expr:
    tree = ast.parse(hint, mode="eval").body
    values: set[tuple[str, str]] = set()
    for node in _type_nodes(tree, values):
        if not isinstance(node, _NODES) or (isinstance(node, ast.Name) and node.id not in names):
            raise PythonTypeError(f"unexpected type {hint[:200]!r} for {json.dumps(schema)[:200]}")
    if values != _constants(schema):
        raise PythonTypeError(f"{hint[:200]!r} does not hold the values of {schema!r}"[:400])
    return tree


def _type_nodes(tree: ast.AST, values: set[tuple[str, str]]) -> Iterator[ast.AST]:
    """The nodes of a type, `Literal`s and None left out; the values of Literals go to `values`."""
    if isinstance(tree, ast.Subscript) and ast.unparse(tree.value) == "Literal":
        elements = tree.slice.elts if isinstance(tree.slice, ast.Tuple) else [tree.slice]
        values.update(_key(ast.literal_eval(element)) for element in elements)
    elif not (isinstance(tree, ast.Constant) and tree.value is None):
        yield tree
        for child in ast.iter_child_nodes(tree):
            yield from _type_nodes(child, values)


def _constants(schema: Any) -> set[tuple[str, str]]:
    """Every enum value of a bare schema but null, which is a type of its own."""
    if not is_object(schema):
        return set()
    parts = [schema.get("items"), schema.get("additionalProperties"), *schema.get("anyOf", [])]
    values = {_key(value) for value in schema.get("enum", []) if value is not None}
    return values.union(*map(_constants, parts))


def _key(value: Any) -> tuple[str, str]:
    return type(value).__name__, repr(value)
