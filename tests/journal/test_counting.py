"""Calls that queued no job do not count: not for the inputs of a key, not for its retries."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from runcomfy_models._runtime.journal.paid_calls import outcomes
from runcomfy_models.journal import Journal, KeyConflict
from runcomfy_models.testing import Course, Simulator, faults
from tests.batch.table import Table
from tests.journal.jobs import Payer, entry_of, inputs, new_claim, try_claim

REFUSAL = {"message": "no"}


def do(journal: Journal, record: Callable[..., Any], *arguments: Any, **more: Any) -> None:
    journal.do(lambda database: record(database, *arguments, **more)).result()


@pytest.fixture
def table(simulator: Simulator, location: str, tmp_path: Path) -> Table:
    return Table(simulator, tmp_path, location)


def test_a_row_that_the_service_refused_is_corrected_and_run(table: Table) -> None:
    table.simulator.faults.submit(faults.error_code(422001))
    assert table.run(["k"])["k"].state == "refused"
    with table.batch([]) as batch:
        batch.add("runwayml/runway-aleph/video-to-video", key="k", **inputs("corrected"))
        assert not batch.plan().problems
        [item] = batch.run()
    assert (item.state, item.attempt, item.paid) == ("done", 2, 1)


def test_retries_are_for_jobs_and_not_for_calls_that_queued_none(table: Table) -> None:
    table.simulator.faults.submit(*[faults.too_many_requests(retry_after=0)] * 2)
    table.simulator.jobs.next(Course(queued=0, running=0, end="failed"))
    item = table.run(["k"], retries=1)["k"]
    assert (item.state, item.attempt, item.paid) == ("done", 4, 2)


def test_a_key_is_bound_to_its_inputs_once_it_may_have_been_paid_for(journal: Journal) -> None:
    first, retry = new_claim("k"), new_claim("k", retries=1, intent="retry")
    other_inputs = new_claim("k", "other", retries=1, intent="other")
    assert try_claim(journal, first).is_granted
    assert try_claim(journal, other_inputs).is_conflict
    do(journal, outcomes.mark_unknown, first.intent, REFUSAL)
    assert try_claim(journal, other_inputs).is_conflict
    do(journal, outcomes.accept, first.intent, "id", is_followed=True)
    do(journal, outcomes.fail, "id", REFUSAL, None)
    assert try_claim(journal, other_inputs).is_conflict
    assert try_claim(journal, retry).is_granted
    do(journal, outcomes.refuse, retry.intent, REFUSAL)
    assert try_claim(journal, other_inputs).is_conflict


def test_a_late_request_id_counts_as_paid(journal: Journal) -> None:
    late, second = new_claim("k"), new_claim("k", intent="second")
    try_claim(journal, late)
    do(journal, outcomes.mark_unknown, late.intent, REFUSAL)
    journal.settle("k", sent=False)
    try_claim(journal, second)
    for _ in range(2):  # a transaction is repeated if the connection was lost
        do(journal, outcomes.accept, late.intent, "id", is_followed=True)
    assert entry_of(journal, "k").paid == 2


def test_after_a_call_that_was_not_queued_a_key_may_have_other_inputs(
    journal: Journal, simulator: Simulator
) -> None:
    simulator.faults.submit(faults.lost_answer())
    payer = Payer(journal, simulator)
    with pytest.raises(Exception, match="unknown"):
        payer.run("k", "first")
    with pytest.raises(KeyConflict):
        payer.run("k", "second")
    journal.settle("k", sent=False)
    assert payer.run("k", "second").cost
