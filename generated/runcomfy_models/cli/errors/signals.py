# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: dac321a732f7285de33f751a463f941b
"""End a command on SIGTERM and SIGHUP as on Ctrl-C, and print the ids of submitted jobs."""

import signal
from contextlib import AbstractContextManager
from types import FrameType

from runcomfy_models._runtime.ending_signals import handled_by, ignore_further


class Interruption(KeyboardInterrupt):
    """The signal `number` has come."""

    number: int = signal.SIGINT


def interrupted_by_signals() -> AbstractContextManager[None]:
    """Raise `Interruption` when the process receives a signal to end.

    A signal that is ignored stays so: `nohup` asks for that.
    """
    return handled_by(_interrupt)


def interrupted_status(error: BaseException) -> int:
    """Return 128 and the number of the signal behind `error`: 130 for Ctrl-C."""
    return 128 + getattr(error, "number", signal.SIGINT)


def _interrupt(number: int, _: FrameType | None) -> None:
    ignore_further(number)
    error = Interruption()
    error.number = number
    raise error
