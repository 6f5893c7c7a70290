"""Check the types of a rule, and determine where each value in it comes from.

A checked rule is Python again: `segment.duration` has become `segment.get("duration", 5)`, with the
wire name and the page's default.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, NamedTuple

from runcomfy_codegen.rules.parsing import FUNCTIONS, RuleError, segment
from runcomfy_codegen.rules.types import (
    BOOLEAN,
    NUMBER,
    ListOf,
    Member,
    Object,
    Scalar,
    Type,
)
from runcomfy_codegen.rules.writing import INPUTS, LIBRARY, call_of, library_call, read_from
from runcomfy_codegen.suggesting import did_you_mean

Typed = tuple[Type, ast.expr]
"""The type of a part, and the part itself, resolved."""


class _Operand(NamedTuple):
    """One side of a comparison."""

    node: ast.expr
    """As it is written, for messages."""
    type: Type
    resolved: ast.expr


_ORDERED = (ast.Lt, ast.LtE, ast.Gt, ast.GtE)


@dataclass
class Resolver:
    """Resolves the expressions of one rule; `inputs` are those that it reads."""

    scope: Object
    """The inputs of the model."""
    inputs: dict[str, Member] = field(default_factory=dict[str, Member])
    """Python name: an input whose value the rule needs."""
    tested: dict[str, Member] = field(default_factory=dict[str, Member])
    """Python name: an input that the rule asks about with `given(…)`."""
    _text: str = ""
    _variables: dict[str, Type] = field(default_factory=dict[str, Type])

    def condition(self, tree: ast.expr, text: str) -> ast.expr:
        """Return a condition, resolved; raise `RuleError` for another expression."""
        type_, resolved = self._resolve(tree, text)
        if type_ != BOOLEAN:
            raise RuleError(f"is {type_}, not a condition")
        return resolved

    def value(self, tree: ast.expr, text: str) -> ast.expr:
        """Return an expression of a message, resolved; raise `RuleError` if it is not a scalar."""
        type_, resolved = self._resolve(tree, text)
        if not isinstance(type_, Scalar):
            raise RuleError(f"{segment(tree, text)} is {type_}: a message shows numbers and texts")
        return resolved

    def _resolve(self, tree: ast.expr, text: str) -> Typed:
        self._text = text
        return self._typed(tree)

    def _typed(self, node: ast.expr) -> Typed:
        match node:
            case ast.Constant(value):
                return _type_of(value), node
            case ast.Name() | ast.Attribute():
                return self._read(node)
            case ast.UnaryOp(op, operand):
                expected = BOOLEAN if isinstance(op, ast.Not) else NUMBER
                return expected, ast.UnaryOp(op, self._of(expected, operand))
            case ast.BoolOp(op, values):
                return BOOLEAN, ast.BoolOp(op, [self._of(BOOLEAN, value) for value in values])
            case ast.BinOp(left, op, right):
                both = self._of(NUMBER, left), self._of(NUMBER, right)
                return NUMBER, ast.BinOp(both[0], op, both[1])
            case ast.Compare():
                return BOOLEAN, self._comparison(node)
            case ast.Call(ast.Name(name), arguments):
                return self._call(node, name, arguments)
            case _:
                raise self._error(node, "is not allowed here")

    def _of(self, expected: Scalar, node: ast.expr) -> ast.expr:
        """Return `node` resolved; raise `RuleError` if it is of another type."""
        type_, resolved = self._typed(node)
        if not isinstance(type_, Scalar) or type_.kind != expected.kind:
            raise self._error(node, f"is {type_}, not {expected}")
        return resolved

    def _read(self, node: ast.expr) -> Typed:
        """Resolve the name of an input or of an item, or a part of one."""
        if isinstance(node, ast.Name):
            if node.id in self._variables:
                return self._variables[node.id], node
            member = self._member(self.scope, node.id, node)
            self.inputs[node.id] = member
            return member.type, ast.Name(node.id, ast.Load())
        owner, member = self._part(node)
        return member.type, read_from(owner, member)

    def _part(self, node: ast.expr) -> tuple[ast.expr, Member]:
        """Return the object that `node` is a part of, and the part."""
        if not isinstance(node, ast.Attribute):
            raise self._error(node, "is not the name of an input or of a part of one")
        type_, owner = self._typed(node.value)
        if not isinstance(type_, Object):
            raise self._error(node.value, f"is {type_}: it has no parts")
        return owner, self._member(type_, node.attr, node)

    def _member(self, owner: Object, name: str, node: ast.expr) -> Member:
        is_input = owner is self.scope
        if is_input and name in FUNCTIONS:
            raise self._error(node, "is a function: no rule can name an input like it")
        if name not in owner.members:
            what = "is not an input" if is_input else "does not exist"
            raise self._error(node, what + did_you_mean(name, owner.members))
        return owner.members[name]

    def _comparison(self, node: ast.Compare) -> ast.expr:
        """Resolve a comparison; each two neighbours have to be comparable."""
        operands = [self._operand(part) for part in (node.left, *node.comparators)]
        for op, (left, right) in zip(node.ops, pairwise(operands), strict=True):
            self._check_comparable(op, left, right)
        first, *others = (operand.resolved for operand in operands)
        return ast.Compare(first, node.ops, others)

    def _operand(self, node: ast.expr) -> _Operand:
        """Resolve one side of a comparison, which may be a list of constants."""
        if not isinstance(node, ast.Tuple | ast.List):
            return _Operand(node, *self._typed(node))
        constants = [item for item in node.elts if isinstance(item, ast.Constant)]
        kinds = {_type_of(constant.value).kind for constant in constants}
        if len(kinds) != 1 or len(constants) < len(node.elts):
            raise self._error(node, "is not a list of constants of one type")
        values = tuple(constant.value for constant in constants)
        resolved = ast.Tuple(node.elts, ast.Load())
        return _Operand(node, ListOf(Scalar(kinds.pop(), values)), resolved)

    def _check_comparable(self, op: ast.cmpop, left: _Operand, right: _Operand) -> None:
        """Raise `RuleError` if `op` does not compare values of these types."""
        if isinstance(op, ast.In | ast.NotIn):
            self._check_membership(left, right)
            return
        if _kind(left.type) is None or _kind(left.type) != _kind(right.type):
            raise self._error(left.node, f"is {left.type}: it cannot be compared with {right.type}")
        if isinstance(op, _ORDERED) and _kind(left.type) != "number":
            raise self._error(left.node, f"is {left.type}: only numbers have an order")
        self._check_values(left, right)

    def _check_membership(self, left: _Operand, right: _Operand) -> None:
        """Raise `RuleError` unless `left` may be a part of the text or an item of the list."""
        if _kind(left.type) == _kind(right.type) == "text":
            return
        item = right.type.item if isinstance(right.type, ListOf) else None
        if item is None or _kind(item) != _kind(left.type):
            raise self._error(right.node, f"is {right.type}: it cannot contain {left.type}")
        self._check_values(left, right._replace(type=item))

    def _check_values(self, left: _Operand, right: _Operand) -> None:
        """Raise `RuleError` for a constant on one side that the input on the other never is."""
        for operand, constant in ((left, right), (right, left)):
            if not isinstance(constant.node, ast.Constant | ast.Tuple | ast.List):
                continue
            if not (isinstance(operand.type, Scalar) and isinstance(constant.type, Scalar)):
                continue
            for value in constant.type.values or ():
                if operand.type.values is not None and value not in operand.type.values:
                    raise self._error(constant.node, f"has {value!r}, which the input never is")

    def _call(self, node: ast.Call, name: str, arguments: list[ast.expr]) -> Typed:
        if name == "given":
            return BOOLEAN, self._given(node, arguments)
        generators = (node for node in arguments if isinstance(node, ast.GeneratorExp))
        generator = next(generators, None)
        if name in ("min", "max") and len(arguments) > 1 and generator is None:
            return NUMBER, call_of(name, *(self._of(NUMBER, argument) for argument in arguments))
        if len(arguments) != 1:
            raise self._error(node, "needs one argument")
        if generator is not None:
            return self._over_items(name, generator)
        type_, resolved = self._typed(arguments[0])
        return self._over_list(name, type_, arguments[0]), call_of(name, resolved)

    def _over_list(self, name: str, type_: Type, node: ast.expr) -> Type:
        """Return the type of a function over a list, or of the length of a text."""
        if name == "len" and (isinstance(type_, ListOf) or _kind(type_) == "text"):
            return NUMBER
        expected = BOOLEAN if name in ("any", "all") else NUMBER
        if name == "len" or not isinstance(type_, ListOf) or _kind(type_.item) != expected.kind:
            raise self._error(node, f"is {type_}: {name}() does not take it")
        return expected

    def _over_items(self, name: str, node: ast.GeneratorExp) -> Typed:
        """Resolve a function over `… for item in items if …`."""
        if name == "len" or self._variables:
            raise self._error(node, "must not be inside another one, nor in len()")
        expected = BOOLEAN if name in ("any", "all") else NUMBER
        variable, items, conditions = self._source(node)
        type_, resolved = self._typed(items)
        if not isinstance(type_, ListOf):
            raise self._error(items, f"is {type_}, not a list")
        self._variables[variable] = type_.item
        try:
            element = self._of(expected, node.elt)
            filters = [self._of(BOOLEAN, condition) for condition in conditions]
        finally:
            self._variables.clear()
        target = ast.Name(variable, ast.Store())
        comprehension = ast.comprehension(target, resolved, filters, 0)
        # A list, so that all items are read: the rule does not apply if any of them has no value.
        return expected, call_of(name, ast.ListComp(element, [comprehension]))

    def _source(self, node: ast.GeneratorExp) -> tuple[str, ast.expr, list[ast.expr]]:
        """Return the variable, the list and the conditions of a generator expression."""
        first = node.generators[0]
        if len(node.generators) > 1 or first.is_async or not isinstance(first.target, ast.Name):
            raise self._error(node, "goes over more than one input")
        name = first.target.id
        if name in self.scope.members or name in FUNCTIONS or name == LIBRARY:
            raise self._error(first.target, "is already in use: give the item another name")
        return name, first.iter, first.ifs

    def _given(self, node: ast.Call, arguments: list[ast.expr]) -> ast.expr:
        if len(arguments) != 1:
            raise self._error(node, "needs one argument")
        (argument,) = arguments
        if isinstance(argument, ast.Attribute):
            owner, part = self._part(argument)
            return library_call("given", owner, [part.wire_name])
        if not isinstance(argument, ast.Name) or argument.id in self._variables:
            raise self._error(argument, "is not the name of an input")
        member = self._member(self.scope, argument.id, argument)
        self.tested[argument.id] = member
        return library_call("given", ast.Name(INPUTS, ast.Load()), [member.wire_name])

    def _error(self, node: ast.AST, why: str) -> RuleError:
        return RuleError(f"{segment(node, self._text)} {why}")


def _type_of(value: Any) -> Scalar:
    if isinstance(value, bool):
        return BOOLEAN
    return Scalar("text", (value,)) if isinstance(value, str) else NUMBER


def _kind(type_: Type | None) -> str | None:
    return type_.kind if isinstance(type_, Scalar) else None
