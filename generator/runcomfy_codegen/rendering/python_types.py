"""The Python type of a bare schema: the one place that imports datamodel-code-generator."""

from __future__ import annotations

import ast
import json
import warnings
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from runcomfy_codegen.json_schema.values import is_object
from runcomfy_codegen.planning.types.type_exprs import reference, references

if TYPE_CHECKING:
    from datamodel_code_generator.parser.jsonschema import JsonSchemaParser

PythonTypes = Callable[[Collection[str]], Mapping[str, ast.expr]]
"""A function like `python_types`, perhaps with a cache."""

BUILTIN_TYPE_NAMES = frozenset({"Any", "Literal", "bool", "dict", "float", "int", "list", "str"})
"""The names that a type may contain beside those of classes."""

_HOLDER = "Holder"
_NODES = (ast.Name, ast.Subscript, ast.BinOp, ast.BitOr, ast.Tuple, ast.Load)


class PythonTypeError(Exception):
    """datamodel-code-generator returned something that is not the type of the schema."""


def python_types(schemas: Collection[str]) -> dict[str, ast.expr]:
    """Return the type of each bare schema (masked JSON text) as a syntax tree.

    Raises `PythonTypeError` if a type has anything in it but types, classes and the
    constants of the schema.
    """
    # One object with a property for each schema: a run of the parser costs more than a property.
    parsed = {text: json.loads(text) for text in sorted(set(schemas))}
    classes = sorted({name for schema in parsed.values() for name in references(schema)})
    properties = {f"p{index}": schema for index, schema in enumerate(parsed.values())}
    hints = _hints(properties, classes)
    names = BUILTIN_TYPE_NAMES | set(classes)
    return {
        text: _checked(hints[f"p{index}"], schema, names)
        for index, (text, schema) in enumerate(parsed.items())
    }


def _hints(properties: dict[str, Any], classes: Iterable[str]) -> dict[str, str]:
    """Return the type hint of each property, by its name."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        parser = _parser(_document(properties, classes))
        parser.parse_raw()
    holder = next(model for model in parser.results if model.class_name == _HOLDER)
    return {str(field.original_name): field.type_hint for field in holder.fields}


def _document(properties: dict[str, Any], classes: Iterable[str]) -> dict[str, Any]:
    """Return a schema of one object with `properties`, which may refer to `classes`."""
    holder = {"type": "object", "properties": properties, "required": sorted(properties)}
    stub: dict[str, Any] = {"type": "object", "properties": {"x": {}}}
    stubs = dict.fromkeys(classes, stub)
    return {"$defs": {**stubs, _HOLDER: holder}, **reference(_HOLDER)}


def _parser(document: dict[str, Any]) -> JsonSchemaParser:
    # These take a quarter of a second to import, and a run that knows every type needs none.
    from datamodel_code_generator.enums import DataModelType
    from datamodel_code_generator.format import PythonVersion
    from datamodel_code_generator.model import get_data_model_types
    from datamodel_code_generator.parser import LiteralType
    from datamodel_code_generator.parser.jsonschema import JsonSchemaParser

    types = get_data_model_types(DataModelType.PydanticV2BaseModel, PythonVersion.PY_311)
    return JsonSchemaParser(
        source=json.dumps(document),
        data_model_type=types.data_model,
        data_model_root_type=types.root_model,
        data_model_field_type=types.field_model,
        data_type_manager_type=types.data_type_manager,
        enum_field_as_literal=LiteralType.All,
        use_standard_collections=True,
        use_union_operator=True,
    )


def _checked(hint: str, schema: Any, names: frozenset[str]) -> ast.expr:
    """Return `hint` as a syntax tree, if it has the values of `schema`, `names`, and no more."""
    tree = ast.parse(hint, mode="eval").body
    values: set[tuple[str, str]] = set()
    for node in _type_nodes(tree, values):
        if not isinstance(node, _NODES) or (isinstance(node, ast.Name) and node.id not in names):
            raise PythonTypeError(f"unexpected type {hint[:200]!r} for {json.dumps(schema)[:200]}")
    if values != _constants(schema):
        raise PythonTypeError(f"{hint[:200]!r} does not have the values of {schema!r}"[:400])
    return tree


def _type_nodes(tree: ast.AST, values: set[tuple[str, str]]) -> Iterator[ast.AST]:
    """Yield the nodes of a type except `Literal`s and None; add the values of the `Literal`s."""
    if isinstance(tree, ast.Subscript) and ast.unparse(tree.value) == "Literal":
        elements = tree.slice.elts if isinstance(tree.slice, ast.Tuple) else [tree.slice]
        values.update(_key(ast.literal_eval(element)) for element in elements)
    elif not (isinstance(tree, ast.Constant) and tree.value is None):
        yield tree
        for child in ast.iter_child_nodes(tree):
            yield from _type_nodes(child, values)


def _constants(schema: Any) -> set[tuple[str, str]]:
    """Return every enum value of a bare schema except null, whose type is None."""
    if not is_object(schema):
        return set()
    parts = [schema.get("items"), schema.get("additionalProperties"), *schema.get("anyOf", [])]
    values = {_key(value) for value in schema.get("enum", []) if value is not None}
    return values.union(*map(_constants, parts))


def _key(value: Any) -> tuple[str, str]:
    # True equals 1 in Python, and must be distinguished from it.
    return type(value).__name__, repr(value)
