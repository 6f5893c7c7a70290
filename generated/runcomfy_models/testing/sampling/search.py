# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 243297f6ef99c3fa49881596c946d6db
"""Search for a value that fits a schema: its parts propose values, and a validator decides."""

from collections.abc import Callable, Collection, Hashable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from typing import Any

from ..._runtime.json_value import json_key
from .arrays import arrays
from .branches import branches
from .constraints import Constraints, types_of
from .interfaces import Document
from .negations import Schema
from .numbers import numbers
from .objects import objects
from .texts import texts

Suggest = Callable[[Constraints], Iterator[Any]]
"""Yields values to propose first, such as URLs of sample files."""

SHOWN_VALUES = ("const", "enum", "examples", "example", "default")
"""Keywords that show values: a single one, or a list of them."""


class NoSampleError(ValueError):
    """No value was found that fits a schema."""


@dataclass(frozen=True)
class Effort:
    """How thorough a search is."""

    fills_all: bool
    """Whether optional properties get a value."""
    repeats: int
    """How often a reference is followed again inside its target."""
    steps: int = 2_000
    """Steps after which the search is given up."""


EFFORTS = (
    Effort(fills_all=True, repeats=0),
    Effort(fills_all=False, repeats=0),
    Effort(fills_all=False, repeats=8),
)
"""Searches to try in turn; for a schema that refers to itself, only small values are found."""


def sample(schemas: tuple[Schema, ...], document: Document, suggest: Suggest) -> Any:
    """Return a value that fits all `schemas` of `document`, or raise `NoSampleError`."""
    for effort in EFFORTS:
        search = _Search(document, suggest, effort)
        with suppress(_OutOfStepsError, RecursionError):
            for value in search.values(Constraints(schemas)):
                return value
    raise NoSampleError


class _OutOfStepsError(Exception):
    """A search has taken all its steps."""


class _Search:
    """One search in a document, with as many steps as its effort allows."""

    def __init__(self, document: Document, suggest: Suggest, effort: Effort) -> None:
        """Search in `document`."""
        self.target = document.target
        self.fits = document.fits
        self.fills_all = effort.fills_all
        self.repeats = effort.repeats
        self._suggest = suggest
        self._steps = effort.steps

    def values(self, constraints: Constraints) -> Iterator[Any]:
        """Yield values that fit `constraints`, the likeliest first."""
        for branch in branches(constraints, self):
            for value in self._proposals(branch):
                self.step()
                if all(self.fits(schema, value) for schema in constraints.schemas):
                    yield value

    def some(
        self, constraints: Constraints, variant: int, taken: Collection[Hashable] = ()
    ) -> list[Any]:
        """Return a list with one value that fits `constraints`, or an empty one.

        A higher `variant` selects a later value. Values whose `json_key` is among `taken` are
        skipped.
        """
        free = (
            value for value in self.values(constraints) if json_key(value) not in taken
        )
        return list(islice(free, variant + 1))[-1:]

    def step(self) -> None:
        """Count a step; raises an error that ends the search after too many."""
        self._steps -= 1
        if self._steps < 0:
            raise _OutOfStepsError

    def _proposals(self, branch: Constraints) -> Iterator[Any]:
        """Yield values that probably fit the plain schemas of `branch`."""
        yield from self._suggest(branch)
        for keyword in SHOWN_VALUES:
            for value in branch.each(keyword):
                yield from value if keyword in ("enum", "examples") else [value]
        for name in types_of(branch):
            yield from self._of_type(name, branch)

    def _of_type(self, name: str, branch: Constraints) -> Iterator[Any]:
        match name:
            case "string":
                return texts(branch)
            case "integer" | "number":
                return numbers(branch, name == "integer")
            case "array":
                return arrays(branch, self)
            case "object":
                return objects(branch, self)
            case "boolean":
                return iter([True, False])
            case _:
                return iter([None])
