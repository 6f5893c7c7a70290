"""A temporary folder to build a site in, beside the site: its files are moved from there."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

PREFIX = ".runcomfy-docs-"

LONGEST_BUILD_SECONDS = 3600
"""Longer than any build takes, in seconds: an older folder was left by a killed run."""


@contextmanager
def building_folder(parent: Path) -> Generator[Path]:
    """Yield an empty folder in `parent`; remove it at the end, and those of killed runs."""
    parent.mkdir(parents=True, exist_ok=True)
    for leftover in parent.glob(f"{PREFIX}*"):
        with suppress(FileNotFoundError):  # of another run, which has just ended
            if time.time() - leftover.stat().st_mtime > LONGEST_BUILD_SECONDS:
                shutil.rmtree(leftover, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix=PREFIX, dir=parent) as folder:
        yield Path(folder)
