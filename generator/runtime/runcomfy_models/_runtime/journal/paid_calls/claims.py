"""A request to pay for a job once, and its outcome."""

import json
import secrets
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from ...errors import KeyConflict, OverBudget
from ...http.calls import Call
from ...http.submission import digest
from ..databases.database import JournalRow
from ..databases.job_rows import now
from ..entry import Entry, read_entry
from ..spending import BudgetLimits
from .failures import recorded_unknown
from .recorded_inputs import recorded_inputs
from .states import REFUSED, SUBMITTING, UNKNOWN


@dataclass(frozen=True, kw_only=True)
class Claim:
    """A request to pay for a job once."""

    key: str
    model_id: str
    digest: str
    inputs: str | None
    """JSON; None if the journal stores no inputs."""
    schema_digest: str | None = None
    """SHA-256 of the model's input schema, hexadecimal."""
    intent: str
    """Identifies this paid call; unique."""
    cost_at_most: Decimal | None = None
    """US dollars; None for the highest cost of a job of the model so far."""
    limits: BudgetLimits = field(default_factory=BudgetLimits)
    retries: int = 0
    """Number of further jobs to pay for if one fails or is cancelled."""
    files_to: str | None = None
    """The template of the paths of its files."""


@dataclass(frozen=True)
class ClaimOutcome:
    """The outcome of a claim."""

    row: JournalRow
    is_granted: bool = False
    """Whether this process, and no other one, has to make the paid call now."""
    is_conflict: bool = False
    """Whether the key stands for another model or other inputs."""

    @property
    def entry(self) -> Entry:
        """The journal's record of the key."""
        return read_entry(self.row)

    @property
    def is_busy(self) -> bool:
        """Whether another process or task is making the paid call now."""
        return not self.is_granted and self.row["state"] == SUBMITTING

    @property
    def is_unknown(self) -> bool:
        """Whether it is unknown if the job was queued."""
        return bool(self.row["state"] == UNKNOWN)


def new_claim(call: Call, key: str, *, stores_inputs: bool, **more: Any) -> Claim:
    """Return the claim of a paid call under `key`; `more` are further fields of the claim."""
    return Claim(
        key=key,
        model_id=call.model_id,
        digest=digest(call),
        inputs=recorded_inputs(call) if stores_inputs else None,
        intent=secrets.token_hex(12),
        **more,
    )


def recorded_id(outcome: ClaimOutcome, claim: Claim) -> str:
    """Return the request_id of a job that was paid for before.

    Raises `KeyConflict`, `SubmissionUnknown` or `OverBudget` if there is none.
    """
    entry = outcome.entry
    if outcome.is_conflict:
        raise key_conflict(entry, claim)
    if outcome.is_unknown:
        raise recorded_unknown(entry)
    if entry.request_id is None:
        raise OverBudget(
            f"the key {claim.key!r} might exceed the budget; nothing was sent",
            model_id=claim.model_id,
        )
    return entry.request_id


def key_conflict(entry: Entry, claim: Claim) -> KeyConflict:
    """Return the error for a key whose `entry` is one of other inputs than those of `claim`."""
    return KeyConflict(
        f"the key {claim.key!r} was used before for {_difference(entry, claim)}; nothing was "
        "sent: give other inputs another key",
        key=claim.key,
        model_id=claim.model_id,
        request_id=entry.request_id,
    )


def refused_entry(outcome: ClaimOutcome, claim: Claim) -> Entry:
    """Return an entry for the inputs of `claim`, whose key stands for others in the journal."""
    message = str(key_conflict(outcome.entry, claim))
    row = {
        **dict.fromkeys(outcome.row),
        "key": claim.key,
        "model_id": claim.model_id,
        "digest": claim.digest,
        "schema_digest": claim.schema_digest,
        "inputs": claim.inputs,
        "state": REFUSED,
        "attempt": 0,
        "paid_before": 0,
        "error": json.dumps({"message": message}),
        "planned_at": now(),
    }
    return read_entry(row)


def _difference(entry: Entry, claim: Claim) -> str:
    return entry.model_id if entry.model_id != claim.model_id else "other inputs"
