"""What the answer of a job that ended says of its result."""

import json
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from pydantic import ValidationError

from .answers import Answer, told_status
from .calls import Call
from .ends import COMPLETED
from .errors import ResponseError
from .job_errors import job_error
from .outputs import OutputModel
from .problems import found_problems


def result_fields(
    answer: Answer, call: Call, polled: str, output_type: type[OutputModel]
) -> dict[str, Any]:
    """The fields of the result that `answer` holds of a job that ended as `polled`.

    Raises `JobFailed` or `JobCancelled` where it did not complete, and `ResponseError`
    where the output is missing or of another shape than the docs say.
    """
    document = answer.document
    status = told_status(document, polled)
    if status not in COMPLETED:
        raise job_error(document, call, status)
    return {
        "output": _output(answer, call, output_type),
        "id": str(call.request_id),
        "status": status,
        "created_at": _moment(document.get("created_at")),
        "finished_at": _moment(document.get("finished_at")),
        "cost": _cost(answer.text),
        "raw": document,
    }


def _output(answer: Answer, call: Call, output_type: type[OutputModel]) -> OutputModel:
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
    cost: Any = _EXACT.decode(text).get("cost")
    return cost if isinstance(cost, Decimal) else None


def _decimal(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:  # an exponent beyond all reason, anywhere in the answer
        return None


_EXACT = json.JSONDecoder(parse_float=_decimal, parse_int=_decimal)
