# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 04735a9fe1b59bbca1eb43d0bcc17201
"""Ctrl-C, SIGTERM and SIGHUP during a run: what was submitted is recorded, and summed up."""

import asyncio
import sys
from collections.abc import Generator
from contextlib import contextmanager, suppress
from functools import partial
from typing import TYPE_CHECKING, NoReturn

from ..ending_signals import ignore_further, to_handle

if TYPE_CHECKING:
    from .engine import Engine
    from .progress import Progress


def is_interruption(error_type: type[BaseException] | None) -> bool:
    """Whether an exception of this type was raised to end the program, or its task."""
    ending = (KeyboardInterrupt, SystemExit, asyncio.CancelledError)
    return error_type is not None and issubclass(error_type, ending)


def print_interruption(progress: "Progress") -> None:
    """Print a summary of the run that was interrupted, to stderr."""
    left = progress.under_way
    jobs = "1 job goes on" if left == 1 else f"{left} jobs go on"
    goes_on = f"; {jobs}" if left else ""
    is_all = progress.ended_jobs >= progress.total
    again = "" if is_all else "; run the same again to go on"
    with suppress(OSError):  # the terminal was closed
        print(f"stopped: {progress}{goes_on}{again}", file=sys.stderr)


def termination(number: int) -> SystemExit:
    """Return the exception that ends a program because of a signal: 128 and its number."""
    return SystemExit(128 + number)


def raise_terminated(number: int, _: object) -> NoReturn:
    """Raise `SystemExit`: a handler of signals."""
    ignore_further(number)
    raise termination(number)


@contextmanager
def terminating(engine: "Engine") -> Generator[None]:
    """Let SIGTERM and SIGHUP stop `engine`, where that can be done; a second SIGTERM kills."""
    loop = asyncio.get_running_loop()
    handled = to_handle()

    def stop(number: int) -> None:
        loop.remove_signal_handler(number)
        ignore_further(number)
        engine.stop(termination(number))

    try:
        for number in handled:
            loop.add_signal_handler(number, partial(stop, number))
    except NotImplementedError:  # Windows
        handled = []
    try:
        yield
    finally:
        for number in handled:
            loop.remove_signal_handler(number)
