"""The ways in which a value may fit several schemas at once."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, product
from typing import TYPE_CHECKING, Any

from ..._runtime.json_value import is_array, is_object
from .negations import TYPES, Schema, negated, negations

if TYPE_CHECKING:
    from .search import Search

Target = Callable[[str], Schema]
"""Returns the schema that a reference leads to."""

Choices = list[tuple[Schema, ...]]
"""The ways to keep to a keyword: the schemas to fit in each of them."""


@dataclass(frozen=True)
class Goal:
    """A condition on a value: it fits all `schemas`."""

    schemas: tuple[Schema, ...]
    name: str = ""
    """The name of the property that it belongs to."""
    trail: tuple[str, ...] = ()
    """The references that were followed from outside it to here."""
    followed: frozenset[str] = frozenset()
    """The references that were followed for this value."""

    def inside(self, schemas: tuple[Schema, ...], name: str) -> "Goal":
        """Return the goal of a value inside this one."""
        return Goal(schemas, name, (*self.trail, *self.followed))

    def each(self, *keywords: str) -> list[Any]:
        """Return what the schemas, which are plain, say under any of `keywords`."""
        return [
            schema[name]
            for schema in self.schemas
            for name in keywords
            if name in schema
        ]


def ways(goal: Goal, search: "Search") -> Iterator[Goal]:
    """Yield goals of which a value that fits `goal` fits one.

    Their schemas are plain: objects that apply no other schemas to the same value.
    """
    yield from _ways(goal.schemas, replace(goal, schemas=()), search)


def types_of(goal: Goal) -> list[str]:
    """Return the types that a value may have, the likeliest first."""
    allowed = [names for schema in goal.schemas if (names := _declared(schema))]
    if not allowed:
        return sorted(TYPES, key=lambda name: not _is_about(goal, name))
    first = [*allowed[0], *(["integer"] if "number" in allowed[0] else [])]
    return [
        name
        for name in dict.fromkeys(first)
        if all(
            name in names or (name == "integer" and "number" in names)
            for names in allowed
        )
    ]


def _ways(ahead: tuple[Schema, ...], done: Goal, search: "Search") -> Iterator[Goal]:
    """Yield the ways to fit the schemas `ahead` besides those of `done`, which are plain."""
    search.step()
    if not ahead:
        yield done
    elif is_object(ahead[0]):
        reached = _with(done, ahead[0])
        if _is_open(reached, search.repeats):
            for chosen in product(*_choices(ahead[0], search.target)):
                yield from _ways((*chain(*chosen), *ahead[1:]), reached, search)
    elif ahead[0] is not False:
        yield from _ways(ahead[1:], done, search)


def _choices(schema: Schema, target: Target) -> Iterator[Choices]:
    """Yield the choices of each keyword that has some."""
    for keyword, choices in _CHOICES.items():
        if keyword in schema:
            yield choices(schema[keyword], schema, target)


def _is_open(goal: Goal, repeats: int) -> bool:
    """Whether a value may have some type, and no reference was followed too often."""
    again = max(map(goal.trail.count, goal.followed), default=0)
    return again <= repeats and bool(types_of(goal))


def _with(done: Goal, schema: Schema) -> Goal:
    """Return `done` with the plain part of `schema`, and the references that it follows."""
    plain = {name: value for name, value in schema.items() if name not in _CHOICES}
    holders = (schema, schema.get("not"))
    references = {one["$ref"] for one in holders if is_object(one) and "$ref" in one}
    return replace(
        done, schemas=(*done.schemas, plain), followed=done.followed | references
    )


def _declared(schema: Schema) -> list[str]:
    """Return the types that a plain schema names; empty if it leaves them open."""
    declared = schema.get("type", [])
    names = declared if is_array(declared) else [declared]
    if "enum" in schema or not set(names) <= {*TYPES, "float"}:
        return []
    names = ["number" if name == "float" else name for name in names]
    return [*names, "null"] if names and schema.get("nullable") is True else names


def _is_about(goal: Goal, name: str) -> bool:
    return any(goal.each(keyword) for keyword in _ABOUT.get(name, ()))


_ABOUT = {
    "string": ("minLength", "maxLength", "pattern", "format"),
    "number": (
        "minimum",
        "maximum",
        "exclusiveMinimum",
        "exclusiveMaximum",
        "multipleOf",
    ),
    "array": (
        "items",
        "prefixItems",
        "contains",
        "minItems",
        "maxItems",
        "uniqueItems",
    ),
    "object": (
        "properties",
        "required",
        "additionalProperties",
        "patternProperties",
        "propertyNames",
        "minProperties",
        "maxProperties",
        "dependentRequired",
    ),
}
"""Type: keywords that speak of its values."""


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
    return [(one,) for one in (*negations(inner), *followed)]


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
"""Keyword that applies schemas to the same value: the ways to keep to it."""
