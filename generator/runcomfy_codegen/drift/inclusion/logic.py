"""Keywords about any value: types, listed values, and schemas joined by and, or, not, if."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from runcomfy_codegen.drift.inclusion.alternatives import STATED_ONE_OF, Row
from runcomfy_codegen.drift.inclusion.rows import types, with_integer

if TYPE_CHECKING:
    from runcomfy_codegen.drift.inclusion.prover import Judge, Prover

Schema = dict[str, Any]


def _type(_: Prover, row: Row, __: Schema, declared: Any) -> bool:
    return types(row) <= with_integer(declared)


def _listed(*_: Any) -> bool:
    return False  # a row with few values has been tried value by value


def _ref(prover: Prover, row: Row, _: Schema, reference: Any) -> bool:
    return prover.holds(row, prover.space.target(reference))


def _all_of(prover: Prover, row: Row, _: Schema, members: Any) -> bool:
    return all(prover.holds(row, member) for member in members)


def _any_of(prover: Prover, row: Row, _: Schema, members: Any) -> bool:
    return any(prover.holds(row, member) for member in members)


def _one_of(prover: Prover, row: Row, _: Schema, members: Any) -> bool:
    """One member takes the row whole and the others nothing of it, or the row has the same list."""
    stated = (part[STATED_ONE_OF] for part in row if STATED_ONE_OF in part)
    if any(_same_members(prover, known, members) for known in stated):
        return True
    taking = [member for member in members if not prover.emptiness.of((*row, member))]
    return len(taking) == 1 and prover.holds(row, taking[0])


def _same_members(prover: Prover, one: Any, other: Any) -> bool:
    """Whether two lists hold the same schemas in the same order."""
    if len(one) != len(other):
        return False
    return all(prover.same(first, second) for first, second in zip(one, other, strict=True))


def _not(prover: Prover, row: Row, _: Schema, schema: Any) -> bool:
    if prover.emptiness.of((*row, schema)):
        return True
    return any(prover.holds((schema,), part["not"]) for part in row if "not" in part)


def _if(prover: Prover, row: Row, wide: Schema, condition: Any) -> bool:
    then, otherwise = wide.get("then", True), wide.get("else", True)
    if any(_same_condition(prover, row, part, wide) for part in row if "if" in part):
        return True
    always = prover.holds(row, condition)
    return prover.holds((*row, condition), then) and (always or prover.holds(row, otherwise))


def _same_condition(prover: Prover, row: Row, part: Schema, wide: Schema) -> bool:
    """Whether `part` has the same `if`, and asks for no less on both ways."""
    return prover.same(part["if"], wide["if"]) and all(
        prover.holds((*row, part.get(way, True)), wide.get(way, True)) for way in ("then", "else")
    )


def _with_if(*_: Any) -> bool:
    return True  # judged by `if`, and without that of no effect


JUDGES: dict[str, Judge] = {
    "type": _type,
    "enum": _listed,
    "const": _listed,
    "$ref": _ref,
    "allOf": _all_of,
    "anyOf": _any_of,
    "oneOf": _one_of,
    "not": _not,
    "if": _if,
    "then": _with_if,
    "else": _with_if,
}
