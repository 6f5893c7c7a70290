"""Hostile text for schemas, and what a generated module may consist of."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

PAYLOADS = [
    '"""', "'''", '"""+__import__("os").system("touch /tmp/pwned")+"""', "\\", "\\\\", '\\"""', '"',
    "'", "\\'", "\\N{DASH}", "\\x41", "\\u0041", "\n", "\r", "\r\n", "\x85", "\u2028", "\u2029",
    "\x0b", "\x0c", "\x1c", "\x00", "\x1b[31m", "\x7f", "\t", "{{ 7 * 7 }}", "{% raw %}",
    "{# x #}", "{{ self.__init__.__globals__ }}", "# type: ignore", "# noqa", "# fmt: off",
    "#!/bin/sh", "# -*- coding: utf-7 -*-", "{__import__('os')}", "{0!r:{1}}", "%s%n", "$(id)",
    "`id`", "\u202e\u2066gnp", "\ufeff", "\u200b", "ﬁ", "𝒆𝒗𝒂𝒍", "ª", "../../x", "/etc/passwd",
    "CON", "nul.txt", "a" * 300, "__class__", "__init__", "__dict__", "model_config", "Input",
    "Client", "InputModel", "NOT_GIVEN", "checks", "Any", "list", "self", "None", "class", "return",
    "import os",
    "); import os; os.system('id'); (", "]\nimport os\n[", ": int = __import__('os')", "lambda: 0",
    "pass\n\nimport os", "</script>", "😀", "\U000e0001", "e\u0301", "é", "Z" * 50, " ", "",
]  # fmt: skip
"""Texts that have broken the output of some code generator."""

TEXTS = st.one_of(
    st.sampled_from(PAYLOADS),
    st.lists(st.sampled_from(PAYLOADS), min_size=2, max_size=3).map("".join),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
)

NODES = (
    *(ast.Module, ast.Expr, ast.Constant, ast.ImportFrom, ast.alias, ast.Assign, ast.AnnAssign),
    *(ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef, ast.arguments, ast.arg, ast.Return),
    *(ast.Await, ast.Call, ast.keyword, ast.Name, ast.Attribute, ast.Subscript, ast.Tuple),
    *(ast.List, ast.Dict, ast.BinOp, ast.BitOr, ast.UnaryOp, ast.USub, ast.Load, ast.Store),
    *(ast.Pass, ast.If),
)
"""All kinds of syntax nodes in a generated module."""

CALLED = frozenset(
    "ConfigDict Decimal Field MediaRules ModelInfo PriceAmount PriceChoice TypedDict checks.fits "
    "checks.multiple_of checks.one_of checks.unique_items self._check self._preflight self._price "
    "self._run self._submit".split()
)
"""Everything that a generated module calls."""

IMPORTED = ("collections.abc", "decimal", "typing", "pydantic", "runcomfy_models._runtime")
"""Prefixes of the modules that a generated module imports."""


def foreign_nodes(text: str) -> list[str]:
    """Return the parts of a module's source that the generator never writes."""
    return [ast.dump(node)[:200] for node in ast.walk(ast.parse(text)) if not _is_expected(node)]


def _is_expected(node: ast.AST) -> bool:
    match node:
        case ast.Call(function):
            return ast.unparse(function) in CALLED
        case ast.Attribute(value, attribute):
            return ast.unparse(value) in ("self", "checks") or attribute == "__json_schema__"
        case ast.ImportFrom(module):
            return str(module).startswith(IMPORTED)
        case ast.Constant(value):
            return value in (None, ...) or isinstance(value, str | int | float | bool)
        case _:
            return isinstance(node, NODES)


def names(text: str) -> Iterator[str]:
    """Yield every name that a module defines or reads."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name
        elif isinstance(node, ast.arg | ast.keyword):
            yield str(node.arg)


def property_schema(texts: list[str]) -> dict[str, Any]:
    """Return a property with one of `texts` in every place that has text."""
    title, description, first_value, second_value, default, pattern, inner, example, unknown = texts
    return {
        "title": title,
        "description": description,
        "anyOf": [
            {"enum": [first_value, second_value, {first_value: second_value}]},
            {"type": "string", "pattern": pattern, "title": unknown},
            {
                "type": "object",
                "title": title,
                "properties": {inner + "x": {"type": "string", "description": first_value}},
                "additionalProperties": {"const": second_value},
                "dependentRequired": {first_value: [second_value]},
            },
        ],
        "default": default,
        "examples": [example],
        f"x-{unknown}": unknown,
        "$comment": example,
    }
