"""The error for a model that the schemas do not contain."""

from __future__ import annotations

from collections.abc import Iterable


class UnknownModelError(LookupError):
    """No model has this id, or an id of this pattern."""

    def __init__(self, pattern: str, known: Iterable[str]) -> None:
        """Keep the id or pattern, and the ids that there are."""
        super().__init__(pattern)
        self.pattern, self.known = pattern, tuple(known)
