"""Bare schemas as datamodel-code-generator gets to see them: classes and texts are numbered.

It would change some names (`Input_` loses its underscore, `None_` becomes `None1`), and nothing
that a page says need reach it. Schemas that differ in these alone have one answer.
"""

from __future__ import annotations

import ast
import copy
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from runcomfy_codegen.json_schema.values import is_array, is_object
from runcomfy_codegen.planning.type_exprs import reference, references


@dataclass(frozen=True)
class Anonymous:
    """A bare schema without its names and texts, and what they were."""

    schema: str
    """JSON text with sorted keys; classes are `C0`, `C1` …, and strings of an enum `t0` …"""
    classes: Mapping[str, str]
    texts: Mapping[str, str]

    def named(self, tree: ast.expr) -> ast.expr:
        """`tree`, the type of `schema`, with names and texts as they were."""
        if not self.classes and not self.texts:
            return tree
        named: ast.expr = _Naming(self).visit(copy.deepcopy(tree))
        return named


def anonymous(schema: str) -> Anonymous:
    """The bare `schema` (JSON text) with its classes and texts numbered."""
    whole = json.loads(schema)
    classes = {name: f"C{number}" for number, name in enumerate(dict.fromkeys(references(whole)))}
    texts: dict[str, str] = {}
    text = json.dumps(_numbered(whole, classes, texts), sort_keys=True)
    return Anonymous(text, _turned(classes), _turned(texts))


def _numbered(schema: Any, classes: Mapping[str, str], texts: dict[str, str]) -> Any:
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


def _turned(numbers: Mapping[str, str]) -> dict[str, str]:
    return {number: name for name, number in numbers.items()}


class _Naming(ast.NodeTransformer):
    def __init__(self, form: Anonymous) -> None:
        self._form = form

    def visit_Name(self, node: ast.Name) -> ast.Name:
        return ast.Name(self._form.classes.get(node.id, node.id), ast.Load())

    def visit_Constant(self, node: ast.Constant) -> ast.Constant:
        if not isinstance(node.value, str):
            return node
        return ast.Constant(self._form.texts[node.value])
