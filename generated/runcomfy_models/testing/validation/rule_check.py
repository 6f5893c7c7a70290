# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 7f947088dd8cad4893c7a9bedaf0c040
"""Check the rules in words: a second reading of `rules.toml`, independent of the generator's.

The rules compiled into a model's module are not used here.
"""

import ast
import operator
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from ..._runtime.json_value import is_array, is_object
from ..._runtime.media.content_types import canonical, kind_of
from ..._runtime.media.data_uri import is_data_uri, media_type
from .dialect_validator import InputError

_Schema = dict[str, Any]
_Found = tuple[Any, _Schema]
"""A value, and its schema."""

_OPERATORS: dict[str, Callable[[Any, Any], Any]] = {
    "Add": operator.add,
    "Sub": operator.sub,
    "Mult": operator.mul,
    "Div": lambda one, other: one / other,
    "FloorDiv": lambda one, other: one // other,
    "Mod": operator.mod,
    "Eq": operator.eq,
    "NotEq": operator.ne,
    "Lt": operator.lt,
    "LtE": operator.le,
    "Gt": operator.gt,
    "GtE": operator.ge,
    "In": lambda one, many: one in many,
    "NotIn": lambda one, many: one not in many,
}
_FUNCTIONS: dict[str, Callable[..., Any]] = {
    "all": all,
    "any": any,
    "len": len,
    "max": max,
    "min": min,
    "sum": sum,
}

SAMPLE_CHARS = 60
"""Characters from which a default is a sample of a text, which the service does not assume."""


def rule_errors(
    folder: Path, model_id: str, schema: _Schema, inputs: Mapping[str, Any]
) -> Iterator[InputError]:
    """Yield each rule of a model that `inputs`, which fit `schema`, break."""
    names = _table(folder / "overrides.toml").get(model_id, {}).get("names", {})
    for entry in _table(folder / "rules.toml").get(model_id, ()):
        if "accepts" in entry:
            yield from _type_errors(entry, schema, inputs)
        elif "rule" in entry:
            reading = _Reading(schema, inputs, names)
            if not reading.keeps(entry["rule"]):
                why = reading.filled(entry["message"])
                yield InputError((), entry["id"], entry["rule"], dict(inputs), why)


def _table(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}


