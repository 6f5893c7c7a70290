"""kill -9 at every durable step and between them: nothing is lost, nothing is paid twice."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from runcomfy_models._runtime.journal import postgres
from tests.batch.killing import NEVER, KilledBatch, moments
from tests.journal.conftest import KINDS
from tests.journal.postgres import PostgresServer

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal here")

GROUPS, MOMENTS = (100, 10) if os.environ.get("SOAK") else (6, 10)
"""A thousand moments in `make soak`, sixty in `make test`; every other group in PostgreSQL."""


@pytest.fixture
def where(request: pytest.FixtureRequest, tmp_path: Path, kind: str) -> str:
    """Where the journal of a batch is."""
    if kind == "sqlite":
        return str(tmp_path / "jobs.db")
    server: PostgresServer = request.getfixturevalue("server")
    return server.new_database()


@pytest.mark.timeout(300)
@pytest.mark.parametrize(("seed", "kind"), [(n, KINDS[n % 2]) for n in range(GROUPS)])
def test_a_batch_that_is_killed_again_and_again(
    tmp_path: Path, where: str, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgres, "GRACE", 0.0)
    with KilledBatch(tmp_path, seed, where) as batch:
        for moment in moments(seed, MOMENTS):
            batch.run(moment)
            batch.check()
        assert batch.run(NEVER)
        batch.check_end()
        assert batch.kills > MOMENTS / 2, "it had ended before it was killed"
