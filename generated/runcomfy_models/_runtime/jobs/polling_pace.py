# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 0cae270a29be3b1571a51f8cf01b5dcc
"""The pauses between polls of a job."""

from ..options import Options
from ..timing import Timing

TICK = 0.25
"""Seconds. Long pauses end at multiples of it, so that many jobs are polled together: that
nearly halves the CPU time."""

MIN_TICKED_PAUSE = 8 * TICK
"""Seconds; shorter pauses do not wait for a tick."""


class PollingPace:
    """The pauses between polls: short at first, then longer up to a limit."""

    def __init__(self, options: Options, timing: Timing) -> None:
        """Start with the first pause."""
        self._options = options
        self._timing = timing
        self._pause = options.poll_first

    def restart(self) -> None:
        """Start again with the first pause: after one change, more may follow soon."""
        self._pause = self._options.poll_first

    def next(self) -> float:
        """Return the seconds until the next poll."""
        longest = min(self._pause, self._options.poll_max)
        self._pause = longest * self._options.poll_growth
        # Without jitter, jobs that were submitted together would be polled at once.
        pause = longest * (1 - self._timing.random() / 4)
        return pause if pause < MIN_TICKED_PAUSE else self._to_a_tick(pause)

    def _to_a_tick(self, pause: float) -> float:
        return pause - (self._timing.monotonic() + pause) % TICK
