"""The one place that imports datamodel-code-generator: the Python type of a bare schema."""

from __future__ import annotations

import ast
import copy
import json
import warnings
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from datamodel_code_generator.enums import DataModelType
from datamodel_code_generator.format import PythonVersion
from datamodel_code_generator.model import get_data_model_types
from datamodel_code_generator.parser import LiteralType
from datamodel_code_generator.parser.jsonschema import JsonSchemaParser

from runcomfy_codegen.planning.type_exprs import reference, references
from runcomfy_codegen.reading.json_value import is_array, is_object
from runcomfy_codegen.rendering.type_names import NAMES

_HOLDER = "Holder"
_NODES = (ast.Name, ast.Subscript, ast.BinOp, ast.BitOr, ast.Tuple, ast.Load)


class PythonTypeError(Exception):
    """datamodel-code-generator answered with something else than the type that was asked for."""


def python_types(schemas: Iterable[str]) -> dict[str, ast.expr]:
    """The annotation of each bare schema (JSON text), as a syntax tree.

    All are asked for at once, as properties of one object, and those that differ in the names
    of classes alone are asked for once. Each answer is checked to consist of types, names of
    classes and the schema's own constants, and nothing else.
    """
    asked = {text: _anonymous(json.loads(text)) for text in sorted(set(schemas))}
    different = {json.dumps(schema, sort_keys=True): schema for schema, _ in asked.values()}
    classes = [
        f"C{number}" for number in range(max((len(n) for _, n in asked.values()), default=0))
    ]
    hints = _hints({f"p{index}": one for index, one in enumerate(different.values())}, classes)
    known = NAMES | set(classes)
    trees = {
        text: _checked(hints[f"p{index}"], schema, known)
        for index, (text, schema) in enumerate(different.items())
    }
    return {
        text: _named(trees[json.dumps(schema, sort_keys=True)], names)
        for text, (schema, names) in asked.items()
    }


def _anonymous(schema: Any) -> tuple[Any, list[str]]:
    """`schema` with its classes numbered, and their names.

    datamodel-code-generator would change some names: `Input_` loses its underscore, `None_`
    becomes `None1`.
    """
    names = list(dict.fromkeys(references(schema)))
    return _with_aliases(schema, {name: f"C{number}" for number, name in enumerate(names)}), names


def _with_aliases(schema: Any, aliases: Mapping[str, str]) -> Any:
    if is_array(schema):
        return [_with_aliases(member, aliases) for member in schema]
    if not is_object(schema) or "enum" in schema:
        return schema
    if "$ref" in schema:
        return reference(aliases[schema["$ref"].rpartition("/")[2]])
    return {key: _with_aliases(value, aliases) for key, value in schema.items()}


def _named(tree: ast.expr, names: list[str]) -> ast.expr:
    """`tree` with the names of classes in the place of their numbers."""
    if not names:
        return tree
    named: ast.expr = _Names(names).visit(copy.deepcopy(tree))
    return named


class _Names(ast.NodeTransformer):
    def __init__(self, names: list[str]) -> None:
        self._names = {f"C{number}": name for number, name in enumerate(names)}

    def visit_Name(self, node: ast.Name) -> ast.Name:
        return ast.Name(self._names.get(node.id, node.id), ast.Load())


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
