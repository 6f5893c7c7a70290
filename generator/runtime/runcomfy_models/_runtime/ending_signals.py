"""The signals beside Ctrl-C that ask a process to end."""

import signal

ENDING = [
    getattr(signal, name)
    for name in ("SIGTERM", "SIGHUP")
    if hasattr(signal, name)  # Windows has no SIGHUP
]


def unhandled() -> list[signal.Signals]:
    """Return those that would kill the process: neither handled nor ignored, as by `nohup`."""
    return [number for number in ENDING if signal.getsignal(number) is signal.SIG_DFL]


def ignore_further(number: int) -> None:
    """Ignore further SIGHUPs: a terminal that closes sends several, and means one."""
    if number == getattr(signal, "SIGHUP", None):
        signal.signal(number, signal.SIG_IGN)
