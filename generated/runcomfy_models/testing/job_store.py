# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 64c084eb7a80c41bed1a1ba2b765cf47
"""All jobs of the simulated service, and the balance that pays for them."""

from collections import deque
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal

from .api_errors import ApiError
from .simulated_job import Course, Dollars, Job, exact


class Jobs:
    """Queues jobs, finds them, and charges the balance."""

    def __init__(
        self,
        course: Course,
        balance: Dollars | None,
        clock: Callable[[], float] | None,
    ) -> None:
        """Let jobs take seconds of `clock`; without one, they take polls."""
        self.course = course
        """How the next jobs go."""
        self.balance = balance
        """US dollars before any job was charged; None for no limit."""
        self._clock = clock
        self._next: deque[Course] = deque()
        self._jobs: dict[str, Job] = {}

    def next(self, *courses: Course) -> None:
        """Set how the next jobs go, in the order of their submission."""
        for course in courses:
            _check_course(course)
        self._next.extend(courses)

    @property
    def all(self) -> tuple[Job, ...]:
        """Every job in the order of submission."""
        return tuple(self._jobs.values())

    @property
    def charged(self) -> Decimal:
        """US dollars that all jobs were charged together."""
        return sum((job.charged for job in self.all), Decimal(0))

    def submit(self, model_id: str, digest: str, listed: Decimal | None = None) -> Job:
        """Queue and charge a job; raises `ApiError` if the balance is too low.

        `listed` is its price by the list, in US dollars.
        """
        course = self._next[0] if self._next else self.course
        price = course.price(listed)
        if self._is_beyond_balance(price or Decimal(0)):
            raise ApiError(400002)
        if self._next:
            self._next.popleft()
        job = Job(
            id=f"sim-{len(self._jobs) + 1:06d}",
            model_id=model_id,
            digest=digest,
            course=course,
            price=price,
            created_at=datetime.now(UTC),
            age=self._age(),
        )
        self._jobs[job.id] = job
        return job

    def find(self, request_id: str) -> Job:
        """Return the job with that id; raises `ApiError` if there is none."""
        job = self._jobs.get(request_id)
        if job is None:
            raise ApiError(404001)
        return job

    @property
    def left(self) -> Decimal | None:
        """US dollars that are left of the balance; None for no limit."""
        return None if self.balance is None else exact(self.balance) - self.charged

    def _is_beyond_balance(self, price: Decimal) -> bool:
        return self.left is not None and price > self.left

    def _age(self) -> Callable[[Job], float]:
        """Return a function that returns the age of a job submitted now, in seconds or polls."""
        clock = self._clock
        if clock is None:
            return lambda job: job.polls
        start = clock()
        return lambda job: clock() - start


def _check_course(course: object) -> None:
    if not isinstance(course, Course):
        raise TypeError(f"{course!r} is not a Course, such as Course(queued=2)")
