"""Compute the delay before a request is retried."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

FIRST_DELAY = 0.5
"""Maximum of the first delay, in seconds; it doubles with each attempt."""

MAX_DELAY = 8.0
"""Maximum of all later delays, in seconds."""

MAX_RETRY_AFTER = 60.0
"""Longest delay that a server may ask for, in seconds."""

_RANDOM = random.SystemRandom()


def retry_delay(attempt: int, retry_after: str = "") -> float:
    """Return the seconds to wait after attempt number `attempt` (from 1) has failed.

    `retry_after` is the value of the header `Retry-After`: seconds or a date (RFC 9110, section
    10.2.3). Without a valid one, the delay is random, with exponential backoff.
    """
    requested = _parse(retry_after)
    if requested is not None:
        return min(requested, MAX_RETRY_AFTER)
    return _RANDOM.uniform(0, min(FIRST_DELAY * 2 ** (attempt - 1), MAX_DELAY))


def _parse(header: str) -> float | None:
    if header.strip().isdecimal():
        return float(header)
    try:
        date = parsedate_to_datetime(header)
    except (ValueError, OverflowError):  # a year or an offset beyond all dates overflows
        return None
    # A date with the zone -0000 is naive, and in UTC (RFC 5322, section 3.3).
    aware = date if date.tzinfo else date.replace(tzinfo=UTC)
    return max((aware - datetime.now(UTC)).total_seconds(), 0.0)
