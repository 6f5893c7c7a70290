"""Whether a body fits the schema of its model, told as FastAPI tells it."""

import json
from math import isfinite
from typing import Any

from .._runtime.json_value import is_object
from .dialect import Misfit, misfits
from .refusals import Refusal


def check_inputs(schema: dict[str, Any], body: bytes) -> None:
    """Raise the `Refusal` that lists everything in `body` that does not fit, if anything."""
    document = _parsed(body)
    if detail := [_detail(misfit) for misfit in misfits(schema, document)]:
        raise Refusal(422001, detail)


def _parsed(body: bytes) -> dict[str, Any]:
    try:
        document: Any = json.loads(body, parse_constant=_finite, parse_float=_finite)
    except (ValueError, RecursionError):
        raise _whole("json_invalid", "JSON decode error") from None
    if not is_object(document):
        raise _whole("object_type", "Input should be an object")
    return document


def _finite(number: str) -> float:
    if not isfinite(value := float(number)):
        raise ValueError(f"{number} is no JSON")
    return value


def _whole(kind: str, message: str) -> Refusal:
    return Refusal(422001, [{"type": kind, "loc": ["body"], "msg": message}])


def _detail(misfit: Misfit) -> dict[str, Any]:
    missing = misfit.keyword == "required"
    limit = json.dumps(misfit.limit)[:200]
    return {
        "type": "missing" if missing else misfit.keyword,
        "loc": ["body", *misfit.path],
        "msg": misfit.message if missing else f"should have {misfit.keyword} {limit}",
        "input": misfit.value,
    }
