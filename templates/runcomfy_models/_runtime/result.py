"""What a job that completed gives back."""

import json
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from .errors import JobCancelled, JobFailed, ResponseError
from .outputs import OutputModel
from .status import CANCELLED, COMPLETED

OutputT = TypeVar("OutputT", bound=OutputModel)


@dataclass(frozen=True)
class Result(Generic[OutputT]):
    """The result of a job; `output` is the model's `Output`."""

    output: OutputT
    id: str
    status: str
    created_at: datetime | None
    finished_at: datetime | None
    cost: Decimal | None
    """US dollars; None where the service did not say, which is not zero."""
    raw: dict[str, Any] = field(repr=False)
    """The answer as parsed JSON."""


def read_result(
    answer: dict[str, Any], request_id: str, model_id: str, output_type: type[OutputT]
) -> Result[OutputT]:
    """The result that the answer of a finished job holds.

    Raises `JobFailed` or `JobCancelled` where it did not complete, and `ResponseError`
    where the output is missing or of another shape than the docs say.
    """
    status = str(answer.get("status"))
    facts: dict[str, Any] = {"request_id": request_id, "model_id": model_id}
    if status not in COMPLETED:
        kind = JobCancelled if status in CANCELLED else JobFailed
        raise kind(f"job {request_id} ended as {status}", raw=answer, **facts)
    try:
        output = output_type.model_validate(answer.get("output"))
    except ValidationError as error:
        raise ResponseError(
            f"job {request_id} completed with another output than its schema says: "
            + "; ".join(
                _problem(detail) for detail in error.errors(include_input=False)
            ),
            body=json.dumps(answer),
            **facts,
        ) from None
    return Result(
        output,
        request_id,
        status,
        _moment(answer.get("created_at")),
        _moment(answer.get("finished_at")),
        _cost(answer.get("cost")),
        answer,
    )


def _problem(detail: Any) -> str:
    return f"{'.'.join(map(str, detail['loc'])) or 'output'}: {detail['msg']}"


def _moment(value: Any) -> datetime | None:
    """ISO 8601, as Python reads it; anything else stays in `raw`."""
    try:
        return datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _cost(value: Any) -> Decimal | None:
    """The number as it was written: the shortest text that gives the same float."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return Decimal(repr(value))
