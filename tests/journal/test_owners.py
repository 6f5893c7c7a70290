"""Intents of a process that is gone are unknown; one that was only frozen settles its own."""

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
from tests.journal.jobs import Payer, entry_of, new_claim, try_claim
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

class Service:
    base_url, token = sys.argv[2:]

with Journal(sys.argv[1]) as journal:
    print(Payer(journal, Service).run("k").id, flush=True)
"""


@contextmanager
def submitting(
    location: str, simulator: Simulator, root: Path, seconds: float
) -> Iterator[Popen[str]]:
    """Run a program whose paid call takes `seconds`, and yield when the call has arrived."""
    simulator.faults.submit(faults.delay(seconds))
    path = os.pathsep.join([str(root), str(root / "generated")])
    environment = {**os.environ, "PYTHONPATH": path}
    arguments = (location, simulator.base_url, simulator.token)
    with started(PROGRAM, *arguments, env=environment, stderr=sys.stderr) as program:
        wait_until(lambda: bool(simulator.ledger.submissions))
        yield program


def unknown_keys(journal: Journal) -> list[str]:
    """Return the keys of unknown outcome; wait for them, as PostgreSQL notices a kill late."""
    return [entry.key for entry in journal.unknown()]


def test_an_intent_of_a_killed_process_is_unknown(
    location: str, simulator: Simulator, root: Path, open_journal: Callable[[], Journal]
) -> None:
    with submitting(location, simulator, root, 30) as program:
        program.kill()
        program.wait()
    journal = open_journal()
    wait_until(lambda: unknown_keys(journal) == ["k"])
    with pytest.raises(SubmissionUnknown, match="is not sent again"):
        Payer(journal, simulator).run("k")
    assert len(simulator.ledger.submissions) == 1


def test_a_frozen_process_is_waited_for_and_settles_its_own_intent(
    location: str, simulator: Simulator, root: Path, open_journal: Callable[[], Journal]
) -> None:
    with submitting(location, simulator, root, 1) as program:
        program.send_signal(signal.SIGSTOP)
        journal = open_journal()
        assert not journal.unknown()
        with pytest.raises(WaitTimeout, match="another process or task is still submitting"):
            Payer(journal, simulator).run("k", wait_timeout=0.5)
        program.send_signal(signal.SIGCONT)
        request_id = program.communicate(timeout=60)[0].strip()
    assert Payer(journal, simulator).run("k").id == request_id
    assert len(simulator.ledger.submissions) == 1


@pytest.mark.parametrize("query", [unknown_keys, lambda journal: [settle_entry(journal).key]])
def test_a_single_query_finds_an_unknown_entry(
    query: Callable[[Journal], list[str]],
    open_journal: Callable[[], Journal],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A command queries once, so the query waits until the owner is certainly gone."""
    monkeypatch.setattr(postgres, "OWNER_GRACE", 0.2)
    first = open_journal()
    assert try_claim(first, new_claim("k")).is_granted
    no_process = "UPDATE jobs SET owner = 12345"
    first.do(lambda database: database.change(no_process)).result()
    assert query(open_journal()) == ["k"]


def settle_entry(journal: Journal) -> Entry:
    return journal.settle("k", sent=False)


def test_the_model_of_entries_has_to_be_a_string(open_journal: Callable[[], Journal]) -> None:
    wrong: Any = os
    with pytest.raises(TypeError, match="model has to be a str, not module"):
        list(open_journal().entries(model=wrong))


def test_a_symbolic_link_to_a_journal_has_the_same_owners(tmp_path: Path) -> None:
    link = tmp_path / "elsewhere.db"
    with Journal(tmp_path / "jobs.db") as journal:
        link.symlink_to("jobs.db")
        assert try_claim(journal, new_claim("k")).is_granted
        with Journal(link) as linked:
            assert not linked.unknown()
            assert try_claim(linked, new_claim("k", intent="another")).is_busy


def test_a_late_request_id_of_a_settled_intent_is_kept(open_journal: Callable[[], Journal]) -> None:
    """Another process considered its owner gone, settled the intent and paid for another job."""
    from runcomfy_models._runtime.journal.paid_calls.outcomes import accept, mark_unknown

    frozen, journal = open_journal(), open_journal()
    late, second = new_claim("k"), new_claim("k", intent="second")
    assert try_claim(frozen, late).is_granted
    journal.do(lambda database: mark_unknown(database, late.intent, {"message": "gone"})).result()
    journal.settle("k", sent=False)
    assert try_claim(journal, second).is_granted
    journal.do(lambda database: accept(database, "second", "request-2", is_followed=True)).result()
    frozen.do(
        lambda database: accept(database, late.intent, "request-1", is_followed=True)
    ).result()
    assert entry_of(journal, "k").request_id == "request-2"
    [cost] = journal.costs()
    assert (cost.jobs, cost.unknown) == (2, 2)


@pytest.mark.parametrize("outcome", ["withdraw", "refuse", "mark_unknown"])
def test_a_late_request_id_is_recorded_after_any_outcome(
    open_journal: Callable[[], Journal], outcome: str
) -> None:
    from runcomfy_models._runtime.journal.paid_calls import outcomes

    journal, claim = open_journal(), new_claim("k")
    try_claim(journal, claim)
    record = getattr(outcomes, outcome)
    journal.do(lambda database: record(database, claim.intent, {"message": "no"})).result()
    journal.do(
        lambda database: outcomes.accept(database, claim.intent, "request", is_followed=True)
    ).result()
    entry = entry_of(journal, "k")
    assert (entry.state, entry.request_id) == ("submitted", "request")


def test_a_late_request_id_is_recorded_for_a_key_over_the_budget(
    open_journal: Callable[[], Journal],
) -> None:
    from runcomfy_models._runtime.journal.paid_calls import outcomes

    journal, claim = open_journal(), new_claim("k")
    try_claim(journal, claim)
    journal.do(
        lambda database: outcomes.mark_unknown(database, claim.intent, {"message": "gone"})
    ).result()
    journal.settle("k", sent=False)
    no_budget = BudgetLimits(total=Decimal(0))
    options = {"cost_at_most": Decimal(1), "limits": no_budget, "intent": "second"}
    assert try_claim(journal, new_claim("k", **options)).entry.state == "over_budget"
    journal.do(
        lambda database: outcomes.accept(database, claim.intent, "request", is_followed=True)
    ).result()
    assert entry_of(journal, "k").request_id == "request"


def test_a_closed_journal_leaves_its_intents_unknown(open_journal: Callable[[], Journal]) -> None:
    first = open_journal()
    assert try_claim(first, new_claim("k")).is_granted
    assert try_claim(open_journal(), new_claim("k", intent="another")).is_busy
    first.close()
    second = open_journal()
    wait_until(lambda: unknown_keys(second) == ["k"])


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
def test_a_forked_child_is_an_owner_of_its_own(open_journal: Callable[[], Journal]) -> None:
    journal = open_journal()
    assert try_claim(journal, new_claim("parent")).is_granted
    child = os.fork()
    if child == 0:
        is_busy = try_claim(journal, new_claim("parent", intent="another")).is_busy
        is_granted = try_claim(journal, new_claim("child")).is_granted
        os._exit(0 if is_busy and is_granted else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    wait_until(lambda: unknown_keys(journal) == ["child"])
