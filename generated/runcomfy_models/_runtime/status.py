# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 7d6bc8ac1aead39fa07256a5cd9736ec
"""The status of a job, as the service reports it."""

from dataclasses import dataclass, field
from typing import Any

from .public import public
from .truncating import truncated

QUEUED_STATUSES = frozenset({"in_queue", "pending", "waiting"})
RUNNING_STATUSES = frozenset({"in_progress", "starting", "processing"})
COMPLETED_STATUSES = frozenset({"completed", "succeeded"})
FAILED_STATUSES = frozenset({"failed"})
CANCELLED_STATUSES = frozenset({"cancelled", "canceled"})
# The docs name in_queue, in_progress, completed and cancelled; the others are those of
# RunComfy's own tools.

ACTIVE_STATUSES = QUEUED_STATUSES | RUNNING_STATUSES
"""Statuses of a job that will still change."""

FINAL_STATUSES = COMPLETED_STATUSES | FAILED_STATUSES | CANCELLED_STATUSES
"""Statuses of a job that no longer changes. An unknown status is not final."""

_MAX_STATUS = 40
"""Characters of a status that are shown."""


def status_in_words(status: str, queue_position: int | None) -> str:
    """Return `in queue, place 3`, without characters that could move the cursor of a terminal."""
    # The status comes from the service.
    printable = "".join(filter(str.isprintable, status[:_MAX_STATUS]))
    words = printable.replace("_", " ")
    return words if queue_position is None else f"{words}, place {queue_position}"


@public
@dataclass(frozen=True)
class RequestStatus:
    """The status of a job at one moment. Equal if status and queue position are equal."""

    request_id: str
    model_id: str
    status: str
    queue_position: int | None
    """Position in the queue, while the job is queued."""
    raw: dict[str, Any] = field(repr=False, compare=False)
    """The answer as parsed JSON."""
    retry_after: float | None = field(default=None, repr=False, compare=False)
    """Seconds to wait before the next poll, if the service asks for a pause."""

    def __repr__(self) -> str:
        """Show the job, its status and its place in the queue."""
        position = self.queue_position
        place = "" if position is None else f", place {position}"
        status = truncated(self.status, _MAX_STATUS)
        return f"<{self.request_id} of {self.model_id}: {status}{place}>"

    @property
    def ended(self) -> bool:
        """Whether the job has ended, well or not."""
        return self.status in FINAL_STATUSES

    @property
    def known(self) -> bool:
        """Whether the status is one that this library knows."""
        return self.status in FINAL_STATUSES | ACTIVE_STATUSES

    @property
    def queued(self) -> bool:
        """Whether the job is waiting in the queue."""
        return self.status in QUEUED_STATUSES
