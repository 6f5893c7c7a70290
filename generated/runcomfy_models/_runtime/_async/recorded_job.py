# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: c0159051f32a707ccc77462e0f738121
"""A job whose start and end are recorded in a journal."""

import json
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from ..concurrency import AsyncBlocking
from ..errors import JobCancelled, JobFailed, ResponseError
from ..http.answers import Answer
from ..jobs.job_answers import answer_cost
from ..journal.databases.database import JournalRow
from ..journal.entry import Entry
from ..journal.paid_calls.failures import error_facts, recorded_error
from ..journal.paid_calls.outcomes import cancel, fail, record_result, start
from ..journal.queries import job_entry
from ..models.outputs import OutputT
from ..reported_cost import reported_cost
from ..status import RUNNING_STATUSES, RequestStatus
from .job import AsyncJob
from .polling import AsyncPolling
from .result import AsyncResult

if TYPE_CHECKING:
    from ..journal.journal import Journal


class AsyncRecordedJob(AsyncJob[OutputT]):
    """A job whose end goes into the journal of the options, if that knows its id."""

    rows: list[JournalRow] | None = None
    """The rows of the job once its end has been recorded: almost always one."""
    _has_started = False

    async def result(self, polling: AsyncPolling) -> AsyncResult[OutputT]:
        """Return the recorded result, else wait for the end of the job."""
        if not self._facts.is_new and (entry := await self._entry()):
            if entry.answer is not None:
                return self._recorded_result(entry)
            if error := recorded_error(entry):
                raise error
        try:
            result = await super().result(polling)
        except JobCancelled as error:
            await self._record_end(cancel, error)
            raise
        except JobFailed as error:
            await self._record_end(fail, error)
            raise
        answer = json.dumps(result.raw)
        await self._record(partial(record_result, answer=answer, cost=result.cost))
        return result

    async def _entry(self) -> Entry | None:
        return await AsyncBlocking.outcome(
            self._journal.do(partial(job_entry, request_id=self.id))
        )

    def _recorded_result(self, entry: Entry) -> AsyncResult[OutputT]:
        answer = Answer(200, json.dumps(entry.answer))
        return replace(self._read_result(answer, "completed"), cost=entry.cost)

    def _read_result(self, answer: Answer, status: str) -> AsyncResult[OutputT]:
        try:
            return super()._read_result(answer, status)
        except ResponseError as error:  # it has completed, and was charged for
            unusable = partial(
                fail, answer=json.dumps(answer.document), cost=answer_cost(answer)
            )
            facts = error_facts(error)
            self._journal.do(partial(unusable, request_id=self.id, facts=facts))
            raise

    def _read_status(self, answer: Answer) -> RequestStatus:
        status = super()._read_status(answer)
        if status.status in RUNNING_STATUSES and not self._has_started:
            self._has_started = True
            self._journal.do(partial(start, request_id=self.id))
        return status

    async def _record_end(
        self, record: Callable[..., list[JournalRow]], error: JobFailed | JobCancelled
    ) -> None:
        cost = reported_cost(error.raw.get("cost"))
        await self._record(partial(record, facts=error_facts(error), cost=cost))

    async def _record(self, work: Callable[..., list[JournalRow]]) -> None:
        recording = self._journal.do(partial(work, request_id=self.id))
        self.rows = await AsyncBlocking.outcome(recording)

    @property
    def _journal(self) -> "Journal":
        journal = self._options.journal
        assert journal is not None  # noqa: S101
        return journal
