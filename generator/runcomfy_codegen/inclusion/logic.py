"""Judges of keywords about any value: types, listed values, and combinations of schemas."""

from __future__ import annotations

from itertools import combinations
from typing import Any

from runcomfy_codegen.inclusion.alternatives import STATED_ONE_OF
from runcomfy_codegen.inclusion.complements import NOT_VALIDATED
from runcomfy_codegen.inclusion.conjunctions import Conjunction, possible_types, with_integer
from runcomfy_codegen.inclusion.judge import Judge, Proof
from runcomfy_codegen.json_schema.values import Schema, is_object

MAX_SPLIT_MEMBERS = 8
"""Members of a union that are looked at together: each may double the alternatives."""


def _type(_: Proof, conjunction: Conjunction, __: Schema, declared: Any) -> bool:
    return possible_types(conjunction) <= with_integer(declared)


def _listed(*_: Any) -> bool:
    return False  # the prover has already tried each value of a conjunction with few values


def _ref(proof: Proof, conjunction: Conjunction, _: Schema, reference: Any) -> bool:
    return proof.implies(conjunction, proof.pair.target(reference))


def _all_of(proof: Proof, conjunction: Conjunction, _: Schema, members: Any) -> bool:
    return all(proof.implies(conjunction, member) for member in members)


def _any_of(proof: Proof, conjunction: Conjunction, _: Schema, members: Any) -> bool:
    """Return whether all values are valid under one member, or those that break it under others."""
    if any(proof.implies(conjunction, member) for member in members):
        return True
    if not 1 < len(members) <= MAX_SPLIT_MEMBERS or _has_media(members[0]):
        return False
    complement, others = proof.split(members)
    return proof.implies((*conjunction, complement), others)


def _has_media(schema: Any) -> bool:
    return is_object(schema) and bool(schema.keys() & NOT_VALIDATED)


def _one_of(proof: Proof, conjunction: Conjunction, wide: Schema, members: Any) -> bool:
    """Return whether the conjunction has the same `oneOf`, or implies exactly one member."""
    unions = (part[STATED_ONE_OF] for part in conjunction if STATED_ONE_OF in part)
    if any(_are_equivalent(proof, union, members) for union in unions):
        return True
    is_empty = proof.emptiness.is_empty
    matching = [member for member in members if not is_empty((*conjunction, member))]
    if len(matching) == 1 or len(members) > MAX_SPLIT_MEMBERS:
        return len(matching) == 1 and proof.implies(conjunction, matching[0])
    are_disjoint = all(is_empty((*conjunction, *pair)) for pair in combinations(matching, 2))
    return are_disjoint and _any_of(proof, conjunction, wide, members)


def _are_equivalent(proof: Proof, left: Any, right: Any) -> bool:
    """Return whether two lists have equivalent schemas, in any order."""
    unmatched = list(right)
    for schema in left:
        same = next((other for other in unmatched if proof.are_equivalent(schema, other)), None)
        if same is None:
            return False
        unmatched.remove(same)
    return not unmatched


def _not(proof: Proof, conjunction: Conjunction, _: Schema, schema: Any) -> bool:
    if proof.emptiness.is_empty((*conjunction, schema)):
        return True
    return any(proof.implies((schema,), part["not"]) for part in conjunction if "not" in part)


def _if(proof: Proof, conjunction: Conjunction, wide: Schema, condition: Any) -> bool:
    then, otherwise = wide.get("then", True), wide.get("else", True)
    if any(_same_condition(proof, conjunction, part, wide) for part in conjunction if "if" in part):
        return True
    is_always_met = proof.implies(conjunction, condition)
    return proof.implies((*conjunction, condition), then) and (
        is_always_met or proof.implies(conjunction, otherwise)
    )


def _same_condition(proof: Proof, conjunction: Conjunction, part: Schema, wide: Schema) -> bool:
    """Return whether `part` has the same `if` as `wide`, and implies its `then` and `else`."""
    return proof.are_equivalent(part["if"], wide["if"]) and all(
        proof.implies((*conjunction, part.get(branch, True)), wide.get(branch, True))
        for branch in ("then", "else")
    )


def _judged_with_if(*_: Any) -> bool:
    return True  # without `if`, the keyword has no effect


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
    "then": _judged_with_if,
    "else": _judged_with_if,
}
