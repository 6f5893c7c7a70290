"""End a command on SIGTERM and SIGHUP as on Ctrl-C, and print the ids of submitted jobs."""

import signal
import threading
from collections.abc import Generator
from contextlib import contextmanager
from types import FrameType

from runcomfy_models._runtime.ending_signals import ignore_further, unhandled


class Interruption(KeyboardInterrupt):
    """The signal `number` has come."""

    number: int = signal.SIGINT


@contextmanager
def interrupted_by_signals() -> Generator[None]:
    """Raise `Interruption` when the process receives a signal to end.

    A signal that is ignored stays so: `nohup` asks for that.
    """
    is_main = threading.current_thread() is threading.main_thread()
    ours = unhandled() if is_main else []
    for number in ours:
        signal.signal(number, _interrupt)
    try:
        yield
    finally:
        for number in ours:
            if signal.getsignal(number) is _interrupt:
                signal.signal(number, signal.SIG_DFL)


def interrupted_status(error: BaseException) -> int:
    """Return 128 and the number of the signal behind `error`: 130 for Ctrl-C."""
    return 128 + getattr(error, "number", signal.SIGINT)


def _interrupt(number: int, _: FrameType | None) -> None:
    ignore_further(number)
    error = Interruption()
    error.number = number
    raise error
