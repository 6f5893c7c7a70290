# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 1e3cbf1c5a63a695d12b06568dbd05d2
"""Detach or cancel a job whose wait ends before the job does."""

from types import TracebackType
from typing import Protocol, Self

from ..concurrency import Shield
from ..errors import RunComfyError, WaitTimeout
from ..jobs.cancelling import CancelOutcome
from ..jobs.interruption import annotate, job_goes_on, notify_left
from ..options import Options, Policy
from .polling import OutOfTime


class Cancellable(Protocol):
    """The part of a request that a guard needs."""

    id: str
    model_id: str

    def cancel(self, timeout: float | None = None) -> CancelOutcome:
        """Ask once to cancel, for `timeout` seconds."""
        ...


class WaitGuard:
    """Adds the request_id to any exception that ends a wait, and cancels if the options say so."""

    def __init__(self, request: Cancellable, options: Options) -> None:
        """Guard one wait for `request`."""
        self._request = request
        self._options = options

    def __enter__(self) -> Self:
        """Return the guard itself."""
        return self

    def __exit__(
        self,
        error_type: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Turn the end of the time into `WaitTimeout`; annotate other exceptions."""
        if error is None:
            return
        notify_left(self._options.on_update, self._request.id)
        if isinstance(error, RunComfyError | GeneratorExit):
            return
        if isinstance(error, OutOfTime):
            raise self._timed_out(str(error)) from error.__cause__
        # An error in the user's callback is not an interruption: the job goes on.
        is_interruption = not isinstance(error, Exception)
        policy = self._options.on_interrupt if is_interruption else "detach"
        text = self._job_text
        annotate(error, text, request_id=self._request.id, cancel_outcome=None)
        with Shield():
            outcome = self._cancel(policy)
        annotate(error, self._outcome_text(outcome), cancel_outcome=outcome)

    def _timed_out(self, why: str) -> WaitTimeout:
        outcome = self._cancel(self._options.on_timeout)
        return WaitTimeout(
            f"{why}; {self._outcome_text(outcome)}",
            request=self._request,
            cancel_outcome=outcome,
            request_id=self._request.id,
            model_id=self._request.model_id,
        )

    def _cancel(self, policy: Policy) -> CancelOutcome | None:
        if policy == "detach":
            return None
        try:
            return self._request.cancel(timeout=self._options.cancel_timeout)
        except RunComfyError:
            return CancelOutcome.NOT_CONFIRMED

    @property
    def _job_text(self) -> str:
        return f"request {self._request.id} of {self._request.model_id}"

    def _outcome_text(self, outcome: CancelOutcome | None) -> str:
        if outcome is None:
            return job_goes_on(self._request.id, self._request.model_id)
        return f"{self._job_text}: asked to cancel, outcome {outcome.value}"
