"""The examples of a rule: inputs that fit it, and inputs that break it."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from typing import Any

from runcomfy_codegen.json_schema.values import is_array, is_object
from runcomfy_codegen.rules.evaluating import NotApplicableError, evaluate, exact
from runcomfy_codegen.rules.parsing import RuleError
from runcomfy_codegen.rules.types import ListOf, Member, Object, Other, Scalar, Type
from runcomfy_codegen.rules.writing import INPUTS, read_of
from runcomfy_codegen.untrusted_text import short_repr

_SCALARS = {"number": (int, float), "text": (str,), "boolean": (bool,)}


def wrong_examples(
    condition: ast.expr,
    inputs: Mapping[str, Member],
    scope: Object,
    fits: tuple[Any, ...],
    breaks: tuple[Any, ...],
) -> Iterator[str]:
    """Yield what is wrong with the examples of a resolved rule, which reads `inputs`."""
    for name, examples, expected in (("fits", fits, True), ("breaks", breaks, False)):
        for index, example in enumerate(examples):
            try:
                values = wire_values(example, scope)
            except RuleError as error:
                yield f"{name}[{index}]: {error}"
                continue
            if keeps(condition, inputs, values) is not expected:
                outcome = "breaks the rule" if expected else "fits the rule"
                yield f"{name}[{index}] {outcome}: {short_repr(example)}"


def keeps(condition: ast.expr, inputs: Mapping[str, Member], values: Mapping[str, Any]) -> bool:
    """Whether `values` (wire names) keep a rule; one that does not apply is kept."""
    variables: dict[str, Any] = {INPUTS: exact(values)}
    try:
        for name, member in inputs.items():
            variables[name] = evaluate(read_of(member), variables)
        return bool(evaluate(condition, variables))
    except NotApplicableError:
        return True


def wire_values(example: Any, scope: Type) -> Any:
    """Return an example by wire names; raise `RuleError` for a value that no such input has."""
    match scope:
        case Object(members) if is_object(example):
            return dict(_wire_items(example, members))
        case ListOf(item) if is_array(example):
            return [wire_values(value, item) for value in example]
        case Scalar(kind) if type(example) in _SCALARS[kind]:
            return example
        case Other():
            return example
        case _:
            raise RuleError(f"{short_repr(example)} is not {scope}")


def _wire_items(
    example: dict[str, Any], members: Mapping[str, Member]
) -> Iterator[tuple[str, Any]]:
    for name, value in example.items():
        if name not in members:
            raise RuleError(f"{name!r} does not exist")
        yield members[name].wire_name, wire_values(value, members[name].type)
