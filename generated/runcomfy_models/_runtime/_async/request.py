# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""A job that was submitted: following it to its end."""

import warnings
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Any, Generic

from ..answers import Answer
from ..calls import Call, cancel_call, result_call, status_call
from ..cancelling import CancelOutcome, cancel_outcome
from ..ends import COMPLETED, ENDS, UNDER_WAY
from ..errors import ResponseError, RunComfyError, WaitTimeout
from ..job_errors import job_error
from ..options import Options
from ..pace import Pace
from ..result import OutputT, Result, read_result
from ..retry import PASSING
from ..shown import shown
from ..status import RequestStatus, read_status
from ..timing import Deadline

if TYPE_CHECKING:
    from .transport import AsyncTransport


class AsyncRequest(Generic[OutputT]):
    """Handle of a submitted job; `id` is all that it takes to find the job again.

    It pickles without token and connection: hand its `id` to `client.request(…)` in
    another process. A time-out of a method is in seconds, and `wait_timeout` of the
    options where it is None.
    """

    def __init__(
        self,
        request_id: str,
        model_id: str,
        output_type: type[OutputT],
        transport: "AsyncTransport",
        options: Options,
    ) -> None:
        """Made by a client's `submit` or `request`."""
        self.id = request_id
        self.model_id = model_id
        self._output_type = output_type
        self._transport: AsyncTransport | None = transport
        self._options = options
        self._warned: set[str] = set()

    def __repr__(self) -> str:
        """The id and the model."""
        return f"<{type(self).__name__} {self.id} of {self.model_id}>"

    def __getstate__(self) -> dict[str, Any]:
        """Everything but the connection with its token, and the options."""
        return {**vars(self), "_transport": None, "_options": Options()}

    async def status(self) -> RequestStatus:
        """What the service says of the job now; asks again for a while if it fails."""
        transport = self._connected()
        deadline = Deadline(transport.clock, self._options.read_timeout)
        return self._read_status(
            await transport.repeat(self._status_call(), self._options, deadline)
        )

    def updates(self, timeout: float | None = None) -> AsyncIterator[RequestStatus]:
        """Each change of status or queue position, the first at once, the end last.

        Raises `WaitTimeout` when the time is over; the job goes on.
        """
        return self._updates(self._deadline(timeout))

    async def wait(self, timeout: float | None = None) -> RequestStatus:
        """The status in which the job ended, be it good or bad.

        Calls `on_update` of the options on the way. Raises `WaitTimeout`.
        """
        return await self._wait(self._deadline(timeout))

    async def result(self, timeout: float | None = None) -> Result[OutputT]:
        """Wait for the end of the job and return its result.

        Raises `WaitTimeout`, `JobFailed`, `JobCancelled`, and `ResponseError` where the
        job completed without an output, or with one of another shape than the docs say.
        """
        deadline = self._deadline(timeout)
        ended = await self._wait(deadline)
        call = result_call(self.model_id, self.id)
        if ended.status not in COMPLETED:
            raise job_error(await self._last_words(call, ended), call, ended.status)
        answer = await self._finished(call, ended, deadline)
        status = _told_status(answer, ended)
        return read_result(answer, call, status, self._output_type)

    async def cancel(self) -> CancelOutcome:
        """Ask once to cancel. Only a queued job can be; a running one is charged."""
        call = cancel_call(self.model_id, self.id)
        limit = self._options.read_timeout
        try:
            answer = await self._connected().once(call, self._options, limit)
        except (*PASSING, ResponseError):
            return CancelOutcome.NOT_CONFIRMED
        return cancel_outcome(answer.document)

    async def _wait(self, deadline: Deadline) -> RequestStatus:
        async for status in self._updates(deadline):
            if self._options.on_update is not None:
                self._options.on_update(status)
            if status.ended:
                return status
        raise AssertionError("updates end with an end")

    async def _updates(self, deadline: Deadline) -> AsyncIterator[RequestStatus]:
        pace = Pace(self._options, self._connected().clock)
        before: RequestStatus | None = None
        while before is None or not before.ended:
            status = self._read_status(
                await self._patiently(self._status_call(), deadline)
            )
            if before is None or status.status != before.status:
                pace.quicken()
            if status != before:
                yield status
            before = status
            if not status.ended:
                await self._pause(max(pace.next(), status.retry_after or 0), deadline)

    async def _finished(
        self, call: Call, ended: RequestStatus, deadline: Deadline
    ) -> Answer:
        """The result, once it says so itself: it may lag behind the status."""
        pace = Pace(self._options, self._connected().clock)
        while True:
            answer = await self._patiently(call, deadline)
            if _told_status(answer, ended) in ENDS:
                return answer
            await self._pause(max(pace.next(), answer.retry_after or 0), deadline)

    async def _last_words(self, call: Call, ended: RequestStatus) -> dict[str, Any]:
        """Why a job did not complete, as far as the service tells: asked once."""
        limit = self._options.read_timeout
        try:
            answer = await self._connected().once(call, self._options, limit)
        except RunComfyError:
            return ended.raw
        return {**ended.raw, **answer.document}

    async def _patiently(self, call: Call, deadline: Deadline) -> Answer:
        """The answer; one that fails until the wait is over does not lose the job."""
        try:
            return await self._connected().repeat(call, self._options, deadline)
        except PASSING as error:
            raise self._timed_out(
                deadline, f"; the last call failed: {error}"
            ) from error

    async def _pause(self, seconds: float, deadline: Deadline) -> None:
        """Wait, but not beyond the deadline: there is one more poll, and no more."""
        if deadline.over:
            raise self._timed_out(deadline)
        await self._connected().clock.sleep(min(seconds, deadline.left()))

    def _read_status(self, answer: Answer) -> RequestStatus:
        status = read_status(answer, self._status_call())
        name = status.status
        if name not in ENDS | UNDER_WAY and name not in self._warned:
            self._warned.add(name)
            warnings.warn(
                f"unknown status {shown(name, 40)!r}, taken for one of a job under way",
                stacklevel=2,
            )
        return status

    def _timed_out(self, deadline: Deadline, why: str = "") -> WaitTimeout:
        return WaitTimeout(
            f"no end of request {self.id} after {deadline.seconds:g} s; "
            f"the job goes on{why}",
            request=self,
            **self._status_call().facts,
        )

    def _status_call(self) -> Call:
        return status_call(self.model_id, self.id)

    def _deadline(self, timeout: float | None) -> Deadline:
        seconds = self._options.wait_timeout if timeout is None else timeout
        return Deadline(self._connected().clock, seconds)

    def _connected(self) -> "AsyncTransport":
        if self._transport is None:
            raise RunComfyError(
                f"request {self.id} was unpickled and has no connection: "
                "use client.request(request.id)",
                **self._status_call().facts,
            )
        return self._transport


def _told_status(answer: Answer, ended: RequestStatus) -> str:
    """The status in a result; where there is none, the one that was polled."""
    return str(answer.document.get("status", ended.status))
