# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 012ba6adc492f39b2ff5d0d4a0f6fbde
"""Decide whether a paid call may be made, and commit its intent: in one transaction."""

import json
from decimal import Decimal

from ..databases.database import Database, JournalRow
from ..databases.job_rows import find, insert, now, update
from ..entry import count_paid_calls, read_entry
from ..spending import excess, highest_cost, reserve, unknown_cost
from .claims import Claim, ClaimOutcome
from .outcomes import mark_unknown_if_owner_ended
from .paying_again import may_pay_again
from .states import CANCELLED, EXCEED, FAILED, INTEND, PLANNED


def make_claim(database: Database, claim: Claim) -> ClaimOutcome:
    """Commit the intent of a paid call, unless it was made before or must not be made.

    If the claim is granted, the caller has to make the call and record one of `outcomes`.
    Raises `ValueError` if there is a budget, and nothing says what the job costs at most.
    """
    row = find(database, claim.key)
    if row is None:
        record_planned(database, claim)
        row = find(database, claim.key)
        assert row is not None  # noqa: S101
    mark_unknown_if_owner_ended(database, row)
    if is_conflict(row, claim):
        return ClaimOutcome(row, is_conflict=True)
    if not _may_be_paid(row, claim):
        return ClaimOutcome(row, is_granted=row["intent"] == claim.intent)
    database.check_space()
    is_granted = _intend(database, row, claim)
    return ClaimOutcome(row, is_granted)


def record_planned(database: Database, claim: Claim) -> bool:
    """Record a job that has not been sent yet; return False if the key is known."""
    return insert(
        database,
        "jobs",
        key=claim.key,
        model_id=claim.model_id,
        digest=claim.digest,
        schema_digest=claim.schema_digest,
        inputs=claim.inputs,
        files_to=claim.files_to,
        state=PLANNED,
        planned_at=now(),
    )


def is_conflict(row: JournalRow, claim: Claim) -> bool:
    """Whether the key was paid for, or may have been, with another model or other inputs."""
    is_same = (row["model_id"], row["digest"]) == (claim.model_id, claim.digest)
    return not is_same and count_paid_calls(row) > 0


def _may_be_paid(row: JournalRow, claim: Claim) -> bool:
    if row["state"] in (FAILED, CANCELLED):
        return may_pay_again(read_entry(row), claim.retries)
    return row["state"] in INTEND.before


def _intend(database: Database, row: JournalRow, claim: Claim) -> bool:
    """Commit the intent if the budget has room for it; return whether it has."""
    moment = now()
    cost_at_most = _cost_at_most(database, claim)
    reservation = cost_at_most or Decimal(0)
    if why := excess(database, claim.limits, reservation, moment[:10]):
        _record_excess(database, row, why)
        return False
    _archive(database, row)
    update(
        database,
        row,
        state=INTEND.after,
        intent=claim.intent,
        owner=database.owner,
        attempt=row["attempt"] + 1,
        model_id=claim.model_id,
        digest=claim.digest,
        schema_digest=claim.schema_digest,
        inputs=claim.inputs,
        files_to=claim.files_to,
        estimate=None if cost_at_most is None else str(cost_at_most),
        day=moment[:10],
        reserved=reserve(database, reservation, moment[:10]),
        sent_at=moment,
        error=None,
    )
    return True


def _record_excess(database: Database, row: JournalRow, why: str) -> None:
    if row["request_id"] is not None:
        _archive(database, row)
    # Else its id may still arrive, from a process that was taken for gone.
    update(database, row, state=EXCEED.after, error=json.dumps({"message": why}))


def _cost_at_most(database: Database, claim: Claim) -> Decimal | None:
    if claim.cost_at_most is not None or not claim.limits.are_set:
        return claim.cost_at_most
    highest = highest_cost(database, claim.model_id)
    if highest is None:
        raise ValueError(f"{unknown_cost([claim.model_id])}; nothing was sent")
    return highest


def _archive(database: Database, row: JournalRow) -> None:
    """Move an earlier paid call of this key to the table `attempts`."""
    if row["intent"] is None:
        return
    insert(database, "attempts", **{name: row[name] for name in _ARCHIVED})
    paid_before = row["paid_before"] + (row["request_id"] is not None)
    update(database, row, **dict.fromkeys(_CLEARED), **_ZEROED, paid_before=paid_before)


_ARCHIVED = (
    *("key", "attempt", "model_id", "state", "intent", "request_id", "cost", "error"),
    *("sent_at", "ended_at"),
)
"""Columns of an earlier paid call that `attempts` keeps."""

_CLEARED = (
    *("intent", "owner", "request_id", "cost", "answer", "files", "error"),
    *("sent_at", "submitted_at", "running_at", "ended_at"),
)
"""Columns that the next paid call of a key begins without."""

_ZEROED = {"reserved": 0, "charged": 0, "taken": 0}
