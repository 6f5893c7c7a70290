"""What upstream says of one model, before it is compared with what is stored."""

from __future__ import annotations

from dataclasses import dataclass

from runcomfy_codegen.reading.model_id import ModelId
from runcomfy_codegen.reading.service import Service


@dataclass(frozen=True)
class Incoming:
    """One model's documents as they came from a page or from the catalog."""

    model_id: ModelId
    files: dict[str, str]
    """Name of a document: its text, laid out as in `schemas/`."""
    source: str
    """Where it came from, for messages."""
    service: Service | None = None
    """The protocol that a page shows."""


@dataclass(frozen=True)
class Problem:
    """Something upstream that could not be used; the rest goes on."""

    source: str
    reason: str

    def __str__(self) -> str:
        """One line."""
        return f"{self.source}: {self.reason}"


@dataclass(frozen=True)
class Gathered:
    """All that was read in one run."""

    models: tuple[Incoming, ...]
    problems: tuple[Problem, ...]
    listed: frozenset[str] | None = None
    """The ids of all models that upstream has, where it was asked for all of them."""


class UpstreamError(Exception):
    """A catalog that cannot be relied on as a whole; nothing is compared or written."""
