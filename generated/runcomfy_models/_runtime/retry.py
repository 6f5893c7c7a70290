# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 408384892fdcd52fc35ae1c8829d33dd
"""Which failed calls are made again, if nothing is changed by them, and when."""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from .errors import (
    ConnectionFailed,
    RateLimitError,
    ResponseError,
    RunComfyError,
    ServerError,
)
from .timing import LONGEST as LONGEST_TIME
from .timing import Timing

PASSING = (ConnectionFailed, RateLimitError, ServerError)
"""Errors that pass by themselves, and mean nothing for a job that is under way."""

FIRST, LONGEST = 0.5, 20.0
"""Seconds: the longest first pause, and the longest of all."""

_SECONDS = re.compile(r"\d+(\.\d+)?", re.ASCII)


def may_pass(error: RunComfyError, attempt: int, attempts: int) -> bool:
    """Whether a call that failed with `error` at `attempt` (from 1) is worth another.

    An unreadable answer may be a proxy's: that is tried up to `attempts` times.
    """
    if isinstance(error, ResponseError):
        return attempt < attempts and error.http_status in range(200, 300)
    return isinstance(error, PASSING)


def backoff(attempt: int, timing: Timing, retry_after: float | None) -> float:
    """Seconds between `attempt` (from 1) and the next: full jitter.

    It is never less than what the server asks for.
    """
    longest = min(FIRST * 2.0 ** min(attempt - 1, 10), LONGEST)
    return max(longest * timing.random(), retry_after or 0.0)


def read_retry_after(header: str | None, now: datetime) -> float | None:
    """Seconds that a `Retry-After` header asks for: a number of them, or a date."""
    if not header:
        return None
    if _SECONDS.fullmatch(header.strip()):
        return min(float(header), LONGEST_TIME)
    try:
        moment = parsedate_to_datetime(header)
    except ValueError:
        return None
    if moment.tzinfo is None:  # RFC 9110: an HTTP date is always GMT
        moment = moment.replace(tzinfo=UTC)
    return max((moment - now).total_seconds(), 0.0)
