# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 51216727244739812673086b0d9c1b83
"""Faults that a simulated call may meet, as data."""

import json
from dataclasses import dataclass, field
from typing import Any, Literal

Kind = Literal["submit", "status", "result", "cancel", "models", "balance", "files"]
"""Kinds of calls: `models` list models, `balance` is the account's, `files` are downloads."""


@dataclass(frozen=True)
class Reply:
    """An HTTP answer as it is sent."""

    status: int = 200
    body: str = ""
    headers: dict[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, kw_only=True)
class Fault:
    """A fault that one call meets. By default, nothing goes wrong."""

    name: str
    """Name of the fault in the ledger and the log."""
    reads_body: bool = True
    """Whether the body is read before the answer, or before a reset."""
    starts_job: bool = False
    """Whether the job leaves the queue just before the call is carried out."""
    carried_out: bool = True
    """Whether the service does what is asked: queues a job, cancels it."""
    instead: Reply | None = None
    """The answer to send instead of the service's own."""
    fields: dict[str, Any] = field(default_factory=dict[str, Any])
    """Members of the JSON answer to replace, with their values."""
    without: tuple[str, ...] = ()
    """Members of the JSON answer to leave out."""
    under: str = ""
    """Name of a member that the whole JSON answer is put under; empty for none."""
    elsewhere: bool = False
    """Whether each URL in the answer leads to another origin."""
    pause: float = 0
    """Seconds of real time before the answer."""
    cut: bool = False
    """Whether the connection ends in the middle of the answer."""
    reset: bool = False
    """Whether the connection is reset instead of an answer."""


GOOD = Fault(name="")
"""No fault: a call that goes well."""


def drop(*, before: bool = False) -> Fault:
    """Reset the connection without carrying the call out, `before` or after reading the body."""
    when = "before" if before else "after"
    return Fault(
        name=f"reset {when} the body was read",
        reads_body=not before,
        carried_out=False,
        reset=True,
    )


def lost_answer() -> Fault:
    """Carry the call out (a job is queued and charged), but reset the connection, unanswered."""
    return Fault(name="answer lost", reset=True)


def delay(seconds: float) -> Fault:
    """Carry the call out, and answer after `seconds`."""
    return Fault(name=f"answer after {seconds:g} s", pause=seconds)


def too_many_requests(retry_after: int | str | None = 1) -> Fault:
    """Answer HTTP 429; `retry_after` is seconds or an HTTP date, None leaves it out."""
    return _failure(429, "slow down", retry_after, carried_out=False)


def server_error(
    status: int = 503,
    body: str = '{"message": "try again later"}',
    *,
    retry_after: int | str | None = None,
    carried_out: bool = False,
) -> Fault:
    """Answer HTTP 500, 502, 503, 504 …, as a proxy may even if the call was `carried_out`."""
    return _failure(status, body, retry_after, carried_out=carried_out)


def bad_json(body: str = '{"request_id": "re') -> Fault:
    """Carry the call out, and answer `body`, which is not JSON."""
    return Fault(name="bad JSON", instead=Reply(body=body))


def truncated() -> Fault:
    """Carry the call out, and end the connection in the middle of the answer."""
    return Fault(name="truncated", cut=True)


def error_code(
    code: int = 500001, status: int = 200, message: str = "try again later"
) -> Fault:
    """Answer an `error_code`, by default under HTTP 200."""
    body = {"error_code": code, "message": message}
    return Fault(
        name=f"error {code} under HTTP {status}",
        carried_out=False,
        instead=Reply(status, json.dumps(body)),
    )


def unknown_status(status: str = "reticulating") -> Fault:
    """Answer a status that no client knows."""
    return Fault(name=f"status {status}", fields={"status": status})


def no_request_id() -> Fault:
    """Queue a job, but leave its id out of the answer."""
    return Fault(name="no request_id", without=("request_id",))


def moved_request_id(under: str = "data") -> Fault:
    """Queue a job, but answer its id below the member `under`."""
    return Fault(name=f"request_id below {under}", under=under)


def not_known_yet() -> Fault:
    """Answer HTTP 404, as a service may for a new job that some of its parts do not know yet."""
    return _failure(404, '{"message": "not found"}', None, carried_out=False)


def refused_early(status: int = 413) -> Fault:
    """Refuse the call before its body is read, without carrying it out."""
    return Fault(
        name=f"HTTP {status} before the body was read",
        reads_body=False,
        carried_out=False,
        instead=Reply(status, '{"message": "refused"}'),
    )


def wrong_origin() -> Fault:
    """Answer URLs on `Simulator.other_url`, which serves the API as well."""
    return Fault(name="URLs elsewhere", elsewhere=True)


def redirect(status: int = 307) -> Fault:
    """Redirect the call to `Simulator.other_url`, without carrying it out."""
    return Fault(
        name=f"redirect {status}",
        carried_out=False,
        instead=Reply(status, headers={"Location": ""}),  # filled in with the answer
        elsewhere=True,
    )


def late_cancel(*, requested: bool = False) -> Fault:
    """Start the job just before it would be cancelled; it is charged.

    The outcome is `not_cancellable`, or `cancellation_requested` if `requested`.
    """
    outcome = {"outcome": "cancellation_requested"} if requested else {}
    return Fault(name="cancelled too late", starts_job=True, fields=outcome)


def _failure(
    status: int, body: str, retry_after: int | str | None, *, carried_out: bool
) -> Fault:
    headers = {} if retry_after is None else {"Retry-After": str(retry_after)}
    return Fault(
        name=f"HTTP {status}",
        carried_out=carried_out,
        instead=Reply(status, body, headers),
    )


_ANY = (
    drop(before=True),
    drop(),
    lost_answer(),
    too_many_requests(retry_after=0),
    server_error(500, ""),
    server_error(502, "<html>"),
    server_error(503, retry_after=0),
    server_error(504, "<html>", carried_out=True),
    bad_json(),
    truncated(),
    error_code(),
)

USUAL: dict[Kind, tuple[Fault, ...]] = {
    "submit": (
        *_ANY,
        no_request_id(),
        moved_request_id(),
        wrong_origin(),
        redirect(),
    ),
    "status": (*_ANY, unknown_status(), wrong_origin()),
    "result": _ANY,
    "cancel": (*_ANY, late_cancel(), late_cancel(requested=True)),
    "models": _ANY,
    "balance": _ANY,
    "files": (drop(), truncated(), server_error(503, "")),
}
"""Kind of call: faults that `Faults.by_chance` picks from. All are transient and quick."""
