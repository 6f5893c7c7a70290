"""A journal of the previous version opens, and its records have their current meaning."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from runcomfy_models._runtime.journal.databases import postgres, schema, sqlite
from runcomfy_models._runtime.journal.databases.database import Database
from runcomfy_models._runtime.journal.databases.job_rows import insert, now
from runcomfy_models._runtime.journal.paid_calls import adopting
from runcomfy_models.journal import Entry, Journal

UpgradeJournal = Callable[..., dict[str, Entry]]


@pytest.fixture
def upgrade_journal(location: str, monkeypatch: pytest.MonkeyPatch) -> UpgradeJournal:
    """Write rows into a journal of version 1, and read its entries with the current library."""

    def upgrade(jobs: dict[str, dict[str, Any]], *attempts: dict[str, Any]) -> dict[str, Entry]:
        def write(database: Database) -> None:
            common = {"model_id": "some/model"}
            for key, columns in jobs.items():
                defaults = {"key": key, "digest": "0", "planned_at": now()}
                insert(database, "jobs", **common, **defaults, **columns)
            for attempt in attempts:
                insert(database, "attempts", **common, attempt=1, **attempt)

        with monkeypatch.context() as patch:
            patch.setattr(schema, "MIGRATIONS", schema.MIGRATIONS[:1])
            for module in (sqlite, postgres):
                patch.setattr(module, "VERSION", 1)
            with Journal(location) as journal:
                journal.do(write).result()
        with Journal(location) as journal:
            return {entry.key: entry for entry in journal.entries()}

    return upgrade


def test_calls_that_were_paid_for_are_counted(upgrade_journal: UpgradeJournal) -> None:
    entries = upgrade_journal(
        {
            "refused": {"state": "refused", "attempt": 1, "intent": "a"},
            "sent": {"state": "done", "attempt": 1, "intent": "b", "request_id": "r-1"},
            "retried": {"state": "done", "attempt": 3, "intent": "c", "request_id": "r-2"},
        },
        {"key": "retried", "intent": "d", "state": "failed", "request_id": "r-3"},
        {"key": "retried", "intent": "e", "state": "planned"},
    )
    paid = {key: entry.paid for key, entry in entries.items()}
    assert paid == {"refused": 0, "sent": 1, "retried": 2}


def test_jobs_that_were_wrongly_set_aside_are_followed_again_or_unknown(
    upgrade_journal: UpgradeJournal,
) -> None:
    set_aside = {"intent": "a", "error": json.dumps({"message": adopting.SET_ASIDE}), "taken": 10}
    over_budget = {**set_aside, "intent": None}
    entries = upgrade_journal(
        {
            "submitting": {**set_aside, "state": "refused"},
            "submitted": {**set_aside, "state": "failed", "request_id": "r-1"},
            "completed": {**set_aside, "state": "failed", "request_id": "r-2", "answer": "{}"},
            "over_budget": {**over_budget, "state": "refused"},
            "refused": {"state": "refused", "intent": "b", "error": '{"message": "no"}'},
        }
    )
    assert {key: entry.state for key, entry in entries.items()} == {
        "submitting": "unknown",
        "submitted": "running",
        "completed": "running",
        "over_budget": "refused",
        "refused": "refused",
    }
