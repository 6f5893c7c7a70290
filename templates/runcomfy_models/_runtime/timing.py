"""Time and chance, in one place, so that tests can bring their own."""

import random
import time

from .options import Options


class Timing:
    """The clock and the dice of a client."""

    def monotonic(self) -> float:
        """Seconds from some moment on, never going back."""
        return time.monotonic()

    def random(self) -> float:
        """A number from 0 to 1."""
        return random.random()


class Pace:
    """The pauses between polls: quick at first, longer and longer up to a bound."""

    def __init__(self, options: Options, timing: Timing) -> None:
        """A pace at its beginning."""
        self._options = options
        self._timing = timing
        self._pause = options.poll_first

    def quicken(self) -> None:
        """Begin again: something has changed."""
        self._pause = self._options.poll_first

    def next(self) -> float:
        """Seconds until the next poll, with up to a quarter of jitter either way."""
        pause = self._pause
        self._pause = min(pause * self._options.poll_growth, self._options.poll_max)
        return pause * (0.75 + self._timing.random() / 2)


BACKOFF_FIRST, BACKOFF_MAX = 0.5, 20.0


def backoff(attempt: int, timing: Timing, retry_after: float | None) -> float:
    """Seconds before attempt number `attempt` (from 1): full jitter, or what the server asks."""
    if retry_after is not None:
        return retry_after
    return min(BACKOFF_FIRST * 2 ** min(attempt, 10), BACKOFF_MAX) * timing.random()
