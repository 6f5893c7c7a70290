# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 613cd8ebd6a0929d3a313bc15a4e4816
"""How often a job is looked at."""

from .options import Options
from .timing import Timing

TICK = 0.25
"""Seconds. Long pauses end at multiples of it: jobs that are waited for together are polled
together, which takes little more than half of the time that it takes one by one."""


class Pace:
    """The pauses between polls: quick at first, longer and longer up to a bound."""

    def __init__(self, options: Options, timing: Timing) -> None:
        """A pace at its beginning."""
        self._options = options
        self._timing = timing
        self._pause = options.poll_first

    def quicken(self) -> None:
        """Begin again: something has changed, and more may follow soon."""
        self._pause = self._options.poll_first

    def next(self) -> float:
        """Seconds until the next poll: up to a quarter less than the pace asks for, and a
        `TICK` where that is long.

        Without that jitter, all jobs that were submitted together are polled at once.
        """
        longest = min(self._pause, self._options.poll_max)
        self._pause = longest * self._options.poll_growth
        pause = longest * (1 - self._timing.random() / 4)
        return pause if pause < 8 * TICK else self._to_a_tick(pause)

    def _to_a_tick(self, pause: float) -> float:
        return pause - (self._timing.monotonic() + pause) % TICK
