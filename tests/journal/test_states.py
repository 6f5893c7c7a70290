"""The journal follows the table of states, for events in any order."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from hypothesis.strategies import booleans, sampled_from

from runcomfy_models._runtime.journal.databases.sqlite import SqliteDatabase
from runcomfy_models._runtime.journal.entry import count_paid_calls
from runcomfy_models._runtime.journal.paid_calls import outcomes, states
from runcomfy_models._runtime.journal.paid_calls.claiming import make_claim
from runcomfy_models._runtime.journal.settling import settle_entry
from tests.journal.jobs import new_claim


def test_every_transition_is_between_states() -> None:
    for transition in states.TRANSITIONS:
        assert {*transition.before, transition.after} <= states.STATES.keys()


def test_an_unknown_entry_never_gets_a_new_intent() -> None:
    assert states.UNKNOWN not in states.INTEND.before
    from_unknown = {
        transition.after for transition in states.TRANSITIONS if states.UNKNOWN in transition.before
    }
    assert from_unknown == {
        "submitted",
        "planned",
    }  # its request_id has arrived, or a user has settled it


def is_transition(before: str, after: str) -> bool:
    """Whether the table of states has the transition."""
    return any(each.after == after and before in each.before for each in states.TRANSITIONS)


class OneKey(RuleBasedStateMachine):
    """Everything that may happen to one key; a paid call begins when its claim is granted."""

    def __init__(self) -> None:
        super().__init__()
        import tempfile

        self._folder = tempfile.TemporaryDirectory()
        self.database = SqliteDatabase(Path(self._folder.name, "jobs.db"))
        self.intents: list[str] = []
        self.decided: set[str] = set()
        """Intents that certainly queued no job, and those whose job has ended."""
        self.not_queued: set[str] = set()
        """Intents that certainly queued no job."""

    def do(self, work: Any, *arguments: Any, **keywords: Any) -> Any:
        before = self.row["state"]
        with self.database.transaction():
            result = work(self.database, *arguments, **keywords)
        after = self.row["state"]
        assert before in (None, after) or is_transition(before, after), f"{before} -> {after}"
        return result

    @property
    def row(self) -> dict[str, Any]:
        rows = self.database.rows("SELECT * FROM jobs")
        return rows[0] if rows else {"state": None, "intent": None, "request_id": None}

    @initialize()
    def begin(self) -> None:
        self.try_claim(retries=0)

    @rule(retries=sampled_from([0, 1, 9]))
    def try_claim(self, retries: int) -> None:
        claim = new_claim("k", retries=retries, intent=f"intent-{len(self.intents)}")
        if self.do(make_claim, claim).is_granted:
            assert set(self.intents) <= self.decided, "two paid calls at once"
            self.intents.append(claim.intent)

    @rule()
    def lose_answer(self) -> None:
        self.do(outcomes.mark_unknown, self.intents[-1], {"message": "lost"})

    @rule(withdrawn=booleans())
    def is_not_queued(self, withdrawn: bool) -> None:
        before = self.row["state"]
        record = outcomes.withdraw if withdrawn else outcomes.refuse
        self.do(record, self.intents[-1], {"message": "no"})
        if before == "submitting":
            self.decided.add(self.intents[-1])
            self.not_queued.add(self.intents[-1])

    @rule()
    def is_accepted(self) -> None:
        before = self.row
        self.do(outcomes.accept, self.intents[-1], f"request-{self.intents[-1]}", is_followed=True)
        if before["state"] in states.ACCEPT.before:
            assert self.row["request_id"] == f"request-{self.intents[-1]}"
            self.decided.discard(self.intents[-1])
            self.not_queued.discard(self.intents[-1])

    @rule()
    def starts(self) -> None:
        self.on_the_job(outcomes.start)

    @rule()
    def completes(self) -> None:
        self.on_the_job(outcomes.record_result, answer="{}", cost=None)

    @rule(cancelled=booleans())
    def ends_without_a_result(self, cancelled: bool) -> None:
        record = outcomes.cancel if cancelled else outcomes.fail
        self.on_the_job(record, facts={"message": "ended"}, cost=None)

    def on_the_job(self, record: Any, **known: Any) -> None:
        self.do(record, self.row["request_id"] or "none", **known)
        if self.row["state"] in ("done", "failed", "cancelled"):
            self.decided.add(self.intents[-1])

    @rule(folder=sampled_from("ab"))
    def is_asked_for_its_files(self, folder: str) -> None:
        self.do(outcomes.request_files, "k", f"{folder}/{{key}}")

    @rule()
    def has_its_files(self) -> None:
        self.do(outcomes.record_stored_files, "k", "[]")

    @rule()
    def is_settled_as_never_sent(self) -> None:
        if self.row["state"] == "unknown":
            self.do(settle_entry, "k", None)
            self.decided.add(self.intents[-1])
            self.not_queued.add(self.intents[-1])

    @invariant()
    def has_a_state_of_the_table(self) -> None:
        assert self.row["state"] is None or self.row["state"] in states.STATES

    @invariant()
    def every_intent_has_its_row(self) -> None:
        rows = self.database.rows("SELECT intent FROM jobs UNION SELECT intent FROM attempts")
        assert {row["intent"] for row in rows} - {None} == set(self.intents)

    @invariant()
    def counts_the_calls_that_may_have_been_paid_for(self) -> None:
        if self.intents:
            assert count_paid_calls(self.row) == len(self.intents) - len(self.not_queued)

    def teardown(self) -> None:
        self.database.close()
        self._folder.cleanup()


EVENTS: dict[str, Callable[[OneKey], None]] = {
    "is_claimed_again": lambda key: key.try_claim(retries=9),
    "loses": OneKey.lose_answer,
    "is_withdrawn": lambda key: key.is_not_queued(withdrawn=True),
    "is_refused": lambda key: key.is_not_queued(withdrawn=False),
    "is_accepted": OneKey.is_accepted,
    "starts": OneKey.starts,
    "completes": OneKey.completes,
    "is_cancelled": lambda key: key.ends_without_a_result(cancelled=True),
    "fails": lambda key: key.ends_without_a_result(cancelled=False),
    "is_asked_for_its_files": lambda key: key.is_asked_for_its_files("a"),
    "has_its_files": OneKey.has_its_files,
    "is_settled": OneKey.is_settled_as_never_sent,
}
"""What happens to a key in a walk."""

WALKS = [
    "is_accepted: submitted, starts: running, fails: failed, is_claimed_again: submitting",
    "is_accepted: submitted, is_cancelled: cancelled, is_claimed_again: submitting",
    "is_accepted: submitted, completes: done, is_asked_for_its_files: running, has_its_files: done",
    "is_withdrawn: planned, is_claimed_again: submitting, loses: unknown, is_accepted: submitted",
    "is_refused: refused, is_claimed_again: submitting, loses: unknown, is_settled: planned",
]


@pytest.mark.parametrize("walk", WALKS)
def test_each_event_leads_to_its_state(walk: str) -> None:
    key = OneKey()
    key.begin()
    for step in walk.split(", "):
        event, state = step.split(": ")
        EVENTS[event](key)
        assert key.row["state"] == state, step
    key.teardown()


OneKey.TestCase.settings = settings(max_examples=40, stateful_step_count=20, deadline=None)
TestOneKey = OneKey.TestCase
