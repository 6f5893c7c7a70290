"""kill -9 at every durable step and between them: nothing is lost, nothing is paid twice."""

from __future__ import annotations

import os
import signal
from itertools import count
from pathlib import Path

import pytest

from tests.batch.killing import KilledBatch, Moment, moments

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal here")

GROUPS, MOMENTS = (125, 8) if os.environ.get("SOAK") else (10, 6)
"""A thousand moments in `make soak`, sixty in `make test`."""


@pytest.mark.timeout(300)
@pytest.mark.parametrize("seed", range(GROUPS))
def test_a_batch_that_is_killed_again_and_again(tmp_path: Path, seed: int) -> None:
    with KilledBatch(tmp_path, seed) as batch:
        for moment in moments(seed, MOMENTS):
            batch.run(moment)
            batch.check()
        for _ in count():
            if batch.run(Moment()):
                break
        batch.check_end()
