# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 487efb33105fcabee5d6de843e5e4485
"""The pace of submissions: each waits for its turn, in order, over all processes of a journal."""

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from ..concurrency import AsyncBlocking, AsyncClock
from ..journal.paid_calls.turns import take_turn

if TYPE_CHECKING:
    from ..journal.journal import Journal

MAX_TURNS_AHEAD = 24
"""Turns that a process may take ahead of time."""


class SubmissionPace:
    """Hands out turns; without a limit, at once."""

    def __init__(
        self, per_minute: float | None, journal: "Journal", clock: AsyncClock
    ) -> None:
        """Allow `per_minute` submissions a minute, over all processes of `journal`."""
        self._seconds = 60.0 / per_minute if per_minute else 0.0
        self._journal = journal
        self._clock = clock
        self._unused = 0
        # At most the turns of one second: those that a process has taken are lost if it ends.
        ahead = min(MAX_TURNS_AHEAD, round(1.0 / self._seconds)) if self._seconds else 1
        self._takers = asyncio.Semaphore(max(1, ahead))

    async def turn(self) -> None:
        """Wait for the next turn."""
        if not self._seconds:
            return
        if self._unused:
            self._unused -= 1
            return
        async with self._takers:
            taking = self._journal.do(partial(take_turn, seconds=self._seconds))
            await self._clock.sleep(await AsyncBlocking.outcome(taking))

    def give_back(self) -> None:
        """Leave the turn that was just taken to the next submission: nothing was sent in it."""
        self._unused += 1
