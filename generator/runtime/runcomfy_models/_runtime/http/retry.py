"""Decide whether to repeat a failed idempotent call, and after which pause."""

import logging

from ..errors import (
    ConnectionFailed,
    RateLimitError,
    ResponseError,
    RunComfyError,
    ServerError,
)
from ..logger import LOGGER
from ..options import Options
from ..timing import Deadline, Timing
from .calls import Call

TRANSIENT = (ConnectionFailed, RateLimitError, ServerError)
"""Errors that may go away, and say nothing about a running job."""

NOT_YET = frozenset({404, 409, 421, 425})
"""HTTP statuses that may mean "not yet", soon after a job was submitted or has ended."""

NOT_YET_SECONDS = 30.0
"""Seconds after the submission, or the end, in which those statuses are not final."""

MAX_LASTING = 60.0
"""Seconds after which a failure that is likely to persist is final."""

FIRST_BACKOFF, MAX_BACKOFF = 0.5, 20.0
"""Seconds: upper limit of the first pause, and of all others."""

LOUD_PAUSE = 10.0
"""Seconds that a user should hear about."""


class Retries:
    """Decides whether and when one idempotent call is made again."""

    def __init__(
        self,
        options: Options,
        timing: Timing,
        deadline: Deadline,
        may_be_unknown_until: Deadline | None,
    ) -> None:
        """Stop at `deadline`.

        Until `may_be_unknown_until`, the service may not know the job; None for an older job.
        """
        self._options = options
        self._timing = timing
        self._deadline = deadline
        self._may_be_unknown_until = may_be_unknown_until
        self._lasting = Deadline(timing, MAX_LASTING)
        self._attempt = 0

    def pause(self, error: RunComfyError, call: Call) -> float:
        """Return the seconds until the next attempt; raise `error` if there is none."""
        self._attempt += 1
        if self._deadline.is_over or not self._may_succeed_later(error):
            add_attempts(error, self._attempt, self._deadline.passed())
            raise error
        at_least = server_pause(error.retry_after, self._options)
        pause = backoff(self._attempt, self._timing, at_least)
        log_failure(error, call, self._attempt, pause)
        return pause

    def _may_succeed_later(self, error: RunComfyError) -> bool:
        if isinstance(error, ConnectionFailed) and error.lasting:
            return not self._lasting.is_over
        unknown_until = self._may_be_unknown_until
        if unknown_until and not unknown_until.is_over and is_not_yet(error):
            return True
        if isinstance(error, ResponseError):  # an unreadable answer may be a proxy's
            is_good = error.http_status in range(200, 300)
            return is_good and self._attempt < self._options.attempts
        return isinstance(error, TRANSIENT)


def is_not_yet(error: RunComfyError) -> bool:
    """Whether `error` may mean that the service does not know the job yet."""
    # A 403 without the service's own error_code comes from a proxy in front of it.
    is_foreign = error.http_status == 403 and error.error_code is None
    return error.http_status in NOT_YET or is_foreign


def add_attempts(error: RunComfyError, attempts: int, seconds: float) -> None:
    """Add to the message how often and for how long a call was tried, if more than once."""
    if attempts > 1:
        error.args = (f"{error}; tried {attempts} times in {seconds:.0f} s",)


def log_failure(error: RunComfyError, call: Call, attempt: int, pause: float) -> None:
    """Log an attempt that failed: as information if it is the first one, and its pause short."""
    is_usual = attempt == 1 and pause < LOUD_PAUSE
    LOGGER.log(
        logging.INFO if is_usual else logging.WARNING,
        "%s %s: attempt %d failed: %s; next in %.1f s",
        call.method,
        call.path,
        attempt,
        error,
        pause,
    )


def backoff(attempt: int, timing: Timing, at_least: float) -> float:
    """Return the pause after `attempt` (from 1) in seconds: exponential, with full jitter.

    It is never shorter than `at_least`, which is what the server asks for.
    """
    longest = min(FIRST_BACKOFF * 2.0 ** min(attempt - 1, 10), MAX_BACKOFF)
    return max(longest * timing.random(), at_least)


def server_pause(retry_after: float | None, options: Options) -> float:
    """Return the pause that a server asks for, as far as `options` allow; in seconds."""
    return min(retry_after or 0.0, options.retry_after_max)
