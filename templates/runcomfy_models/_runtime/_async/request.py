"""A job that was submitted: following it to its end."""

import warnings
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Generic, Self

from ..answers import Answer
from ..calls import Call, cancel_call, result_call, status_call
from ..cancelling import CancelOutcome, cancel_outcome
from ..ends import COMPLETED
from ..errors import ResponseError, RunComfyError
from ..job_errors import job_error
from ..options import Options
from ..outputs import OutputT
from ..public import public
from ..shown import shown
from ..status import RequestStatus, read_status
from .result import AsyncResult

if TYPE_CHECKING:
    from .guard import AsyncGuard
    from .polling import AsyncPolling
    from .transport import AsyncTransport


@public
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

    def __copy__(self) -> Self:
        """Another handle of the same job, on the same connection."""
        other = object.__new__(type(self))
        vars(other).update(vars(self))
        return other

    def __deepcopy__(self, memo: object) -> Self:
        """The same: a connection is not copied."""
        return self.__copy__()

    async def status(self) -> RequestStatus:
        """What the service says of the job now; asks again for a while if it fails."""
        from ..timing import Deadline

        transport = self._connected()
        deadline = Deadline(transport.clock, self._options.read_timeout)
        return self._read_status(
            await transport.repeat(self._status_call(), self._options, deadline)
        )

    async def updates(
        self, timeout: float | None = None
    ) -> AsyncIterator[RequestStatus]:
        """Each change of status or queue position, the first at once, the end last.

        Raises `WaitTimeout` when the time is over.
        """
        async with self._guard():
            async for status in self._changes(self._polling(timeout)):
                yield status

    async def wait(self, timeout: float | None = None) -> RequestStatus:
        """The status in which the job ended, be it good or bad.

        Calls `on_update` of the options on the way. Raises `WaitTimeout`.
        """
        async with self._guard():
            return await self._ended(self._polling(timeout))

    async def result(self, timeout: float | None = None) -> AsyncResult[OutputT]:
        """Wait for the end of the job and return its result.

        Raises `WaitTimeout`, `JobFailed`, `JobCancelled`, and `ResponseError` where the
        job completed without an output, or with one of another shape than the docs say.
        """
        async with self._guard():
            polling = self._polling(timeout)
            return await self._result(polling, await self._ended(polling))

    async def cancel(self, timeout: float | None = None) -> CancelOutcome:
        """Ask once to cancel. Only a queued job can be; a running one is charged.

        `timeout` is in seconds, `read_timeout` of the options where it is None.
        """
        from ..retry import PASSING

        call = cancel_call(self.model_id, self.id)
        limit = self._options.read_timeout if timeout is None else timeout
        try:
            answer = await self._connected().once(call, self._options, limit)
        except (*PASSING, ResponseError):
            return CancelOutcome.NOT_CONFIRMED
        return cancel_outcome(answer.document)

    async def _ended(self, polling: "AsyncPolling") -> RequestStatus:
        last: RequestStatus | None = None
        async for last in self._changes(
            polling
        ):  # to its end: to leave one costs a task
            if self._options.on_update is not None:
                self._options.on_update(last)
        if last is None:
            raise AssertionError("changes end with an end")
        return last

    async def _result(
        self, polling: "AsyncPolling", ended: RequestStatus
    ) -> AsyncResult[OutputT]:
        call = result_call(self.model_id, self.id)
        if ended.status not in COMPLETED:
            raise job_error(await self._last_words(call, ended), call, ended.status)
        answer = await polling.finished(call, ended.status)
        read = AsyncResult[OutputT].read
        result = read(answer, call, ended.status, self._output_type)
        from .download import AsyncDownloads

        downloads = AsyncDownloads(self._connected(), self._options, call.facts)
        return replace(result, downloads=downloads)

    async def _last_words(self, call: Call, ended: RequestStatus) -> dict[str, Any]:
        """Why a job did not complete, as far as the service tells: asked once."""
        limit = self._options.read_timeout
        try:
            answer = await self._connected().once(call, self._options, limit)
        except RunComfyError:
            return ended.raw
        return {**ended.raw, **answer.document}

    def _changes(self, polling: "AsyncPolling") -> AsyncIterator[RequestStatus]:
        return polling.changes(self._status_call(), self._read_status)

    def _guard(self) -> "AsyncGuard":
        from .guard import AsyncGuard

        return AsyncGuard(self, self._options)

    def _polling(self, timeout: float | None) -> "AsyncPolling":
        from .polling import AsyncPolling

        return AsyncPolling(self._connected(), self._options, timeout)

    def _read_status(self, answer: Answer) -> RequestStatus:
        status = read_status(answer, self._status_call())
        if not status.known and status.status not in self._warned:
            self._warned.add(status.status)
            warnings.warn(
                f"unknown status {shown(status.status, 40)!r}, taken for one of a job "
                "under way",
                stacklevel=2,
            )
        return status

    def _status_call(self) -> Call:
        return status_call(self.model_id, self.id)

    def _connected(self) -> "AsyncTransport":
        if self._transport is None:
            raise RunComfyError(
                f"request {self.id} was unpickled and has no connection: "
                "use client.request(request.id)",
                **self._status_call().facts,
            )
        return self._transport
