"""A batch that is closed while it runs ends at once; jobs that were sent are recorded."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path
from typing import Any, NoReturn

import pytest

from runcomfy_models import AsyncRunComfy, RunComfy, RunComfyError
from runcomfy_models.batch import AsyncBatch, Entry
from runcomfy_models.runwayml.runway_aleph import video_to_video
from runcomfy_models.testing import Course
from tests.batch.table import KEYS, Table
from tests.journal.jobs import inputs
from tests.programs import started

ENDLESS = Course(queued=0, running=1e9)


@pytest.fixture
def table(table: Table) -> Table:
    """A table whose first job ends, and no other."""
    table.simulator.jobs.next(table.simulator.jobs.course)
    table.simulator.jobs.course = ENDLESS
    return table


def account_options(table: Table) -> Any:
    return {"token": table.simulator.token, "base_url": table.simulator.base_url}


def assert_all_are_recorded(table: Table) -> None:
    sent = {job.id for job in table.simulator.ledger.jobs}
    assert sent == {entry.request_id for entry in table.entries()} - {None}
    assert not table.states().keys() - {"planned", "submitted", "running", "done"}


def test_an_open_iteration_does_not_keep_a_batch_from_closing(table: Table) -> None:
    with table.batch() as batch:
        entries = batch.run()
        next(entries)
    assert_all_are_recorded(table)
    with pytest.raises(RunComfyError, match="the batch is closed"):
        list(entries)


def test_tasks_that_use_a_batch_end_when_it_is_closed(table: Table) -> None:
    async def consume(batch: AsyncBatch) -> list[Entry]:
        return [entry async for entry in batch.run()]

    async def close_early() -> list[Any]:
        async with AsyncRunComfy(**account_options(table), poll_max=0.05) as account:
            batch = AsyncBatch(table.journal, account=account)
            for key in KEYS:
                batch.add(video_to_video, key=key, **inputs(key))
            single = [batch.one(video_to_video, key=key, **inputs(key)) for key in ("a", "b")]
            tasks = [asyncio.ensure_future(call) for call in (consume(batch), *single)]
            while table.sent < len(KEYS) + 2:
                await asyncio.sleep(0.01)
            await batch.aclose()
            async with asyncio.timeout(20):
                return await asyncio.gather(*tasks, return_exceptions=True)

    outcomes = asyncio.run(close_early())
    assert [str(outcome) for outcome in outcomes if isinstance(outcome, RunComfyError)]
    assert {str(outcome) for outcome in outcomes if not isinstance(outcome, Entry)} == {
        "the batch is closed"
    }
    assert_all_are_recorded(table)


def test_on_interrupt_of_an_account_does_not_apply_to_its_batch(table: Table) -> None:
    table.simulator.jobs.course = Course(queued=1e9)
    with table.batch(account=RunComfy(**account_options(table), on_interrupt="cancel")) as batch:
        next(iter(batch.run()))
    assert not table.simulator.ledger.cancelled
    assert_all_are_recorded(table)


def exit_program(_: object) -> NoReturn:
    sys.exit("enough")


@pytest.mark.parametrize("callback", ["on_change", "on_update"])
def test_an_exit_in_a_callback_ends_only_the_run(table: Table, callback: str) -> None:
    account: Any = {"account": RunComfy(**account_options(table), on_update=exit_program)}
    options: Any = account if callback == "on_update" else {"on_change": exit_program}
    with table.batch(**options) as batch:
        with pytest.raises(SystemExit, match="enough"):
            list(batch.run())
        assert batch.plan().to_finish
    assert_all_are_recorded(table)


PROGRAM = """
import sys
from runcomfy_models import RunComfy
from runcomfy_models.batch import Batch
from runcomfy_models.runwayml.runway_aleph import video_to_video
from tests.journal.jobs import inputs

journal, url, token = sys.argv[1:]
batch = Batch(journal, account=RunComfy(token=token, base_url=url, poll_first=0.01))
for key in "ab":
    batch.add(video_to_video, key=key, **inputs(key))
entries = batch.run()
print(next(entries).state)
"""


def test_a_program_that_leaves_a_batch_open_ends(table: Table, root: Path) -> None:
    path = os.pathsep.join([str(root), str(root / "generated")])
    arguments = (str(table.journal), table.simulator.base_url, table.simulator.token)
    with started(PROGRAM, *arguments, env={**os.environ, "PYTHONPATH": path}) as running:
        output, errors = running.communicate(timeout=60)
    assert (running.returncode, output) == (0, "done\n"), errors
    assert_all_are_recorded(table)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_a_killed_process_leaves_no_rows_in_the_temporary_folder(
    table: Table, root: Path, tmp_path: Path
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    path = os.pathsep.join([str(root), str(root / "generated")])
    arguments = (str(table.journal), table.simulator.base_url, table.simulator.token)
    folders = {"TMPDIR": str(temporary), "SQLITE_TMPDIR": str(temporary)}
    killed = PROGRAM + "\nimport os\nos.kill(os.getpid(), 9)"
    environment = {**os.environ, "PYTHONPATH": path, **folders}
    with started(killed, *arguments, env=environment) as running:
        running.communicate(timeout=60)
    assert running.returncode == -9
    assert not list(temporary.iterdir())
