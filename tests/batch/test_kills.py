"""kill -9 at every durable step and between them: nothing is lost, nothing is paid twice."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from tests.batch.killing import KilledBatch, moments
from tests.journal.conftest import KINDS

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal here")

GROUPS, MOMENTS = (100, 10) if os.environ.get("SOAK") else (4, 10)
"""A thousand moments in `make soak`, forty in `make test`; every other group in PostgreSQL."""


@pytest.mark.timeout(300)
@pytest.mark.parametrize(
    ("seed", "location"), [(n, KINDS[n % 2]) for n in range(GROUPS)], indirect=["location"]
)
@pytest.mark.usefixtures("no_grace")
def test_a_batch_that_is_killed_again_and_again_loses_nothing(
    tmp_path: Path, location: str, seed: int
) -> None:
    with KilledBatch(tmp_path, seed, location) as batch:
        for moment in moments(seed, MOMENTS):
            batch.run(moment)
            batch.check()
        assert batch.run()
        batch.check_end()
        assert batch.kills > MOMENTS / 2, "it had ended before it was killed"
