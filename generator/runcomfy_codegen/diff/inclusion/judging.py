"""What judges of single keywords are, and what they may ask of the proof."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from runcomfy_codegen.diff.inclusion.alternatives import Row
from runcomfy_codegen.diff.inclusion.emptiness import Emptiness
from runcomfy_codegen.diff.inclusion.space import Space


class Proof(Protocol):
    """The proof, as the judges of its keywords see it."""

    space: Space
    emptiness: Emptiness

    def holds(self, narrow: tuple[Any, ...], wide: Any) -> bool:
        """Whether every value that fits all of `narrow` surely fits `wide`."""
        ...

    def same(self, one: Any, other: Any) -> bool:
        """Whether two schemas surely allow the same values."""
        ...


Judge = Callable[[Proof, Row, dict[str, Any], Any], bool]
"""Whether a row keeps one keyword of a schema: proof, row, schema, the keyword's value."""
