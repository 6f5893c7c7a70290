"""The progress of a batch: counts, money, rate and time left."""

from collections import Counter
from decimal import Decimal

from ..journal.entry import Entry
from ..journal.paid_calls.states import UNKNOWN
from ..journal.spending import Limits
from ..pricing import format_dollars
from ..public import public
from ..timing import Timing


@public
class Progress:
    """The progress of a run at one moment."""

    def __init__(self, total: int, limits: Limits, timing: Timing) -> None:
        """Begin a run of `total` jobs."""
        self.total = total
        """Jobs of this run."""
        self.counts: Counter[str] = Counter()
        """State: how many jobs of this run have ended in it."""
        self.spent = Decimal(0)
        """US dollars that jobs have cost in this run, as far as that is known."""
        self.spent_before = Decimal(0)
        """US dollars that all jobs of the journal had cost when the run began."""
        self.expected = Decimal(0)
        """US dollars that the jobs under way may cost, as far as that is known."""
        self.kept = Decimal(0)
        """US dollars that stay reserved for jobs that have ended without a known cost."""
        self.budget = limits.total
        """The limit for all jobs of the journal; None if there is none."""
        self.keys_under_way: set[str] = set()
        """Keys of jobs that were begun and have not ended."""
        self._timing = timing
        self._start = timing.monotonic()
        self._began = timing.now()

    @property
    def under_way(self) -> int:
        """Jobs that were begun and have not ended."""
        return len(self.keys_under_way)

    @property
    def ended_jobs(self) -> int:
        """Number of jobs of this run that have ended."""
        return sum(self.counts.values())

    @property
    def reserved(self) -> Decimal:
        """US dollars that are reserved for jobs of this run whose cost is not known."""
        return self.expected + self.kept

    @property
    def seconds(self) -> float:
        """Seconds since the run began."""
        return self._timing.monotonic() - self._start

    @property
    def per_minute(self) -> float:
        """Jobs that have ended, a minute."""
        return 60 * self.ended_jobs / self.seconds if self.seconds else 0.0

    @property
    def seconds_left(self) -> float | None:
        """Seconds until the end at this rate; None before the first job has ended."""
        if not self.ended_jobs:
            return None
        return (self.total - self.ended_jobs) * self.seconds / self.ended_jobs

    def ended(self, entry: Entry) -> None:
        """Note that a job has ended."""
        self.keys_under_way.discard(entry.key)
        self.counts[entry.state] += 1
        if entry.cost is not None:
            # A job that ended before this run was paid then: only its files were missing.
            if entry.ended_at is None or entry.ended_at >= self._began:
                self.spent += entry.cost
        elif entry.estimate is not None and _may_cost(entry):
            self.kept += entry.estimate

    def __str__(self) -> str:
        """Return a line for people."""
        states = ", ".join(
            f"{count} {state}" for state, count in self.counts.most_common()
        )
        spent = f"spent {format_dollars(self.spent)}"
        if self.budget is not None:  # which limits all jobs of the journal
            so_far = self.spent_before + self.spent
            spent = f"spent {format_dollars(so_far)} of {format_dollars(self.budget)}"
        kept = self.reserved
        reserved = f", {format_dollars(kept)} reserved" if kept else ""
        running = f", {self.under_way} under way" if self.under_way else ""
        left = self.seconds_left
        rate = (
            ""
            if left is None
            else f"; {self.per_minute:.0f} a minute, {left:.0f} s left"
        )
        return (
            f"{self.ended_jobs} of {self.total} ended ({states or 'none yet'}){running}; "
            f"{spent}{reserved}{rate}"
        )


def _may_cost(entry: Entry) -> bool:
    """Whether a job without a known cost was queued, or may have been."""
    return entry.request_id is not None or entry.state == UNKNOWN
