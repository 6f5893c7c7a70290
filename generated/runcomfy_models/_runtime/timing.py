# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 76e1b22ba4bd122098ab05a924ff992d
"""Time and chance, in one place, so that tests can bring their own."""

import random
import time
from datetime import UTC, datetime


class Timing:
    """The clocks and the dice of a client; its subclass knows how to sleep."""

    def monotonic(self) -> float:
        """Seconds from some moment on, never going back."""
        return time.monotonic()

    def now(self) -> datetime:
        """The date and time, UTC."""
        return datetime.now(UTC)

    def random(self) -> float:
        """A number from 0 to 1."""
        return random.random()


LONGEST = 1e6
"""Seconds, about eleven days: sockets and sleeps take no infinity."""


class Deadline:
    """A number of seconds that runs from now on."""

    def __init__(self, timing: Timing, seconds: float) -> None:
        """`seconds` may be infinite; zero or less is over at once."""
        self.seconds = seconds
        self._timing = timing
        self._end = timing.monotonic() + seconds

    def left(self) -> float:
        """Seconds that are left, never less than zero."""
        return max(0.0, self._end - self._timing.monotonic())

    @property
    def over(self) -> bool:
        """Whether nothing is left."""
        return self.left() <= 0
