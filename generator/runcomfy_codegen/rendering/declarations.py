"""Declarations on one line, in a form that ruff splits as black does.

Templates print all other statements as they are: black and ruff agree on those.
"""

from __future__ import annotations

import ast

from runcomfy_codegen.rendering.columns import LINE, columns
from runcomfy_codegen.rendering.literals import literal

INDENT = 4
"""Columns of one level of indentation."""

_UNSPLIT = "  # fmt: skip"
"""A comment that keeps black and ruff from splitting the statement before it."""


def constant(value: str, name: str) -> str:
    """Return `name: Final = "value"`, a statement of a module."""
    source = literal(value)
    line = f"{name}: Final = {source}"
    # Black puts a value in parentheses even if it still does not fit; ruff does not.
    return line + _UNSPLIT if columns(source) > LINE - INDENT else line


def attribute(name: str, type_: str, default: str = "") -> str:
    """Return `name: type_ = default`, a statement of a class."""
    line = f"{name}: {type_}" + (f" = {default}" if default else "")
    # Black puts such a type in parentheses; ruff does not.
    return line + _UNSPLIT if _is_too_wide(line, INDENT) and _is_solid(type_) else line


def parameter(name: str, type_: str, default: str = "", levels: int = 2) -> str:
    """Return `name: type_ = default`, a parameter at a level of indentation."""
    value = f" = {default}" if default else ""
    # Black puts such a union in parentheses; ruff does not, and keeps them if they are there.
    if _is_too_wide(f"{name}: {type_}{value},", levels * INDENT) and _is_union(type_):
        type_ = f"({type_})"
    return f"{name}: {type_}{value}"


def _is_too_wide(line: str, indent: int) -> bool:
    return indent + columns(line) > LINE


def _is_solid(type_: str) -> bool:
    """Whether there is nothing to split: `type_` is a name, or quoted as a whole."""
    return type_.isidentifier() or type_.startswith(("'", '"'))


def _is_union(type_: str) -> bool:
    return isinstance(ast.parse(type_, mode="eval").body, ast.BinOp)
