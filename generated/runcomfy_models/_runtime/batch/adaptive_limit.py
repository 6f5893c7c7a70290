# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 204a0a3a284342ca6374a7e6b6c990ea
"""How many jobs may be under way: fewer for a while after the service asked to slow down."""

from ..timing import Timing

REDUCTION = 0.5
"""The factor that HTTP 429 reduces the width by."""


class AdaptiveLimit:
    """A number of jobs that shrinks at once, and grows back with each accepted job."""

    def __init__(self, highest: int, timing: Timing) -> None:
        """Begin with the highest."""
        self._highest = highest
        self._timing = timing
        self._allowed = float(highest)
        self._pause_until = 0.0

    @property
    def allowed(self) -> int:
        """How many jobs may be under way now."""
        return int(self._allowed)

    def pause(self) -> float:
        """Return the seconds until the next submission may start."""
        return max(0.0, self._pause_until - self._timing.monotonic())

    def reduce(self, under_way: int, retry_after: float) -> None:
        """Let fewer jobs be under way than now, and none start for `retry_after` seconds."""
        if (
            not self.pause()
        ):  # answers to calls that were under way already tell nothing new
            self._allowed = max(1.0, min(self._allowed, under_way) * REDUCTION)
        self._pause_until = max(
            self._pause_until, self._timing.monotonic() + retry_after
        )

    def grow(self) -> None:
        """Let one more be under way for every few jobs that were accepted."""
        self._allowed = min(float(self._highest), self._allowed + 0.25)
