"""Write the parts of a resolved rule, as Python's syntax tree."""

from __future__ import annotations

import ast
from typing import Any

from runcomfy_codegen.json_schema.values import ABSENT
from runcomfy_codegen.rules.types import Member

INPUTS = "_inputs"
"""The variable with all inputs; no input has a name with an underscore in front."""

LIBRARY = "_rules"
"""The module of the client library that a resolved rule calls, as generated modules name it.

A module of a model below may be called `rules`, and would replace that name.
"""


def read_of(member: Member) -> ast.expr:
    """Return the expression that reads an input."""
    return read_from(ast.Name(INPUTS, ast.Load()), member)


def read_from(owner: ast.expr, member: Member) -> ast.expr:
    """Return the expression that reads a part of `owner`; it raises `LookupError` without one."""
    has_default = member.default not in (ABSENT, None)
    arguments = [member.wire_name, *([member.default] if has_default else [])]
    if member.nullable:
        return library_call("value", owner, arguments)
    if has_default:
        return _call(ast.Attribute(owner, "get", ast.Load()), *map(_constant, arguments))
    return ast.Subscript(owner, _constant(member.wire_name), ast.Load())


def library_call(name: str, owner: ast.expr, arguments: list[Any]) -> ast.expr:
    """Return a call of a function of the client library on JSON values."""
    function = ast.Attribute(ast.Name(LIBRARY, ast.Load()), name, ast.Load())
    return _call(function, owner, *map(_constant, arguments))


def call_of(name: str, *arguments: ast.expr) -> ast.expr:
    """Return a call of a function of Python."""
    return _call(ast.Name(name, ast.Load()), *arguments)


def _call(function: ast.expr, *arguments: ast.expr) -> ast.expr:
    return ast.Call(function, list(arguments), [])


def _constant(value: Any) -> ast.expr:
    """Return a JSON value as an expression."""
    return ast.parse(repr(value), mode="eval").body
