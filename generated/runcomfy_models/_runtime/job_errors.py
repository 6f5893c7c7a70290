# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 1c57ecf5061ce88b2ae691e907719175
"""What a job that did not complete raises."""

from typing import Any

from .answers import error_code, error_message
from .calls import Call
from .ends import CANCELLED
from .errors import JobCancelled, JobFailed
from .shown import told


def job_error(
    document: dict[str, Any], call: Call, status: str
) -> JobFailed | JobCancelled:
    """The error for a job that ended in `status`; `document` is the answer telling so."""
    kind = JobCancelled if status in CANCELLED else JobFailed
    message = error_message(document)
    return kind(
        f"job {call.request_id} of {call.model_id} ended as {status}"
        + (f": {message}" if message else ""),
        error_code=error_code(document),
        server_message=message,
        raw=told(document),
        **call.facts,
    )
