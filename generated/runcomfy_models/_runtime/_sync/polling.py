# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: b7b8d24eab436fd981cc309c4fdae168
"""Poll a job until it ends, within the time limits."""

from collections.abc import Callable, Iterator

from ..http.answers import Answer
from ..http.calls import Call
from ..http.retry import TRANSIENT, server_pause
from ..jobs.polling_pace import PollingPace
from ..logger import LOGGER
from ..options import Options
from ..status import FINAL_STATUSES, RequestStatus
from ..timing import Deadline
from .api_calls import ApiCalls


class OutOfTime(Exception):
    """A time limit of the wait is reached; the text says which."""


class Polling:
    """One wait for one job."""

    def __init__(
        self,
        api: ApiCalls,
        options: Options,
        timeout: float | None,
        may_be_unknown_until: Deadline | None,
    ) -> None:
        """Start the wait; `timeout` is in seconds, None means `wait_timeout`.

        Until `may_be_unknown_until`, the service may not know the job; None for an older job.
        """
        self._api = api
        self._options = options
        self._may_be_unknown_until = may_be_unknown_until
        seconds = options.wait_timeout if timeout is None else timeout
        self._whole = Deadline(api.clock, seconds)
        self._queue = Deadline(api.clock, options.queue_timeout)

    def changes(
        self, call: Call, read: Callable[[Answer], RequestStatus]
    ) -> Iterator[RequestStatus]:
        """Yield each change of status or queue position: the first at once, the end last.

        Also yields a status, changed or not, with a pause that is limited: a user may want to
        know that the service asked for more.
        """
        pace = PollingPace(self._options, self._api.clock)
        before: RequestStatus | None = None
        while before is None or not before.ended:
            status = read(self._answer(call))
            if before is None or status.status != before.status:
                pace.restart()
            is_limited = self._is_limited(status)
            if is_limited:
                self._warn_of_pause(status, call)
            if is_limited or status != before:
                yield status
            before = status
            if not status.ended:
                at_least = server_pause(status.retry_after, self._options)
                self._pause(max(pace.next(), at_least), queued=status.queued)

    def final_result(self, call: Call, status: str) -> Answer:
        """Poll the result until it too says that the job has ended: it may lag behind."""
        pace = PollingPace(self._options, self._api.clock)
        while True:
            answer = self._answer(call)
            if answer.status_or(status) in FINAL_STATUSES:
                return answer
            at_least = server_pause(answer.retry_after, self._options)
            self._pause(max(pace.next(), at_least), queued=False)

    def _answer(self, call: Call) -> Answer:
        """Return the answer; raise `OutOfTime` if the call fails until the wait is over."""
        try:
            return self._api.call_with_retries(
                call, self._options, self._whole, self._may_be_unknown_until
            )
        except TRANSIENT as error:
            if not self._whole.is_over:
                raise
            raise OutOfTime(
                f"no end after {self._whole.seconds:g} s, the last call failed: {error}"
            ) from error

    def _is_limited(self, status: RequestStatus) -> bool:
        """Whether the service asks for a longer pause than it gets."""
        seconds = status.retry_after
        return seconds is not None and seconds > self._options.retry_after_max

    def _warn_of_pause(self, status: RequestStatus, call: Call) -> None:
        LOGGER.warning(
            "%s: the service asks for a pause of %.0f s, which is limited to %g s",
            call.path,
            status.retry_after,
            self._options.retry_after_max,
        )

    def _pause(self, seconds: float, *, queued: bool) -> None:
        """Wait, but not beyond a time limit, at which one last poll is made."""
        left = self._whole.left()
        if self._whole.is_over:
            raise OutOfTime(f"no end after {self._whole.seconds:g} s")
        if queued and self._queue.is_over:
            raise OutOfTime(f"still in the queue after {self._queue.seconds:g} s")
        if queued:
            left = min(left, self._queue.left())
        self._api.clock.sleep(min(seconds, left))
