# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 34c539bf889f89221d0b42b9c69d9ed9
"""What the service says of a job while it goes on, and when it has ended."""

from dataclasses import dataclass, field
from typing import Any

from .ends import ENDS, QUEUED, UNDER_WAY
from .public import public
from .shown import shown


@public
@dataclass(frozen=True)
class RequestStatus:
    """What the service says of a job. Equal where status and position are."""

    request_id: str
    model_id: str
    status: str
    queue_position: int | None
    """Only while the job is in the queue."""
    raw: dict[str, Any] = field(repr=False, compare=False)
    """The answer as parsed JSON."""
    retry_after: float | None = field(default=None, repr=False, compare=False)
    """Seconds that the service asks to let pass before it is asked again."""

    def __repr__(self) -> str:
        """The request, its status and its place."""
        place = "" if self.queue_position is None else f", place {self.queue_position}"
        return (
            f"<{self.request_id} of {self.model_id}: {shown(self.status, 40)}{place}>"
        )

    @property
    def ended(self) -> bool:
        """Whether the job is over, in whatever way."""
        return self.status in ENDS

    @property
    def known(self) -> bool:
        """Whether anybody knows what the status means."""
        return self.status in ENDS | UNDER_WAY

    @property
    def queued(self) -> bool:
        """Whether the job waits for its turn, as far as the status is known."""
        return self.status in QUEUED
