"""Evaluate a resolved rule on its examples, by walking its syntax tree: nothing is executed.

Numbers are exact, as in the clients: 0.1 + 0.2 is 0.3.
"""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from math import isfinite
from typing import Any

from runcomfy_codegen.json_schema.values import is_array, is_object

_BINARY: dict[type[ast.AST], Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: lambda left, right: Fraction(left) / right,
    ast.FloorDiv: lambda left, right: left // right,  # operator.floordiv has no types
    ast.Mod: operator.mod,
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.In: lambda item, container: item in container,
    ast.NotIn: lambda item, container: item not in container,
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
    except (LookupError, ArithmeticError, ValueError):  # min() and max() of nothing
        raise NotApplicableError from None


def exact(value: Any) -> Any:
    """Return a JSON value whose floats are the decimals that were written."""
    if isinstance(value, float):
        return Fraction(repr(value)) if isfinite(value) else value
    if is_array(value):
        return [exact(item) for item in value]
    if is_object(value):
        return {key: exact(item) for key, item in value.items()}
    return value


def _value(node: ast.expr, variables: Mapping[str, Any]) -> Any:
    match node:
        case ast.Constant(value):
            return exact(value)
        case ast.Name(name):
            return variables[name]
        case ast.Tuple(elements) | ast.List(elements):
            return [_value(element, variables) for element in elements]
        case ast.Dict():  # the default of an object
            return exact(ast.literal_eval(node))
        case ast.UnaryOp(ast.Not(), operand):
            return not _value(operand, variables)
        case ast.UnaryOp(_, operand):
            return -_value(operand, variables)
        case ast.BoolOp(op, values):
            decide = all if isinstance(op, ast.And) else any
            return decide(_value(value, variables) for value in values)
        case ast.BinOp(left, op, right):
            return _BINARY[type(op)](_value(left, variables), _value(right, variables))
        case ast.Compare(left, ops, comparators):
            return _compared(left, ops, comparators, variables)
        case ast.Subscript(owner, key):
            return _value(owner, variables)[_value(key, variables)]
        case ast.Call(function, arguments):
            values = [_value(argument, variables) for argument in arguments]
            return _called(function, values, variables)
        case ast.ListComp():
            return list(_items(node, variables))
        case _:
            raise _not_resolved(node)


def _called(function: ast.expr, arguments: list[Any], variables: Mapping[str, Any]) -> Any:
    match function:
        case ast.Attribute(owner, "get"):
            return _value(owner, variables).get(*arguments)
        case ast.Attribute(_, name):
            return _call_library(name, arguments)
        case ast.Name(name):
            return _FUNCTIONS[name](*arguments)
        case _:
            raise _not_resolved(function)


def _not_resolved(node: ast.expr) -> TypeError:
    return TypeError(f"not a part of a resolved rule: {type(node).__name__}")


def _compared(
    left: ast.expr, ops: list[ast.cmpop], comparators: list[ast.expr], variables: Mapping[str, Any]
) -> bool:
    previous = _value(left, variables)
    for op, node in zip(ops, comparators, strict=True):
        value = _value(node, variables)
        if not _BINARY[type(op)](previous, value):
            return False
        previous = value
    return True


def _call_library(name: str, arguments: list[Any]) -> Any:
    """Return what `rules.given` or `rules.value` of the client library returns."""
    values, wire_name, *default = arguments
    value = values.get(wire_name)
    if name == "given":
        return value is not None
    if value is None and not default:
        raise LookupError(wire_name)
    return default[0] if value is None else value


def _items(node: ast.ListComp, variables: Mapping[str, Any]) -> Iterator[Any]:
    (source,) = node.generators
    variable = ast.unparse(source.target)
    for item in _value(source.iter, variables):
        inner = {**variables, variable: item}
        if all(_value(condition, inner) for condition in source.ifs):
            yield _value(node.elt, inner)
