"""Run commands and measure them with their child processes: wall time, CPU time, memory."""

from __future__ import annotations

import contextlib
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

PACE = 0.01
"""Seconds between two measurements of memory."""

BIN = Path(sys.executable).parent


class FailedError(Exception):
    """A measured command failed."""


@dataclass(frozen=True)
class Cost:
    """The cost of one run of a command."""

    milliseconds: float
    """Wall time."""
    processor: float
    """CPU milliseconds of all processes together."""
    peak: float
    """MiB of all processes together, shared pages counted for each; 0 if not watched."""


def run(command: Sequence[str], folder: Path, *, watched: bool = False) -> Cost:
    """Run `command` in `folder`; raise `FailedError` if its exit status is not 0."""
    with tempfile.TemporaryFile() as output:
        before, started = _processor(), time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env=environment(folder), stdout=output, stderr=output
        )
        peak = _peak(process) if watched else 0.0
        status = process.wait()
        seconds = time.perf_counter() - started
        if status != 0:
            output.seek(0)
            raise FailedError(f"{' '.join(command)}: {output.read()[-2000:].decode()}")
    return Cost(seconds * 1000, (_processor() - before) * 1000, peak)


@contextlib.contextmanager
def on_one_processor() -> Iterator[None]:
    """Limit child processes to one processor, if the system supports that."""
    process = psutil.Process()
    if not hasattr(process, "cpu_affinity"):  # macOS
        yield
        return
    processors: list[int] = process.cpu_affinity()
    process.cpu_affinity(processors[:1])
    try:
        yield
    finally:
        process.cpu_affinity(processors)


def environment(folder: Path) -> dict[str, str]:
    """Return the environment of this process, with a cache in `folder` and with `.pyc` files."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    path = f"{BIN}{os.pathsep}{kept.get('PATH', '')}"
    return {**kept, "RUNCOMFY_CODEGEN_CACHE": str(folder / "cache"), "PATH": path}


def _processor() -> float:
    """Return the CPU seconds of all child processes that have ended."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def _peak(process: subprocess.Popen[bytes]) -> float:
    """Return the peak memory of `process` and its child processes, in MiB."""
    parent = psutil.Process(process.pid)
    peak = 0
    while process.poll() is None:
        with contextlib.suppress(psutil.Error):
            family = (parent, *parent.children(recursive=True))
            peak = max(peak, sum(map(_memory_of, family)))
        time.sleep(PACE)
    return peak / 2**20


def _memory_of(process: psutil.Process) -> int:
    try:
        return int(process.memory_info().rss)
    except psutil.Error:
        return 0
