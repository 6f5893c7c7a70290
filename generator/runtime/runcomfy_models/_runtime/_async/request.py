"""The handle of a submitted job."""

from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Any, Generic, Self

from ..errors import RunComfyError
from ..jobs.cancelling import CancelOutcome
from ..models.outputs import OutputT
from ..public import public
from ..status import RequestStatus
from .result import AsyncResult

if TYPE_CHECKING:
    from .job import AsyncJob


@public
class AsyncRequest(Generic[OutputT]):
    """Handle of a submitted job; with its `id`, the job can be found again.

    It pickles without token and connection: pass its `id` to `client.request(…)` in
    another process. The `timeout` of a method is in seconds; None means `wait_timeout` of
    the options.
    """

    def __init__(self, job: "AsyncJob[OutputT]") -> None:
        """Take a job; `submit` and `request` of a client do this."""
        self.id = job.id
        self.model_id = job.model_id
        self._job: AsyncJob[OutputT] | None = job

    def __repr__(self) -> str:
        """Show the id and the model."""
        return f"<{type(self).__name__} {self.id} of {self.model_id}>"

    def __getstate__(self) -> dict[str, Any]:
        """Pickle without the connection, its token and the options."""
        return {**vars(self), "_job": None}

    def __copy__(self) -> Self:
        """Return another handle of the same job, on the same connection."""
        other = object.__new__(type(self))
        vars(other).update(vars(self))
        return other

    def __deepcopy__(self, memo: object) -> Self:
        """Return the same as `__copy__`: a connection is not copied."""
        return self.__copy__()

    async def status(self) -> RequestStatus:
        """Return the job's status now; repeat the call for a while if it fails."""
        return await self._connected().status()

    async def updates(
        self, timeout: float | None = None
    ) -> AsyncIterator[RequestStatus]:
        """Yield each change of status or queue position: the first at once, the end last.

        Also yields a status whose `retry_after` exceeds `retry_after_max` of the options, even
        if it is the same as before. Raises `WaitTimeout` when the time is over.
        """
        job = self._connected()
        async with job.guard(self):
            async for status in job.changes(job.polling(timeout)):
                yield status

    async def wait(self, timeout: float | None = None) -> RequestStatus:
        """Wait for the end of the job, well or not, and return its final status.

        Calls `on_update` of the options meanwhile. Raises `WaitTimeout`.
        """
        job = self._connected()
        async with job.guard(self):
            return await job.ended(job.polling(timeout))

    async def result(self, timeout: float | None = None) -> AsyncResult[OutputT]:
        """Wait for the end of the job and return its result.

        Raises `WaitTimeout`, `JobFailed`, `JobCancelled`, and `ResponseError` if the job
        completed without an output, or with one that does not have the documented form.
        """
        job = self._connected()
        async with job.guard(self):
            return await job.result(job.polling(timeout))

    async def cancel(self, timeout: float | None = None) -> CancelOutcome:
        """Ask once to cancel. Only a queued job can be cancelled; a running one is charged.

        `timeout` is in seconds; None means `read_timeout` of the options.
        """
        return await self._connected().cancel(timeout)

    def _connected(self) -> "AsyncJob[OutputT]":
        if self._job is not None:
            return self._job
        raise RunComfyError(
            f"request {self.id} was unpickled and has no connection: "
            "use client.request(request.id)",
            model_id=self.model_id,
            request_id=self.id,
        )
