# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: efb652062708bc89201c3fe72d82739a
"""An end to whatever takes too long, where that can be had. Written by hand, twice."""

import asyncio
from types import TracebackType

from .timing import LONGEST


class AsyncLimit:
    """Around an asynchronous call: it is cancelled, whatever it waits for."""

    def __init__(self, seconds: float) -> None:
        """`TimeoutError` after `seconds`."""
        self._seconds = seconds
        self._limit = asyncio.timeout(min(seconds, LONGEST))

    async def __aenter__(self) -> None:
        """They begin now."""
        await self._limit.__aenter__()

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """In time, or not."""
        try:
            await self._limit.__aexit__(kind, error, traceback)
        except TimeoutError:
            raise TimeoutError(f"no whole answer after {self._seconds:g} s") from None


class Limit:
    """Around a synchronous call: nothing ends what a thread waits for."""

    def __init__(self, seconds: float) -> None:
        """The transport has limits of its own."""

    def __enter__(self) -> None:
        """Let it take its time."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Nothing."""
