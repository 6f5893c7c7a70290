"""Search for a value that fits a schema: its parts propose values, and a validator decides."""

from collections.abc import Callable, Collection, Hashable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from typing import Any, Protocol

from ..._runtime.json_value import json_key
from .arrays import arrays
from .negations import Schema
from .numbers import numbers
from .objects import objects
from .texts import texts
from .ways import Goal, types_of, ways

Suggest = Callable[[Goal], Iterator[Any]]
"""Yields values that are better than any that are made up."""

SHOWN_VALUES = ("const", "enum", "examples", "example", "default")
"""Keywords that show values: a single one, or a list of them."""


class NoSampleError(ValueError):
    """No value was found that fits a schema."""


class Document(Protocol):
    """How the schemas of one document are read."""

    def target(self, reference: str) -> Schema:
        """Return the schema that a reference leads to."""
        ...

    def fits(self, schema: Schema, value: Any) -> bool:
        """Whether `value` fits a schema of the document."""
        ...


@dataclass(frozen=True)
class Effort:
    """How thorough a search is."""

    fills_all: bool
    """Whether properties are filled that are not required."""
    repeats: int
    """How often a reference is followed again inside what it leads to."""
    steps: int = 2_000
    """Steps after which the search is given up."""


EFFORTS = (Effort(True, 0), Effort(False, 0), Effort(False, 8))
"""Searches to try in turn: a schema that refers to itself has a small value at best."""


def sample(schemas: tuple[Schema, ...], document: Document, suggest: Suggest) -> Any:
    """Return a value that fits all `schemas` of `document`, or raise `NoSampleError`."""
    for effort in EFFORTS:
        search = Search(document, suggest, effort)
        with suppress(_OutOfStepsError, RecursionError):
            for value in search.values(Goal(schemas)):
                return value
    raise NoSampleError


class _OutOfStepsError(Exception):
    """A search has taken all its steps."""


class Search:
    """One search in a document, with as many steps as its effort allows."""

    def __init__(self, document: Document, suggest: Suggest, effort: Effort) -> None:
        """Search in `document`."""
        self.target = document.target
        self.fits = document.fits
        self.fills_all = effort.fills_all
        self.repeats = effort.repeats
        self._suggest = suggest
        self._steps = effort.steps

    def values(self, goal: Goal) -> Iterator[Any]:
        """Yield values that fit `goal`, the likeliest first."""
        for way in ways(goal, self):
            for value in self._proposals(way):
                self.step()
                if all(self.fits(schema, value) for schema in goal.schemas):
                    yield value

    def some(
        self, goal: Goal, variant: int, taken: Collection[Hashable] = ()
    ) -> list[Any]:
        """Return one value that fits `goal`, or none: a later one for a higher `variant`.

        It is none of those `taken`, which are given as their `json_key`.
        """
        free = (value for value in self.values(goal) if json_key(value) not in taken)
        return list(islice(free, variant + 1))[-1:]

    def step(self) -> None:
        """Count a step; raises an error that ends the search after too many."""
        self._steps -= 1
        if self._steps < 0:
            raise _OutOfStepsError

    def _proposals(self, way: Goal) -> Iterator[Any]:
        """Yield values that probably fit the plain schemas of `way`."""
        yield from self._suggest(way)
        for keyword in SHOWN_VALUES:
            for shown in way.each(keyword):
                yield from shown if keyword in ("enum", "examples") else [shown]
        for name in types_of(way):
            yield from self._of_type(name, way)

    def _of_type(self, name: str, way: Goal) -> Iterator[Any]:
        match name:
            case "string":
                return texts(way)
            case "integer" | "number":
                return numbers(way, name == "integer")
            case "array":
                return arrays(way, self)
            case "object":
                return objects(way, self)
            case "boolean":
                return iter([True, False])
            case _:
                return iter([None])
