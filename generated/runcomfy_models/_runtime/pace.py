# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 1e7338765816e75a9d5c02977071d768
"""How often a job is looked at."""

from .options import Options
from .timing import Timing


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
        """Seconds until the next poll: up to a quarter less than the pace asks for.

        Without that jitter, jobs that were submitted together are polled together.
        """
        pause = min(self._pause, self._options.poll_max)
        self._pause = pause * self._options.poll_growth
        return pause * (1 - self._timing.random() / 4)
