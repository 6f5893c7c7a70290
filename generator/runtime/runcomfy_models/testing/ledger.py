"""What the simulated service has seen: every call, every submission, every charge."""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from .._runtime.json_value import is_object
from .._runtime.status import CANCELLED
from .files import FILES_PATH
from .jobs import Job, Jobs
from .origins import Origins


@dataclass
class HttpCall:
    """One HTTP call as it arrived, whatever became of it."""

    method: str
    path: str
    """As it was sent, percent-encoded, without the query."""
    query: str
    origin: str
    """Where it arrived: `Simulator.base_url` or `other_url`."""
    authorization: str | None = field(repr=False)
    """The header, if there was one."""
    fault: str = ""
    """The name of what went wrong."""
    status: int | None = None
    """The HTTP status of the answer; None where there was none."""

    def __str__(self) -> str:
        """As it is logged: what was asked, what was answered, what went wrong."""
        query = f"?{self.query}" if self.query else ""
        fault = f"  ({self.fault})" if self.fault else ""
        return f"{self.method} {self.path}{query} {self.status or 'no answer'}{fault}"


@dataclass
class Submission:
    """One submission whose body was read."""

    model_id: str
    digest: str
    """SHA-256 of the body, hexadecimal."""
    job: Job | None = None
    """The job that was queued, if one was."""
    status: int | None = None
    """The HTTP status of the answer; None where none arrived as a whole."""
    request_id: str | None = None
    """The id as far as it was answered."""

    def answered(self, status: int, body: bytes) -> None:
        """Note the answer, just before it is sent."""
        self.status = status
        if self.job and _request_id(body) == self.job.id:
            self.request_id = self.job.id

    @property
    def uncertain(self) -> bool:
        """Whether its sender cannot tell what became of it."""
        refused = self.status in range(400, 500) and self.status not in (408, 499)
        return self.request_id is None and not refused


class Ledger:
    """What was asked, queued and charged; its assertions raise `AssertionError`."""

    def __init__(self, jobs: Jobs, origins: Origins) -> None:
        """Nothing has happened yet."""
        self.calls: list[HttpCall] = []
        """In the order of arrival."""
        self.submissions: list[Submission] = []
        """In the order in which their bodies were read, refused ones included."""
        self._jobs = jobs
        self._origins = origins

    @property
    def jobs(self) -> tuple[Job, ...]:
        """Every job that was queued."""
        return self._jobs.all

    @property
    def charged(self) -> Decimal:
        """US dollars that all jobs cost together."""
        return self._jobs.charged

    @property
    def cancelled(self) -> tuple[Job, ...]:
        """The jobs that were cancelled, and not charged."""
        return tuple(job for job in self.jobs if job.status in CANCELLED)

    @property
    def untold(self) -> tuple[Job, ...]:
        """The jobs whose request_id nobody was told."""
        return tuple(
            submission.job
            for submission in list(self.submissions)
            if submission.job and submission.request_id is None
        )

    def assert_nothing_paid_twice(self) -> None:
        """No two charged jobs have the same model and the same body.

        A test that runs many jobs gives each inputs of its own.
        """
        paid = (job for job in self.jobs if job.charged)
        twice = [jobs for jobs in _by_body(paid) if len(jobs) > 1]
        listed = "; ".join(
            f"{jobs[0].model_id} as {', '.join(job.id for job in jobs)}"
            for jobs in twice
        )
        _expect(not twice, f"the same inputs were paid for more than once: {listed}")

    def assert_nothing_sent_again(self) -> None:
        """No submission follows one of the same body that may have been taken."""
        uncertain: set[tuple[str, str]] = set()
        for submission in list(self.submissions):
            key = (submission.model_id, submission.digest)
            _expect(
                key not in uncertain,
                f"{submission.model_id} was sent again, body {submission.digest[:12]}…, "
                "although the submission before may have been taken",
            )
            if submission.uncertain:
                uncertain.add(key)

    def assert_token_stayed_home(self) -> None:
        """The token went to calls of the API and nowhere else: to no file, no other origin."""
        astray = [
            f"{call.origin}{call.path}"
            for call in list(self.calls)
            if call.authorization is not None
            and (call.origin != self._origins.home or call.path.startswith(FILES_PATH))
        ]
        _expect(not astray, f"the token was sent to {', '.join(astray)}")


def _request_id(body: bytes) -> Any:
    try:
        document: Any = json.loads(body)
    except ValueError:
        return None
    return document.get("request_id") if is_object(document) else None


def _by_body(jobs: Iterable[Job]) -> Iterable[list[Job]]:
    """The jobs, those with the same model and body together."""
    together: dict[tuple[str, str], list[Job]] = defaultdict(list)
    for job in jobs:
        together[job.model_id, job.digest].append(job)
    return together.values()


def _expect(holds: bool, message: str) -> None:
    if not holds:
        raise AssertionError(message)
