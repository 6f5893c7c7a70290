"""A job that was submitted: following it to its end."""

import warnings
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Any, Generic
from urllib.parse import quote

from ..errors import (
    ConnectionFailed,
    RateLimitError,
    ResponseError,
    RunComfyError,
    ServerError,
    WaitTimeout,
)
from ..options import Options
from ..result import OutputT, Result, read_result
from ..service import CANCEL_PATH, RESULT_PATH, STATUS_PATH
from ..status import ENDS, UNDER_WAY, CancelOutcome, RequestStatus, cancel_outcome
from ..timing import Pace

if TYPE_CHECKING:
    from .transport import AsyncTransport

PASSING = (ConnectionFailed, RateLimitError, ServerError)
"""Errors of a poll that do not mean anything for the job."""


class AsyncRequest(Generic[OutputT]):
    """Handle of a submitted job; `id` is all that it takes to find the job again.

    It pickles without token and connection: hand it to `client.request(request.id)`
    of another process.
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
        """Everything but the connection and its token, and the callback."""
        return {**vars(self), "_transport": None, "_options": Options()}

    async def status(self) -> RequestStatus:
        """What the service says of the job now."""
        deadline = self._clock().monotonic() + self._options.read_timeout
        return await self._status(deadline)

    async def updates(
        self, timeout: float | None = None
    ) -> AsyncIterator[RequestStatus]:
        """Each change of status or queue position, until the job has ended.

        `timeout` is in seconds; `WaitTimeout` is raised when it is over, and the job goes on.
        """
        clock = self._clock()
        limit = self._options.wait_timeout if timeout is None else timeout
        deadline = clock.monotonic() + limit
        pace = Pace(self._options, clock)
        before: tuple[str, int | None] | None = None
        while True:
            status = await self._patient_status(deadline, limit)
            now = (status.status, status.queue_position)
            if before is None or before[0] != now[0]:
                pace.quicken()
            if before != now:
                yield status
            if status.ended:
                return
            before = now
            await self._pause(pace.next(), deadline, limit)

    async def wait(self, timeout: float | None = None) -> RequestStatus:
        """The status in which the job ended; calls the `on_update` of the options on the way."""
        last: RequestStatus | None = None
        async for status in self.updates(timeout):
            last = status
            if self._options.on_update is not None:
                self._options.on_update(status)
        if last is None:  # updates yields at least the first status
            raise ResponseError("the service told no status", request_id=self.id)
        return last

    async def result(self, timeout: float | None = None) -> Result[OutputT]:
        """Wait for the end of the job and return its result.

        Raises `WaitTimeout`, `JobFailed`, `JobCancelled` or `ResponseError`.
        """
        clock = self._clock()
        limit = self._options.wait_timeout if timeout is None else timeout
        deadline = clock.monotonic() + limit
        await self.wait(limit)
        pace = Pace(self._options, clock)
        while True:
            answer = await self._get(RESULT_PATH, "?include_cost=true", deadline)
            if answer.get("status") in ENDS:
                return read_result(answer, self.id, self.model_id, self._output_type)
            await self._pause(pace.next(), deadline, limit)

    async def cancel(self) -> CancelOutcome:
        """Ask the service to cancel. Only a queued job can be; a running one is charged."""
        path = CANCEL_PATH.format(request_id=quote(self.id, safe=""))
        try:
            answer = await self._connected().post(path, self._options, **self._facts())
        except (*PASSING, ResponseError):
            return CancelOutcome.NOT_CONFIRMED
        return cancel_outcome(answer)

    async def _patient_status(self, deadline: float, limit: float) -> RequestStatus:
        """The status; a poll that fails for good ends the wait, and not the job."""
        try:
            return await self._status(deadline)
        except PASSING as error:
            raise self._timed_out(limit, f"; the last poll failed: {error}") from error

    async def _status(self, deadline: float) -> RequestStatus:
        answer = await self._get(STATUS_PATH, "", deadline)
        status = answer.get("status")
        if not isinstance(status, str):
            raise ResponseError("the answer holds no status", **self._facts())
        self._warn_unknown(status)
        position = answer.get("queue_position")
        known = isinstance(position, int) and not isinstance(position, bool)
        return RequestStatus(self.id, status, position if known else None, answer)

    async def _get(self, path: str, query: str, deadline: float) -> dict[str, Any]:
        filled = path.format(request_id=quote(self.id, safe="")) + query
        return await self._connected().get(
            filled, self._options, deadline, **self._facts()
        )

    async def _pause(self, seconds: float, deadline: float, limit: float) -> None:
        """Wait, but not beyond the deadline: there the wait is over."""
        clock = self._clock()
        left = deadline - clock.monotonic()
        if left <= 0:
            raise self._timed_out(limit)
        await clock.sleep(min(seconds, left))

    def _warn_unknown(self, status: str) -> None:
        """Say once that a status is not known; it is no end."""
        if status not in ENDS | UNDER_WAY and status not in self._warned:
            self._warned.add(status)
            warnings.warn(
                f"request {self.id} has the unknown status {status[:40]!r}; still waiting",
                stacklevel=2,
            )

    def _timed_out(self, limit: float, why: str = "") -> WaitTimeout:
        return WaitTimeout(
            f"request {self.id} has not ended after {limit:g} s; the job goes on{why}",
            request=self,
            **self._facts(),
        )

    def _facts(self) -> dict[str, Any]:
        return {"request_id": self.id, "model_id": self.model_id}

    def _clock(self) -> Any:
        return self._connected().clock

    def _connected(self) -> "AsyncTransport":
        if self._transport is None:
            raise RunComfyError(
                f"request {self.id} was unpickled and has no connection: "
                "use client.request(request.id)",
                **self._facts(),
            )
        return self._transport
