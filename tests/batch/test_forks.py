"""A fork of a process that has a batch open: using the batch there is an error."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.batch.table import Table
from tests.programs import started

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows does not fork")

PROGRAM = """
import os, sys
from runcomfy_models import RunComfy, RunComfyError
from runcomfy_models.batch import Batch
from runcomfy_models.runwayml.runway_aleph import video_to_video
from tests.journal.jobs import inputs

def attempt(use):
    try:
        use()
    except RunComfyError as error:
        print(str(error).split(",")[0], flush=True)

journal, url, token = sys.argv[1:]
with Batch(journal, account=RunComfy(token=token, base_url=url, poll_first=0.01)) as batch:
    add = lambda key: batch.add(video_to_video, key=key, **inputs(key))
    add("a"), add("b")
    entries = batch.run()
    next(entries)
    if (child := os.fork()) == 0:
        attempt(batch.plan)
        attempt(lambda: add("c"))
        attempt(lambda: next(entries))
        attempt(lambda: next(batch.resume()))
        sys.exit()  # leaves the batch
    os.waitpid(child, 0)
    print(len(list(entries)), batch.plan().counts["done"])
"""


def test_a_fork_cannot_use_a_batch_and_does_not_disturb_it(table: Table, root: Path) -> None:
    path = os.pathsep.join([str(root), str(root / "generated")])
    arguments = (str(table.journal), table.simulator.base_url, table.simulator.token)
    with started(PROGRAM, *arguments, env={**os.environ, "PYTHONPATH": path}) as running:
        output, errors = running.communicate(timeout=60)
    assert running.returncode == 0, errors
    assert "stopped: " not in errors
    refusal = "the batch was made before this process was forked"
    assert output.splitlines() == [refusal] * 4 + ["1 2"]
