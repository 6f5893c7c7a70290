"""Everything that can go wrong, as a tree under `RunComfyError`. Imports nothing heavy."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

SHOWN = 300
"""Characters of a server's message that an exception shows: it may quote a prompt."""


class RunComfyError(Exception):
    """Base of all errors of this package. What is not known of the call is None."""

    request_id: str | None = None
    model_id: str | None = None
    http_status: int | None = None
    error_code: int | None = None
    """The `error_code` of the answer, which decides before the HTTP status does."""
    server_message: str | None = None

    def __init__(self, message: str, **facts: Any) -> None:
        """`facts` become attributes: `request_id`, `model_id`, `http_status` …"""
        super().__init__(message)
        for name, value in facts.items():
            setattr(self, name, value)

    def __reduce__(
        self,
    ) -> tuple[
        Callable[..., "RunComfyError"],
        tuple[type["RunComfyError"], str, dict[str, Any]],
    ]:
        """Pickle with every fact."""
        return _rebuild, (type(self), str(self), vars(self))


def _rebuild(
    cls: type[RunComfyError], message: str, facts: dict[str, Any]
) -> RunComfyError:
    return cls(message, **facts)


class AuthenticationError(RunComfyError):
    """No token was found, or the service does not accept it."""


class InsufficientBalanceError(RunComfyError):
    """The account has no balance left."""


class PermissionDeniedError(RunComfyError):
    """The model or request belongs to someone else."""


class NotFoundError(RunComfyError):
    """The model or request is unknown, deleted or expired."""


@dataclass(frozen=True)
class Problem:
    """One input that does not fit."""

    path: str
    """Where, by wire names: `multi_prompt[0].duration`."""
    message: str
    """What was expected there."""


class InvalidInputError(RunComfyError):
    """The inputs do not fit the model's schema: before sending, or as the service says."""

    problems: tuple[Problem, ...] = ()
    """Every problem at once, where it was found before sending."""


class RateLimitError(RunComfyError):
    """The service asks to slow down, and went on doing so."""


class ServerError(RunComfyError):
    """The service failed; trying again later may help."""


class ConnectionFailed(RunComfyError):
    """The service was not reached, or an answer did not arrive; nothing was submitted."""


class ResponseError(RunComfyError):
    """The service answered with something else than what its docs say."""

    body: str = ""
    """The answer as it came."""


class JobFailed(RunComfyError):
    """The job ended without a result."""

    raw: Any = None
    """The answer that says so, as parsed JSON."""


class JobCancelled(RunComfyError):
    """The job was cancelled."""

    raw: Any = None
    """The answer that says so, as parsed JSON."""


class WaitTimeout(RunComfyError):
    """The wait is over and the job goes on: `request` can be waited for again."""

    request: Any = None
    """The `Request` or `AsyncRequest`, so that nothing is lost."""


class SubmissionUnknown(RunComfyError):
    """Whether the job was queued, and will be charged, cannot be told.

    Nothing is sent again. Look into the account's history before submitting once more.
    """

    digest: str = ""
    """SHA-256 of the request's body, hexadecimal."""
    sent_at: str = ""
    """When it was sent: ISO 8601, UTC."""


BY_CODE: dict[int, type[RunComfyError]] = {
    400001: NotFoundError,
    400002: InsufficientBalanceError,
    400004: AuthenticationError,
    401001: AuthenticationError,
    403001: PermissionDeniedError,
    403003: PermissionDeniedError,
    404001: NotFoundError,
    422001: InvalidInputError,
    500001: ServerError,
}
"""The service's `error_code`: which error it is. Source: the error table of its docs."""

BY_STATUS: dict[int, type[RunComfyError]] = {
    400: InvalidInputError,
    401: AuthenticationError,
    402: InsufficientBalanceError,
    403: PermissionDeniedError,
    404: NotFoundError,
    422: InvalidInputError,
    429: RateLimitError,
}
"""HTTP status: which error it is where no known `error_code` says so."""


def error_class(error_code: int | None, http_status: int) -> type[RunComfyError]:
    """The class for an answer that is an error."""
    if error_code in BY_CODE:
        return BY_CODE[error_code]
    if http_status in BY_STATUS:
        return BY_STATUS[http_status]
    return ServerError if http_status >= 500 else ResponseError
