# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 96ddad875515255e250550092c5a8b03
"""Work that would hold up an event loop for long. Written by hand, twice."""

from collections.abc import Callable
from typing import TypeVar

Done = TypeVar("Done")


class AsyncAside:
    """Beside an event loop: in a thread."""

    @staticmethod
    async def of(work: Callable[[], Done]) -> Done:
        """What `work` returns."""
        import asyncio  # heavy, and nobody has to wait at import

        return await asyncio.to_thread(work)


class Aside:
    """Where there is no event loop: here and now."""

    @staticmethod
    def of(work: Callable[[], Done]) -> Done:
        """What `work` returns."""
        return work()
