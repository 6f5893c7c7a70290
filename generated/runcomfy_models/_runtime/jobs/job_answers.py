# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: c2e6e8e21b74f1705bd83bd82be0ce48
"""Read the answers about a job: its status, its result, or the error that it ended in."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from pydantic import ValidationError

from ..errors import JobCancelled, JobFailed, ResponseError
from ..http.answers import Answer
from ..http.calls import Call
from ..http.refusals import error_code, error_message
from ..json_value import parse_with_decimals
from ..models.outputs import OutputModel
from ..models.problems import problems_of
from ..reported_cost import reported_cost
from ..status import CANCELLED_STATUSES, COMPLETED_STATUSES, RequestStatus
from ..truncating import truncated_json


def read_status(answer: Answer, call: Call) -> RequestStatus:
    """Return the status in an answer; raise `ResponseError` if it has none."""
    document = answer.document
    status, position = document.get("status"), document.get("queue_position")
    if not isinstance(status, str) or not status:
        raise ResponseError(
            "the answer has no status",
            http_status=answer.status,
            body=answer.excerpt,
            **call.facts,
        )
    is_number = isinstance(position, int) and not isinstance(position, bool)
    return RequestStatus(
        request_id=str(call.request_id),
        model_id=call.model_id,
        status=status,
        queue_position=position if is_number else None,
        raw=document,
        retry_after=answer.retry_after,
    )


def result_fields(
    answer: Answer, call: Call, last_status: str, output_type: type[OutputModel]
) -> dict[str, Any]:
    """Return the fields of a result, from the answer about a job that ended in `last_status`.

    Raises `JobFailed` or `JobCancelled` if it did not complete, and `ResponseError` if the
    output is missing or does not have the documented form.
    """
    document = answer.document
    status = answer.status_or(last_status)
    if status not in COMPLETED_STATUSES:
        raise job_error(document, call, status)
    return {
        "output": _output(answer, call, output_type),
        "id": str(call.request_id),
        "status": status,
        "created_at": _moment(document.get("created_at")),
        "finished_at": _moment(document.get("finished_at")),
        "cost": answer_cost(answer),
        "raw": document,
    }


def answer_cost(answer: Answer) -> Decimal | None:
    """Return the cost in an answer, with the digits that were written; None if it has none."""
    # A float would change the digits.
    document: Any = parse_with_decimals(answer.text) if answer.document else {}
    return reported_cost(document.get("cost"))


def job_error(
    document: dict[str, Any], call: Call, status: str
) -> JobFailed | JobCancelled:
    """Return the error for a job that ended in `status`; `document` is the answer."""
    error_type = JobCancelled if status in CANCELLED_STATUSES else JobFailed
    message = error_message(document)
    return error_type(
        f"job {call.request_id} of {call.model_id} ended as {status}"
        + (f": {message}" if message else ""),
        error_code=error_code(document),
        server_message=message,
        raw=truncated_json(document),
        **call.facts,
    )


def _output(answer: Answer, call: Call, output_type: type[OutputModel]) -> OutputModel:
    output = answer.document.get("output")
    try:
        return output_type.model_validate(output)
    except ValidationError as error:
        problems = problems_of(error)
    listed = "; ".join(
        f"{problem.path or 'output'}: {problem.message}" for problem in problems
    )
    message = error_message(answer.document)
    # Raised after `except`: inside, the error would keep the whole output alive.
    raise ResponseError(
        f"job {call.request_id} completed, but its output does not have the documented "
        f"form: {listed}" + (f"; the service says: {message}" if message else ""),
        server_message=message,
        http_status=answer.status,
        body=answer.excerpt,
        **call.facts,
    )


def _moment(value: Any) -> datetime | None:
    """Read a date and time, ISO 8601; None for anything else, which `raw` still has."""
    try:
        return datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
