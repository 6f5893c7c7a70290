"""One entry of a journal, as users see it."""

import json
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from ..public import public
from .databases.database import JournalRow
from .paid_calls.states import NOT_QUEUED


@public
@dataclass(frozen=True)
class StoredFile:
    """A file of a job's output that was downloaded."""

    path: Path
    sha256: str
    """Hexadecimal."""
    size: int
    """Bytes."""


@public
@dataclass(frozen=True)
class Entry:
    """The record of one key in a journal; unknown fields are None."""

    key: str
    model_id: str
    state: str
    """One of `STATES`, in `runcomfy_models.journal`."""
    digest: str
    """SHA-256 of the body of the paid call, hexadecimal, as in `SubmissionUnknown`."""
    schema_digest: str | None
    """SHA-256 of the model's input schema, hexadecimal."""
    attempt: int
    """Number of paid calls under this key, those that queued no job included."""
    paid: int
    """Number of those that queued a job, or may have."""
    request_id: str | None
    cost: Decimal | None
    """US dollars that the service reported for the latest job of this key."""
    estimate: Decimal | None
    """US dollars that were reserved for it."""
    error: str | None
    """Why it has no result, or why it is not done yet."""
    inputs: dict[str, Any] | None = field(repr=False)
    """By wire names. A medium that was sent as bytes is an object under `$media`, with
    `sha256`, `size`, `type`, and `path` if it was a file."""
    output: Any = field(repr=False)
    """The output as the service sent it."""
    files: tuple[StoredFile, ...] = field(repr=False)
    answer: dict[str, Any] | None = field(repr=False)
    """The whole answer with the result, as parsed JSON."""
    response: dict[str, Any] | None = field(repr=False)
    """Why it has no result: `message`; and, if the service has answered, `http_status`, `body`,
    `possible_request_ids` …"""
    files_to: str | None = field(repr=False)
    """The template of the paths of its files; None if they are not to be downloaded."""
    planned_at: datetime
    sent_at: datetime | None
    """When the intent was committed, just before the paid call."""
    submitted_at: datetime | None
    running_at: datetime | None
    ended_at: datetime | None

    @property
    def paths(self) -> list[Path]:
        """The paths of the files that were downloaded."""
        return [file.path for file in self.files]

    @property
    def receipt(self) -> dict[str, Any]:
        """The origin of the files, as a JSON object; `verify` checks a stored one."""
        from .receipts import receipt

        return receipt(self.to_dict(), self.schema_digest)

    def to_dict(self) -> dict[str, Any]:
        """Return the entry as a JSON object: times in ISO 8601, amounts as strings."""
        return {
            "key": self.key,
            "model_id": self.model_id,
            "state": self.state,
            "attempt": self.attempt,
            "paid": self.paid,
            "request_id": self.request_id,
            "cost": None if self.cost is None else str(self.cost),
            "estimate": None if self.estimate is None else str(self.estimate),
            "error": self.error,
            "planned_at": self.planned_at.isoformat(),
            "sent_at": _text(self.sent_at),
            "submitted_at": _text(self.submitted_at),
            "running_at": _text(self.running_at),
            "ended_at": _text(self.ended_at),
            "digest": self.digest,
            "inputs": self.inputs,
            "output": self.output,
            "files": [
                {"path": str(file.path), "sha256": file.sha256, "size": file.size}
                for file in self.files
            ],
            "response": self.response,
        }


def read_entry(row: JournalRow) -> Entry:
    """Return the entry in a row of the table `jobs`."""
    answer = _json(row["answer"])
    response = _json(row["error"])
    return Entry(
        key=row["key"],
        model_id=row["model_id"],
        state=row["state"],
        digest=row["digest"],
        schema_digest=row["schema_digest"],
        attempt=row["attempt"],
        paid=count_paid_calls(row),
        request_id=row["request_id"],
        cost=_decimal(row["cost"]),
        estimate=_decimal(row["estimate"]),
        error=response["message"] if response else None,
        inputs=_json(row["inputs"]),
        output=answer.get("output") if answer else None,
        files=read_files(row["files"]),
        answer=answer,
        response=response,
        files_to=row["files_to"],
        planned_at=datetime.fromisoformat(row["planned_at"]),
        **{name: _moment(row[name]) for name in _TIMES},
    )


def count_paid_calls(row: JournalRow) -> int:
    """Return the number of calls under a key that queued a job, or may have."""
    return int(row["paid_before"]) + (row["state"] not in NOT_QUEUED)


def read_files(text: str | None) -> tuple[StoredFile, ...]:
    """Return the files in the column of that name."""
    stored = json.loads(text or "[]")
    return tuple(
        StoredFile(Path(file["path"]), file["sha256"], file["size"]) for file in stored
    )


_TIMES = ("sent_at", "submitted_at", "running_at", "ended_at")


def _json(text: str | None) -> dict[str, Any] | None:
    value: dict[str, Any] | None = None if text is None else json.loads(text)
    return value


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _moment(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)


def _text(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()
