# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 17a0b81d70b972c47239969323e5a2d9
"""The outcome of a paid call: accepted, refused, or unknown."""

import hashlib
from datetime import datetime

from ..errors import (
    ConnectionFailed,
    RateLimitError,
    ResponseError,
    RunComfyError,
    ServerError,
    SubmissionUnknown,
)
from .answers import Answer
from .calls import Call
from .refusals import raise_for_refusal
from .request_ids import is_request_id, possible_request_ids


def submitted_id(answer: Answer, call: Call) -> str:
    """Return the request_id of an accepted submission; else raise the error that says why."""
    request_id = raise_for_refusal(answer, call).document.get("request_id")
    if not is_request_id(request_id):
        raise ResponseError(
            "the answer has no usable request_id",
            http_status=answer.status,
            body=answer.excerpt,
            **call.facts,
        )
    return str(request_id)


def may_be_queued(error: RunComfyError) -> bool:
    """Whether the job may be queued although its submission ended in `error`.

    | answer                                            | job                      |
    |---------------------------------------------------|--------------------------|
    | none, and the call itself was never sent          | not queued: sent again   |
    | HTTP 429                                          | not queued: sent again   |
    | the `error_code` of a refusal, under any status   | not queued: the refusal  |
    | any other HTTP 4xx                                | not queued: the refusal  |
    | HTTP 408, 499, 5xx without such a code            | unknown                  |
    | anything else, or none                            | unknown                  |

    Source: the docs say that the code takes precedence; `refusals` has both tables.
    """
    if error.http_status == 429:
        return False
    if isinstance(error, ConnectionFailed):
        return error.sent
    if isinstance(error, ResponseError):
        return error.http_status not in range(400, 500)
    return isinstance(error, ServerError)


def may_be_sent_again(error: RunComfyError) -> bool:
    """Whether a submission may be repeated: it was never sent, or HTTP 429 refused it."""
    if isinstance(error, ConnectionFailed):
        return not error.sent
    too_many = error.http_status == 429 and isinstance(error, ServerError)
    return too_many or isinstance(error, RateLimitError)


def submission_unknown(
    error: RunComfyError, call: Call, sent_at: datetime, answer: Answer | None
) -> SubmissionUnknown:
    """Return the error for a submission whose outcome is unknown because of `error`.

    `answer` is the answer, whole or cut short; None if none arrived.
    """
    sha256 = digest(call)
    ids = possible_request_ids(answer.text) if answer else ()
    return SubmissionUnknown(
        f"{call.model_id}: whether the job was queued is unknown ({error}), so it was "
        f"not sent again; {_hint(ids)}it was sent at {sent_at:%Y-%m-%dT%H:%M:%SZ}, the "
        f"SHA-256 of its body is {sha256}",
        http_status=error.http_status,
        error_code=error.error_code,
        server_message=error.server_message,
        digest=sha256,
        sent_at=sent_at,
        body=answer.excerpt if answer else "",
        possible_request_ids=ids,
        **call.facts,
    )


def _hint(ids: tuple[str, ...]) -> str:
    if not ids:
        return ""
    listed = " or ".join(f"client.request({request_id!r})" for request_id in ids)
    return f"the answer may contain its id: try {listed}; "


def digest(call: Call) -> str:
    """Return the SHA-256 of the body, hexadecimal, which identifies a submission."""
    return hashlib.sha256(call.body or b"").hexdigest()
