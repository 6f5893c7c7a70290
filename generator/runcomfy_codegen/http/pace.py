"""How long to wait before another attempt."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

FIRST_PAUSE, MAX_PAUSE = 0.5, 8.0
"""Seconds: the bound of the first pause, which doubles, and the last bound."""

MOST_ASKED = 60.0
"""Seconds that a server may ask for."""


def pause(attempt: int, retry_after: str = "") -> float:
    """Seconds to wait before attempt number `attempt` (from 1), as the server wishes or by chance.

    `retry_after` is the header of that name: seconds, or a date.
    """
    asked = _asked(retry_after)
    if asked is not None:
        return min(asked, MOST_ASKED)
    return random.uniform(0, min(FIRST_PAUSE * 2 ** (attempt - 1), MAX_PAUSE))  # noqa: S311  no secret


def _asked(header: str) -> float | None:
    if header.strip().isdecimal():
        return float(header[:9])
    try:
        until = parsedate_to_datetime(header)
    except ValueError:
        return None
    aware = until if until.tzinfo else until.replace(tzinfo=UTC)
    return max((aware - datetime.now(UTC)).total_seconds(), 0.0)
