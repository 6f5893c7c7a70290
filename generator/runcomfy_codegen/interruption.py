"""Signals that end a command: SIGTERM and SIGHUP unwind it as Ctrl-C does."""

from __future__ import annotations

import os
import signal
from types import FrameType

_ENDING = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
"""Signals beside SIGINT that end a command; Windows has no SIGHUP."""


class Interruption(KeyboardInterrupt):
    """The signal `number` was received; a subclass, so that cleanup for Ctrl-C runs, too."""

    def __init__(self, number: int) -> None:
        """Keep the number."""
        super().__init__()
        self.number = number


def interrupt_on_signals() -> None:
    """Raise `Interruption` in the main thread when the process receives a signal to end.

    A signal that is ignored stays so: `nohup` asks for that.
    """
    main_pid = os.getpid()

    def interrupt(number: int, _: FrameType | None) -> None:
        if os.getpid() != main_pid:  # a worker that has just been forked has nothing to clean up
            os._exit(128 + number)
        for ending in _ENDING:  # a second one must not interrupt the cleanup
            signal.signal(ending, signal.SIG_IGN)
        raise Interruption(number)

    for number in _ENDING:
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, interrupt)


def ignore_signals() -> None:
    """Ignore the signals that go to a whole group of processes: the parent ends this one."""
    for number in (signal.SIGINT, *_ENDING):
        signal.signal(number, signal.SIG_IGN)


def exit_status(error: BaseException) -> int:
    """Return 128 and the number of the signal behind `error`: 130 for Ctrl-C, 143 for SIGTERM."""
    causes = (error, error.__cause__)  # click raises its own exception from a KeyboardInterrupt
    number = next(
        (cause.number for cause in causes if isinstance(cause, Interruption)), signal.SIGINT
    )
    return 128 + number
