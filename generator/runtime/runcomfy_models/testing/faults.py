"""What may go wrong with a call, as data: each part of a `Fault` is about one step of it."""

import json
from dataclasses import dataclass, field
from typing import Any, Literal

Kind = Literal["submit", "status", "result", "cancel", "models", "files"]
"""The kinds of calls; `models` are those that list them, `files` are downloads."""


@dataclass(frozen=True)
class Reply:
    """An answer as it goes over the wire."""

    status: int = 200
    body: str = ""
    headers: dict[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, kw_only=True)
class Fault:
    """What goes wrong with one call; the parts that are left out go well."""

    name: str
    reads_body: bool = True
    """Else the connection is reset before the body was read."""
    starts_job: bool = False
    """The job leaves the queue just before the call is carried out."""
    carried_out: bool = True
    """Whether the service does what it is asked: queues, cancels."""
    instead: Reply | None = None
    """The answer that takes the place of the service's own."""
    fields: dict[str, Any] = field(default_factory=dict[str, Any])
    """Members of the answer that have another value."""
    without: tuple[str, ...] = ()
    """Members of the answer that are missing."""
    elsewhere: bool = False
    """Every URL of the answer leads to another origin."""
    pause: float = 0
    """Seconds before the answer, of real time."""
    cut: bool = False
    """The connection ends in the middle of the answer."""
    reset: bool = False
    """The connection is reset in place of an answer."""


GOOD = Fault(name="")
"""No fault at all: stands for a call that goes well in a script."""


def drop(*, before: bool = False) -> Fault:
    """The connection is reset and nothing done, `before` or after the body was read."""
    when = "before" if before else "after"
    return Fault(
        name=f"reset {when} the body was read",
        reads_body=not before,
        carried_out=False,
        reset=True,
    )


def lost_answer() -> Fault:
    """The call is carried out (a job is queued and charged), its answer never comes."""
    return Fault(name="answer lost", reset=True)


def delay(seconds: float) -> Fault:
    """The call is carried out, its answer comes late."""
    return Fault(name=f"answer after {seconds:g} s", pause=seconds)


def too_many_requests(retry_after: int | str | None = 1) -> Fault:
    """HTTP 429; `retry_after` is seconds or an HTTP date, None leaves it out."""
    return _failure(429, "slow down", retry_after, carried_out=False)


def server_error(
    status: int = 503,
    body: str = '{"message": "try again later"}',
    *,
    retry_after: int | str | None = None,
    carried_out: bool = False,
) -> Fault:
    """HTTP 500, 502, 503, 504 …; a proxy may say so although the call was carried out."""
    return _failure(status, body, retry_after, carried_out=carried_out)


def bad_json(body: str = '{"request_id": "re') -> Fault:
    """The call is carried out, its answer is no JSON."""
    return Fault(name="bad JSON", instead=Reply(body=body))


def truncated() -> Fault:
    """The call is carried out, the connection ends in the middle of its answer."""
    return Fault(name="truncated", cut=True)


def error_code(
    code: int = 500001, status: int = 200, message: str = "try again later"
) -> Fault:
    """An answer with an `error_code`, under HTTP 200 where `status` is left out."""
    body = {"error_code": code, "message": message}
    return Fault(
        name=f"error {code} under HTTP {status}",
        carried_out=False,
        instead=Reply(status, json.dumps(body)),
    )


def unknown_status(status: str = "reticulating") -> Fault:
    """The answer tells a status that nobody knows."""
    return Fault(name=f"status {status}", fields={"status": status})


def no_request_id() -> Fault:
    """A job is queued, and the answer does not say which."""
    return Fault(name="no request_id", without=("request_id",))


def wrong_origin() -> Fault:
    """The URLs of the answer lead to `Simulator.other_url`, which answers as well."""
    return Fault(name="URLs elsewhere", elsewhere=True)


def redirect(status: int = 307) -> Fault:
    """The call is to be made at `Simulator.other_url`; nothing is done here."""
    return Fault(
        name=f"redirect {status}",
        carried_out=False,
        instead=Reply(status, headers={"Location": ""}),
        elsewhere=True,
    )


def late_cancel(*, requested: bool = False) -> Fault:
    """The job begins to run just before the wish to cancel arrives, and is charged.

    The answer is `not_cancellable`, or `cancellation_requested` where `requested`.
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
    "submit": (*_ANY, no_request_id(), wrong_origin(), redirect()),
    "status": (*_ANY, unknown_status(), wrong_origin()),
    "result": _ANY,
    "cancel": (*_ANY, late_cancel(), late_cancel(requested=True)),
    "models": _ANY,
    "files": (drop(), truncated(), server_error(503, "")),
}
"""Kind of call: the faults that chance picks from. All of them pass, and none takes time."""
