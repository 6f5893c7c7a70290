"""Each row is run once; a later run skips ended jobs, and continues unfinished ones."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from runcomfy_models import (
    AsyncRunComfy,
    AuthenticationError,
    InsufficientBalanceError,
    InvalidInputError,
    JournalError,
    RunComfy,
    RunComfyError,
)
from runcomfy_models._runtime.journal import worker
from runcomfy_models.batch import AsyncBatch, Batch
from runcomfy_models.journal import Journal, verify
from runcomfy_models.runwayml.runway_aleph import video_to_video
from runcomfy_models.testing import Course, Simulator, faults
from tests.batch.table import KEYS, Table
from tests.journal.jobs import inputs
from tests.journal.postgres import PostgresServer


@pytest.fixture
def table(simulator: Simulator, tmp_path: Path, location: str) -> Table:
    """A table of jobs on a journal of each kind."""
    return Table(simulator, tmp_path, location)


def test_every_row_is_run_once_and_yielded_when_its_files_are_complete(table: Table) -> None:
    entries = table.run(files=table.files)
    assert entries.keys() == set(KEYS)
    assert {entry.state for entry in entries.values()} == {"done"}
    assert entries["k1"].cost == Decimal("0.35")
    assert entries["k1"].paths == [table.folder / "out" / "k1.mp4"]
    assert entries["k1"].paths[0].read_bytes() == b"a video"
    assert table.sent == len(KEYS)


def test_a_second_run_skips_ended_jobs(table: Table) -> None:
    table.run()
    calls = len(table.simulator.ledger.calls)
    assert table.run() == {}
    assert len(table.simulator.ledger.calls) == calls


def test_an_asynchronous_batch_runs_every_row_once(simulator: Simulator, tmp_path: Path) -> None:
    async def run() -> Counter[str]:
        account_options = {"token": simulator.token, "base_url": simulator.base_url}
        async with (
            AsyncRunComfy(**account_options, poll_first=0.01) as account,  # type: ignore[arg-type]
            AsyncBatch(tmp_path / "jobs.db", account=account) as batch,
        ):
            for key in KEYS:
                batch.add(video_to_video, key=key, **inputs(key))
            await batch.plan()
            return Counter([entry.state async for entry in batch.run()])

    assert asyncio.run(run()) == {"done": len(KEYS)}
    assert asyncio.run(run()) == {}
    assert len(simulator.ledger.submissions) == len(KEYS)


def test_a_row_may_be_an_input_and_its_model_an_id(table: Table) -> None:
    with table.batch([]) as batch:
        batch.add(video_to_video.MODEL_ID, video_to_video.Input(**inputs("a")), key=17)
        assert [entry.key for entry in batch.run()] == ["17"]


def test_nothing_is_sent_before_the_run(table: Table) -> None:
    with table.batch() as batch:
        plan = batch.plan()
    assert (plan.to_send, plan.problems, plan.counts) == (5, [], {"planned": 5})
    assert not table.simulator.ledger.calls


def test_a_lost_answer_is_unknown_and_not_sent_again(table: Table) -> None:
    table.simulator.faults.submit(None, faults.lost_answer())
    assert Counter(i.state for i in table.run().values()) == {"done": 4, "unknown": 1}
    assert table.run() == {}
    assert table.states() == {"done": 4, "unknown": 1}
    assert table.sent == len(KEYS)
    table.simulator.ledger.assert_nothing_paid_twice()


def test_a_failed_job_is_only_run_again_with_retries(table: Table) -> None:
    failing = Course(queued=0, running=0, end="failed", error="no face")
    table.simulator.jobs.next(failing)
    entries = table.run(["k"])
    assert (entries["k"].state, entries["k"].cost) == ("failed", 0)
    assert "no face" in str(entries["k"].error)
    assert table.run(["k"]) == {}
    table.simulator.jobs.next(failing)
    entry = table.run(["k"], retries=2)["k"]
    assert (entry.state, entry.attempt) == ("done", 3)
    assert table.sent == 3
    with Journal(table.journal) as journal:
        assert [cost.jobs for cost in journal.costs()] == [3]
        [document] = journal.documents()
    assert document["paid"] == 3
    ids = [job.id for job in table.simulator.ledger.jobs]
    assert [*[attempt["request_id"] for attempt in document["attempts"]], entry.request_id] == ids
    assert [attempt["attempt"] for attempt in document["attempts"]] == [1, 2]
    assert {attempt["state"] for attempt in document["attempts"]} == {"failed"}
    assert "no face" in document["attempts"][0]["error"]


def test_a_failed_download_is_tried_again_and_the_job_is_not(table: Table) -> None:
    table.simulator.faults.files(*[faults.server_error(403, "no")] * 1)
    entry = table.run(["k"], files=table.files)["k"]
    assert (entry.state, entry.paths) == ("running", [])
    assert "HTTP 403" in str(entry.error)
    entry = table.run(["k"], files=table.files)["k"]
    assert (entry.state, len(entry.paths), entry.error) == ("done", 1, None)
    assert table.sent == 1


def test_the_files_of_an_earlier_run_without_files_are_fetched(table: Table) -> None:
    assert table.run(["k"])["k"].paths == []
    assert len(table.run(["k"], files=table.files)["k"].paths) == 1
    assert table.sent == 1


def test_several_files_are_numbered(table: Table) -> None:
    urls = [table.simulator.files.put(f"{n}.png", bytes([n])) for n in range(3)]
    table.simulator.jobs.course = Course(queued=0, running=0, output={"images": urls})
    entry = table.run(["k"], files=table.files)["k"]
    assert [path.name for path in entry.paths] == ["k.png", "k-2.png", "k-3.png"]
    template = table.folder / "{date}" / "{model}-{n:02}{suffix}"
    entry = table.run(["l"], files=template)["l"]
    name = "runwayml_runway-aleph_video-to-video"
    assert [path.name for path in entry.paths] == [f"{name}-0{n}.png" for n in (1, 2, 3)]
    assert entry.paths[0].parent.name == entry.planned_at.date().isoformat()


def test_an_existing_file_with_other_contents_is_not_replaced(table: Table) -> None:
    (table.folder / "out").mkdir()
    (table.folder / "out" / "k.mp4").write_bytes(b"mine")
    entry = table.run(["k"], files=table.files)["k"]
    assert entry.state == "running"
    assert "other contents: move it away" in str(entry.error)
    assert (table.folder / "out" / "k.mp4").read_bytes() == b"mine"


def test_a_receipt_has_the_inputs_of_a_file_and_reveals_changes(table: Table) -> None:
    entry = table.run(["k"], files=table.files, receipts=True)["k"]
    [path] = entry.paths
    receipt = path.with_name("k.mp4.receipt.json")
    assert verify(path) == verify(receipt) == []
    assert entry.receipt["inputs"] == inputs("k")
    assert entry.receipt["request_id"] == entry.request_id
    path.write_bytes(b"another video")
    assert verify(path) == [f"{path}: was changed"]
    receipt.write_text(receipt.read_text("utf-8").replace("0.35", "0.05"), "utf-8")
    assert len(verify(path)) == 2


def test_a_resumed_batch_finishes_submitted_jobs_without_their_rows(table: Table) -> None:
    table.simulator.jobs.next(table.simulator.jobs.course)
    table.simulator.jobs.course = Course(queued=0, running=20, output={})
    with table.batch(files=table.files) as batch:
        for entry in batch.run():
            assert entry.state == "done"
            break  # leaves the others running
    unfinished = sum(entry.request_id is not None for entry in table.entries()) - 1
    assert unfinished
    with table.batch([]) as batch:
        assert Counter(entry.state for entry in batch.resume()) == {"done": unfinished}
    assert table.sent == unfinished + 1


def test_a_plan_counts_jobs_to_finish_separately(table: Table) -> None:
    table.run(["k0"])
    table.simulator.jobs.next(table.simulator.jobs.course)
    table.simulator.jobs.course = Course(queued=0, running=20, output={})
    with table.batch(["k1", "k2"]) as batch:
        next(iter(batch.run()))  # leaves the other one running
    with table.batch(cost_at_most="0.5", files=table.files) as batch:
        plan = batch.plan()
    assert (plan.to_send, plan.to_finish) == (2, 3)
    assert plan.price.high == 1
    assert str(plan).startswith("5 rows: 2 to send, 3 to finish\nso far: 2 done, 1 ")


def test_after_too_many_requests_every_row_is_run(table: Table) -> None:
    table.simulator.faults.submit(*[faults.too_many_requests(retry_after=0)] * 7)
    assert Counter(entry.state for entry in table.run().values()) == {"done": 5}
    assert {entry.attempt for entry in table.entries()} != {1}
    table.simulator.ledger.assert_nothing_paid_twice()


@pytest.mark.parametrize("code", [401001, 400002])
def test_nothing_more_is_sent_when_no_job_would_be_accepted(table: Table, code: int) -> None:
    table.simulator.faults.submit(None, faults.error_code(code, 400))
    states: list[str] = []
    with (
        table.batch([f"k{n}" for n in range(100)], at_once=1) as batch,
        pytest.raises((AuthenticationError, InsufficientBalanceError)),
    ):
        states.extend(entry.state for entry in batch.run())
    assert states == ["done", "refused"]
    assert table.sent == 2
    assert Counter(entry.state for entry in table.run([f"k{n}" for n in range(3)]).values()) == {
        "done": 2
    }


def test_invalid_rows_are_refused_and_the_rest_goes_on(table: Table) -> None:
    with table.batch(["a"]) as batch:
        batch.add(video_to_video, key="b", prompt=5)
        plan = batch.plan()
        assert {problem.column for problem in plan.problems} == {"prompt", "video_url", "ratio"}
        assert "row 2 (b): prompt:" in str(plan)
        states = {entry.key: entry.state for entry in batch.run()}
    assert states == {"a": "done", "b": "refused"}
    assert table.run(["b"])["b"].state == "done"


def test_a_strict_batch_sends_nothing_if_a_row_is_invalid(table: Table) -> None:
    with table.batch(["a"], strict=True) as batch:
        batch.add(video_to_video, key="b", prompt=5)
        with pytest.raises(InvalidInputError, match="1 rows are invalid; nothing was sent"):
            list(batch.run())
    assert not table.sent


def test_an_account_with_a_client_of_its_own_is_refused(tmp_path: Path) -> None:
    import httpx

    with httpx.Client() as http, pytest.raises(ValueError, match="AsyncRunComfy"):
        Batch(tmp_path / "jobs.db", account=RunComfy(token="t-123", http_client=http))  # noqa: S106


def test_a_closed_batch_cannot_be_used(tmp_path: Path) -> None:
    account = RunComfy(token="t-123")  # noqa: S106
    with Batch(tmp_path / "jobs.db", account=account) as batch:
        pass
    batch.close()
    calls: list[Callable[[], object]] = [
        lambda: batch.add(video_to_video, key="k", **inputs("k")),
        lambda: batch.add_rows(video_to_video, []),
        batch.plan,
        lambda: list(batch.run()),
        lambda: list(batch.resume()),
    ]
    for call in calls:
        with pytest.raises(RunComfyError, match="the batch is closed"):
            call()


def test_an_account_of_the_other_kind_is_refused_before_anything_is_paid(tmp_path: Path) -> None:
    wrong: list[tuple[Any, Any]] = [(AsyncBatch, RunComfy), (Batch, AsyncRunComfy)]
    for batch, account in wrong:
        with pytest.raises(TypeError, match="account has to be"):
            batch(tmp_path / "jobs.db", account=account(token="t-123"))  # noqa: S106


def test_a_receipt_does_not_replace_an_existing_file(table: Table) -> None:
    mine = table.folder / "out" / "k.mp4.receipt.json"
    mine.parent.mkdir()
    mine.write_text("mine", "utf-8")
    entry = table.run(["k"], files=table.files, receipts=True)["k"]
    assert (entry.state, mine.read_text("utf-8")) == ("running", "mine")
    assert "other contents: move it away" in str(entry.error)
    mine.unlink()
    entry = table.run(["k"], files=table.files, receipts=True)["k"]
    assert (entry.state, verify(mine), table.sent) == ("done", [], 1)


def submit_without_waiting(table: Table, **options: Any) -> None:
    """Submit one job in a run that does not wait for its end."""
    table.simulator.faults.status(faults.error_code(401001, 401))
    assert table.run(["k"], **options)["k"].state == "submitted"


def test_a_job_of_an_unknown_model_is_finished(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    submit_without_waiting(table, files=table.files)
    monkeypatch.setattr("runcomfy_models._models.MODELS", {})
    with table.batch([]) as batch:
        [entry] = batch.resume()
    assert (entry.state, len(entry.paths)) == ("done", 1)


def test_a_job_whose_row_has_become_invalid_is_finished(table: Table) -> None:
    submit_without_waiting(table)
    with table.batch([]) as batch:
        batch.add(video_to_video, key="k", prompt="x", video_url=Path("gone.mp4"), ratio="1280:720")
        plan = batch.plan()
        assert (len(plan.problems), plan.invalid, plan.to_finish) == (1, 1, 1)
        assert str(plan).startswith("1 row: 1 to finish, 1 invalid\n")
        assert [(entry.key, entry.state) for entry in batch.run()] == [("k", "done")]
    assert table.sent == 1


def test_a_stopped_database_ends_a_batch_and_every_lost_id_is_in_the_error(
    simulator: Simulator, server: PostgresServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "RECONNECT_TIMEOUT", 1.0)
    simulator.jobs.course = Course(queued=0, running=2)
    table = Table(simulator, tmp_path, server.new_database())
    with table.batch(map(str, range(200)), at_once=50) as batch:
        entries = batch.run()
        next(entries)
        server.stop()
        began = time.monotonic()
        try:
            with pytest.raises(JournalError, match=r"gone for .*run the same again") as caught:
                list(entries)
        finally:
            server.start()
    assert time.monotonic() - began < 30  # 50 jobs one after the other would wait for 50 s
    recorded = {entry.request_id for entry in table.entries()}
    notes = str(getattr(caught.value, "__notes__", ()))
    lost_ids = [job.id for job in simulator.ledger.jobs if job.id not in recorded]
    assert all(f"request {job} of {video_to_video.MODEL_ID}" in notes for job in lost_ids)
