"""The error for a model that the schemas do not contain."""

from __future__ import annotations

from collections.abc import Iterable


class UnknownModelError(LookupError):
    """No model has this id, or an id of this pattern."""

    def __init__(self, pattern: str, model_ids: Iterable[str]) -> None:
        """Keep the id or pattern, and the ids of all models."""
        super().__init__(pattern)
        self.pattern, self.model_ids = pattern, tuple(model_ids)