class _Reading:
    """A rule, evaluated over the names of a schema."""

    def __init__(
        self, schema: _Schema, inputs: Mapping[str, Any], names: Mapping[str, str]
    ) -> None:
        self._schema = schema
        self._pinned = {name: place.rpartition("/")[2] for place, name in names.items()}
        self._inputs: _Found = (inputs, schema)
        self._variables: dict[str, _Found] = {}

    def keeps(self, rule: str) -> bool:
        """Whether the inputs keep `rule`; if any of its names has no value, they do."""
        tree = _parsed(rule)
        try:
            self._need_every_name(tree)
            return bool(self._value(tree))
        except (LookupError, ZeroDivisionError, ValueError):
            return True

    def filled(self, message: str) -> str:
        """Return a message with the values of the expressions in its braces."""

        def value(match: re.Match[str]) -> str:
            return str(self._value(_parsed(match[1]))) if match[1] else match[0][0]

        return re.sub(r"\{\{|\}\}|\{([^{}]+)\}", value, message)

    def _need_every_name(self, tree: ast.AST) -> None:
        """Raise `LookupError` if an input without a value stands outside of `given(…)`."""
        bound = {ast.unparse(one.target) for one in _nodes(tree, ast.comprehension)}
        calls = list(_nodes(tree, ast.Call))
        others = {id(call.func) for call in calls}
        others |= {id(one.args[0]) for one in calls if ast.unparse(one.func) == "given"}
        for name in _nodes(tree, ast.Name):
            if name.id not in bound and id(name) not in others:
                self._found(name)

    def _value(self, node: ast.AST) -> Any:
        match node:
            case ast.Constant(value):
                return value
            case ast.Name() | ast.Attribute():
                return self._found(node)[0]
            case ast.Tuple(parts) | ast.List(parts):
                return [self._value(part) for part in parts]
            case ast.UnaryOp(ast.Not(), operand):
                return not self._value(operand)
            case ast.UnaryOp(_, operand):
                return -self._value(operand)
            case ast.BoolOp(ast.And(), parts):
                return all(self._value(part) for part in parts)
            case ast.BoolOp(_, parts):
                return any(self._value(part) for part in parts)
            case ast.BinOp(left, op, right):
                return _OPERATORS[type(op).__name__](
                    self._value(left), self._value(right)
                )
            case ast.Compare(left, ops, others):
                values = [self._value(part) for part in (left, *others)]
                pairs = zip(ops, values, values[1:], strict=False)
                return all(_OPERATORS[type(op).__name__](a, b) for op, a, b in pairs)
            case ast.Call(ast.Name("given"), [argument]):
                return self._is_there(argument)
            case ast.Call(ast.Name(name), arguments):
                return _FUNCTIONS[name](*map(self._value, arguments))
            case ast.GeneratorExp(element, [over]):
                return list(self._items(element, over))
            case _:
                raise TypeError(f"no part of a rule: {type(node).__name__}")

    def _items(self, element: ast.expr, over: ast.comprehension) -> Iterator[Any]:
        items, schema = self._found(over.iter)
        for item in items:
            self._variables[ast.unparse(over.target)] = (item, schema.get("items", {}))
            if all(self._value(condition) for condition in over.ifs):
                yield self._value(element)

    def _found(self, node: ast.AST) -> _Found:
        """Return the value of a name, or its default; raise `LookupError` without either."""
        if isinstance(node, ast.Name) and node.id in self._variables:
            return self._variables[node.id]
        owner, name = self._owner(node)
        values, schema = owner
        wire_name = self._wire_name(name, schema)
        member = self._resolved(schema["properties"][wire_name])
        value = values.get(wire_name)
        value = _default(member) if value is None else value
        if value is None:
            raise LookupError(wire_name)
        return value, member

    def _is_there(self, node: ast.AST) -> bool:
        (values, schema), name = self._owner(node)
        return values.get(self._wire_name(name, schema)) is not None

    def _owner(self, node: ast.AST) -> tuple[_Found, str]:
        if isinstance(node, ast.Attribute):
            return self._found(node.value), node.attr
        if isinstance(node, ast.Name):
            return self._inputs, node.id
        raise TypeError(f"no name: {type(node).__name__}")

    def _wire_name(self, name: str, schema: _Schema) -> str:
        """Return the property that Python calls `name`."""
        if self._pinned.get(name) in schema["properties"]:
            return self._pinned[name]
        spelt = (one for one in schema["properties"] if name in (one, _identifier(one)))
        return next(spelt, name)

    def _resolved(self, schema: Any) -> _Schema:
        """Follow references inside of the document."""
        while is_object(schema) and str(schema.get("$ref", "")).startswith("#/"):
            target: Any = self._schema
            for step in schema["$ref"][2:].split("/"):
                target = target[step]
            schema = target
        return schema if is_object(schema) else {}


def _type_errors(
    entry: Mapping[str, Any], schema: _Schema, inputs: Mapping[str, Any]
) -> Iterator[InputError]:
    """Yield the media whose declared type a rule does not accept."""
    accepted = [canonical(one) for one in entry["accepts"]]
    steps = entry["at"].partition("#")[2].split("/")[1:]
    for path, value in _values_at(steps, inputs):
        found = canonical(media_type(value)) if is_data_uri(value) else ""
        if kind_of(found) and found not in accepted:
            why = f"is {found}, not {' or '.join(entry['accepts'])}"
            yield InputError(path, entry["id"], entry["accepts"], value[:80], why)


def _values_at(
    steps: list[str], value: Any
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield the texts at a place of a schema, in a value that fits it, each with its path."""
    if is_array(value):
        rest = steps[1:] if steps[:1] == ["items"] else steps
        for index, item in enumerate(value):
            yield from (((index, *path), one) for path, one in _values_at(rest, item))
    elif isinstance(value, str):
        yield (), value
    elif is_object(value) and len(steps) > 1 and steps[0] == "properties":
        found = _values_at(steps[2:], value.get(steps[1]))
        yield from (((steps[1], *path), one) for path, one in found)


def _default(schema: _Schema) -> Any:
    """Return what the service assumes: a page's default, unless it is a sample."""
    value: Any = schema.get("default")
    is_text = isinstance(value, str) and "enum" not in schema
    is_sample = is_text and (
        len(value) >= SAMPLE_CHARS or re.match("https?:|data:", value)
    )
    return None if is_sample else value


def _identifier(wire_name: str) -> str:
    name = re.sub(r"[\W_]+", "_", wire_name.lower())
    return f"field_{name}" if name[:1].isdigit() else name


@cache
def _parsed(rule: str) -> ast.expr:
    return ast.parse(rule.strip(), mode="eval").body


def _nodes(tree: ast.AST, kind: type[Any]) -> Iterator[Any]:
    return (node for node in ast.walk(tree) if isinstance(node, kind))
