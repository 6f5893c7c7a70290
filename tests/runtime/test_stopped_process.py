"""A process that is stopped while an answer arrives (a frozen container, a breakpoint)."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
from pathlib import Path

import pytest

from tests.loopback import REQUEST_ID, Call, Loopback, Reply, serving
from tests.platforms import needs_posix
from tests.programs import started

pytestmark = needs_posix("signal that stops a process")

PROGRAM = """
import asyncio, sys
from tests.runtime.models import AsyncClient, Client
url, side = sys.argv[1:]
limits = dict(base_url=url, token="t-123", read_timeout=2, call_timeout=2)

async def submit():
    http = "aiohttp" if side == "aiohttp" else None
    async with AsyncClient(http_client=http, **limits) as client:
        return await client.submit(prompt="x")

print((Client(**limits).submit(prompt="x") if side == "sync" else asyncio.run(submit())).id)
"""


class Stopping(Loopback):
    """Stops the client while it waits, answers, and continues it after its time limit."""

    def __init__(self) -> None:
        super().__init__()
        self.client = 0
        self.has_client = threading.Event()

    def answer(self, call: Call) -> Reply:
        self.has_client.wait(60)
        os.kill(self.client, signal.SIGSTOP)
        threading.Timer(3.5, os.kill, (self.client, signal.SIGCONT)).start()
        return super().answer(call)


@pytest.mark.parametrize("side", ["sync", "async", "aiohttp"])
def test_an_answer_that_arrives_while_the_client_is_stopped_is_used(side: str, root: Path) -> None:
    path = os.pathsep.join([str(root), str(root / "generated")])
    environment = {**os.environ, "PYTHONPATH": path}
    with (
        serving(Stopping()) as service,
        started(PROGRAM, service.url, side, stderr=subprocess.STDOUT, env=environment) as program,
    ):
        service.client = program.pid
        service.has_client.set()
        out, _ = program.communicate(timeout=60)
    assert out == f"{REQUEST_ID}\n"
