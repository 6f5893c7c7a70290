"""The judges of single keywords, and what they may ask of the proof."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from runcomfy_codegen.inclusion.conjunctions import Conjunction
from runcomfy_codegen.inclusion.emptiness import EmptinessProver
from runcomfy_codegen.inclusion.schema_pair import SchemaPair


class Proof(Protocol):
    """The prover, as the judges use it."""

    pair: SchemaPair
    emptiness: EmptinessProver

    def implies(self, narrow: tuple[Any, ...], wide: Any) -> bool:
        """Return whether it is proven that every value valid under `narrow` is valid under `wide`.

        `narrow` is a conjunction of schemas.
        """
        ...

    def are_equivalent(self, left: Any, right: Any) -> bool:
        """Return whether it is proven that two schemas allow the same values."""
        ...

    def split(self, members: list[Any]) -> tuple[dict[str, Any], dict[str, Any]]:
        """Return the complement of the first of `members`, and the union of the others."""
        ...


Judge = Callable[[Proof, Conjunction, dict[str, Any], Any], bool]
"""Return whether a conjunction implies one keyword of a schema.

Takes the proof, the conjunction, the schema, and the value of the keyword.
"""
