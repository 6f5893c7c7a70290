"""Types of bare schemas, whose names and texts are replaced by numbers before they are asked for.

datamodel-code-generator would change some names (`Input_` loses its underscore, `None_` becomes
`None1`), and needs no text from a page. Schemas that differ only in these share one type.
"""

from __future__ import annotations

import ast
import copy
import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from runcomfy_codegen.json_schema.values import is_array, is_object
from runcomfy_codegen.planning.types.type_exprs import reference, references
from runcomfy_codegen.rendering.python_types import PythonTypes, python_types


def python_types_of(
    schemas: Collection[str], python_types: PythonTypes = python_types
) -> dict[str, ast.expr]:
    """Return the type of each of `schemas`, which are bare (JSON text), in one call."""
    masked = {schema: mask(schema) for schema in schemas}
    types = python_types({masked_schema.schema for masked_schema in masked.values()})
    return {
        schema: masked_schema.unmasked(types[masked_schema.schema])
        for schema, masked_schema in masked.items()
    }


@dataclass(frozen=True)
class MaskedSchema:
    """A bare schema with numbers in place of names and texts, and what each replaces."""

    schema: str
    """JSON text with sorted keys; classes are `C0`, `C1` …, and strings of an enum `t0` …"""
    classes: Mapping[str, str]
    texts: Mapping[str, str]

    def unmasked(self, type_: ast.expr) -> ast.expr:
        """Return `type_`, the type of `schema`, with the names and texts themselves."""
        if not self.classes and not self.texts:
            return type_
        # A copy, since equal schemas share one cached result.
        unmasked: ast.expr = _Unmasking(self).visit(copy.deepcopy(type_))
        return unmasked


def mask(schema: str) -> MaskedSchema:
    """Return the bare `schema` (JSON text) with its classes and texts numbered."""
    whole = json.loads(schema)
    classes = {name: f"C{number}" for number, name in enumerate(dict.fromkeys(references(whole)))}
    texts: dict[str, str] = {}
    text = json.dumps(_numbered(whole, classes, texts), sort_keys=True)
    return MaskedSchema(text, _swapped(classes), _swapped(texts))


def _numbered(schema: Any, classes: Mapping[str, str], texts: dict[str, str]) -> Any:
    """Return `schema` with numbers; texts that it meets are added to `texts`."""
    if is_array(schema):
        return [_numbered(member, classes, texts) for member in schema]
    if not is_object(schema):
        return schema
    if "enum" in schema:
        return {**schema, "enum": [_number(value, texts) for value in schema["enum"]]}
    if "$ref" in schema:
        return reference(classes[schema["$ref"].rpartition("/")[2]])
    return {key: _numbered(value, classes, texts) for key, value in schema.items()}


def _number(value: Any, texts: dict[str, str]) -> Any:
    return texts.setdefault(value, f"t{len(texts)}") if isinstance(value, str) else value


def _swapped(numbers: Mapping[str, str]) -> dict[str, str]:
    return {number: name for name, number in numbers.items()}


class _Unmasking(ast.NodeTransformer):
    def __init__(self, masked: MaskedSchema) -> None:
        self._masked = masked

    def visit_Name(self, node: ast.Name) -> ast.Name:
        return ast.Name(self._masked.classes.get(node.id, node.id), ast.Load())

    def visit_Constant(self, node: ast.Constant) -> ast.Constant:
        if not isinstance(node.value, str):
            return node
        return ast.Constant(self._masked.texts[node.value])
