"""Several scripts on one journal, clocks that jump, and what is shown meanwhile."""

from __future__ import annotations

import io
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from rich.console import Console

from runcomfy_models._runtime.journal.paid_calls.outcomes import accept
from runcomfy_models.journal import Journal
from runcomfy_models.progress import BatchDisplay
from runcomfy_models.testing import Course, faults
from tests.batch.table import KEYS, Table
from tests.journal.jobs import claimed, inputs, wish


def test_two_scripts_at_once_pay_for_each_row_once(table: Table) -> None:
    table.simulator.jobs.course = Course(queued=0, running=3, output={})
    keys = [f"k{number}" for number in range(30)]
    with ThreadPoolExecutor(2) as threads:
        runs = [threads.submit(table.run, keys, at_once=10) for _ in range(2)]
        states = [Counter(item.state for item in run.result().values()) for run in runs]
    assert all(not state.keys() - {"done"} for state in states)
    assert table.states() == {"done": 30}
    assert table.sent == 30


def test_a_key_that_another_script_uses_for_other_inputs_meanwhile_is_refused(
    table: Table,
) -> None:
    def use(_: object) -> None:
        assert claimed(other, wish("k1", intent="other")).is_granted
        other.do(partial(accept, intent="other", request_id="id", is_followed=False)).result()

    changes = iter([use, lambda _: None])
    with Journal(table.journal) as other:
        items = table.run(["k0", "k1"], at_once=1, on_change=lambda now: next(changes)(now))
    item = items["k1"]
    assert (items["k0"].state, item.state, item.inputs) == ("done", "refused", inputs("k1"))
    assert "'k1' was used before for some/model; nothing was sent" in str(item.error)
    assert (table.sent, item.request_id) == (1, None)


def test_entries_keep_their_order_when_a_clock_jumps(table: Table) -> None:
    table.run(["a"])
    with Journal(table.journal) as journal:
        later = "2099-01-01T00:00:00.000000+00:00"
        change = "UPDATE jobs SET planned_at = :later, sent_at = :later"
        journal.do(lambda database: database.change(change, later=later)).result()
    table.run(["b"])
    assert [entry.key for entry in table.entries()] == ["a", "b"]


def test_a_display_without_a_terminal_prints_a_line_for_each_change(table: Table) -> None:
    output = io.StringIO()
    display = BatchDisplay(Console(file=output, width=20))
    table.run(budget="5", cost_at_most="1", on_change=display)
    lines = output.getvalue().splitlines()
    assert len(lines) == len(KEYS)
    assert lines[-1].startswith("5 of 5 ended (5 done); spent $1.75 of $5.00; ")


def test_progress_shows_what_the_whole_journal_has_spent_of_the_budget(table: Table) -> None:
    table.run(["k0", "k1"])
    lines: list[str] = []
    table.run(
        budget="5",
        cost_at_most="1",
        files=table.files,  # those of the first two are fetched, and cost nothing more
        on_change=lambda progress: lines.append(str(progress)),
    )
    assert lines[-1].startswith("5 of 5 ended (5 done); spent $1.75 of $5.00; ")


def test_a_display_on_a_terminal_shows_one_line(table: Table) -> None:
    output = io.StringIO()
    display = BatchDisplay(Console(file=output, force_terminal=True, width=200))
    table.run(on_change=display)
    assert "5 of 5 ended (5 done)" in output.getvalue()


def test_progress_shows_what_is_reserved_for_jobs_under_way(table: Table) -> None:
    table.simulator.jobs.course = Course(queued=0, running=3, output={})
    table.simulator.jobs.next(Course(queued=0, running=0, output={}))
    lines: list[str] = []
    table.run(budget="5", cost_at_most="1", on_change=lambda progress: lines.append(str(progress)))
    assert lines[0].startswith("1 of 5 ended (1 done), ")
    assert "reserved" in lines[0]
    assert "reserved" not in lines[-1]


def test_progress_keeps_the_money_of_a_job_that_may_have_been_queued(table: Table) -> None:
    table.simulator.faults.submit(faults.drop())
    lines: list[str] = []
    table.run(["k"], budget="5", cost_at_most="1", on_change=lambda now: lines.append(str(now)))
    assert "1 of 1 ended (1 unknown); spent $0.00 of $5.00, $1.00 reserved" in lines[-1]
