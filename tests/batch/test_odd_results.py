"""The result of a paid job is recorded and counted, even if its members are invalid."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from runcomfy_models import ResponseError
from runcomfy_models.journal import Journal
from runcomfy_models.testing import Course, Simulator
from runcomfy_models.testing.faults import Fault, Reply
from tests.batch.table import Table
from tests.journal.jobs import Payer, entry_of


def odd_result(**members: Any) -> Fault:
    """Answer the result call with a job that completed, and these members."""
    document = {"status": "completed", "output": {}, "cost": 0.35, **members}
    return Fault(name="odd result", instead=Reply(200, json.dumps(document)))


@pytest.fixture
def table(location: str, simulator: Simulator, tmp_path: Path) -> Table:
    """A table whose journal is of either kind."""
    return Table(simulator, tmp_path, location)


def test_a_completed_job_with_an_invalid_output_is_never_paid_for_again(table: Table) -> None:
    table.simulator.faults.result(odd_result(output=[5]))
    entry = table.run(["k"], retries=1)["k"]
    assert (entry.state, entry.cost, entry.attempt) == ("failed", Decimal("0.35"), 1)
    assert entry.output == [5]
    assert table.run(["k"], retries=5) == {}
    assert table.sent == 1


def test_an_invalid_output_is_the_same_error_each_time_and_is_paid_for_once(
    table: Table,
) -> None:
    table.simulator.faults.result(odd_result(output=[5]))
    with Journal(table.journal) as journal:
        payer = Payer(journal, table.simulator)
        for _ in range(2):
            with pytest.raises(ResponseError, match="its output does not have the documented form"):
                payer.run("k")
        assert entry_of(journal, "k").cost == Decimal("0.35")
    assert table.sent == 1


def test_a_text_with_invalid_characters_is_recorded(table: Table) -> None:
    table.simulator.faults.result(odd_result(logs="caf\ud83d \x00", **{"\udc00": "\ud83d\ude00"}))
    entry = table.run(["k"])["k"]
    assert entry.state == "done"
    assert entry.answer is not None
    assert entry.answer["logs"] == "caf\ufffd \x00"
    assert entry.answer["\ufffd"] == "😀"


@pytest.mark.parametrize("cost", [-0.35, 1e30, 1e7, float("nan"), float("inf"), "0.35"])
def test_an_invalid_cost_is_unknown_and_its_reservation_stays(table: Table, cost: Any) -> None:
    table.simulator.faults.result(odd_result(cost=cost))
    entry = table.run(["k"], budget="0.5", cost_at_most="0.5")["k"]
    assert (entry.state, entry.cost) == ("done", None)
    assert table.run(["l"], budget="0.5", cost_at_most="0.5")["l"].state == "over_budget"


def test_a_failed_job_with_an_invalid_cost_is_recorded_as_failed(table: Table) -> None:
    table.simulator.jobs.course = Course(queued=0, running=0, end="failed")
    table.simulator.faults.result(odd_result(status="failed", cost=float("nan")))
    entry = table.run(["k"])["k"]
    assert (entry.state, entry.cost) == ("failed", None)
