"""Ask the service about a job."""

import warnings
from collections.abc import Iterator
from typing import Any, Generic

from ..errors import ResponseError, RunComfyError
from ..http.answers import Answer
from ..http.calls import Call, cancel_call, result_call, status_call
from ..http.retry import NOT_YET_SECONDS, TRANSIENT
from ..jobs.cancelling import CancelOutcome, cancel_outcome
from ..jobs.job_answers import job_error, read_status, result_fields
from ..jobs.job_facts import JobFacts
from ..models.outputs import OutputT
from ..options import Options
from ..status import COMPLETED_STATUSES, RequestStatus
from ..timing import Deadline
from ..truncating import truncated
from .api_calls import ApiCalls
from .download import Downloads
from .polling import Polling
from .result import Result
from .wait_guard import Cancellable, WaitGuard


class Job(Generic[OutputT]):
    """A job on a connection, with the options by which it is followed."""

    def __init__(
        self, facts: JobFacts[OutputT], api: ApiCalls, options: Options
    ) -> None:
        """Prepare; nothing is sent yet."""
        self.id = facts.request_id
        self.model_id = facts.model_id
        self._facts = facts
        self._api = api
        self._options = options
        self._status_call = status_call(self.model_id, self.id)
        self._warned: set[str] = set()
        self._may_be_unknown_until = (
            Deadline(api.clock, NOT_YET_SECONDS) if facts.is_new else None
        )

    def guard(self, request: Cancellable) -> WaitGuard:
        """Return the guard for a wait; `request` is the handle of this job."""
        return WaitGuard(request, self._options)

    def polling(self, timeout: float | None) -> Polling:
        """Start a wait of `timeout` seconds; None means `wait_timeout`."""
        return Polling(self._api, self._options, timeout, self._may_be_unknown_until)

    def status(self) -> RequestStatus:
        """Return the status now; repeat the call for a while if it fails."""
        deadline = Deadline(self._api.clock, self._options.read_timeout)
        answer = self._api.call_with_retries(
            self._status_call, self._options, deadline, self._may_be_unknown_until
        )
        return self._read_status(answer)

    def changes(self, polling: Polling) -> Iterator[RequestStatus]:
        """Yield each change of status or queue position: the first at once, the end last."""
        return polling.changes(self._status_call, self._read_status)

    def ended(self, polling: Polling) -> RequestStatus:
        """Return the status in which the job ended; call the options' callback meanwhile."""
        last: RequestStatus | None = None
        changes = self.changes(polling)
        # The loop runs to the end: leaving an asynchronous generator early costs a task.
        for last in changes:
            if self._options.on_update is not None:
                self._options.on_update(last)
        if last is None:
            raise AssertionError("changes end with a final status")
        return last

    def result(self, polling: Polling) -> Result[OutputT]:
        """Return the result once the job has ended; raise an error if it has none."""
        ended = self.ended(polling)
        call = result_call(self.model_id, self.id)
        if ended.status not in COMPLETED_STATUSES:
            document = self._failure(call, ended)
            raise job_error(document, call, ended.status)
        answer = polling.final_result(call, ended.status)
        return self._read_result(answer, ended.status)

    def cancel(self, timeout: float | None) -> CancelOutcome:
        """Ask once to cancel, for `timeout` seconds; None means `read_timeout`."""
        limit = self._options.read_timeout if timeout is None else timeout
        call = cancel_call(self.model_id, self.id)
        try:
            answer = self._api.call_once(call, self._options, limit)
        except (*TRANSIENT, ResponseError):
            return CancelOutcome.NOT_CONFIRMED
        return cancel_outcome(answer.document)

    def _failure(self, call: Call, ended: RequestStatus) -> dict[str, Any]:
        """Ask once why a job did not complete; return the known facts."""
        limit = self._options.read_timeout
        try:
            answer = self._api.call_once(call, self._options, limit)
        except RunComfyError:
            return ended.raw
        return {**ended.raw, **answer.document}

    def _read_result(self, answer: Answer, status: str) -> Result[OutputT]:
        call = result_call(self.model_id, self.id)
        fields = result_fields(answer, call, status, self._facts.output_type)
        downloads = Downloads(self._api, self._options, call.facts)
        return Result(**fields, estimate=self._facts.price, downloads=downloads)

    def _read_status(self, answer: Answer) -> RequestStatus:
        status = read_status(answer, self._status_call)
        if not status.known and status.status not in self._warned:
            self._warned.add(status.status)
            warnings.warn(
                f"unknown status {truncated(status.status, 40)!r}: treated as the status "
                "of a job that is still running",
                stacklevel=2,
            )
        return status
