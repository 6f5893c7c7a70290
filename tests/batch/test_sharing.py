"""Several scripts on one journal, and clocks that jump."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from runcomfy_models._runtime.journal.paid_calls.outcomes import accept
from runcomfy_models.journal import Journal
from runcomfy_models.testing import Course
from tests.batch.table import Table
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
