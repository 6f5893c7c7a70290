# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 0ad89eb91628c896a19aa5e415d9e294
"""The signals beside Ctrl-C that ask a process to end."""

import signal
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager
from types import FrameType

ENDING = [
    getattr(signal, name)
    for name in ("SIGTERM", "SIGHUP")
    if hasattr(signal, name)  # Windows has no SIGHUP
]


def to_handle() -> list[signal.Signals]:
    """Return those that would kill the process: neither handled nor ignored, as by `nohup`.

    Returns none outside the main thread, which alone can handle signals.
    """
    if threading.current_thread() is not threading.main_thread():
        return []
    return [number for number in ENDING if signal.getsignal(number) is signal.SIG_DFL]


@contextmanager
def handled_by(handler: Callable[[int, FrameType | None], object]) -> Generator[None]:
    """Let `handler` handle the signals that would kill the process."""
    handled = to_handle()
    for number in handled:
        signal.signal(number, handler)
    try:
        yield
    finally:
        for number in handled:
            if signal.getsignal(number) is handler:
                signal.signal(number, signal.SIG_DFL)


def ignore_further(number: int) -> None:
    """Ignore further SIGHUPs: a terminal that closes sends several, and means one."""
    if number == getattr(signal, "SIGHUP", None):
        signal.signal(number, signal.SIG_IGN)
