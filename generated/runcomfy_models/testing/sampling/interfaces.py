# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 250b793e1c04dfa2684abe9aaca6bcc1
"""The interfaces of a document and of a search in it, for the functions that propose values."""

from collections.abc import Collection, Hashable, Iterator
from typing import Any, Protocol

from .constraints import Constraints
from .negations import Schema

VARIANTS = 3
"""Arrays of the same length, or objects with the same names, that are proposed."""


class Document(Protocol):
    """One document, whose schemas may refer to each other."""

    def target(self, reference: str) -> Schema:
        """Return the schema that a reference leads to."""
        ...

    def fits(self, schema: Schema, value: Any) -> bool:
        """Whether `value` fits a schema of the document."""
        ...


class Search(Document, Protocol):
    """A search for values; functions that propose arrays and objects ask it for inner values."""

    fills_all: bool
    """Whether optional properties get a value."""
    repeats: int
    """How often a reference is followed again inside its target."""

    def values(self, constraints: Constraints) -> Iterator[Any]:
        """Yield values that fit `constraints`, the likeliest first."""
        ...

    def some(
        self,
        constraints: Constraints,
        variant: int,
        taken: Collection[Hashable] = (),
    ) -> list[Any]:
        """Return a list with one value that fits `constraints`, or an empty one.

        A higher `variant` selects a later value. Values whose `json_key` is among `taken` are
        skipped.
        """
        ...

    def step(self) -> None:
        """Count a step; raises an error that ends the search after too many."""
        ...
