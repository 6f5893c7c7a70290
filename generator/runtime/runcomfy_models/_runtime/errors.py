"""All errors, as a tree under `RunComfyError`. Imports nothing heavy."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from .public import public


@public
class RunComfyError(Exception):
    """Base of all errors of this package. A fact that is unknown is None."""

    request_id: str | None = None
    model_id: str | None = None
    http_status: int | None = None
    error_code: int | None = None
    """The `error_code` of the answer, which takes precedence over the HTTP status."""
    server_message: str | None = None
    """The service's own message, truncated."""
    retry_after: float | None = None
    """Seconds that the service asks to wait before the next call."""

    def __init__(self, message: str, **facts: Any) -> None:
        """Set `facts` as attributes; only those that the class declares are accepted."""
        super().__init__(message)
        for name, value in facts.items():
            if not hasattr(type(self), name):
                raise TypeError(f"{type(self).__name__} has no attribute {name!r}")
            setattr(self, name, value)

    def __reduce__(self) -> "_Pickled":
        """Pickle with all facts."""
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
    """Where, by wire names: `multi_prompt[0].duration`; empty for the body as a whole."""
    message: str
    """The expected value, in words."""
    code: str = field(default="", compare=False)
    """The kind of problem, for programs: `missing`, `int_type`, `media`, `media_text` …;
    of an answer, the service's own; empty if it has none."""
    value: str | None = field(default=None, compare=False)
    """The value as Python writes it, truncated and without the token; None if there is
    none, or if the service found the problem."""


@public
class InvalidInputError(RunComfyError):
    """The inputs do not fit the model's schema: found before sending, or by the service."""

    problems: tuple[Problem, ...] = ()
    """All problems at once; empty if the service names none."""


@public
class PriceTooHigh(RunComfyError):
    """The job may cost more than `max_cost` of the options, or an unknown amount.

    Nothing was sent.
    """

    price: Any = None
    """The `Price` of the job."""
    max_cost: Any = None
    """The limit, a `Decimal` of US dollars."""


@public
class RateLimitError(RunComfyError):
    """The service keeps asking to slow down."""


@public
class ServerError(RunComfyError):
    """The service failed; trying again later may help."""


@public
class ConnectionFailed(RunComfyError):
    """The service was not reached, or its answer did not arrive."""

    sent: bool = False
    """Whether the call may have reached the service. A submission never raises this
    with `sent` set: that is `SubmissionUnknown`."""
    lasting: bool = False
    """Whether the cause is likely to persist: an unknown host, a closed port, a
    certificate that is not trusted."""


@public
class ResponseError(RunComfyError):
    """The service answered with something that its docs do not describe."""

    body: str = ""
    """The answer, with long texts in it truncated, except URLs."""


@public
class JobFailed(RunComfyError):
    """The job ended without a result."""

    raw: Any = None
    """The answer that says so, as parsed JSON; long texts are truncated, except URLs."""


@public
class JobCancelled(RunComfyError):
    """The job was cancelled."""

    raw: Any = None
    """The answer that says so, as parsed JSON; long texts are truncated, except URLs."""


@public
class WaitTimeout(RunComfyError):
    """The wait ended before the job did. Nothing is lost: the job can be waited for again."""

    request: Any = None
    """The `Request` or `AsyncRequest`; None if another process or task is still submitting."""
    cancel_outcome: Any = None
    """The `CancelOutcome` if the options ask to cancel; else None, and the job goes on."""


@public
class SubmissionUnknown(RunComfyError):
    """It is unknown whether the job was queued, and so whether it will be charged.

    Nothing is sent again. Check the account's history before you submit once more.
    """

    digest: str = ""
    """SHA-256 of the request's body, hexadecimal."""
    sent_at: datetime | None = None
    """When it was sent, UTC."""
    body: str = ""
    """The received part of the response, with long texts in it truncated, except URLs."""
    possible_request_ids: tuple[str, ...] = ()
    """Values in the answer that may be the job's id: pass one to `client.request(…)`."""


@public
class DownloadError(RunComfyError):
    """A file was not downloaded. The job itself has completed: try the download again."""

    url: str = ""
    """The file's URL without the query, which may contain a signature."""
    paths: tuple[Path, ...] = ()
    """The other files of the same `download`, which are complete."""


@public
class JournalError(RunComfyError):
    """The journal, or where a batch keeps its rows, cannot be used; the message says what to do.

    If it has a `request_id`, that job was submitted and goes on.
    """


@public
class KeyConflict(RunComfyError):
    """The key was used before with another model or other inputs. Nothing was sent."""

    key: str = ""
    """The key in the journal."""


@public
class OverBudget(RunComfyError):
    """The job might exceed the budget. Nothing was sent."""
