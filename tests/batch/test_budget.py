"""A budget holds over jobs, runs and processes, even if answers are lost or processes killed."""

from __future__ import annotations

import asyncio
import os
import random
from collections import Counter
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

import pytest

from runcomfy_models import AsyncRunComfy
from runcomfy_models._runtime.batch import engine
from runcomfy_models._runtime.journal.paid_calls import claiming
from runcomfy_models.batch import AsyncBatch
from runcomfy_models.journal import Journal
from runcomfy_models.kling.kling_3_0.standard import image_to_video
from runcomfy_models.runwayml.runway_aleph import video_to_video
from runcomfy_models.testing import Course, Simulator, faults
from tests.batch import budgeted
from tests.batch.forking import FORKING
from tests.batch.table import Table
from tests.journal.jobs import inputs


def test_jobs_over_the_budget_are_run_when_the_budget_is_raised(table: Table) -> None:
    entries = table.run(budget="1.00", cost_at_most="0.35")
    assert Counter(entry.state for entry in entries.values()) == {"done": 2, "over_budget": 3}
    assert {str(entry.error) for entry in entries.values() if entry.error} == {
        "it may cost $0.35, and $0.70 of $1.00 are spent or reserved"
    }
    entries = table.run(budget="2.00", cost_at_most="0.35")
    assert Counter((entry.state, entry.error) for entry in entries.values()) == {("done", None): 3}
    assert table.sent == 5


def test_jobs_that_cost_less_than_was_reserved_leave_money_for_others(table: Table) -> None:
    entries = table.run(budget="2.00", cost_at_most="1.00", at_once=5)
    assert Counter(entry.state for entry in entries.values()) == {"done": 3, "over_budget": 2}


def test_an_unknown_job_keeps_its_reservation(table: Table) -> None:
    table.simulator.faults.submit(faults.lost_answer())
    entries = table.run(budget="1.00", cost_at_most="0.50", at_once=1)
    assert Counter(i.state for i in entries.values()) == {"unknown": 1, "done": 1, "over_budget": 3}
    with Journal(table.journal) as journal:
        journal.settle("k0", sent=False)
    entries = table.run(budget="1.00", cost_at_most="0.50")
    assert Counter(entry.state for entry in entries.values()) == {"done": 1, "over_budget": 3}


def test_a_job_without_a_cost_keeps_its_reservation(table: Table) -> None:
    table.simulator.jobs.course = Course(queued=0, running=0, cost=None)
    entries = table.run(budget="1.00", cost_at_most="0.50")
    assert Counter(entry.state for entry in entries.values()) == {"done": 2, "over_budget": 3}
    assert [entry.cost for entry in entries.values() if entry.state == "done"] == [None, None]


def test_a_refused_job_releases_its_reservation(table: Table) -> None:
    table.simulator.faults.submit(faults.server_error(422, "{}"))
    entries = table.run(budget="0.70", cost_at_most="0.35", at_once=1)
    assert Counter(i.state for i in entries.values()) == {"refused": 1, "done": 2, "over_budget": 2}


def test_the_reservation_of_a_refused_job_is_used_in_the_same_run(table: Table) -> None:
    table.simulator.faults.submit(*[faults.server_error(422, "{}")] * 2)
    entries = table.run(budget="0.70", cost_at_most="0.35", at_once=5)
    assert Counter(i.state for i in entries.values()) == {"refused": 2, "done": 2, "over_budget": 1}


def test_few_rows_over_the_budget_are_held_in_memory(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "MAX_WAITING_FOR_BUDGET", 3)
    keys = [f"k{number}" for number in range(12)]
    waiting: list[int] = []
    put_off = engine.Engine._put_off

    def counting(self: engine.Engine, work: Any, queue: Any) -> None:
        put_off(self, work, queue)
        waiting.append(len(self._waiting_for_budget))

    monkeypatch.setattr(engine.Engine, "_put_off", counting)
    entries = table.run(keys, budget="0.35", cost_at_most="0.35", at_once=1)
    assert Counter(i.state for i in entries.values()) == {"done": 1, "over_budget": 11}
    assert max(waiting) == 3


def test_the_highest_cost_so_far_is_reserved_for_an_unknown_price(table: Table) -> None:
    table.simulator.jobs.course = Course(queued=0, running=0, cost=Decimal("0.60"))
    table.run(["first"])
    entries = table.run(budget="1.80")
    assert Counter(entry.state for entry in entries.values()) == {"done": 2, "over_budget": 3}


