"""Names that nothing else has: what a hint offers where two names collided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cached_property
from itertools import chain, count
from typing import Any

from runcomfy_codegen.json_schema.values import is_array, is_object
from runcomfy_codegen.planning.names import InvalidNameError, field_name, type_name


class SpareNames:
    """Offers each name once, and none that is taken."""

    def __init__(self, taken: Iterable[str], joint: str = "") -> None:
        """`joint` stands between a name and its number: `Style2`, `acme.style_2`.

        `taken` is looked at when a name is first asked for, which is seldom.
        """
        self._given = taken
        self._joint = joint

    @cached_property
    def _taken(self) -> set[str]:
        return set(self._given)

    def like(self, name: str) -> str:
        """`name` itself, or with the first number that makes it new."""
        numbered = (f"{name}{self._joint}{number}" for number in count(2))
        spare = next(one for one in chain([name], numbered) if one not in self._taken)
        self._taken.add(spare)
        return spare


def names_in(value: Any) -> Iterator[str]:
    """Every attribute and class that a property anywhere in a document may ask for."""
    for key in _keys(value):
        with suppress(InvalidNameError):
            yield field_name(key)
            yield type_name(key)
            yield type_name(key, "Item")


def _keys(value: Any) -> Iterator[str]:
    if is_object(value):
        yield from value
        for item in value.values():
            yield from _keys(item)
    elif is_array(value):
        for item in value:
            yield from _keys(item)
