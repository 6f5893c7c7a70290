# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 838d22be25c529d56b3d107f93ebe6da
"""Ctrl-C and SIGTERM during a run: what was submitted is recorded, and summed up."""

import asyncio
import signal
import sys
import threading
from collections.abc import Generator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from .engine import Engine
    from .progress import Progress

TERMINATED = 143
"""Exit status of a program that ends because of SIGTERM: 128 and the number of the signal."""


def print_interruption(error_type: type[BaseException], progress: "Progress") -> None:
    """Print a summary of the run that an exception of `error_type` interrupted, to stderr."""
    if issubclass(error_type, KeyboardInterrupt | SystemExit | asyncio.CancelledError):
        left = progress.under_way
        goes_on = f"; {left} jobs go on" if left else ""
        print(
            f"stopped: {progress}{goes_on}; run the same again to go on",
            file=sys.stderr,
        )


def raise_terminated(*_: object) -> NoReturn:
    """Raise `SystemExit`: a handler of signals."""
    raise SystemExit(TERMINATED)


@contextmanager
def terminating_main() -> Generator[None]:
    """Let SIGTERM raise `SystemExit` in the main thread; do nothing in others."""
    is_main = threading.current_thread() is threading.main_thread()
    if not is_main or signal.getsignal(signal.SIGTERM) is not signal.SIG_DFL:
        yield
        return
    signal.signal(signal.SIGTERM, raise_terminated)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)


@contextmanager
def terminating(engine: "Engine") -> Generator[None]:
    """Let SIGTERM stop `engine`, where that can be done; a second one ends the process."""
    loop = asyncio.get_running_loop()
    is_main = threading.current_thread() is threading.main_thread()
    before = signal.getsignal(signal.SIGTERM) if is_main else None
    if before is not signal.SIG_DFL:  # the program has a handler of its own
        yield
        return

    def stop() -> None:
        loop.remove_signal_handler(signal.SIGTERM)
        engine.stop(SystemExit(TERMINATED))

    try:
        loop.add_signal_handler(signal.SIGTERM, stop)
    except NotImplementedError:  # Windows
        yield
        return
    try:
        yield
    finally:
        loop.remove_signal_handler(signal.SIGTERM)
