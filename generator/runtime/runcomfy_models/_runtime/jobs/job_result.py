"""The result of a completed job, apart from downloading its files."""

import json
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any, Generic

from ..first_use import FIRST_USE
from ..models.outputs import OutputT
from ..pricing import Price
from ..truncating import truncated


@dataclass(frozen=True)
class JobResult(Generic[OutputT]):
    """The result of a completed job; `output` is the model's `Output`."""

    output: OutputT
    id: str
    """The request_id."""
    status: str
    created_at: datetime | None
    finished_at: datetime | None
    cost: Decimal | None
    """US dollars; None if the service did not say, which does not mean zero."""
    raw: dict[str, Any] = field(repr=False)
    """The answer as parsed JSON."""
    estimate: Price | None = field(default=None, repr=False, compare=False)
    """The estimated price of the job when it was submitted; None for a request that was
    made from its id, and for a job that a journal had already."""
    downloads: Any = field(default=None, repr=False, compare=False)
    """Downloads files over the job's connection; None in an unpickled result."""

    @property
    def urls(self) -> list[str]:
        """The URLs of the output's files, each once, in the order of the JSON."""
        with FIRST_USE:
            from ..download.urls import file_urls

        return file_urls(self.raw.get("output"))

    @property
    def file(self) -> str:
        """The URL of the one file of the output.

        Raises `LookupError` if the output has no file, or several; the message lists them.
        """
        urls = self.urls
        if len(urls) == 1:
            return urls[0]
        if urls:
            files = f"{len(urls)} files: {', '.join(urls)}"
        else:
            files = f"no file; its output is {truncated(repr(self.output))}"
        raise LookupError(f"the result of {self.id} has {files}")

    def to_dict(self) -> dict[str, Any]:
        """Return the result as a JSON object, which a web framework can send on.

        `output` is as the service sent it, times are ISO 8601, and amounts are strings, which
        keep their digits.
        """
        return {
            "id": self.id,
            "status": self.status,
            "created_at": self.created_at and self.created_at.isoformat(),
            "finished_at": self.finished_at and self.finished_at.isoformat(),
            "cost": None if self.cost is None else str(self.cost),
            "estimate": self.estimate and self.estimate.to_dict(),
            "output": self.raw.get("output"),
            "urls": self.urls,
        }

    def to_json(self) -> str:
        """Return `to_dict()` as JSON text."""
        return json.dumps(self.to_dict(), ensure_ascii=False)
