# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: d202a97d279c501e0dfa0b9315b63fe2
"""Everything that can go wrong, as a tree under `RunComfyError`. Imports nothing heavy."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from .public import public


@public
class RunComfyError(Exception):
    """Base of all errors of this package. What is not known of the call is None."""

    request_id: str | None = None
    model_id: str | None = None
    http_status: int | None = None
    error_code: int | None = None
    """The `error_code` of the answer, which decides before the HTTP status does."""
    server_message: str | None = None
    """What the service says about it, cut where it is long."""
    retry_after: float | None = None
    """Seconds that the service asks to let pass before the next call."""

    def __init__(self, message: str, **facts: Any) -> None:
        """`facts` become attributes; only those that the class declares are taken."""
        super().__init__(message)
        for name, value in facts.items():
            if not hasattr(type(self), name):
                raise TypeError(f"{type(self).__name__} has no attribute {name!r}")
            setattr(self, name, value)

    def __reduce__(self) -> "_Pickled":
        """Pickle with every fact."""
        return _rebuild, (type(self), str(self)), vars(self)


_Pickled = tuple[
    Callable[..., RunComfyError], tuple[type[RunComfyError], str], dict[str, Any]
]


def _rebuild(cls: type[RunComfyError], message: str) -> RunComfyError:
    return cls(message)


@public
class AuthenticationError(RunComfyError):
    """No token was found, or the service does not accept it."""


@public
class InsufficientBalanceError(RunComfyError):
    """The account has no balance left."""


@public
class PermissionDeniedError(RunComfyError):
    """The model or request belongs to someone else."""


@public
class NotFoundError(RunComfyError):
    """The model or request is unknown, deleted or expired."""


@public
@dataclass(frozen=True)
class Problem:
    """One input that does not fit."""

    path: str
    """Where, by wire names: `multi_prompt[0].duration`; empty for the whole body."""
    message: str
    """What was expected there."""


@public
class InvalidInputError(RunComfyError):
    """The inputs do not fit the model's schema: before sending, or as the service says."""

    problems: tuple[Problem, ...] = ()
    """Every problem at once; empty where the service names none."""


@public
class RateLimitError(RunComfyError):
    """The service asks to slow down, and went on doing so."""


@public
class ServerError(RunComfyError):
    """The service failed; trying again later may help."""


@public
class ConnectionFailed(RunComfyError):
    """The service was not reached, or its answer did not arrive."""

    sent: bool = False
    """Whether the call may have reached the service. A submission never raises this
    with `sent` set: that is `SubmissionUnknown`."""


@public
class ResponseError(RunComfyError):
    """The service answered with something else than what its docs say."""

    body: str = ""
    """The answer, with what is long in it cut, but for URLs."""


@public
class JobFailed(RunComfyError):
    """The job ended without a result."""

    raw: Any = None
    """The answer that says so, as parsed JSON; what is long in it is cut, but for URLs."""


@public
class JobCancelled(RunComfyError):
    """The job was cancelled."""

    raw: Any = None
    """The answer that says so, as parsed JSON; what is long in it is cut, but for URLs."""


@public
class WaitTimeout(RunComfyError):
    """The wait is over before the job is: `request` can be waited for again."""

    request: Any = None
    """The `Request` or `AsyncRequest`, so that nothing is lost."""
    cancel_outcome: Any = None
    """The `CancelOutcome`, where the options ask to cancel; else the job goes on."""


@public
class SubmissionUnknown(RunComfyError):
    """Whether the job was queued, and will be charged, cannot be told.

    Nothing is sent again. Look into the account's history before submitting once more.
    """

    digest: str = ""
    """SHA-256 of the request's body, hexadecimal."""
    sent_at: datetime | None = None
    """When it was sent, UTC."""


@public
class DownloadError(RunComfyError):
    """A file was not fetched. The job is done all the same: try the download again."""

    url: str = ""
    """Where it is, without the query, which may hold a signature."""
    paths: tuple[Path, ...] = ()
    """The other files of the same `download`, which are there: ask for the rest alone."""
