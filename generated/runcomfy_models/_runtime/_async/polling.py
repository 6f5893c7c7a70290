# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: fce04a10170f120044cc6ec9e23ce04d
"""Poll a job until it ends, within the time limits."""

from collections.abc import AsyncIterator, Callable

from ..http.answers import Answer
from ..http.calls import Call
from ..http.retry import TRANSIENT
from ..jobs.pace import Pace
from ..options import Options
from ..status import FINAL, RequestStatus
from ..timing import Deadline
from .transport import AsyncTransport


class OutOfTime(Exception):
    """A time limit of the wait is reached; the text says which."""


class AsyncPolling:
    """One wait for one job."""

    def __init__(
        self, transport: AsyncTransport, options: Options, timeout: float | None
    ) -> None:
        """Start the wait; `timeout` is in seconds, None means `wait_timeout`."""
        self._transport = transport
        self._options = options
        seconds = options.wait_timeout if timeout is None else timeout
        self._whole = Deadline(transport.clock, seconds)
        self._queue = Deadline(transport.clock, options.queue_timeout)

    async def changes(
        self, call: Call, read: Callable[[Answer], RequestStatus]
    ) -> AsyncIterator[RequestStatus]:
        """Yield each change of status or queue position: the first at once, the end last."""
        pace = Pace(self._options, self._transport.clock)
        before: RequestStatus | None = None
        while before is None or not before.ended:
            status = read(await self._answer(call))
            if before is None or status.status != before.status:
                pace.restart()
            if status != before:
                yield status
            before = status
            if not status.ended:
                pause = max(pace.next(), status.retry_after or 0)
                await self._pause(pause, status.queued)

    async def final_result(self, call: Call, status: str) -> Answer:
        """Return the result once it says itself that the job has ended."""
        # The result may lag behind the status: it is polled, too.
        pace = Pace(self._options, self._transport.clock)
        while True:
            answer = await self._answer(call)
            if answer.status_or(status) in FINAL:
                return answer
            await self._pause(max(pace.next(), answer.retry_after or 0), queued=False)

    async def _answer(self, call: Call) -> Answer:
        """Return the answer; raise `OutOfTime` if the call fails until the wait is over."""
        try:
            return await self._transport.repeat(call, self._options, self._whole)
        except TRANSIENT as error:
            raise OutOfTime(
                f"no end after {self._whole.seconds:g} s, the last call failed: {error}"
            ) from error

    async def _pause(self, seconds: float, queued: bool) -> None:
        """Wait, but not beyond a limit, at which there is one last poll."""
        left = self._whole.left()
        if self._whole.over:
            raise OutOfTime(f"no end after {self._whole.seconds:g} s")
        if queued and self._queue.over:
            raise OutOfTime(f"still in the queue after {self._queue.seconds:g} s")
        if queued:
            left = min(left, self._queue.left())
        await self._transport.clock.sleep(min(seconds, left))
