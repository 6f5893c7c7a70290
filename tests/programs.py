"""Programs that tests start, and interrupt."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

CTRL_C = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
"""The first line of a program that gets SIGINT: jobs in the background of a shell ignore it."""


def default_ctrl_c() -> None:
    """Let SIGINT interrupt a process that is about to start, as `CTRL_C` does."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


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
