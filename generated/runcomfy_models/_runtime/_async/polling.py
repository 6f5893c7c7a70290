# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 431dc24ea05de9390f961ccf9c1852a1
"""Looking at a job until it ends, within the limits of time."""

from collections.abc import AsyncIterator, Callable

from ..answers import Answer, told_status
from ..calls import Call
from ..ends import ENDS
from ..options import Options
from ..pace import Pace
from ..retry import PASSING
from ..status import RequestStatus
from ..timing import Deadline
from .transport import AsyncTransport


class OutOfTime(Exception):
    """A limit of the wait is reached; the text says which."""


class AsyncPolling:
    """One wait for one job."""

    def __init__(
        self, transport: AsyncTransport, options: Options, timeout: float | None
    ) -> None:
        """A wait that begins now; `timeout` is in seconds, None for the options'."""
        self._transport = transport
        self._options = options
        seconds = options.wait_timeout if timeout is None else timeout
        self._whole = Deadline(transport.clock, seconds)
        self._queue = Deadline(transport.clock, options.queue_timeout)

    async def changes(
        self, call: Call, read: Callable[[Answer], RequestStatus]
    ) -> AsyncIterator[RequestStatus]:
        """Each change of status or queue position, the first at once, the end last."""
        pace = Pace(self._options, self._transport.clock)
        before: RequestStatus | None = None
        while before is None or not before.ended:
            status = read(await self._patiently(call))
            if before is None or status.status != before.status:
                pace.quicken()
            if status != before:
                yield status
            before = status
            if not status.ended:
                pause = max(pace.next(), status.retry_after or 0)
                await self._pause(pause, status.queued)

    async def finished(self, call: Call, status: str) -> Answer:
        """The result, once it says so itself: it may lag behind the status."""
        pace = Pace(self._options, self._transport.clock)
        while True:
            answer = await self._patiently(call)
            if told_status(answer.document, status) in ENDS:
                return answer
            await self._pause(max(pace.next(), answer.retry_after or 0), queued=False)

    async def _patiently(self, call: Call) -> Answer:
        """The answer; one that fails until the wait is over does not lose the job."""
        try:
            return await self._transport.repeat(call, self._options, self._whole)
        except PASSING as error:
            raise OutOfTime(
                f"no end after {self._whole.seconds:g} s, the last call failed: {error}"
            ) from error

    async def _pause(self, seconds: float, queued: bool) -> None:
        """Wait, but not beyond a limit: there is one more poll, and no more."""
        left = self._whole.left()
        if self._whole.over:
            raise OutOfTime(f"no end after {self._whole.seconds:g} s")
        if queued and self._queue.over:
            raise OutOfTime(f"still in the queue after {self._queue.seconds:g} s")
        if queued:
            left = min(left, self._queue.left())
        await self._transport.clock.sleep(min(seconds, left))
