# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: aa2fcc512c5dcc5bf5be5734d6afb65a
"""Waiting: the one place where time is spent on purpose."""

from ..timing import LONGEST, Timing


class Clock(Timing):
    """The clocks, the dice, and a pause."""

    def sleep(self, seconds: float) -> None:
        """Let `seconds` pass."""
        import time  # heavy, and nobody has to wait at import

        time.sleep(min(seconds, LONGEST))
