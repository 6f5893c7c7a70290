"""One job of a batch: claim, follow, download, each step recorded. `paying.py` pays for it."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from .._async.any_client import AnyClient, output_type_of
from .._async.recorded_job import AsyncRecordedJob
from .._async.request import AsyncRequest
from ..concurrency import AsyncBlocking
from ..errors import DownloadError, JobCancelled, JobFailed, JournalError, RunComfyError
from ..jobs.cancelling import CancelOutcome
from ..jobs.job_facts import JobFacts
from ..journal.databases.database import Database
from ..journal.databases.job_rows import find_known
from ..journal.entry import Entry, read_entry
from ..journal.paid_calls.adopting import Follower, adopt, leave
from ..journal.paid_calls.claiming import make_claim
from ..journal.paid_calls.claims import Claim, ClaimOutcome
from ..journal.paid_calls.outcomes import cancel, record_problem, request_files
from .settings import Settings
from .storing import store_files
from .templates import Template

if TYPE_CHECKING:
    from .._async.account import AsyncRunComfy
    from .._async.download import AsyncDownloads
    from ..journal.journal import Journal

Returned = TypeVar("Returned")


class HandledElsewhere(Exception):
    """Another process submits or follows the job just now."""


class BatchJob:
    """The steps of one key's job."""

    def __init__(
        self, key: str, journal: "Journal", account: "AsyncRunComfy", settings: Settings
    ) -> None:
        """Prepare; `account` has the journal among its options."""
        self.key = key
        self.request: AsyncRequest[Any] | None = None
        self._journal = journal
        self._account = account
        self._settings = settings

    async def claim(self, claim: Claim) -> ClaimOutcome:
        """Claim the paid call. Raises `HandledElsewhere`."""
        outcome = await self._record(partial(make_claim, claim=claim))
        if outcome.is_busy:
            raise HandledElsewhere
        return outcome

    async def follow(
        self, request_id: str, client: type[AnyClient], *, is_new: bool
    ) -> Entry:
        """Wait for the end of the job and for its files; return its entry in the journal.

        `is_new` says that it was submitted here, just now. Raises `HandledElsewhere`.
        """
        if not is_new and not await self._adopt():
            return await self.entry()
        job = self._recorded_job(request_id, client, is_new=is_new)
        self.request = AsyncRequest(job)
        try:
            result = await self.request.result()
            return await self._with_files(await self._ended(job), result.downloads)
        except (JobFailed, JobCancelled):
            return await self._ended(job)
        except JournalError:
            raise
        except RunComfyError as error:
            # The job goes on, or its files are still missing.
            noted = partial(record_problem, key=self.key, message=str(error))
            return read_entry(await self._record(noted))

    def leave(self) -> None:
        """Stop following the job, so that another process may."""
        with suppress(JournalError):  # a closed journal follows no jobs
            self._journal.do(partial(leave, key=self.key))

    async def cancel(self) -> None:
        """Ask once to cancel the job; record it if it will not run."""
        if self.request is None:
            return
        if await self.request.cancel() is CancelOutcome.CANCELLED:
            facts = {"message": "cancelled when the batch was stopped"}
            request_id = self.request.id
            await self._record(
                partial(cancel, request_id=request_id, facts=facts, cost=None)
            )

    async def entry(self) -> Entry:
        """Return the entry of the key in the journal."""
        return read_entry(await self._record(partial(find_known, key=self.key)))

    async def _adopt(self) -> bool:
        """Take over the job, with its files; return False if it has ended or was set aside.

        Raises `HandledElsewhere`.
        """
        if self._settings.template is not None:
            files_to = self._settings.template.text
            await self._record(partial(request_files, key=self.key, files_to=files_to))
        follower = await self._record(partial(adopt, key=self.key))
        if follower is Follower.OTHER_PROCESS:
            raise HandledElsewhere
        return follower is Follower.THIS_PROCESS

    def _recorded_job(
        self, request_id: str, client: type[AnyClient], *, is_new: bool
    ) -> AsyncRecordedJob[Any]:
        facts = JobFacts(
            request_id=request_id,
            model_id=client.model_id,
            output_type=output_type_of(client),
            is_new=is_new,
        )
        return AsyncRecordedJob(facts, self._account.api, self._account.options)

    async def _ended(self, job: AsyncRecordedJob[Any]) -> Entry:
        """Return the entry of the ended job, as it is recorded."""
        if job.rows is None or len(job.rows) != 1:
            return await self.entry()
        return read_entry(job.rows[0])

    async def _with_files(self, entry: Entry, downloads: "AsyncDownloads") -> Entry:
        """Download the missing files; return the job's entry in the journal."""
        if entry.files_to is None or entry.files:
            return entry
        template, receipts = Template(entry.files_to), self._settings.receipts
        try:
            return await store_files(
                self._journal, entry, template, downloads, receipts=receipts
            )
        except OSError as error:
            raise DownloadError(f"not stored: {error}") from error

    async def _record(self, work: Callable[[Database], Returned]) -> Returned:
        return await AsyncBlocking.outcome(self._journal.do(work))
