# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: ac3522d55190d5af13631fffd2ea353a
"""Split schemas with unions, conditions and references into branches that have none."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain, product
from typing import Any

from ..._runtime.json_value import is_object
from .constraints import Constraints, types_of
from .interfaces import Search
from .negations import Schema, negated, negations

Target = Callable[[str], Schema]
"""Returns the schema that a reference leads to."""

Choices = list[tuple[Schema, ...]]
"""The branches of a keyword: the schemas to fit in each of them."""


def branches(constraints: Constraints, search: Search) -> Iterator[Constraints]:
    """Yield constraints such that a value which fits `constraints` fits one of them.

    Their schemas are plain: objects that apply no other schemas to the same value.
    """
    yield from _branches(constraints.schemas, replace(constraints, schemas=()), search)


def _branches(
    pending: tuple[Schema, ...], plain: Constraints, search: Search
) -> Iterator[Constraints]:
    """Yield the branches of the schemas `pending` together with those of `plain`."""
    search.step()
    if not pending:
        yield plain
        return
    schema, others = pending[0], pending[1:]
    if is_object(schema):
        extended = _with(plain, schema)
        if _is_open(extended, search.repeats):
            for chosen in product(*_choices(schema, search.target)):
                yield from _branches((*chain(*chosen), *others), extended, search)
    elif schema is not False:
        yield from _branches(others, plain, search)


def _choices(schema: Schema, target: Target) -> Iterator[Choices]:
    """Yield the choices of each keyword that has some."""
    for keyword, choices in _CHOICES.items():
        if keyword in schema:
            yield choices(schema[keyword], schema, target)


def _is_open(constraints: Constraints, repeats: int) -> bool:
    """Whether a value may have some type, and no reference was followed too often."""
    again = max(map(constraints.trail.count, constraints.followed), default=0)
    return again <= repeats and bool(types_of(constraints))


def _with(plain: Constraints, schema: Schema) -> Constraints:
    """Return `plain` with the plain part of `schema`, and the references that it follows."""
    plain_part = {name: value for name, value in schema.items() if name not in _CHOICES}
    references = {
        holder["$ref"]
        for holder in (schema, schema.get("not"))
        if is_object(holder) and "$ref" in holder
    }
    return replace(
        plain,
        schemas=(*plain.schemas, plain_part),
        followed=plain.followed | references,
    )


def _reference(reference: str, _: Schema, target: Target) -> Choices:
    return [(target(reference),)]


def _all_of(members: list[Schema], _: Schema, __: Target) -> Choices:
    return [tuple(members)]


def _any_of(members: list[Schema], _: Schema, __: Target) -> Choices:
    return [(member,) for member in members]


def _one_of(members: list[Schema], _: Schema, __: Target) -> Choices:
    indexed = list(enumerate(members))
    return [
        (member, *(negated(other) for index, other in indexed if index != chosen))
        for chosen, member in indexed
    ]


def _not(inner: Schema, _: Schema, target: Target) -> Choices:
    followed = (
        [negated(target(inner["$ref"]))] if is_object(inner) and "$ref" in inner else []
    )
    return [(schema,) for schema in (*negations(inner), *followed)]


def _if(test: Schema, schema: Schema, _: Target) -> Choices:
    then, otherwise = schema.get("then", True), schema.get("else", True)
    return [(test, then), (negated(test), otherwise)]


def _dependent_schemas(rows: dict[str, Schema], _: Schema, __: Target) -> Choices:
    tests = [{"type": "object", "required": [name]} for name in rows]
    pairs = zip(tests, rows.values(), strict=True)
    return [tuple({"if": test, "then": member} for test, member in pairs)]


_CHOICES: dict[str, Callable[[Any, Schema, Target], Choices]] = {
    "$ref": _reference,
    "$dynamicRef": _reference,
    "allOf": _all_of,
    "anyOf": _any_of,
    "oneOf": _one_of,
    "not": _not,
    "if": _if,
    "dependentSchemas": _dependent_schemas,
}
"""Keyword that applies schemas to the same value: its branches."""
