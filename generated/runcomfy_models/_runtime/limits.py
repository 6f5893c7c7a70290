# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 184f99958e1fec5fda559a246be4eacd
"""An end to whatever takes too long, where that can be had. Written by hand, twice."""

from collections.abc import AsyncGenerator, Generator
from contextlib import asynccontextmanager, contextmanager

from .timing import LONGEST


class AsyncLimit:
    """Of an asynchronous call: it is cancelled, whatever it waits for."""

    @staticmethod
    @asynccontextmanager
    async def of(seconds: float) -> AsyncGenerator[None]:
        """Raise `TimeoutError` after `seconds`."""
        import asyncio  # heavy, and nobody has to wait at import

        try:
            async with asyncio.timeout(min(seconds, LONGEST)):
                yield
        except TimeoutError:
            raise TimeoutError(f"no whole answer after {seconds:g} s") from None


class Limit:
    """Of a synchronous call: nothing ends what a thread waits for."""

    @staticmethod
    @contextmanager
    def of(seconds: float) -> Generator[None]:
        """Let it take its time; the transport has limits of its own."""
        yield
