"""The progress of a batch: counts, money spent and reserved, on a terminal and without one."""

from __future__ import annotations

import io

from rich.console import Console

from runcomfy_models.progress import BatchDisplay
from runcomfy_models.testing import Course, faults
from tests.batch.table import KEYS, Table


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
