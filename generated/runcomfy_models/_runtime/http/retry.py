# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 1c3232957b8d602846e854c9395fa944
"""Which failed calls are repeated, if they change nothing, and after which pause."""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from ..errors import (
    ConnectionFailed,
    RateLimitError,
    ResponseError,
    RunComfyError,
    ServerError,
)
from ..timing import MAX_SECONDS, Timing

TRANSIENT = (ConnectionFailed, RateLimitError, ServerError)
"""Errors that may go away by themselves, and say nothing about a running job."""

FIRST_BACKOFF, MAX_BACKOFF = 0.5, 20.0
"""Seconds: upper limit of the first pause, and of all others."""

_SECONDS = re.compile(r"\d+(\.\d+)?", re.ASCII)


def is_retried(error: RunComfyError, attempt: int, attempts: int) -> bool:
    """Whether a call that failed with `error` at `attempt` (from 1) is worth another."""
    if isinstance(error, ResponseError):  # an unreadable answer may be a proxy's
        return attempt < attempts and error.http_status in range(200, 300)
    return isinstance(error, TRANSIENT)


def backoff(attempt: int, timing: Timing, retry_after: float | None) -> float:
    """Return the pause after `attempt` (from 1) in seconds: exponential, with full jitter.

    It is never shorter than what the server asks for.
    """
    longest = min(FIRST_BACKOFF * 2.0 ** min(attempt - 1, 10), MAX_BACKOFF)
    return max(longest * timing.random(), retry_after or 0.0)


def read_retry_after(header: str | None, now: datetime) -> float | None:
    """Return the seconds that a `Retry-After` header asks for: a number, or a date.

    Source: RFC 9110, section 10.2.3.
    """
    if not header:
        return None
    if _SECONDS.fullmatch(header.strip()):
        return min(float(header), MAX_SECONDS)
    try:
        moment = parsedate_to_datetime(header)
    except ValueError:
        return None
    if moment.tzinfo is None:  # RFC 9110: an HTTP date is always GMT
        moment = moment.replace(tzinfo=UTC)
    return max((moment - now).total_seconds(), 0.0)
