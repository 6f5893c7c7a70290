"""What becomes of a job when the wait for it ends before the job does."""

from types import TracebackType
from typing import Protocol, Self

from ..cancelling import CancelOutcome
from ..errors import RunComfyError, WaitTimeout
from ..interruption import tell, tell_listener
from ..option_changes import Policy
from ..options import Options
from ..shields import AsyncShield
from .polling import OutOfTime


class AsyncCancellable(Protocol):
    """What a guard needs of a request."""

    id: str
    model_id: str

    async def cancel(self, timeout: float | None = None) -> CancelOutcome:
        """Ask once to cancel, for `timeout` seconds."""
        ...


class AsyncGuard:
    """Around a wait: whatever ends it tells the request_id, and asks to cancel if so
    the options want it.
    """

    def __init__(self, request: AsyncCancellable, options: Options) -> None:
        """For one wait for `request`."""
        self._request = request
        self._options = options

    async def __aenter__(self) -> Self:
        """The guard itself."""
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Turn the end of the time into `WaitTimeout`; add to what else went wrong."""
        if error is None:
            return
        tell_listener(self._options.on_update, self._request.id)
        if isinstance(error, RunComfyError | GeneratorExit):
            return
        if isinstance(error, OutOfTime):
            raise await self._timed_out(str(error)) from error.__cause__
        policy = (
            "detach" if isinstance(error, Exception) else self._options.on_interrupt
        )
        tell(error, self._name, request_id=self._request.id, cancel_outcome=None)
        async with AsyncShield():
            outcome = await self._cancelled(policy)
        tell(error, self._fate(outcome), cancel_outcome=outcome)

    async def _timed_out(self, why: str) -> WaitTimeout:
        outcome = await self._cancelled(self._options.on_timeout)
        return WaitTimeout(
            f"{why}; {self._fate(outcome)}",
            request=self._request,
            cancel_outcome=outcome,
            request_id=self._request.id,
            model_id=self._request.model_id,
        )

    async def _cancelled(self, policy: Policy) -> CancelOutcome | None:
        if policy == "detach":
            return None
        try:
            return await self._request.cancel(timeout=self._options.cancel_timeout)
        except RunComfyError:
            return CancelOutcome.NOT_CONFIRMED

    @property
    def _name(self) -> str:
        return f"request {self._request.id} of {self._request.model_id}"

    def _fate(self, outcome: CancelOutcome | None) -> str:
        if outcome is None:
            return f"{self._name}: the job goes on"
        return f"{self._name}: asked to cancel, outcome {outcome.value}"
