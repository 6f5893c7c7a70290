"""Work for the worker processes of a test: it reports its start, and lasts."""

from __future__ import annotations

import os
import tempfile
import time


def work(_: int) -> None:
    """Print the id of this process, leave a temporary file, and go on for a minute."""
    tempfile.mkstemp()
    os.write(1, f"{os.getpid()} {tempfile.gettempdir()}\n".encode())
    time.sleep(60)
