"""Check the rules in words: a second reading of `rules.toml`, independent of the generator's.

The rules compiled into a model's module are not used here.
"""

import ast
import operator
import re
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

from ..._runtime.json_value import is_array, is_object
from ..._runtime.media.content_types import canonical, kind_of
from ..._runtime.media.data_uri import content_type_of, is_data_uri
from ..maintainer_files import pointer_steps, read_toml
from ..references import References, with_definitions
from .dialect_validator import InputError

_Schema = dict[str, Any]
_Described = tuple[Any, _Schema]
"""A value, and its schema."""

_OPERATORS: dict[str, Callable[[Any, Any], Any]] = {
    "Add": operator.add,
    "Sub": operator.sub,
    "Mult": operator.mul,
    "Div": lambda left, right: Fraction(left) / right,
    "FloorDiv": lambda left, right: left // right,
    "Mod": operator.mod,
    "Eq": operator.eq,
    "NotEq": operator.ne,
    "Lt": operator.lt,
    "LtE": operator.le,
    "Gt": operator.gt,
    "GtE": operator.ge,
    "In": lambda item, items: item in items,
    "NotIn": lambda item, items: item not in items,
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
"""Characters from which a default is a sample text, which the service does not assume."""


def rule_errors(
    folder: Path, model_id: str, schema: _Schema, inputs: Mapping[str, Any]
) -> Iterator[InputError]:
    """Yield each rule of a model that `inputs`, which fit `schema`, break."""
    names = read_toml(folder / "overrides.toml").get(model_id, {}).get("names", {})
    for entry in read_toml(folder / "rules.toml").get(model_id, ()):
        if "accepts" in entry:
            yield from _type_errors(entry, schema, inputs)
        elif "rule" in entry:
            evaluation = _Evaluation(schema, inputs, names)
            if not evaluation.is_kept(entry["rule"]):
                why = evaluation.filled(entry["message"])
                yield InputError((), entry["id"], entry["rule"], dict(inputs), why)


class _Evaluation:
    """Evaluates rules over inputs and their schema."""

    def __init__(
        self, schema: _Schema, inputs: Mapping[str, Any], names: Mapping[str, str]
    ) -> None:
        self._references = References(with_definitions(schema))
        self._renamed = {
            name: pointer_steps(place)[-1] for place, name in names.items()
        }
        self._inputs: _Described = (_exact(inputs), schema)
        self._variables: dict[str, _Described] = {}

    def is_kept(self, rule: str) -> bool:
        """Whether the inputs keep `rule`; also true if one of its names has no value."""
        tree = _parsed(rule)
        try:
            self._check_names_have_values(tree)
            return bool(self._value(tree))
        except (LookupError, ArithmeticError, ValueError):
            return True

    def filled(self, message: str) -> str:
        """Return a message with the values of the expressions in its braces."""

        def value(match: re.Match[str]) -> str:
            return _shown(self._value(_parsed(match[1]))) if match[1] else match[0][0]

        return re.sub(r"\{\{|\}\}|\{([^{}]+)\}", value, message)

    def _check_names_have_values(self, tree: ast.AST) -> None:
        """Raise `LookupError` if an input without a value is used outside of `given(…)`."""
        loops = _nodes(tree, ast.comprehension)
        bound = {ast.unparse(loop.target) for loop in loops}
        calls = list(_nodes(tree, ast.Call))
        exempt = {id(call.func) for call in calls}
        exempt |= {
            id(call.args[0]) for call in calls if ast.unparse(call.func) == "given"
        }
        for name in _nodes(tree, ast.Name):
            if name.id not in bound and id(name) not in exempt:
                self._resolve(name)

    def _value(self, node: ast.AST) -> Any:
        match node:
            case ast.Constant(value):
                return _exact(value)
            case ast.Name() | ast.Attribute():
                return self._resolve(node)[0]
            case ast.Tuple(parts) | ast.List(parts):
                return [self._value(part) for part in parts]
            case ast.UnaryOp(op, operand):
                value = self._value(operand)
                return not value if isinstance(op, ast.Not) else -value
            case ast.BoolOp(op, parts):
                decide = all if isinstance(op, ast.And) else any
                return decide(self._value(part) for part in parts)
            case ast.BinOp(left, op, right):
                return _OPERATORS[type(op).__name__](
                    self._value(left), self._value(right)
                )
            case ast.Compare(left, ops, others):
                values = [self._value(part) for part in (left, *others)]
                pairs = zip(ops, values, values[1:], strict=False)
                return all(_OPERATORS[type(op).__name__](a, b) for op, a, b in pairs)
            case ast.Call(ast.Name("given"), [argument]):
                return self._is_given(argument)
            case ast.Call(ast.Name(name), arguments):
                return _FUNCTIONS[name](*map(self._value, arguments))
            case ast.GeneratorExp(element, [over]):
                return list(self._items(element, over))
            case _:
                raise TypeError(f"a rule cannot contain {type(node).__name__}")

    def _items(self, element: ast.expr, over: ast.comprehension) -> Iterator[Any]:
        items, schema = self._resolve(over.iter)
        for item in items:
            self._variables[ast.unparse(over.target)] = (item, schema.get("items", {}))
            if all(self._value(condition) for condition in over.ifs):
                yield self._value(element)

    def _resolve(self, node: ast.AST) -> _Described:
        """Return the value of a name, or its default; raise `LookupError` without either."""
        if isinstance(node, ast.Name) and node.id in self._variables:
            return self._variables[node.id]
        owner, name = self._owner(node)
        values, schema = owner
        wire_name = self._wire_name(name, schema)
        member = self._dereferenced(schema["properties"][wire_name])
        value = values.get(wire_name)
        value = _exact(_default(member)) if value is None else value
        if value is None:
            raise LookupError(wire_name)
        return value, member

    def _is_given(self, node: ast.AST) -> bool:
        (values, schema), name = self._owner(node)
        return values.get(self._wire_name(name, schema)) is not None

    def _owner(self, node: ast.AST) -> tuple[_Described, str]:
        """Return the object that a name is a member of, and the name."""
        if isinstance(node, ast.Attribute):
            return self._resolve(node.value), node.attr
        if isinstance(node, ast.Name):
            return self._inputs, node.id
        raise TypeError(f"{type(node).__name__} is not a name")

    def _wire_name(self, name: str, schema: _Schema) -> str:
        """Return the property that Python calls `name`."""
        if self._renamed.get(name) in schema["properties"]:
            return self._renamed[name]
        matching = (
            property_
            for property_ in schema["properties"]
            if name in (property_, _identifier(property_))
        )
        return next(matching, name)

    def _dereferenced(self, schema: Any) -> _Schema:
        """Follow references inside of the document."""
        while is_object(schema) and str(schema.get("$ref", "")).startswith("#/"):
            schema = self._references.target(schema["$ref"])
        return schema if is_object(schema) else {}


def _exact(value: Any) -> Any:
    """Return a value with its numbers as JSON writes them: as floats, 0.1 + 0.2 is not 0.3."""
    if is_array(value):
        return [_exact(item) for item in value]
    if is_object(value):
        return {key: _exact(item) for key, item in value.items()}
    return Fraction(repr(value)) if isinstance(value, float) else value


def _shown(value: Any) -> str:
    is_exact = isinstance(value, Fraction)
    return f"{float(value):.15g}" if is_exact else str(value)


def _type_errors(
    entry: Mapping[str, Any], schema: _Schema, inputs: Mapping[str, Any]
) -> Iterator[InputError]:
    """Yield the media whose declared type a rule does not accept."""
    accepted = list(map(canonical, entry["accepts"]))
    steps = entry["at"].partition("#")[2].split("/")[1:]
    for path, value in _values_at(steps, inputs):
        declared = canonical(content_type_of(value)) if is_data_uri(value) else ""
        if kind_of(declared) and declared not in accepted:
            why = f"is {declared}, not {' or '.join(entry['accepts'])}"
            yield InputError(path, entry["id"], entry["accepts"], value[:80], why)


def _values_at(
    steps: list[str], value: Any
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield the texts in `value` that the schema at `steps` describes, each with its path."""
    if is_array(value):
        item_steps = steps[1:] if steps[:1] == ["items"] else steps
        for index, item in enumerate(value):
            for path, text in _values_at(item_steps, item):
                yield (index, *path), text
    elif isinstance(value, str):
        yield (), value
    elif is_object(value) and len(steps) > 1 and steps[0] == "properties":
        for path, text in _values_at(steps[2:], value.get(steps[1])):
            yield (steps[1], *path), text


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
