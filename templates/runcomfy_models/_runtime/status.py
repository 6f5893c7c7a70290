"""Statuses of a job: which are ends, and what an answer says of one."""

from dataclasses import dataclass, field
from typing import Any

from .answers import Answer
from .calls import Call
from .ends import ENDS, QUEUED, UNDER_WAY
from .errors import ResponseError
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


def read_status(answer: Answer, call: Call) -> RequestStatus:
    """The status that an answer tells; raises `ResponseError` where it tells none."""
    document = answer.document
    status, position = document.get("status"), document.get("queue_position")
    if not isinstance(status, str) or not status:
        raise ResponseError(
            "the answer holds no status",
            http_status=answer.status,
            body=answer.told,
            **call.facts,
        )
    known = isinstance(position, int) and not isinstance(position, bool)
    return RequestStatus(
        str(call.request_id),
        call.model_id,
        status,
        position if known else None,
        document,
        answer.retry_after,
    )
