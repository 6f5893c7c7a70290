"""A key is paid for once, in any process and however often it is called."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

import pytest

from runcomfy_models import (
    AsyncRunComfy,
    AuthenticationError,
    ConnectionFailed,
    InvalidInputError,
    JobFailed,
    SubmissionUnknown,
    WaitTimeout,
)
from runcomfy_models.journal import Journal, KeyConflict
from runcomfy_models.runwayml.runway_aleph import video_to_video
from runcomfy_models.testing import Course, Simulator, faults
from tests.journal.jobs import Payer, entry_of, inputs, new_claim, try_claim

SIDES = pytest.mark.parametrize("side", ["sync", "async"])


@SIDES
def test_the_second_call_returns_the_recorded_result_without_calling_the_service(
    journal: Journal, simulator: Simulator, side: str
) -> None:
    payer = Payer(journal, simulator, side)
    first = payer.run("k")
    calls = len(simulator.ledger.calls)
    second = payer.run("k")
    assert second == first
    assert second.cost == Decimal("0.35")
    assert len(simulator.ledger.calls) == calls


@SIDES
def test_other_inputs_under_a_key_are_refused_and_nothing_is_sent(
    journal: Journal, simulator: Simulator, side: str
) -> None:
    payer = Payer(journal, simulator, side)
    payer.run("k")
    with pytest.raises(KeyConflict, match="'k' was used before for other inputs"):
        payer.run("k", "another prompt")
    assert len(simulator.ledger.submissions) == 1


@SIDES
def test_calls_without_a_key_are_entries_of_their_own(
    journal: Journal, simulator: Simulator, side: str
) -> None:
    payer = Payer(journal, simulator, side)
    payer.run(prompt="a")
    payer.run(prompt="a")
    assert len(simulator.ledger.jobs) == 2
    assert [entry.state for entry in journal.entries()] == ["done", "done"]


def test_many_threads_with_one_key_pay_once(
    open_journal: Callable[[], Journal], simulator: Simulator
) -> None:
    simulator.faults.submit(faults.delay(0.5))
    journals = [open_journal(), open_journal()]
    with ThreadPoolExecutor(8) as threads:
        runs = [threads.submit(Payer(journals[n % 2], simulator).run, "k") for n in range(8)]
        ids = {run.result().id for run in runs}
    assert len(ids) == len(simulator.ledger.submissions) == 1


def test_many_tasks_with_one_key_pay_once(journal: Journal, simulator: Simulator) -> None:
    async def run_all() -> set[str]:
        options = {"token": simulator.token, "base_url": simulator.base_url, "poll_first": 0.01}
        async with AsyncRunComfy(journal=journal, **options) as account:  # type: ignore[arg-type]
            client = video_to_video.AsyncClient(account).with_options(key="k")
            results = await asyncio.gather(*(client.run(**inputs()) for _ in range(20)))
        return {result.id for result in results}

    assert len(asyncio.run(run_all())) == 1
    assert len(simulator.ledger.submissions) == 1


@SIDES
def test_a_request_of_another_process_is_found_by_its_key(
    open_journal: Callable[[], Journal], simulator: Simulator, side: str
) -> None:
    request = Payer(open_journal(), simulator, side).submit("k")
    other_journal = open_journal()
    assert entry_of(other_journal, "k").state == "submitted"
    assert Payer(other_journal, simulator, side).submit("k").id == request.id
    assert Payer(other_journal, simulator, side).run("k").id == request.id
    assert len(simulator.ledger.submissions) == 1


@SIDES
def test_a_lost_answer_is_unknown_and_never_sent_again(
    journal: Journal, simulator: Simulator, side: str
) -> None:
    payer = Payer(journal, simulator, side)
    simulator.faults.submit(faults.moved_request_id())
    with pytest.raises(SubmissionUnknown):
        payer.run("k")
    with pytest.raises(SubmissionUnknown, match=r"journal\.settle\('k'") as raised:
        payer.run("k")
    [entry] = journal.unknown()
    [job] = simulator.ledger.jobs
    assert raised.value.possible_request_ids == (job.id,)
    assert entry.digest == raised.value.digest == job.digest
    assert entry.sent_at == raised.value.sent_at
    assert entry.response is not None
    assert entry.response["possible_request_ids"] == [job.id]
    assert len(simulator.ledger.submissions) == 1


def test_an_entry_can_be_settled_by_its_id(journal: Journal, simulator: Simulator) -> None:
    payer = Payer(journal, simulator)
    simulator.faults.submit(faults.lost_answer())
    with pytest.raises(SubmissionUnknown):
        payer.run("k")
    [job] = simulator.ledger.untold
    assert journal.settle("k", request_id=job.id).state == "submitted"
    assert payer.run("k").id == job.id
    assert not journal.unknown()
    assert len(simulator.ledger.submissions) == 1


def test_an_entry_can_be_settled_as_never_sent(journal: Journal, simulator: Simulator) -> None:
    payer = Payer(journal, simulator)
    simulator.faults.submit(faults.drop())
    with pytest.raises(SubmissionUnknown):
        payer.run("k")
    assert journal.settle("k", sent=False).state == "planned"
    assert payer.run("k").cost
    entry = entry_of(journal, "k")
    assert (entry.state, entry.attempt) == ("done", 2)


@pytest.mark.parametrize(
    ("key", "arguments", "error"),
    [
        ("none", {"sent": False}, LookupError),
        ("done", {"sent": False}, ValueError),
        ("lost", {}, ValueError),
        ("lost", {"sent": True}, ValueError),
        ("lost", {"sent": False, "request_id": "r-1"}, ValueError),
        ("lost", {"request_id": "../x"}, ValueError),
        ("lost", {"request_id": "sim-000001"}, ValueError),
    ],
)
def test_an_invalid_settlement_changes_nothing(
    journal: Journal,
    simulator: Simulator,
    key: str,
    arguments: dict[str, object],
    error: type[Exception],
) -> None:
    payer = Payer(journal, simulator)
    payer.run("done", "a")
    simulator.faults.submit(faults.lost_answer())
    with pytest.raises(SubmissionUnknown):
        payer.run("lost", "b")
    with pytest.raises(error):
        journal.settle(key, **arguments)  # type: ignore[arg-type]
    assert [entry.key for entry in journal.unknown()] == ["lost"]


def test_a_refused_call_may_be_made_again(journal: Journal, simulator: Simulator) -> None:
    simulator.faults.submit(faults.server_error(422, '{"message": "no"}'))
    payer = Payer(journal, simulator)
    with pytest.raises(InvalidInputError):
        payer.run("k")
    entry = entry_of(journal, "k")
    assert entry.state == "refused"
    assert "no" in str(entry.error)
    assert payer.run("k").cost
    assert entry_of(journal, "k").state == "done"


def test_a_call_that_was_never_sent_may_be_made_again(
    journal: Journal, simulator: Simulator
) -> None:
    payer = Payer(journal, simulator)
    with pytest.raises(ConnectionFailed):
        payer.run("k", base_url="http://127.0.0.1:1", attempts=1)
    assert entry_of(journal, "k").state == "planned"
    assert payer.run("k").cost


@SIDES
def test_a_job_that_failed_is_not_paid_for_again(
    journal: Journal, simulator: Simulator, side: str
) -> None:
    simulator.jobs.next(Course(queued=0, running=0, end="failed", error="no face"))
    payer = Payer(journal, simulator, side)
    for _ in range(2):
        with pytest.raises(JobFailed, match="no face"):
            payer.run("k")
    entry = entry_of(journal, "k")
    assert (entry.state, entry.cost) == ("failed", Decimal("0.0"))
    assert len(simulator.ledger.submissions) == 1


def test_after_a_wait_timeout_the_job_can_be_waited_for_again(
    journal: Journal, simulator: Simulator
) -> None:
    simulator.jobs.next(Course(queued=0, running=5))
    payer = Payer(journal, simulator)
    with pytest.raises(WaitTimeout):
        payer.run("k", wait_timeout=0)
    assert entry_of(journal, "k").state in ("submitted", "running")
    assert payer.run("k").cost
    assert len(simulator.ledger.submissions) == 1


def test_the_token_never_reaches_the_journal(
    journal: Journal, simulator: Simulator, location: str
) -> None:
    simulator.faults.submit(faults.bad_json(f'{{"token": "{simulator.token}"'))
    payer = Payer(journal, simulator)
    with pytest.raises(SubmissionUnknown):
        payer.run("lost")
    payer.run("k", "b")
    with pytest.raises(AuthenticationError):
        payer.run("refused", "c", token="wrong-token-123")  # noqa: S106
    stored = "".join(str(entry.to_dict()) + str(entry.answer) for entry in journal.entries())
    assert simulator.token not in stored
    assert "wrong-token-123" not in stored


def test_a_repeated_claim_is_granted_again(journal: Journal) -> None:
    claim = new_claim("k")
    assert try_claim(journal, claim).is_granted
    assert try_claim(journal, claim).is_granted
    assert try_claim(journal, new_claim("k", intent="another")).is_busy


def test_a_key_needs_a_journal(simulator: Simulator) -> None:
    client = video_to_video.Client(token=simulator.token, base_url=simulator.base_url)
    with pytest.raises(ValueError, match="a key needs a journal"):
        client.with_options(key="k")
