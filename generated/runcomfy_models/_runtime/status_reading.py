# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 16d37f9c9ebb1f2906c90ef2c33202a1
"""What the answer of a status call says of a job."""

from .answers import Answer
from .calls import Call
from .errors import ResponseError
from .status import RequestStatus


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
