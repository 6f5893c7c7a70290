# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: c847149a2d2fb03c15a594b542a7a745
"""What a job that completed gives back, as far as no file is fetched."""

import json
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Any, Generic, Self

from pydantic import ValidationError

from .answers import Answer, told_status
from .calls import Call
from .ends import COMPLETED
from .errors import ResponseError
from .job_errors import job_error
from .outputs import OutputT
from .problems import found_problems


@dataclass(frozen=True)
class JobResult(Generic[OutputT]):
    """What a job that completed gives back; `output` is the model's `Output`."""

    output: OutputT
    id: str
    """The request_id."""
    status: str
    created_at: datetime | None
    finished_at: datetime | None
    cost: Decimal | None
    """US dollars; None where the service did not say, which is not zero."""
    raw: dict[str, Any] = field(repr=False)
    """The answer as parsed JSON."""

    @classmethod
    def read(
        cls, answer: Answer, call: Call, polled: str, output_type: type[OutputT]
    ) -> Self:
        """The result that `answer` holds of a job that ended as the status `polled`.

        Raises `JobFailed` or `JobCancelled` where it did not complete, and
        `ResponseError` where the output is missing or of another shape than the docs
        say.
        """
        document = answer.document
        status = told_status(document, polled)
        if status not in COMPLETED:
            raise job_error(document, call, status)
        return cls(
            _output(answer, call, output_type),
            str(call.request_id),
            status,
            _moment(document.get("created_at")),
            _moment(document.get("finished_at")),
            _cost(answer.text),
            document,
        )


def _output(answer: Answer, call: Call, output_type: type[OutputT]) -> OutputT:
    output = answer.document.get("output")
    try:
        return output_type.model_validate(output)
    except ValidationError as error:
        problems = found_problems(error)
    listed = "; ".join(
        f"{problem.path or 'output'}: {problem.message}" for problem in problems
    )
    raise ResponseError(
        f"job {call.request_id} completed with an output that is not of the shape "
        f"in the docs: {listed}",
        http_status=answer.status,
        body=answer.told,
        **call.facts,
    )


def _moment(value: Any) -> datetime | None:
    """ISO 8601, as Python reads it; anything else stays in `raw`."""
    try:
        return datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _cost(text: str) -> Decimal | None:
    """The number as it was written: a float would be another one."""
    cost: Any = json.loads(text, parse_float=_decimal, parse_int=_decimal).get("cost")
    return cost if isinstance(cost, Decimal) else None


def _decimal(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:  # an exponent beyond all reason, anywhere in the answer
        return None
