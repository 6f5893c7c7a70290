"""What the service is asked about a job, and what comes of its answers."""

import warnings
from collections.abc import AsyncIterator
from typing import Any, Generic

from ..answers import Answer
from ..calls import Call, cancel_call, result_call, status_call
from ..cancelling import CancelOutcome, cancel_outcome
from ..ends import COMPLETED
from ..errors import ResponseError, RunComfyError
from ..job_errors import job_error
from ..options import Options
from ..outputs import OutputT
from ..result_reading import result_fields
from ..retry import PASSING
from ..shown import shown
from ..status import RequestStatus
from ..status_reading import read_status
from ..timing import Deadline
from .download import AsyncDownloads
from .guard import AsyncCancellable, AsyncGuard
from .polling import AsyncPolling
from .result import AsyncResult
from .transport import AsyncTransport


class AsyncJob(Generic[OutputT]):
    """A job on a connection, with the options by which it is followed."""

    def __init__(
        self,
        request_id: str,
        model_id: str,
        output_type: type[OutputT],
        transport: AsyncTransport,
        options: Options,
    ) -> None:
        """Nothing is sent yet."""
        self.id = request_id
        self.model_id = model_id
        self._output_type = output_type
        self._transport = transport
        self._options = options
        self._status_call = status_call(model_id, request_id)
        self._warned: set[str] = set()

    def guard(self, request: AsyncCancellable) -> AsyncGuard:
        """What stands around a wait for the job whose handle is `request`."""
        return AsyncGuard(request, self._options)

    def polling(self, timeout: float | None) -> AsyncPolling:
        """A wait that begins now, of so many seconds; None for `wait_timeout`."""
        return AsyncPolling(self._transport, self._options, timeout)

    async def status(self) -> RequestStatus:
        """What the service says of the job now; asks again for a while if it fails."""
        deadline = Deadline(self._transport.clock, self._options.read_timeout)
        return self._read_status(
            await self._transport.repeat(self._status_call, self._options, deadline)
        )

    def changes(self, polling: AsyncPolling) -> AsyncIterator[RequestStatus]:
        """Each change of status or queue position, the first at once, the end last."""
        return polling.changes(self._status_call, self._read_status)

    async def ended(self, polling: AsyncPolling) -> RequestStatus:
        """The status in which the job ended; the options' callback is told on the way."""
        last: RequestStatus | None = None
        changes = self.changes(polling)
        async for last in changes:  # to its end: to leave one costs a task
            if self._options.on_update is not None:
                self._options.on_update(last)
        if last is None:
            raise AssertionError("changes end with an end")
        return last

    async def result(self, polling: AsyncPolling) -> AsyncResult[OutputT]:
        """The result, once the job has ended; an error where it has none."""
        ended = await self.ended(polling)
        call = result_call(self.model_id, self.id)
        if ended.status not in COMPLETED:
            raise job_error(await self._last_words(call, ended), call, ended.status)
        answer = await polling.finished(call, ended.status)
        fields = result_fields(answer, call, ended.status, self._output_type)
        downloads = AsyncDownloads(self._transport, self._options, call.facts)
        return AsyncResult(**fields, downloads=downloads)

    async def cancel(self, timeout: float | None) -> CancelOutcome:
        """Ask once to cancel, for so many seconds; None for `read_timeout`."""
        limit = self._options.read_timeout if timeout is None else timeout
        call = cancel_call(self.model_id, self.id)
        try:
            answer = await self._transport.once(call, self._options, limit)
        except (*PASSING, ResponseError):
            return CancelOutcome.NOT_CONFIRMED
        return cancel_outcome(answer.document)

    async def _last_words(self, call: Call, ended: RequestStatus) -> dict[str, Any]:
        """Why a job did not complete, as far as the service tells: asked once."""
        limit = self._options.read_timeout
        try:
            answer = await self._transport.once(call, self._options, limit)
        except RunComfyError:
            return ended.raw
        return {**ended.raw, **answer.document}

    def _read_status(self, answer: Answer) -> RequestStatus:
        status = read_status(answer, self._status_call)
        if not status.known and status.status not in self._warned:
            self._warned.add(status.status)
            warnings.warn(
                f"unknown status {shown(status.status, 40)!r}, taken for one of a job "
                "under way",
                stacklevel=2,
            )
        return status
