"""An adaptive limit of jobs under way: lower for a while after the service asked to slow down."""

from ..timing import Timing

REDUCTION = 0.5
"""The factor by which HTTP 429 reduces the limit."""


class AdaptiveLimit:
    """A limit that falls at once, and rises again with each accepted job."""

    def __init__(self, highest: int, timing: Timing) -> None:
        """Begin with the `highest` limit."""
        self._highest = highest
        self._timing = timing
        self._allowed = float(highest)
        self._pause_until = 0.0

    @property
    def allowed(self) -> int:
        """Number of jobs that may be under way now."""
        return int(self._allowed)

    def pause(self) -> float:
        """Return the seconds until the next submission may start."""
        return max(0.0, self._pause_until - self._timing.monotonic())

    def reduce(self, under_way: int, retry_after: float) -> None:
        """Let fewer jobs be under way than now, and none start for `retry_after` seconds."""
        # Not again for answers to calls that were already under way.
        if not self.pause():
            self._allowed = max(1.0, min(self._allowed, under_way) * REDUCTION)
        self._pause_until = max(
            self._pause_until, self._timing.monotonic() + retry_after
        )

    def grow(self) -> None:
        """Let one more be under way for every few jobs that were accepted."""
        self._allowed = min(float(self._highest), self._allowed + 0.25)
