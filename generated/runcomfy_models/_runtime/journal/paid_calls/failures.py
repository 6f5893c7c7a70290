# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 15c03cfff59381cd937c4fb72d20c2e0
"""Record errors in the journal, and restore errors from their records."""

from typing import Any

from ...errors import (
    JobCancelled,
    JobFailed,
    RunComfyError,
    SubmissionUnknown,
    WaitTimeout,
)
from ...http.submission import may_be_sent_again
from ..databases.database import Database
from ..entry import Entry
from .outcomes import mark_unknown, refuse, withdraw
from .states import CANCELLED, FAILED

_FACTS = ("http_status", "error_code", "server_message", "body", "possible_request_ids")
"""Attributes of an error that are stored beside its message."""


def record_failure(database: Database, intent: str, error: BaseException) -> None:
    """Record that a paid call ended in `error`: refused, certainly not queued, or unknown."""
    # Anything uncertain counts as unknown: an interruption may come at any moment.
    record = mark_unknown
    if isinstance(error, RunComfyError) and not isinstance(error, SubmissionUnknown):
        # A bare RunComfyError comes before anything is sent: the client is closed, or its
        # connections cannot be made (a proxy, certificates, another event loop).
        is_unsent = may_be_sent_again(error) or type(error) is RunComfyError
        record = withdraw if is_unsent else refuse
    record(database, intent, error_facts(error))


def error_facts(error: BaseException) -> dict[str, Any]:
    """Return the record of an error: its message, and the answer."""
    facts = {name: getattr(error, name, None) for name in _FACTS}
    message = str(error) or type(error).__name__
    return {
        "message": message,
        **{name: value for name, value in facts.items() if value},
    }


def recorded_error(entry: Entry) -> RunComfyError | None:
    """Return the error in which a job ended; None if it still runs or has a result."""
    if entry.state not in (FAILED, CANCELLED):
        return None
    error_type = JobFailed if entry.state == FAILED else JobCancelled
    facts = {**_job_facts(entry), **_answer_facts(entry)}
    return error_type(entry.error or entry.state, **facts)


def recorded_unknown(entry: Entry) -> SubmissionUnknown:
    """Return the error for a paid call whose outcome is unknown."""
    response = entry.response or {}
    return SubmissionUnknown(
        f"{entry.model_id}: whether the job of the key {entry.key!r} was queued is unknown "
        f"since {entry.sent_at:%Y-%m-%dT%H:%M:%SZ}, so it is not sent again; "
        f"look for it in the account's history, then "
        f"journal.settle({entry.key!r}, request_id=…) or settle({entry.key!r}, sent=False); "
        f"the SHA-256 of its body is {entry.digest}",
        digest=entry.digest,
        sent_at=entry.sent_at,
        body=response.get("body", ""),
        possible_request_ids=tuple(response.get("possible_request_ids", ())),
        **_job_facts(entry),
        **_answer_facts(entry),
    )


def still_busy(entry: Entry) -> WaitTimeout:
    """Return the error for a paid call that another process or task has not finished in time."""
    return WaitTimeout(
        f"another process or task is still submitting the key {entry.key!r}, "
        f"since {entry.sent_at}; nothing was sent here",
        **_job_facts(entry),
    )


def _job_facts(entry: Entry) -> dict[str, Any]:
    return {"model_id": entry.model_id, "request_id": entry.request_id}


def _answer_facts(entry: Entry) -> dict[str, Any]:
    names = ("http_status", "error_code", "server_message")
    return {name: (entry.response or {}).get(name) for name in names}
