# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 7a0b1a9e3a42e98d2bc0da966486d799
"""Record planned jobs, and find those that the journal knows already."""

import json
from collections.abc import Sequence

from ..databases.database import Database, JournalRow
from ..databases.job_rows import find, insert, now, update
from ..entry import count_paid_calls
from .claiming import record_planned
from .claims import Claim
from .states import REFUSE


def record_planned_page(
    database: Database, claims: Sequence[Claim]
) -> dict[str, JournalRow]:
    """Record what is new in `claims`; return the rows of those recorded before, by key."""
    names = [f"key_{number}" for number in range(len(claims))]
    listed = ", ".join(f":{name}" for name in names)
    statement = f"SELECT * FROM jobs WHERE key IN ({listed})"
    keys = {name: claim.key for name, claim in zip(names, claims, strict=True)}
    recorded = {row["key"]: row for row in database.rows(statement, **keys)}
    for claim in claims:
        if claim.key not in recorded:
            record_planned(database, claim)
    return recorded


def refuse_row(
    database: Database, key: str, model_id: str, message: str
) -> JournalRow | None:
    """Record that a row is invalid, and return it; None if its key was paid for before."""
    error, moment = json.dumps({"message": message}), now()
    columns = {"key": key, "model_id": model_id, "digest": "", "planned_at": moment}
    insert(database, "jobs", **columns, state=REFUSE.after, error=error)
    row = find(database, key)
    if row is None or count_paid_calls(row):
        return None
    update(database, row, state=REFUSE.after, model_id=model_id, error=error)
    return row
