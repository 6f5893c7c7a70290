# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 90045e3e8a14df70bafee3ac0b8381b1
"""Clocks and randomness in one place, so that tests can replace them."""

import random
import time
from datetime import UTC, datetime

MAX_SECONDS = 1e6
"""About eleven days: sockets and sleeps do not take infinity."""


class Timing:
    """The clocks and the random numbers of a client; subclasses add `sleep`."""

    def monotonic(self) -> float:
        """Return seconds since an arbitrary moment; never goes back."""
        return time.monotonic()

    def now(self) -> datetime:
        """Return the date and time, UTC."""
        return datetime.now(UTC)

    def random(self) -> float:
        """Return a random number from 0 to 1."""
        return random.random()


class Deadline:
    """A time limit that starts when it is created."""

    def __init__(self, timing: Timing, seconds: float) -> None:
        """Start; `seconds` may be infinite, and zero or less is over at once."""
        self.seconds = seconds
        self._timing = timing
        self._start = timing.monotonic()

    def left(self) -> float:
        """Return the seconds that are left, never less than zero."""
        return max(0.0, self.seconds - self.passed())

    def passed(self) -> float:
        """Return the seconds since the start."""
        return self._timing.monotonic() - self._start

    @property
    def is_over(self) -> bool:
        """Whether no time is left."""
        return self.left() <= 0
