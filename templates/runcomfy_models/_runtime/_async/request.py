"""A job that was submitted: following it to its end."""

from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Any, Generic, Self

from ..cancelling import CancelOutcome
from ..outputs import OutputT
from ..public import public
from ..status import RequestStatus
from .result import AsyncResult

if TYPE_CHECKING:
    from .job import AsyncJob


@public
class AsyncRequest(Generic[OutputT]):
    """Handle of a submitted job; `id` is all that it takes to find the job again.

    It pickles without token and connection: hand its `id` to `client.request(…)` in
    another process. A time-out of a method is in seconds, and `wait_timeout` of the
    options where it is None.
    """

    def __init__(self, job: "AsyncJob[OutputT]") -> None:
        """Made by a client's `submit` or `request`."""
        self.id = job.id
        self.model_id = job.model_id
        self._job: AsyncJob[OutputT] | None = job

    def __repr__(self) -> str:
        """The id and the model."""
        return f"<{type(self).__name__} {self.id} of {self.model_id}>"

    def __getstate__(self) -> dict[str, Any]:
        """Everything but the connection with its token, and the options."""
        return {**vars(self), "_job": None}

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
        return await self._connected().status()

    async def updates(
        self, timeout: float | None = None
    ) -> AsyncIterator[RequestStatus]:
        """Each change of status or queue position, the first at once, the end last.

        Raises `WaitTimeout` when the time is over.
        """
        job = self._connected()
        async with job.guard(self):
            async for status in job.changes(job.polling(timeout)):
                yield status

    async def wait(self, timeout: float | None = None) -> RequestStatus:
        """The status in which the job ended, be it good or bad.

        Calls `on_update` of the options on the way. Raises `WaitTimeout`.
        """
        job = self._connected()
        async with job.guard(self):
            return await job.ended(job.polling(timeout))

    async def result(self, timeout: float | None = None) -> AsyncResult[OutputT]:
        """Wait for the end of the job and return its result.

        Raises `WaitTimeout`, `JobFailed`, `JobCancelled`, and `ResponseError` where the
        job completed without an output, or with one of another shape than the docs say.
        """
        job = self._connected()
        async with job.guard(self):
            return await job.result(job.polling(timeout))

    async def cancel(self, timeout: float | None = None) -> CancelOutcome:
        """Ask once to cancel. Only a queued job can be; a running one is charged.

        `timeout` is in seconds, `read_timeout` of the options where it is None.
        """
        return await self._connected().cancel(timeout)

    def _connected(self) -> "AsyncJob[OutputT]":
        if self._job is not None:
            return self._job
        from ..errors import RunComfyError

        raise RunComfyError(
            f"request {self.id} was unpickled and has no connection: "
            "use client.request(request.id)",
            model_id=self.model_id,
            request_id=self.id,
        )
