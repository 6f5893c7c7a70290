"""Rules in words as source text: a function for each, and its entry in `RULES`."""

from __future__ import annotations

import ast
import copy
import re
from dataclasses import dataclass

from runcomfy_codegen.planning.ir import RuleSpec
from runcomfy_codegen.rendering.docstrings import docstring, paragraph
from runcomfy_codegen.rendering.literals import literal, literals
from runcomfy_codegen.rules.parsing import EXPRESSION_NODES, FUNCTIONS
from runcomfy_codegen.rules.writing import LIBRARY, library_call, read_of

IN_FUNCTION = " " * 4

_MASK = re.compile(r"_text_(\d+)_")
"""The placeholder of a text in an expression's source; no input has such a name."""


_METHODS = frozenset({"exact", "get", "given", "value"})
"""The names that a rule's source calls: `get` of inputs, and functions of the client library."""


class UnexpectedRuleError(Exception):
    """The source of a rule contains what no rule may contain: a bug of the generator."""


@dataclass(frozen=True)
class RuleContext:
    """The template's context of a rule."""

    id: str
    names: tuple[str, ...]
    """Wire names of the inputs that it is about."""
    name: str
    """That of its function."""
    docstring: str
    reads: tuple[str, ...]
    """Statements: a variable for each input whose value the rule needs."""
    condition: str
    message: str
    """The expression that makes the message."""
    entry: str
    """The other arguments of its `Rule`."""


def rule_context(rule: RuleSpec) -> RuleContext:
    """Return the context of a rule."""
    values = ", ".join(map(source, rule.values))
    text = literal(rule.template if rule.values else rule.template.format())
    return RuleContext(
        id=rule.id,
        names=rule.names,
        name=f"_rule_{rule.id.replace('-', '_')}",
        docstring=docstring(paragraph(rule.quote, IN_FUNCTION), IN_FUNCTION),
        reads=tuple(f"{name} = {source(read_of(member))}" for name, member in rule.inputs.items()),
        condition=source(rule.condition),
        message=f"{LIBRARY}.filled({text}, {values})" if rule.values else text,
        entry=literals((rule.message, rule.quote)),
    )


def source(tree: ast.expr) -> str:
    """Return the source of a resolved expression; its texts enter only through `literal`."""
    texts: list[str] = []
    exact = _Exact().visit(copy.deepcopy(tree))
    masked = ast.unparse(_Masking(texts).visit(exact))
    written = _MASK.sub(lambda match: literal(texts[int(match[1])]), masked)
    for node in ast.walk(ast.parse(written, mode="eval").body):
        if not _is_expected(node):
            raise UnexpectedRuleError(f"unexpected {type(node).__name__} in {written[:200]!r}")
    return written


def _is_expected(node: ast.AST) -> bool:
    """Whether the source of a rule may contain `node`; only the functions of rules are called."""
    if isinstance(node, ast.Attribute):
        return node.attr in _METHODS
    if isinstance(node, ast.Call):
        called = node.func
        is_function = isinstance(called, ast.Name) and called.id in FUNCTIONS
        return is_function or isinstance(called, ast.Attribute)
    return isinstance(node, (*EXPRESSION_NODES, ast.ListComp, ast.Subscript, ast.Dict))


class _Exact(ast.NodeTransformer):
    """Makes the floats of an expression exact, and its quotients."""

    def visit_Constant(self, node: ast.Constant) -> ast.expr:
        return library_call("exact", node, []) if isinstance(node.value, float) else node

    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
        self.generic_visit(node)
        if isinstance(node.op, ast.Div):
            node.left = library_call("exact", node.left, [])
        return node


class _Masking(ast.NodeTransformer):
    def __init__(self, texts: list[str]) -> None:
        self._texts = texts

    def visit_Constant(self, node: ast.Constant) -> ast.expr:
        if not isinstance(node.value, str):
            return node
        self._texts.append(node.value)
        return ast.Name(f"_text_{len(self._texts) - 1}_", ast.Load())