def test_a_day_has_a_budget_of_its_own(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    options = {"budget_per_day": "0.70", "cost_at_most": "0.35"}
    assert Counter(i.state for i in table.run(**options).values()) == {"done": 2, "over_budget": 3}
    entries = table.run(**options)
    assert Counter(entry.state for entry in entries.values()) == {"over_budget": 3}
    assert "$0.70 of $0.70 a day are spent" in str(entries["k4"].error)
    tomorrow = (datetime.now(UTC) + timedelta(days=1)).isoformat()
    monkeypatch.setattr(claiming, "now", lambda: tomorrow)
    assert Counter(i.state for i in table.run(**options).values()) == {"done": 2, "over_budget": 1}


def test_retries_count_towards_the_budget(table: Table) -> None:
    failing = Course(queued=0, running=0, end="failed")
    table.simulator.jobs.course = failing
    entry = table.run(["k"], retries=1, budget="1.00", cost_at_most="0.60")["k"]
    assert (entry.state, entry.attempt) == ("failed", 2)


def test_rows_that_are_added_during_a_run_are_left_to_the_next_run(table: Table) -> None:
    table.run(["known"])
    with table.batch(["k0", "k1"], budget="1.10", at_once=1) as batch:
        for entry in batch.run():
            image_inputs = {"prompt": entry.key, "start_image_url": "https://example.com/a.png"}
            batch.add(image_to_video, key=f"unpriced after {entry.key}", **image_inputs)
        assert batch.plan().unpriced
    assert table.sent == 3


def test_workers_send_nothing_under_a_budget_without_a_known_cost(table: Table) -> None:
    async def run_one() -> object:
        account_options = {"token": table.simulator.token, "base_url": table.simulator.base_url}
        async with (
            AsyncRunComfy(**account_options) as account,
            AsyncBatch(table.journal, account=account, budget="0.10") as batch,
        ):
            return await batch.one(video_to_video, key="k", **inputs())

    with pytest.raises(ValueError, match=r"a budget needs to know .* give cost_at_most"):
        asyncio.run(run_one())
    assert table.sent == 0


@pytest.mark.parametrize("seed", range(100 if os.environ.get("SOAK") else 1))
@pytest.mark.timeout(300)
def test_eight_processes_never_exceed_a_budget_and_use_nearly_all_of_it(
    tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311
    budget = Decimal(60)
    with Simulator(course=Course(queued=0, running=1)) as simulator:
        costs = [Decimal(chance.randrange(1, 101)) / 100 for _ in range(2000)]
        simulator.jobs.next(*(Course(queued=0, running=1, cost=cost) for cost in costs))
        failures = faults.drop(before=True), faults.too_many_requests(0), faults.server_error(503)
        simulator.faults.by_chance(0.02, chance, "submit", choices=failures)
        simulator.faults.by_chance(0.05, chance, "status", "result")
        run_processes(simulator, tmp_path, budget, chance)
        charged = simulator.ledger.charged
        simulator.ledger.assert_nothing_paid_twice()
    with Journal(tmp_path / "jobs.db") as journal:
        reserved = sum((entry.estimate or Decimal(0) for entry in journal.unknown()), Decimal(0))
    assert charged <= budget
    assert charged + reserved >= budget * Decimal("0.95")


def run_processes(
    simulator: Simulator, folder: Path, budget: Decimal, chance: random.Random
) -> None:
    """Run eight processes with a hundred jobs each; kill two of them, and run these again."""
    seconds_to_kill = {0: chance.uniform(2, 6), 1: chance.uniform(2, 6)}
    running = {script: start(simulator, folder, budget, script) for script in range(8)}
    for script, seconds in seconds_to_kill.items():
        running[script].join(seconds)
        running[script].kill()
        running[script].join()
        running[script] = start(simulator, folder, budget, script)
    for process in running.values():
        process.join(200)
    assert [process.exitcode for process in running.values()] == [0] * 8


def start(simulator: Simulator, folder: Path, budget: Decimal, script: int) -> BaseProcess:
    arguments = (str(folder / "jobs.db"), simulator.base_url, simulator.token)
    process = FORKING.Process(target=budgeted.run, args=(*arguments, script, 100, str(budget)))
    process.start()
    return process
