# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: f2f09f9a71415a198216037643c248f6
"""The jobs of the simulated service: their queue, and what they cost."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from math import ceil, isfinite
from typing import Any

from .._runtime.status import CANCELLED, FAILED
from .refusals import Refusal

Dollars = Decimal | float
"""An amount of money; a float is read as it is written."""

IN_QUEUE, IN_PROGRESS = "in_queue", "in_progress"


@dataclass(frozen=True, kw_only=True)
class Course:
    """How a job goes. Times count the job's polls; with a clock, they are its seconds."""

    queued: float = 1
    """In the queue; the position counts down to 1."""
    running: float = 1
    """In progress, after that."""
    end: str = "completed"
    """The last status: completed, failed, or any other word."""
    error: str | None = None
    """What the result says of a job that failed."""
    error_code: int | None = None
    """The same as a number."""
    cost: Dollars | None = Decimal("0.35")
    """US dollars, unless the job fails; None: the service does not say, and takes nothing."""
    output: dict[str, Any] | None = None
    """What the job gives; None: a file for every medium that the docs name."""

    @property
    def price(self) -> Decimal:
        """What the service takes for the job, as long as it is not cancelled."""
        return exact(self.cost or 0)


@dataclass
class Job:
    """One job that was queued."""

    id: str
    model_id: str
    digest: str
    """SHA-256 of the body, hexadecimal."""
    course: Course
    created_at: datetime
    age: Callable[["Job"], float] = field(repr=False)
    polls: int = 0
    head_start: float = 0
    """By how much the job is further than its age says."""
    cancelled_at: float | None = None
    """The age at which it was cancelled."""

    @property
    def progress(self) -> float:
        """How far the job is on its course; a cancelled one stays where it was."""
        if self.cancelled_at is not None:
            return self.cancelled_at
        return self.age(self) + self.head_start

    @property
    def status(self) -> str:
        """The status now."""
        if self.cancelled_at is not None:
            return "cancelled"
        if self.progress < self.course.queued:
            return IN_QUEUE
        running = self.progress < self.course.queued + self.course.running
        return IN_PROGRESS if running else self.course.end

    @property
    def ended(self) -> bool:
        """Whether the job is over."""
        return self.status not in (IN_QUEUE, IN_PROGRESS)

    @property
    def queue_position(self) -> int | None:
        """The place in the queue, from 1; None where the job is not in it."""
        if self.status != IN_QUEUE:
            return None
        left = self.course.queued - self.progress
        return ceil(left) if isfinite(left) else 1

    @property
    def finished_at(self) -> datetime | None:
        """When the job ended; a poll counts as a second."""
        if not self.ended:
            return None
        end = self.course.queued + self.course.running
        return self.created_at + timedelta(seconds=min(self.progress, end))

    @property
    def charged(self) -> Decimal:
        """What was paid: all of it from the first moment, nothing for a job without a result.

        Source: the docs say so of a cancelled one, and nothing of one that failed.
        """
        free = self.status in CANCELLED | FAILED
        return Decimal(0) if free else self.course.price

    def start(self) -> None:
        """Leave the queue now."""
        self.head_start += max(0.0, self.course.queued - self.progress)

    def cancel(self) -> str:
        """The outcome of a wish to cancel: only a queued job can be cancelled."""
        if self.status != IN_QUEUE:
            return "not_cancellable"
        self.cancelled_at = self.progress
        return "cancelled"


def exact(amount: Dollars) -> Decimal:
    """0.35 as 0.35, not as the double that is next to it."""
    return Decimal(str(amount))


class Jobs:
    """Every job, and the balance that they are paid from."""

    def __init__(
        self,
        course: Course,
        balance: Dollars | None,
        clock: Callable[[], float] | None,
    ) -> None:
        """`clock` tells seconds; where it is None, a job's polls are counted."""
        self.course = course
        """How the jobs to come go."""
        self.balance = balance
        """US dollars before any job was charged; None has no end."""
        self._clock = clock
        self._next: deque[Course] = deque()
        self._jobs: dict[str, Job] = {}

    def next(self, *courses: Course) -> None:
        """How the next jobs go, in the order of their submission."""
        self._next.extend(courses)

    @property
    def all(self) -> tuple[Job, ...]:
        """Every job in the order of submission."""
        return tuple(self._jobs.values())

    @property
    def charged(self) -> Decimal:
        """What all jobs cost together."""
        return sum((job.charged for job in self.all), Decimal(0))

    def submit(self, model_id: str, digest: str) -> Job:
        """Queue a job and charge it; raises `Refusal` where the balance is too low."""
        course = self._next[0] if self._next else self.course
        if self._short_of(course.price):
            raise Refusal(400002)
        if self._next:
            self._next.popleft()
        job = Job(
            f"sim-{len(self._jobs) + 1:06d}",
            model_id,
            digest,
            course,
            datetime.now(UTC),
            self._age(),
        )
        self._jobs[job.id] = job
        return job

    def find(self, request_id: str) -> Job:
        """The job of that id; raises `Refusal` where there is none."""
        job = self._jobs.get(request_id)
        if job is None:
            raise Refusal(404001)
        return job

    def _short_of(self, price: Decimal) -> bool:
        """Whether the balance that is left is too low."""
        if self.balance is None:
            return False
        return price > exact(self.balance) - self.charged

    def _age(self) -> Callable[[Job], float]:
        """How the age of a job that begins now is told."""
        clock = self._clock
        if clock is None:
            return lambda job: job.polls
        begin = clock()
        return lambda job: clock() - begin
