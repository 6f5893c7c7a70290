# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: c2474088a024130e8e295925ac6e2b4b
"""Waiting: the one place where time is spent on purpose."""

from ..timing import LONGEST, Timing


class AsyncClock(Timing):
    """The clocks, the dice, and a pause."""

    async def sleep(self, seconds: float) -> None:
        """Let `seconds` pass."""
        import asyncio  # heavy, and nobody has to wait at import

        await asyncio.sleep(min(seconds, LONGEST))
