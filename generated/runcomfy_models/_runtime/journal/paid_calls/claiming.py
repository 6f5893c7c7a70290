# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: a11b8c70e924b62dffc10eee44ade9c3
"""Decide whether a paid call may be made, and commit its intent: in one transaction."""

import json
from decimal import Decimal

from ..databases.database import Database, Row
from ..databases.row_mapping import find, insert, now, update
from ..spending import excess, highest_cost, reserve
from .claims import Claim, Claimed
from .outcomes import lose_if_gone
from .states import CANCELLED, EXCEED, FAILED, INTEND, PLANNED


def claim(database: Database, want: Claim) -> Claimed:
    """Commit the intent of a paid call, unless it was made before or must not be made.

    Once this is granted, the call has to be made and one of `outcomes` recorded.
    """
    row = find(database, want.key)
    if row is None:
        plan(database, want)
        row = find(database, want.key)
        assert row is not None  # noqa: S101
    lose_if_gone(database, row)
    if is_conflict(row, want):
        return Claimed(row, is_conflict=True)
    if not _may_be_paid(row, want):
        return Claimed(row, is_granted=row["intent"] == want.intent)
    database.check_space()
    is_granted = _intend(database, row, want)
    return Claimed(row, is_granted)


def plan(database: Database, want: Claim) -> bool:
    """Record what is to be sent, and that it was not; return False if the key is known."""
    return insert(
        database,
        "jobs",
        key=want.key,
        model_id=want.model_id,
        digest=want.digest,
        schema_digest=want.schema,
        inputs=want.inputs,
        files_to=want.files_to,
        state=PLANNED,
        planned_at=now(),
    )


def is_conflict(row: Row, want: Claim) -> bool:
    """Whether the key was paid for with another model or other inputs."""
    is_same = (row["model_id"], row["digest"]) == (want.model_id, want.digest)
    return not is_same and row["attempt"] > 0


def _may_be_paid(row: Row, want: Claim) -> bool:
    if row["state"] in (FAILED, CANCELLED):
        return bool(row["attempt"] <= want.retries)
    return row["state"] in INTEND.before


def _intend(database: Database, row: Row, want: Claim) -> bool:
    """Commit the intent if the budget has room for it; return whether it has."""
    moment = now()
    most = want.most if want.most is not None else _observed(database, want)
    if why := excess(database, want.limits, most or Decimal(0), moment[:10]):
        _keep(database, row)
        update(database, row, state=EXCEED.after, error=json.dumps({"message": why}))
        return False
    _keep(database, row)
    update(
        database,
        row,
        state=INTEND.after,
        intent=want.intent,
        owner=database.owner,
        attempt=row["attempt"] + 1,
        model_id=want.model_id,
        digest=want.digest,
        schema_digest=want.schema,
        inputs=want.inputs,
        files_to=want.files_to,
        estimate=None if most is None else str(most),
        day=moment[:10],
        reserved=0 if most is None else reserve(database, most, moment[:10]),
        sent_at=moment,
        error=None,
    )
    return True


def _observed(database: Database, want: Claim) -> Decimal | None:
    return highest_cost(database, want.model_id) if want.limits.are_set else None


def _keep(database: Database, row: Row) -> None:
    """Move an earlier paid call of this key to the table `attempts`."""
    if row["intent"] is None:
        return
    columns = (
        "key",
        "attempt",
        "model_id",
        "state",
        "intent",
        "request_id",
        "cost",
        "error",
    )
    copied = {name: row[name] for name in (*columns, "sent_at", "ended_at")}
    insert(database, "attempts", **copied)
    none = ("intent", "owner", "request_id", "cost", "answer", "files", "error")
    times = ("sent_at", "submitted_at", "running_at", "ended_at")
    cleared = dict.fromkeys((*none, *times))
    update(database, row, **cleared, reserved=0, charged=0, taken=0)
