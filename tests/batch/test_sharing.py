"""Several scripts on one journal, clocks that jump, and the progress that is shown."""

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
from tests.journal.jobs import inputs, new_claim, try_claim


def test_two_scripts_at_once_pay_for_each_row_once(table: Table) -> None:
    table.simulator.jobs.course = Course(queued=0, running=3, output={})
    keys = [f"k{number}" for number in range(30)]
    with ThreadPoolExecutor(2) as threads:
        runs = [threads.submit(table.run, keys, at_once=10) for _ in range(2)]
        states = [Counter(entry.state for entry in run.result().values()) for run in runs]
    assert all(not state.keys() - {"done"} for state in states)
    assert table.states() == {"done": 30}
    assert table.sent == 30


def test_a_key_that_another_script_has_just_used_for_other_inputs_is_refused(
    table: Table,
) -> None:
    def use(_: object) -> None:
        assert try_claim(other_journal, new_claim("k1", intent="other")).is_granted
        other_journal.do(
            partial(accept, intent="other", request_id="id", is_followed=False)
        ).result()

    changes = iter([use, lambda _: None])
    with Journal(table.journal) as other_journal:
        entries = table.run(
            ["k0", "k1"], at_once=1, on_change=lambda progress: next(changes)(progress)
        )
    entry = entries["k1"]
    assert (entries["k0"].state, entry.state, entry.inputs) == ("done", "refused", inputs("k1"))
    assert "'k1' was used before for some/model; nothing was sent" in str(entry.error)
    assert (table.sent, entry.request_id) == (1, None)


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


def test_progress_shows_the_spending_of_the_whole_journal(table: Table) -> None:
    table.run(["k0", "k1"])
    lines: list[str] = []
    table.run(
        budget="5",
        cost_at_most="1",
        files=table.files,  # the files of the first two are fetched, at no further cost
        on_change=lambda progress: lines.append(str(progress)),
    )
    assert lines[-1].startswith("5 of 5 ended (5 done); spent $1.75 of $5.00; ")


def test_a_display_on_a_terminal_shows_one_line(table: Table) -> None:
    output = io.StringIO()
    display = BatchDisplay(Console(file=output, force_terminal=True, width=200))
    table.run(on_change=display)
    assert "5 of 5 ended (5 done)" in output.getvalue()


def test_progress_shows_the_reservations_of_running_jobs(table: Table) -> None:
    table.simulator.jobs.course = Course(queued=0, running=3, output={})
    table.simulator.jobs.next(Course(queued=0, running=0, output={}))
    lines: list[str] = []
    table.run(budget="5", cost_at_most="1", on_change=lambda progress: lines.append(str(progress)))
    assert lines[0].startswith("1 of 5 ended (1 done), ")
    assert "reserved" in lines[0]
    assert "reserved" not in lines[-1]


def test_progress_shows_the_reservation_of_a_job_that_may_have_been_queued(table: Table) -> None:
    table.simulator.faults.submit(faults.drop())
    lines: list[str] = []
    table.run(
        ["k"], budget="5", cost_at_most="1", on_change=lambda progress: lines.append(str(progress))
    )
    assert "1 of 1 ended (1 unknown); spent $0.00 of $5.00, $1.00 reserved" in lines[-1]
