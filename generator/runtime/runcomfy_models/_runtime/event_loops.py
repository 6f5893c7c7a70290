"""Refuse event loops other than asyncio's, which the asynchronous client needs."""

import asyncio
import sys

from .errors import RunComfyError

ONLY_ASYNCIO = (
    "the asynchronous client is for asyncio, which is not running here; nothing was sent. "
    "Under trio, use the synchronous client in a thread (trio.to_thread.run_sync), or run "
    "the program on anyio's asyncio backend"
)


def running_loop() -> asyncio.AbstractEventLoop:
    """Return the running event loop of asyncio; raise `RunComfyError` if there is none."""
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        raise RunComfyError(ONLY_ASYNCIO) from None


def refuse_other_loops() -> None:
    """Raise `RunComfyError` inside an event loop that is not asyncio's."""
    # trio imports sniffio, and tells it which loop is running. Without a loop, a client may
    # be made for one that runs later.
    sniffio = sys.modules.get("sniffio")
    if sniffio is None:
        return
    try:
        name = sniffio.current_async_library()
    except sniffio.AsyncLibraryNotFoundError:
        return
    if name != "asyncio":
        raise RunComfyError(ONLY_ASYNCIO)
