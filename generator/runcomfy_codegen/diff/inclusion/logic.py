"""Keywords about any value: types, listed values, and schemas joined by and, or, not, if."""

from __future__ import annotations

from typing import Any

from runcomfy_codegen.diff.inclusion.alternatives import STATED_ONE_OF, Row
from runcomfy_codegen.diff.inclusion.judging import Judge, Proof
from runcomfy_codegen.diff.inclusion.rows import types, with_integer
from runcomfy_codegen.json_schema.values import Schema


def _type(_: Proof, row: Row, __: Schema, declared: Any) -> bool:
    return types(row) <= with_integer(declared)


def _listed(*_: Any) -> bool:
    return False  # a row with few values has been tried value by value


def _ref(proof: Proof, row: Row, _: Schema, reference: Any) -> bool:
    return proof.holds(row, proof.space.target(reference))


def _all_of(proof: Proof, row: Row, _: Schema, members: Any) -> bool:
    return all(proof.holds(row, member) for member in members)


def _any_of(proof: Proof, row: Row, _: Schema, members: Any) -> bool:
    return any(proof.holds(row, member) for member in members)


def _one_of(proof: Proof, row: Row, _: Schema, members: Any) -> bool:
    """One member takes the row whole and the others nothing of it, or the row has the same list."""
    stated = (part[STATED_ONE_OF] for part in row if STATED_ONE_OF in part)
    if any(_same_members(proof, known, members) for known in stated):
        return True
    taking = [member for member in members if not proof.emptiness.of((*row, member))]
    return len(taking) == 1 and proof.holds(row, taking[0])


def _same_members(proof: Proof, one: Any, other: Any) -> bool:
    """Whether two lists hold the same schemas in the same order."""
    if len(one) != len(other):
        return False
    return all(proof.same(first, second) for first, second in zip(one, other, strict=True))


def _not(proof: Proof, row: Row, _: Schema, schema: Any) -> bool:
    if proof.emptiness.of((*row, schema)):
        return True
    return any(proof.holds((schema,), part["not"]) for part in row if "not" in part)


def _if(proof: Proof, row: Row, wide: Schema, condition: Any) -> bool:
    then, otherwise = wide.get("then", True), wide.get("else", True)
    if any(_same_condition(proof, row, part, wide) for part in row if "if" in part):
        return True
    always = proof.holds(row, condition)
    return proof.holds((*row, condition), then) and (always or proof.holds(row, otherwise))


def _same_condition(proof: Proof, row: Row, part: Schema, wide: Schema) -> bool:
    """Whether `part` has the same `if`, and asks for no less on both ways."""
    return proof.same(part["if"], wide["if"]) and all(
        proof.holds((*row, part.get(way, True)), wide.get(way, True)) for way in ("then", "else")
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
