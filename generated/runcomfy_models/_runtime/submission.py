# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: cd9f107199610f4d971ec0247a73b7c4
"""What is known of a paid call once it was sent: taken, refused, or nobody can tell."""

import hashlib
from datetime import datetime

from .answers import Answer, checked
from .calls import Call
from .errors import (
    ConnectionFailed,
    RateLimitError,
    ResponseError,
    RunComfyError,
    ServerError,
    SubmissionUnknown,
)
from .request_ids import is_request_id


def accepted_id(answer: Answer, call: Call) -> str:
    """The request_id of a submission that was taken; else the error that says why not."""
    request_id = checked(answer, call).document.get("request_id")
    if not is_request_id(request_id):
        raise ResponseError(
            "the answer holds no usable request_id",
            http_status=answer.status,
            body=answer.told,
            **call.facts,
        )
    return str(request_id)


def may_be_taken(error: RunComfyError) -> bool:
    """Whether the job may have been queued although its submission ended in `error`.

    | the answer                                        | the job                  |
    |---------------------------------------------------|--------------------------|
    | none, and the call itself never went out          | not queued: sent again   |
    | HTTP 429                                          | not queued: sent again   |
    | the `error_code` of a refusal, under any status   | not queued: the refusal  |
    | any other HTTP 4xx                                | not queued: the refusal  |
    | HTTP 408, 499, 5xx without such a code            | nobody can tell          |
    | anything else, or none                            | nobody can tell          |

    Source: the docs say that the code decides before the status; `error_table` has both.
    """
    if error.http_status == 429:
        return False
    if isinstance(error, ConnectionFailed):
        return error.sent
    if isinstance(error, ResponseError):
        return error.http_status not in range(400, 500)
    return isinstance(error, ServerError)


def certainly_not_taken(error: RunComfyError) -> bool:
    """Whether a submission may be made again: never connected, or told to slow down."""
    if isinstance(error, ConnectionFailed):
        return not error.sent
    too_many = error.http_status == 429 and isinstance(error, ServerError)
    return too_many or isinstance(error, RateLimitError)


def unknown_submission(
    error: RunComfyError, call: Call, sent_at: datetime
) -> SubmissionUnknown:
    """The error for a submission of which nobody can tell whether it was taken."""
    sha256 = digest(call)
    return SubmissionUnknown(
        f"{call.model_id}: whether the job was queued is unknown ({error}), so it was "
        f"not sent again; it was sent at {sent_at:%Y-%m-%dT%H:%M:%SZ}, the SHA-256 of "
        f"its body is {sha256}",
        http_status=error.http_status,
        error_code=error.error_code,
        server_message=error.server_message,
        digest=sha256,
        sent_at=sent_at,
        **call.facts,
    )


def digest(call: Call) -> str:
    """SHA-256 of the body, hexadecimal: by it a submission can be told from others."""
    return hashlib.sha256(call.body or b"").hexdigest()
