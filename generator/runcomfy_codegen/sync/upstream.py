"""Models as read from upstream: docs pages or the model catalog."""

from __future__ import annotations

from dataclasses import dataclass

from runcomfy_codegen.reading.model_id import ModelId
from runcomfy_codegen.reading.service_protocol import ServiceProtocol


@dataclass(frozen=True)
class UpstreamModel:
    """The documents of one model, as read from a page or from the catalog."""

    model_id: ModelId
    files: dict[str, str]
    """File name of each document: its text, formatted as in `schemas/`."""
    source: str
    """The page that it was read from, or its id in the catalog; for messages."""
    protocol: ServiceProtocol | None = None
    """The protocol, if a page shows it."""


@dataclass(frozen=True)
class UpstreamProblem:
    """A model or page that cannot be used; the others are synced anyway."""

    source: str
    """The page, or the model's id in the catalog."""
    reason: str
    model_id: str = ""
    """Empty if it is not known."""

    def __str__(self) -> str:
        """Return `source: reason`."""
        return f"{self.source}: {self.reason}"


@dataclass(frozen=True)
class UpstreamModels:
    """All models that one run has read."""

    models: tuple[UpstreamModel, ...]
    problems: tuple[UpstreamProblem, ...]
    all_ids: frozenset[str] | None = None
    """The model_ids of a complete catalog; None if a model may exist without being listed."""


class UpstreamError(Exception):
    """A catalog that is unreliable as a whole; nothing is compared or written."""
