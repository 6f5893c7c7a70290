# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 80b57a5bef882b315178589dce95c62e
"""One job of the simulated service: its course, its status, its cost."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from math import ceil, isfinite
from typing import Any, Literal

from .._runtime.status import CANCELLED_STATUSES, FAILED_STATUSES

Dollars = Decimal | float
"""An amount of US dollars; 0.35 means exactly that, although it is a float."""

DEFAULT_PRICE = Decimal("0.35")
"""US dollars for a job of a model that has no price."""

IN_QUEUE, IN_PROGRESS = "in_queue", "in_progress"


@dataclass(frozen=True, kw_only=True)
class Course:
    """How a job goes. Times are numbers of polls; with a clock, they are seconds."""

    queued: float = 1
    """Time in the queue; the position counts down to 1."""
    running: float = 1
    """Time in progress, after that."""
    end: str = "completed"
    """The last status: completed, failed, or any other word."""
    error: str | None = None
    """Error message in the result of a job that failed."""
    error_code: int | None = None
    """Error code in the result of a job that failed."""
    cost: Dollars | Literal["by price list"] | None = "by price list"
    """US dollars, unless the job fails. None: nothing is charged, and no cost is reported.
    By the price list: the catalog's price and the inputs, 0.35 for a model without a price."""
    output: dict[str, Any] | None = None
    """Output of the job. None: a sample value for each output that the docs name."""

    def price(self, listed: Decimal | None) -> Decimal | None:
        """Return the US dollars for a job whose price by the list is `listed`."""
        if self.cost == "by price list":
            return DEFAULT_PRICE if listed is None else listed
        return None if self.cost is None else exact(self.cost)


@dataclass
class Job:
    """One job that was queued."""

    id: str
    model_id: str
    digest: str
    """SHA-256 of the body, hexadecimal."""
    course: Course
    price: Decimal | None
    """US dollars, unless it fails or is cancelled; None: nothing, and no cost is reported."""
    created_at: datetime
    age: Callable[["Job"], float] = field(repr=False)
    """Returns the time since the submission, in polls or seconds."""
    polls: int = 0
    head_start: float = 0
    """Time to add to the age of the job: it has left the queue early."""
    cancelled_at: float | None = None
    """The progress at which it was cancelled."""

    @property
    def progress(self) -> float:
        """Time on the course, in polls or seconds; it stops when the job is cancelled."""
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
        """Whether the job has ended, well or not."""
        return self.status not in (IN_QUEUE, IN_PROGRESS)

    @property
    def queue_position(self) -> int | None:
        """The position in the queue, from 1; None if the job is not queued."""
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
        """US dollars: the whole price from the start, nothing for a job without a result.

        Source: the docs, for a cancelled job. They do not mention one that failed.
        """
        free = self.status in CANCELLED_STATUSES | FAILED_STATUSES
        return Decimal(0) if free or self.price is None else self.price

    def start(self) -> None:
        """Leave the queue now."""
        self.head_start += max(0.0, self.course.queued - self.progress)

    def cancel(self) -> str:
        """Cancel the job if it is queued; return the outcome, as the service calls it."""
        if self.status != IN_QUEUE:
            return "not_cancellable"
        self.cancelled_at = self.progress
        return "cancelled"


def exact(amount: Dollars) -> Decimal:
    """Return `amount` with the decimal digits that it is written with."""
    # Decimal(0.35) would be the double that is next to it.
    return Decimal(str(amount))
