"""A PostgreSQL server of the tests' own, which they may stop and start."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


class PostgresServer:
    """A server on loopback, without a password, in a folder that is removed afterwards."""

    def __init__(self, programs: Path, folder: Path, durable: bool) -> None:
        self._programs = programs
        self._folder = folder
        with socket.socket() as sock:
            sock.bind(("127.0.0.1", 0))
            self.port = sock.getsockname()[1]
        self._databases = 0
        self._durable = durable

    def create(self) -> None:
        """Make the files of the server."""
        data = str(self._folder / "data")
        self._run("initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "-N")

    def start(self) -> None:
        """Start, and wait until it answers."""
        options = f"-k {self._folder} -h 127.0.0.1 -p {self.port} "
        options += f"-c max_connections=200 -c fsync={'on' if self._durable else 'off'}"
        log = str(self._folder / "log")
        self._run(
            "pg_ctl",
            "-D",
            str(self._folder / "data"),
            "-w",
            "-s",
            "-l",
            log,
            "-o",
            options,
            "start",
        )

    def stop(self, mode: str = "fast") -> None:
        """Break all connections, and stop."""
        self._run("pg_ctl", "-D", str(self._folder / "data"), "-s", "-m", mode, "stop")

    def new_database(self) -> str:
        """Create a database and return its URL."""
        self._databases += 1
        name = f"journal{self._databases}"
        server_options = ("-h", "127.0.0.1", "-p", str(self.port), "-U", "postgres")
        self._run("createdb", *server_options, name)
        return f"postgresql://postgres@127.0.0.1:{self.port}/{name}"

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self._programs / program), *arguments]
        if _is_root():  # PostgreSQL refuses to run as root
            command = ["runuser", "-u", "postgres", "--", *command]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd="/")


@contextmanager
def postgres_server(durable: bool = False) -> Iterator[PostgresServer]:
    """Run a server; without one on this machine, skip, except in CI on Linux.

    Unless it is `durable`, it does not wait for the disk: no test turns the power off.
    """
    programs = _programs()
    if programs is None:
        if os.environ.get("CI") and sys.platform == "linux":
            pytest.fail("CI has to have a PostgreSQL server: see .ci/run")
        pytest.skip("no PostgreSQL server is installed here: apt-get install postgresql")
    folder = Path(tempfile.mkdtemp(prefix="runcomfy-postgres-"))
    if _is_root():
        shutil.chown(folder, "postgres")
    server = PostgresServer(programs, folder, durable)
    try:
        server.create()
        server.start()
        yield server
        server.stop("immediate")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _programs() -> Path | None:
    """Return the folder of the newest server's programs; None without one, and on Windows."""
    if os.name == "nt":  # on Windows, a server is started differently
        return None
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    on_path = shutil.which("initdb")
    return installed[-1].parent if installed else Path(on_path).parent if on_path else None
