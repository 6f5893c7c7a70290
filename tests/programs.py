"""Programs that tests start, and interrupt."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

CTRL_C = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
"""The first line of a program that gets SIGINT: jobs in the background of a shell ignore it."""


def default_ctrl_c() -> None:
    """Let SIGINT interrupt a process that is about to start, as `CTRL_C` does."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def wait_until(condition: Callable[[], bool], seconds: float = 60) -> None:
    """Wait for what another process does; fail if it takes longer than `seconds`."""
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        time.sleep(0.02)
    assert condition()


@contextmanager
def started(code: str, *arguments: str, **options: Any) -> Iterator[subprocess.Popen[str]]:
    """Run a program that Ctrl-C interrupts, and that does not outlive the test."""
    with subprocess.Popen(
        [sys.executable, "-c", CTRL_C + code, *arguments],
        **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True, **options},
    ) as program:
        try:
            yield program
        finally:
            program.kill()
