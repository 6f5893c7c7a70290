# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 2674b3f9056d22eaabdb9fd2454c95d8
"""Map an answer to its error: by the `error_code`, then by the HTTP status."""

import json
from collections.abc import Callable, Sequence
from typing import Any

from ..errors import (
    AuthenticationError,
    InsufficientBalanceError,
    InvalidInputError,
    NotFoundError,
    PermissionDeniedError,
    Problem,
    RateLimitError,
    ResponseError,
    RunComfyError,
    ServerError,
)
from ..json_path import json_path
from ..json_value import is_array
from ..status import FINAL_STATUSES
from ..truncating import truncated, truncated_json
from .answers import Answer
from .calls import Call

BY_CODE: dict[int, type[RunComfyError]] = {
    400001: NotFoundError,  # malformed id
    400002: InsufficientBalanceError,
    400004: AuthenticationError,
    401001: AuthenticationError,
    403001: PermissionDeniedError,
    403003: PermissionDeniedError,
    404001: NotFoundError,
    422001: InvalidInputError,
    500001: ServerError,
}
"""`error_code` of the service: its error. Source: the error table of the API's docs."""

BY_STATUS: dict[int, type[RunComfyError]] = {
    400: InvalidInputError,
    401: AuthenticationError,
    402: InsufficientBalanceError,
    403: PermissionDeniedError,
    404: NotFoundError,
    408: ServerError,  # the service gave up reading; it may have accepted the call
    422: InvalidInputError,
    429: RateLimitError,
    499: ServerError,  # a proxy's code for a call that was broken off: the same
}
"""HTTP status: its error, for an answer without a known `error_code`."""

MESSAGE_KEYS = ("error_message", "message", "error", "detail")
"""Keys under which an answer may have its error message, in order of preference."""


def _pause_advice(answer: Answer, _: Call) -> str:
    pause = answer.retry_after
    return "" if pause is None else f"the service asks to wait {pause:g} s"


def _asked_for(_: Answer, call: Call) -> str:
    if call.request_id is None:
        return f"the call was about {call.model_id}" if call.model_id else ""
    return f"the call was about request {call.request_id} of {call.model_id}"


_ADVICE: dict[type[RunComfyError], Callable[[Answer, Call], str]] = {
    AuthenticationError: lambda answer, _: (
        f"the token comes from {answer.token_source}; yours is in your profile on "
        "www.runcomfy.com"
    ),
    InsufficientBalanceError: lambda _, __: (
        "the account has no balance left for this call"
    ),
    NotFoundError: _asked_for,
    PermissionDeniedError: _asked_for,
    RateLimitError: _pause_advice,
}
"""Error: what its message says after the service's own words."""


def raise_for_refusal(answer: Answer, call: Call) -> Answer:
    """Return `answer` if it reports success; else raise the error that it means."""
    if answer.failure is not None:
        raise answer.failure
    if answer.status >= 400 or _has_error_code(answer.document):
        raise _refusal(answer, call)
    if answer.status >= 300 or not answer.document:
        raise ResponseError(
            f"HTTP {answer.status} without a JSON object in the answer",
            http_status=answer.status,
            body=answer.excerpt,
            **call.facts,
        )
    return answer


def error_class(error_code: int | None, http_status: int) -> type[RunComfyError]:
    """Return the class of the error that an answer means; `ResponseError` if unknown."""
    if error_code in BY_CODE:
        return BY_CODE[error_code]
    if http_status in BY_STATUS:
        return BY_STATUS[http_status]
    return ServerError if http_status >= 500 else ResponseError


def error_code(document: dict[str, Any]) -> int | None:
    """Return the `error_code` of an answer if it is a number."""
    code = document.get("error_code")
    if isinstance(code, str) and code.isdecimal() and len(code) < 10:
        return int(code)
    return code if isinstance(code, int) and not isinstance(code, bool) else None


def error_message(document: dict[str, Any]) -> str | None:
    """Return an answer's error message, truncated; None if it has none."""
    listed = "; ".join(
        f"{problem.path}: {problem.message}" for problem in server_problems(document)
    )
    for key in MESSAGE_KEYS:
        if value := document.get(key):
            if not isinstance(value, str):
                value = listed or json.dumps(truncated_json(value))
            return truncated(value)
    return None


def server_problems(document: dict[str, Any]) -> tuple[Problem, ...]:
    """Return the problems in the `detail` list of an answer, without the values it quotes.

    Source: the docs mention a list for validation errors; its form, `loc` and `msg`, is
    that of FastAPI.
    """
    details = document.get("detail")
    if not is_array(details):
        return ()
    problems = map(_server_problem, details)
    return tuple(problem for problem in problems if problem is not None)


def _server_problem(detail: Any) -> Problem | None:
    try:
        steps = [step for step in detail["loc"] if isinstance(step, str | int)]
        message = str(detail["msg"])
    except (TypeError, LookupError):
        return None
    code = truncated(str(detail.get("type", "")), 80)
    return Problem(json_path(_below_body(steps)), truncated(message), code)


def _below_body(steps: Sequence[str | int]) -> Sequence[str | int]:
    return steps[1:] if steps[:1] == ["body"] else steps


def _has_error_code(document: dict[str, Any]) -> bool:
    """Whether an answer reports an error although its HTTP status means success."""
    # The `error_code` of a job that ended belongs to the job, not to this call.
    ended = (
        isinstance(document.get("status"), str) and document["status"] in FINAL_STATUSES
    )
    return not ended and document.get("error_code") not in (None, 0, "")


def _refusal(answer: Answer, call: Call) -> RunComfyError:
    code, message = error_code(answer.document), error_message(answer.document)
    number = f"error {code}" if code else f"HTTP {answer.status}"
    error_type = error_class(code, answer.status)
    advice = _ADVICE[error_type](answer, call) if error_type in _ADVICE else ""
    facts: dict[str, Any] = {
        **call.facts,
        "http_status": answer.status,
        "error_code": code,
        "server_message": message,
        "retry_after": answer.retry_after,
    }
    if error_type is ResponseError:
        facts["body"] = answer.excerpt
    if error_type is InvalidInputError:
        facts["problems"] = server_problems(answer.document)
    text = "; ".join(filter(None, [message, advice]))
    return error_type(f"{number}: {text}" if text else number, **facts)
