# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 43723d3b86f6293542d1d43f1f35e195
"""The ledger of the simulated service: every call, every submission, every charge."""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from .._runtime.json_value import is_object
from .._runtime.status import CANCELLED_STATUSES
from .job_store import Jobs
from .origins import Origins
from .serving.served_files import FILES_PATH
from .simulated_job import Job


@dataclass
class HttpCall:
    """One HTTP call that arrived."""

    method: str
    path: str
    """As it was sent: percent-encoded, without the query."""
    query: str
    origin: str
    """The address that was called: `Simulator.base_url` or `other_url`."""
    authorization: str | None = field(repr=False)
    """The header, if there was one."""
    fault: str = ""
    """The name of the fault; empty if the call went well."""
    status: int | None = None
    """The HTTP status of the answer; None if there was none."""

    def __str__(self) -> str:
        """Return a line for a log: the call, the status and the fault, without the token."""
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
    """The HTTP status of the answer; None if none was sent as a whole."""
    request_id: str | None = None
    """The job's id, if the answer contained it."""

    def answered(self, status: int, body: bytes) -> None:
        """Record the answer, just before it is sent."""
        self.status = status
        if self.job and _request_id(body) == self.job.id:
            self.request_id = self.job.id

    @property
    def uncertain(self) -> bool:
        """Whether the sender cannot know if a job was queued."""
        # A proxy may answer 408 or 499 although the job was queued behind it.
        refused = self.status in range(400, 500) and self.status not in (408, 499)
        return self.request_id is None and not refused


class Ledger:
    """Records calls, submissions and jobs; its assertions raise `AssertionError`."""

    def __init__(self, jobs: Jobs, origins: Origins) -> None:
        """Start empty, over the `jobs` of a simulator."""
        self.calls: list[HttpCall] = []
        """All calls, in the order of arrival."""
        self.submissions: list[Submission] = []
        """All submissions whose body was read, in that order, refused ones included."""
        self._jobs = jobs
        self._origins = origins

    @property
    def jobs(self) -> tuple[Job, ...]:
        """Every job that was queued."""
        return self._jobs.all

    @property
    def charged(self) -> Decimal:
        """US dollars that all jobs were charged together."""
        return self._jobs.charged

    @property
    def cancelled(self) -> tuple[Job, ...]:
        """The jobs that were cancelled, and so not charged."""
        return tuple(job for job in self.jobs if job.status in CANCELLED_STATUSES)

    @property
    def untold(self) -> tuple[Job, ...]:
        """The jobs whose id no answer gave to the client."""
        # Over a copy, since the server's thread may append meanwhile.
        return tuple(
            submission.job
            for submission in list(self.submissions)
            if submission.job and submission.request_id is None
        )

    def assert_nothing_paid_twice(self) -> None:
        """Assert that no two charged jobs have the same model and the same body.

        A test that runs many jobs has to give each of them different inputs.
        """
        paid = (job for job in self.jobs if job.charged)
        twice = [jobs for jobs in _by_body(paid) if len(jobs) > 1]
        listed = "; ".join(
            f"{jobs[0].model_id} as {', '.join(job.id for job in jobs)}"
            for jobs in twice
        )
        _expect(not twice, f"the same inputs were paid for more than once: {listed}")

    def assert_nothing_sent_again(self) -> None:
        """Assert that no submission was repeated after it may have been accepted."""
        uncertain: set[tuple[str, str]] = set()
        for submission in list(self.submissions):
            key = (submission.model_id, submission.digest)
            _expect(
                key not in uncertain,
                f"{submission.model_id} was sent again, body {submission.digest[:12]}…, "
                "although the first submission may have been accepted",
            )
            if submission.uncertain:
                uncertain.add(key)

    def assert_token_stayed_home(self) -> None:
        """Assert that no token went to a file or to the other origin."""
        leaks = [
            f"{call.origin}{call.path}"
            for call in list(self.calls)
            if call.authorization is not None
            and (call.origin != self._origins.home or call.path.startswith(FILES_PATH))
        ]
        _expect(not leaks, f"the token was sent to {', '.join(leaks)}")


def _request_id(body: bytes) -> Any:
    try:
        document: Any = json.loads(body)
    except ValueError:
        return None
    return document.get("request_id") if is_object(document) else None


def _by_body(jobs: Iterable[Job]) -> Iterable[list[Job]]:
    """Return the jobs in groups with the same model and body."""
    groups: dict[tuple[str, str], list[Job]] = defaultdict(list)
    for job in jobs:
        groups[job.model_id, job.digest].append(job)
    return groups.values()


def _expect(condition: bool, message: str) -> None:
    # Not `assert`, which does nothing under `python -O`.
    if not condition:
        raise AssertionError(message)
