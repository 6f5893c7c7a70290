"""Evaluate a resolved rule without executing it: for its examples, when clients are generated."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Iterator, Mapping
from typing import Any

_BINARY: dict[type[ast.AST], Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: lambda one, other: one / other,
    ast.FloorDiv: lambda one, other: one // other,
    ast.Mod: operator.mod,
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.In: lambda one, other: one in other,
    ast.NotIn: lambda one, other: one not in other,
}

_FUNCTIONS: dict[str, Callable[..., Any]] = {
    "all": all,
    "any": any,
    "len": len,
    "max": max,
    "min": min,
    "sum": sum,
}


class NotApplicableError(LookupError):
    """A rule that does not apply: one of its names has no value, or it divides by zero."""


def evaluate(node: ast.expr, variables: Mapping[str, Any]) -> Any:
    """Return the value of a resolved expression; raise `NotApplicableError` if it has none."""
    try:
        return _value(node, variables)
    except (LookupError, ZeroDivisionError, ValueError):  # min() and max() of nothing
        raise NotApplicableError from None


def _value(node: ast.expr, known: Mapping[str, Any]) -> Any:
    match node:
        case ast.Constant(value):
            return value
        case ast.Name(name):
            return known[name]
        case ast.Tuple(elements) | ast.List(elements):
            return [_value(one, known) for one in elements]
        case ast.Dict():  # the default of an object
            return ast.literal_eval(node)
        case ast.UnaryOp(ast.Not(), operand):
            return not _value(operand, known)
        case ast.UnaryOp(_, operand):
            return -_value(operand, known)
        case ast.BoolOp(op, values):
            decide = all if isinstance(op, ast.And) else any
            return decide(_value(one, known) for one in values)
        case ast.BinOp(left, op, right):
            return _BINARY[type(op)](_value(left, known), _value(right, known))
        case ast.Compare(left, ops, comparators):
            return _compared(left, ops, comparators, known)
        case ast.Subscript(owner, key):
            return _value(owner, known)[_value(key, known)]
        case ast.Call(ast.Attribute(owner, "get"), arguments):
            return _value(owner, known).get(*(_value(one, known) for one in arguments))
        case ast.Call(ast.Attribute(_, name), arguments):
            return _read(name, [_value(one, known) for one in arguments])
        case ast.Call(ast.Name(name), arguments):
            return _FUNCTIONS[name](*(_value(one, known) for one in arguments))
        case ast.ListComp():
            return list(_items(node, known))
        case _:
            raise TypeError(f"not a part of a resolved rule: {type(node).__name__}")


def _compared(
    left: ast.expr, ops: list[ast.cmpop], comparators: list[ast.expr], known: Mapping[str, Any]
) -> bool:
    one = _value(left, known)
    for op, node in zip(ops, comparators, strict=True):
        other = _value(node, known)
        if not _BINARY[type(op)](one, other):
            return False
        one = other
    return True


def _read(name: str, arguments: list[Any]) -> Any:
    """Return what `rules.given` or `rules.value` of the client library returns."""
    values, wire_name, *default = arguments
    found = values.get(wire_name)
    if name == "given":
        return found is not None
    if found is None and not default:
        raise LookupError(wire_name)
    return default[0] if found is None else found


def _items(node: ast.ListComp, known: Mapping[str, Any]) -> Iterator[Any]:
    (source,) = node.generators
    variable = ast.unparse(source.target)
    for item in _value(source.iter, known):
        inner = {**known, variable: item}
        if all(_value(one, inner) for one in source.ifs):
            yield _value(node.elt, inner)
