"""The interfaces between a document, a search in it, and those who propose values."""

from collections.abc import Collection, Hashable, Iterator
from typing import Any, Protocol

from .constraints import Constraints
from .negations import Schema


class Document(Protocol):
    """How the schemas of one document are read."""

    def target(self, reference: str) -> Schema:
        """Return the schema that a reference leads to."""
        ...

    def fits(self, schema: Schema, value: Any) -> bool:
        """Whether `value` fits a schema of the document."""
        ...


class Search(Document, Protocol):
    """A search for values. Those who propose an array or an object ask it for the values inside."""

    fills_all: bool
    """Whether properties are filled that are not required."""
    repeats: int
    """How often a reference is followed again inside what it leads to."""

    def values(self, constraints: Constraints) -> Iterator[Any]:
        """Yield values that fit `constraints`, the likeliest first."""
        ...

    def some(
        self,
        constraints: Constraints,
        variant: int,
        taken: Collection[Hashable] = (),
    ) -> list[Any]:
        """Return one value that fits `constraints`, or none: a later one for a higher `variant`.

        It is none of those `taken`, which are given as their `json_key`.
        """
        ...

    def step(self) -> None:
        """Count a step; raises an error that ends the search after too many."""
        ...
