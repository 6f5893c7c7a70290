"""Rules in words as source text: a function for each, and its entry in `RULES`."""

from __future__ import annotations

import ast
import copy
import re
from dataclasses import dataclass

from runcomfy_codegen.planning.ir import RuleSpec
from runcomfy_codegen.rendering.docstrings import docstring, paragraph
from runcomfy_codegen.rendering.literals import literal, literals
from runcomfy_codegen.rules.resolving import read_of

IN_FUNCTION = " " * 4

_MASK = re.compile(r"_text_(\d+)_")
"""What stands for a text in the source of an expression; no input has such a name."""


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
        reads=tuple(f"{name} = {source(read_of(one))}" for name, one in rule.inputs.items()),
        condition=source(rule.condition),
        message=f"{text}.format({values})" if rule.values else text,
        entry=literals((rule.message, rule.quote)),
    )


def source(tree: ast.expr) -> str:
    """Return the source of a resolved expression; its texts enter by `literal` alone."""
    texts: list[str] = []
    masked = ast.unparse(_Masking(texts).visit(copy.deepcopy(tree)))
    return _MASK.sub(lambda match: literal(texts[int(match[1])]), masked)


class _Masking(ast.NodeTransformer):
    def __init__(self, texts: list[str]) -> None:
        self._texts = texts

    def visit_Constant(self, node: ast.Constant) -> ast.expr:
        if not isinstance(node.value, str):
            return node
        self._texts.append(node.value)
        return ast.Name(f"_text_{len(self._texts) - 1}_", ast.Load())
