"""Intents whose owner is gone are unknown; one that was only frozen settles its own."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from subprocess import Popen
from typing import Any

import pytest

from runcomfy_models import SubmissionUnknown, WaitTimeout
from runcomfy_models._runtime.journal.databases import postgres
from runcomfy_models._runtime.journal.spending import BudgetLimits
from runcomfy_models.journal import Entry, Journal
from runcomfy_models.testing import Simulator, faults
from tests.journal.jobs import Payer, claimed, entry_of, wish
from tests.programs import started, wait_until

pytestmark = [
    pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="no such signals here"),
    pytest.mark.usefixtures("no_grace"),
]

PROGRAM = """
import sys
from runcomfy_models.journal import Journal
from runcomfy_models.testing import Simulator
from tests.journal.jobs import Payer

class There:
    base_url, token = sys.argv[2:]

with Journal(sys.argv[1]) as journal:
    print(Payer(journal, There).run("k").id, flush=True)
"""


@contextmanager
def submitting(
    where: str, simulator: Simulator, root: Path, seconds: float
) -> Iterator[Popen[str]]:
    """Run a program whose paid call takes that long, and yield when the call has arrived."""
    simulator.faults.submit(faults.delay(seconds))
    path = os.pathsep.join([str(root), str(root / "generated")])
    environment = {**os.environ, "PYTHONPATH": path}
    arguments = (where, simulator.base_url, simulator.token)
    with started(PROGRAM, *arguments, env=environment, stderr=sys.stderr) as program:
        wait_until(lambda: bool(simulator.ledger.submissions))
        yield program


def unknown_keys(journal: Journal) -> list[str]:
    """Return the keys whose outcome is unknown: PostgreSQL notices late that a process is gone."""
    return [entry.key for entry in journal.unknown()]


def test_an_intent_of_a_killed_process_is_unknown(
    where: str, simulator: Simulator, root: Path, opened: Callable[[], Journal]
) -> None:
    with submitting(where, simulator, root, 30) as program:
        program.kill()
        program.wait()
    journal = opened()
    wait_until(lambda: unknown_keys(journal) == ["k"])
    with pytest.raises(SubmissionUnknown, match="is not sent again"):
        Payer(journal, simulator).run("k")
    assert len(simulator.ledger.submissions) == 1


def test_a_frozen_process_is_waited_for_and_settles_its_own(
    where: str, simulator: Simulator, root: Path, opened: Callable[[], Journal]
) -> None:
    with submitting(where, simulator, root, 1) as program:
        program.send_signal(signal.SIGSTOP)
        journal = opened()
        assert not journal.unknown()
        with pytest.raises(WaitTimeout, match="another process or task is still submitting"):
            Payer(journal, simulator).run("k", wait_timeout=0.5)
        program.send_signal(signal.SIGCONT)
        request_id = program.communicate(timeout=60)[0].strip()
    assert Payer(journal, simulator).run("k").id == request_id
    assert len(simulator.ledger.submissions) == 1


@pytest.mark.parametrize("look", [unknown_keys, lambda journal: [settled(journal).key]])
def test_one_look_is_enough_to_know_what_is_unknown(
    look: Callable[[Journal], list[str]],
    opened: Callable[[], Journal],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A command looks once: it waits until it is certain that the owner is gone."""
    monkeypatch.setattr(postgres, "OWNER_GRACE", 0.2)
    first = opened()
    assert claimed(first, wish("k")).is_granted
    no_process = "UPDATE jobs SET owner = 12345"
    first.do(lambda database: database.change(no_process)).result()
    assert look(opened()) == ["k"]


def settled(journal: Journal) -> Entry:
    return journal.settle("k", sent=False)


def test_entries_take_a_model_id(opened: Callable[[], Journal]) -> None:
    wrong: Any = os
    with pytest.raises(TypeError, match="model has to be a str, not module"):
        list(opened().entries(model=wrong))


def test_a_link_to_a_journal_knows_its_owners(tmp_path: Path) -> None:
    link = tmp_path / "elsewhere.db"
    with Journal(tmp_path / "jobs.db") as journal:
        link.symlink_to("jobs.db")
        assert claimed(journal, wish("k")).is_granted
        with Journal(link) as linked:
            assert not linked.unknown()
            assert claimed(linked, wish("k", intent="another")).is_busy


def test_an_id_that_comes_late_is_never_lost(opened: Callable[[], Journal]) -> None:
    """Others took the owner for gone, settled its intent and paid for another job."""
    from runcomfy_models._runtime.journal.paid_calls.outcomes import accept, mark_unknown

    frozen, journal = opened(), opened()
    late, second = wish("k"), wish("k", intent="second")
    assert claimed(frozen, late).is_granted
    journal.do(lambda database: mark_unknown(database, late.intent, {"message": "gone"})).result()
    journal.settle("k", sent=False)
    assert claimed(journal, second).is_granted
    journal.do(lambda database: accept(database, "second", "request-2", is_followed=True)).result()
    frozen.do(
        lambda database: accept(database, late.intent, "request-1", is_followed=True)
    ).result()
    assert entry_of(journal, "k").request_id == "request-2"
    [cost] = journal.costs()
    assert (cost.jobs, cost.unknown) == (2, 2)


@pytest.mark.parametrize("conclude", ["withdraw", "refuse", "mark_unknown"])
def test_an_id_that_comes_late_is_recorded_whatever_was_concluded(
    opened: Callable[[], Journal], conclude: str
) -> None:
    from runcomfy_models._runtime.journal.paid_calls import outcomes

    journal, want = opened(), wish("k")
    claimed(journal, want)
    record = getattr(outcomes, conclude)
    journal.do(lambda database: record(database, want.intent, {"message": "no"})).result()
    journal.do(
        lambda database: outcomes.accept(database, want.intent, "request", is_followed=True)
    ).result()
    entry = entry_of(journal, "k")
    assert (entry.state, entry.request_id) == ("submitted", "request")


def test_an_id_that_comes_late_is_recorded_for_a_key_over_the_budget(
    opened: Callable[[], Journal],
) -> None:
    from runcomfy_models._runtime.journal.paid_calls import outcomes

    journal, want = opened(), wish("k")
    claimed(journal, want)
    journal.do(
        lambda database: outcomes.mark_unknown(database, want.intent, {"message": "gone"})
    ).result()
    journal.settle("k", sent=False)
    no_money = BudgetLimits(total=Decimal(0))
    more = {"cost_at_most": Decimal(1), "limits": no_money, "intent": "second"}
    assert claimed(journal, wish("k", **more)).entry.state == "over_budget"
    journal.do(
        lambda database: outcomes.accept(database, want.intent, "request", is_followed=True)
    ).result()
    assert entry_of(journal, "k").request_id == "request"


def test_a_closed_journal_leaves_its_intents_unknown(opened: Callable[[], Journal]) -> None:
    first = opened()
    assert claimed(first, wish("k")).is_granted
    assert claimed(opened(), wish("k", intent="another")).is_busy
    first.close()
    second = opened()
    wait_until(lambda: unknown_keys(second) == ["k"])


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
def test_a_forked_child_is_an_owner_of_its_own(opened: Callable[[], Journal]) -> None:
    journal = opened()
    assert claimed(journal, wish("parent")).is_granted
    child = os.fork()
    if child == 0:
        is_busy = claimed(journal, wish("parent", intent="another")).is_busy
        is_granted = claimed(journal, wish("child")).is_granted
        os._exit(0 if is_busy and is_granted else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    wait_until(lambda: unknown_keys(journal) == ["child"])
