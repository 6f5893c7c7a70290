"""Read the text of a rule: a small, closed part of Python's syntax, and nothing else.

Nothing that is read here is ever executed: `resolving.py` checks its types, `evaluating.py` walks
over it, and what is rendered is rendered from it node by node.
"""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Iterator

from runcomfy_codegen.untrusted_text import short_repr

_MAX_CHARS = 500
"""Characters of a rule, or of a message."""

_MAX_DEPTH = 12
"""Levels of nesting."""

_MAX_NODES = 100
"""Names, numbers, operators."""

_MAX_NUMBER = 10**15
"""The largest number that a rule may contain."""

FUNCTIONS = frozenset({"all", "any", "given", "len", "max", "min", "sum"})
"""The functions of the language."""

EXPRESSION_NODES = (
    *(ast.BoolOp, ast.And, ast.Or, ast.UnaryOp, ast.Not, ast.USub),
    *(ast.Compare, ast.Eq, ast.NotEq, ast.Lt, ast.LtE, ast.Gt, ast.GtE, ast.In, ast.NotIn),
    *(ast.BinOp, ast.Add, ast.Sub, ast.Mult, ast.Div, ast.FloorDiv, ast.Mod),
    *(ast.Call, ast.GeneratorExp, ast.comprehension, ast.Name, ast.Load, ast.Store),
    *(ast.Attribute, ast.Constant, ast.Tuple, ast.List),
)
"""The nodes of a syntax tree that a rule may have."""

_PART = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[^{}]+|[{}]")


class RuleError(ValueError):
    """A rule that cannot be used; the message says which part of it, and why."""


def parse_expression(text: str) -> ast.expr:
    """Return the syntax tree of an expression; raise `RuleError` for anything outside the language.

    Its types are not checked yet.
    """
    if len(text) > _MAX_CHARS:
        raise RuleError(f"is longer than {_MAX_CHARS} characters")
    tree = _parsed(text)
    nodes = list(_nodes(tree, text, 0))
    if len(nodes) > _MAX_NODES:
        raise RuleError(f"has more than {_MAX_NODES} parts")
    for node in nodes:
        _check_node(node, text)
    return tree


def parse_message(text: str) -> tuple[str, tuple[ast.expr, ...]]:
    """Return a message as a template for `str.format`, and the expressions to fill in."""
    template, expressions = "", list[ast.expr]()
    for match in _PART.finditer(text):
        part, inner = match.group(), match[1]
        if part in ("{", "}"):
            raise RuleError("has a brace without its counterpart: a plain one is written twice")
        if inner is not None:
            expressions.append(parse_expression(inner))
        template += "{}" if inner is not None else part
    return template, tuple(expressions)


def segment(node: ast.AST, text: str) -> str:
    """Return the part of a rule that `node` is, for messages."""
    return short_repr(ast.get_source_segment(text.strip(), node) or ast.unparse(node))


def _parsed(text: str) -> ast.expr:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of odd comparisons and escapes
            return ast.parse(text.strip(), mode="eval").body
    except SyntaxError as error:
        raise RuleError(f"is not an expression: {error.msg}") from None
    except (ValueError, MemoryError, RecursionError):
        raise RuleError("is not an expression: it is nested too deep, or not text") from None


def _nodes(node: ast.AST, text: str, depth: int) -> Iterator[ast.AST]:
    if depth > _MAX_DEPTH:
        raise RuleError(f"is nested deeper than {_MAX_DEPTH} levels")
    yield node
    for child in ast.iter_child_nodes(node):
        yield from _nodes(child, text, depth + 1)


def _check_node(node: ast.AST, text: str) -> None:
    """Raise `RuleError` for a node that is not part of the language."""
    if not isinstance(node, EXPRESSION_NODES):
        what = type(node).__name__
        at = f": {segment(node, text)}" if isinstance(node, ast.expr) else ""
        raise RuleError(f"{what} is not part of the language of rules{at}")
    if isinstance(node, ast.Attribute | ast.Name):
        name = node.attr if isinstance(node, ast.Attribute) else node.id
        if name.startswith("_"):
            raise RuleError(f"no input has a name like {segment(node, text)}")
    if isinstance(node, ast.Call):
        _check_call(node, text)
    if isinstance(node, ast.Constant):
        _check_constant(node, text)


def _check_call(node: ast.Call, text: str) -> None:
    is_function = isinstance(node.func, ast.Name) and node.func.id in FUNCTIONS
    if not is_function or node.keywords:
        functions = ", ".join(sorted(FUNCTIONS))
        raise RuleError(f"{segment(node, text)} is not a call of one of {functions}")


def _check_constant(node: ast.Constant, text: str) -> None:
    value: object = node.value
    is_small = isinstance(value, int | float) and abs(value) <= _MAX_NUMBER
    if not isinstance(value, str) and not is_small:
        raise RuleError(f"{segment(node, text)} is not a text, a boolean or a number up to 10**15")
