"""Check the types of a rule, and say where each value in it comes from.

A checked rule is Python again: `segment.duration` has become `segment.get("duration", 5)`, with the
wire name and the page's default.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass, field
from typing import Any

from runcomfy_codegen.rules.parsing import FUNCTIONS, RuleError, segment
from runcomfy_codegen.rules.types import (
    ABSENT,
    BOOLEAN,
    NUMBER,
    ListOf,
    Member,
    Object,
    Scalar,
    Type,
)
from runcomfy_codegen.suggesting import did_you_mean

INPUTS = "_inputs"
"""The variable with all inputs; no input has a name with an underscore in front."""

LIBRARY = "rules"
"""The module of the client library that a resolved rule calls."""

Typed = tuple[Type, ast.expr]
"""The type of a part, and the part itself, resolved."""

_ORDERED = (ast.Lt, ast.LtE, ast.Gt, ast.GtE)


@dataclass
class Resolver:
    """Resolves the expressions of one rule; `inputs` are those that it reads."""

    scope: Object
    """The inputs of the model."""
    inputs: dict[str, Member] = field(default_factory=dict[str, Member])
    """Python name: an input whose value the rule needs."""
    tested: dict[str, Member] = field(default_factory=dict[str, Member])
    """Python name: an input that stands in `given(…)` alone."""
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
                wanted = BOOLEAN if isinstance(op, ast.Not) else NUMBER
                return wanted, ast.UnaryOp(op, self._of(wanted, operand))
            case ast.BoolOp(op, values):
                return BOOLEAN, ast.BoolOp(op, [self._of(BOOLEAN, one) for one in values])
            case ast.BinOp(left, op, right):
                both = self._of(NUMBER, left), self._of(NUMBER, right)
                return NUMBER, ast.BinOp(both[0], op, both[1])
            case ast.Compare():
                return BOOLEAN, self._comparison(node)
            case ast.Call(ast.Name(name), arguments):
                return self._call(node, name, arguments)
            case _:
                raise self._error(node, "stands where it means nothing")

    def _of(self, wanted: Scalar, node: ast.expr) -> ast.expr:
        """Return `node` resolved; raise `RuleError` if it is of another type."""
        type_, resolved = self._typed(node)
        if not isinstance(type_, Scalar) or type_.kind != wanted.kind:
            raise self._error(node, f"is {type_}, not {wanted}")
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
        return member.type, _read_from(owner, member)

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
        parts = [node.left, *node.comparators]
        resolved = [self._operand(part) for part in parts]
        for op, (one, left), (other, right) in zip(
            node.ops,
            zip(resolved, parts, strict=True),
            zip(resolved[1:], parts[1:], strict=True),
            strict=False,
        ):
            self._check_pair(op, one[0], left, other[0], right)
        return ast.Compare(resolved[0][1], node.ops, [one[1] for one in resolved[1:]])

    def _operand(self, node: ast.expr) -> Typed:
        """Resolve one side of a comparison, which may be a list of constants."""
        if not isinstance(node, ast.Tuple | ast.List):
            return self._typed(node)
        types = {_type_of(one.value).kind for one in node.elts if isinstance(one, ast.Constant)}
        if len(types) != 1 or not all(isinstance(one, ast.Constant) for one in node.elts):
            raise self._error(node, "is not a list of constants of one type")
        values = tuple(one.value for one in node.elts if isinstance(one, ast.Constant))
        return ListOf(Scalar(types.pop(), values)), ast.Tuple(node.elts, ast.Load())

    def _check_pair(
        self, op: ast.cmpop, one: Type, left: ast.expr, other: Type, right: ast.expr
    ) -> None:
        """Raise `RuleError` if `op` does not compare values of these types."""
        if isinstance(op, ast.In | ast.NotIn):
            is_text_in_text = _kind(one) == _kind(other) == "text"
            item = other.item if isinstance(other, ListOf) else None
            if not is_text_in_text and (item is None or _kind(item) != _kind(one)):
                raise self._error(right, f"is {other}: it cannot contain {one}")
            self._check_values(one, item, left, right)
            return
        if _kind(one) is None or _kind(one) != _kind(other):
            raise self._error(left, f"is {one}: it cannot be compared with {other}")
        if isinstance(op, _ORDERED) and _kind(one) != "number":
            raise self._error(left, f"is {one}: only numbers have an order")
        self._check_values(one, other, left, right)

    def _check_values(self, one: Type, other: Type | None, left: ast.expr, right: ast.expr) -> None:
        """Raise `RuleError` for a constant that an input never is."""
        pairs = ((one, right, other), (other, left, one))
        for listed, node, constants in pairs:
            is_constant = isinstance(node, ast.Constant | ast.Tuple | ast.List)
            if not (is_constant and isinstance(listed, Scalar) and isinstance(constants, Scalar)):
                continue
            for value in constants.values or ():
                if listed.values is not None and value not in listed.values:
                    raise self._error(node, f"has {value!r}, which the input never is")

    def _call(self, node: ast.Call, name: str, arguments: list[ast.expr]) -> Typed:
        if name == "given":
            return BOOLEAN, self._given(node, arguments)
        generator = next((one for one in arguments if isinstance(one, ast.GeneratorExp)), None)
        if name in ("min", "max") and len(arguments) > 1 and generator is None:
            return NUMBER, _call_of(name, *(self._of(NUMBER, one) for one in arguments))
        if len(arguments) != 1:
            raise self._error(node, "needs one argument")
        if generator is not None:
            return self._over_items(name, generator)
        type_, resolved = self._typed(arguments[0])
        return self._over_list(name, type_, arguments[0]), _call_of(name, resolved)

    def _over_list(self, name: str, type_: Type, node: ast.expr) -> Type:
        """Return the type of a function over a list, or of the length of a text."""
        if name == "len" and (isinstance(type_, ListOf) or _kind(type_) == "text"):
            return NUMBER
        wanted = BOOLEAN if name in ("any", "all") else NUMBER
        if name == "len" or not isinstance(type_, ListOf) or _kind(type_.item) != wanted.kind:
            raise self._error(node, f"is {type_}: {name}() does not take it")
        return wanted

    def _over_items(self, name: str, node: ast.GeneratorExp) -> Typed:
        """Resolve a function over `… for item in items if …`."""
        if name == "len" or self._variables:
            raise self._error(node, "stands inside another one, or in len()")
        wanted = BOOLEAN if name in ("any", "all") else NUMBER
        variable, items, conditions = self._source(node)
        type_, resolved = self._typed(items)
        if not isinstance(type_, ListOf):
            raise self._error(items, f"is {type_}, not a list")
        self._variables[variable] = type_.item
        try:
            element = self._of(wanted, node.elt)
            kept = [self._of(BOOLEAN, one) for one in conditions]
        finally:
            self._variables.clear()
        target = ast.Name(variable, ast.Store())
        comprehension = ast.comprehension(target, resolved, kept, 0)
        # A list: a rule does not apply if any item lacks a value, whichever comes first.
        return wanted, _call_of(name, ast.ListComp(element, [comprehension]))

    def _source(self, node: ast.GeneratorExp) -> tuple[str, ast.expr, list[ast.expr]]:
        """Return the variable, the list and the conditions of a generator expression."""
        first = node.generators[0]
        if len(node.generators) > 1 or first.is_async or not isinstance(first.target, ast.Name):
            raise self._error(node, "goes over more than one input")
        name = first.target.id
        if name in self.scope.members or name in FUNCTIONS or name == LIBRARY:
            raise self._error(first.target, "is taken: call the item otherwise")
        return name, first.iter, first.ifs

    def _given(self, node: ast.Call, arguments: list[ast.expr]) -> ast.expr:
        if len(arguments) != 1:
            raise self._error(node, "needs one argument")
        (argument,) = arguments
        if isinstance(argument, ast.Attribute):
            owner, part = self._part(argument)
            return _library_call("given", owner, [part.wire_name])
        if not isinstance(argument, ast.Name) or argument.id in self._variables:
            raise self._error(argument, "is not the name of an input")
        member = self._member(self.scope, argument.id, argument)
        self.tested[argument.id] = member
        return _library_call("given", ast.Name(INPUTS, ast.Load()), [member.wire_name])

    def _error(self, node: ast.AST, why: str) -> RuleError:
        return RuleError(f"{segment(node, self._text)} {why}")


def read_of(member: Member) -> ast.expr:
    """Return the expression that reads an input."""
    return _read_from(ast.Name(INPUTS, ast.Load()), member)


def _read_from(owner: ast.expr, member: Member) -> ast.expr:
    """Return the expression that reads a part of `owner`; it raises `LookupError` without one."""
    has_default = member.default not in (ABSENT, None)
    arguments = [member.wire_name, *([member.default] if has_default else [])]
    if member.nullable:
        return _library_call("value", owner, arguments)
    if has_default:
        return _call(ast.Attribute(owner, "get", ast.Load()), *map(_constant, arguments))
    return ast.Subscript(owner, _constant(member.wire_name), ast.Load())


def _type_of(value: Any) -> Scalar:
    if isinstance(value, bool):
        return BOOLEAN
    return Scalar("text", (value,)) if isinstance(value, str) else NUMBER


def _kind(type_: Type | None) -> str | None:
    return type_.kind if isinstance(type_, Scalar) else None


def _library_call(name: str, owner: ast.expr, arguments: list[Any]) -> ast.expr:
    function = ast.Attribute(ast.Name(LIBRARY, ast.Load()), name, ast.Load())
    return _call(function, owner, *map(_constant, arguments))


def _call_of(name: str, *arguments: ast.expr) -> ast.expr:
    return _call(ast.Name(name, ast.Load()), *arguments)


def _call(function: ast.expr, *arguments: ast.expr) -> ast.expr:
    return ast.Call(function, list(arguments), [])


def _constant(value: Any) -> ast.expr:
    """Return a JSON value as an expression."""
    return ast.parse(repr(value), mode="eval").body
