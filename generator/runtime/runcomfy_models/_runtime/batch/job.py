"""One job of a batch: claim, pay, follow, download. Each step is recorded before the next."""

from functools import partial
from typing import TYPE_CHECKING, Any

from .._async.recording import BUSY_PAUSE, pay
from .._async.request import AsyncRequest
from .._async.submitting import new_job
from ..concurrency import AsyncBlocking
from ..errors import DownloadError, JobCancelled, JobFailed, JournalError, RunComfyError
from ..jobs.cancelling import CancelOutcome
from ..journal.adopting import Adopted, adopt, want_files
from ..journal.claiming import claim
from ..journal.claims import Claim, Claimed
from ..journal.entry import Entry, read_entry
from ..journal.outcomes import cancel, note
from ..journal.rows import find
from ..pricing import Price
from .models import AnyClient
from .settings import Settings
from .storing import store_files
from .templates import Template

if TYPE_CHECKING:
    from .._async.account import AsyncRunComfy
    from .._async.download import AsyncDownloads
    from ..http.calls import Call
    from ..journal.journal import Journal

UNPRICED = Price(None, None, None, "it is in the journal")

LONGEST_LOOK = 5.0
"""Seconds at most between two looks at a job that another process follows."""


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
        # The batch repeats a submission itself, and commits an intent for each of them.
        self._payer = account.with_options(attempts=1)
        self._settings = settings

    async def claimed(self, want: Claim) -> Claimed:
        """Claim the paid call; wait while another process makes it."""
        while True:
            found = await AsyncBlocking.outcome(
                self._journal.do(partial(claim, want=want))
            )
            if not found.is_busy:
                return found
            await self._account.transport.clock.sleep(BUSY_PAUSE)

    async def pay(self, want: Claim, call: "Call") -> str:
        """Make the paid call that was granted; return the request_id."""
        return await pay(self._journal, want, call, self._payer)

    async def follow(
        self, request_id: str, client: type[AnyClient], is_fresh: bool
    ) -> Entry:
        """Wait for the end of the job and for its files; return what the journal knows then."""
        if await self._is_mine(is_fresh):
            await self._end(request_id, client, is_fresh)
        return await self.entry()

    async def cancel(self) -> None:
        """Ask once to cancel the job; record it if it will not run."""
        if self.request is None:
            return
        if await self.request.cancel() is CancelOutcome.CANCELLED:
            response = {"message": "cancelled when the batch was stopped"}
            cancelled = partial(
                cancel, request_id=self.request.id, response=response, cost=None
            )
            await AsyncBlocking.outcome(self._journal.do(cancelled))

    async def entry(self) -> Entry:
        """Return what the journal knows of the key."""
        row = await AsyncBlocking.outcome(self._journal.do(partial(find, key=self.key)))
        if row is None:
            raise JournalError(f"the journal has lost the key {self.key!r}")
        return read_entry(row)

    async def _is_mine(self, is_fresh: bool) -> bool:
        """Whether this process follows the job; wait while another one does."""
        if self._settings.template is not None and not is_fresh:
            wanted = partial(
                want_files, key=self.key, files_to=self._settings.template.text
            )
            await AsyncBlocking.outcome(self._journal.do(wanted))
        pause = BUSY_PAUSE
        while not is_fresh:
            adopted = await AsyncBlocking.outcome(
                self._journal.do(partial(adopt, key=self.key))
            )
            if adopted is not Adopted.THEIRS:
                return adopted is Adopted.MINE
            await self._account.transport.clock.sleep(pause)
            pause = min(pause * 1.5, LONGEST_LOOK)
        return True

    async def _end(
        self, request_id: str, client: type[AnyClient], is_fresh: bool
    ) -> None:
        kind: Any = client
        output_type, account = kind.output_type, self._account
        price = UNPRICED if is_fresh else None
        job = new_job(request_id, client.model_id, output_type, account, price)
        self.request = AsyncRequest(job)
        try:
            result = await self.request.result()
            await self._store(result.downloads)
        except (JobFailed, JobCancelled):
            return  # the journal has it
        except JournalError:
            raise
        except (
            RunComfyError
        ) as error:  # the job goes on, or its files are still to come
            noted = partial(note, key=self.key, message=str(error))
            await AsyncBlocking.outcome(self._journal.do(noted))

    async def _store(self, downloads: "AsyncDownloads") -> None:
        entry = await self.entry()
        if entry.files_to is None or entry.files:
            return
        try:
            template, receipts = Template(entry.files_to), self._settings.receipts
            await store_files(self._journal, entry, template, downloads, receipts)
        except OSError as error:
            raise DownloadError(f"not stored: {error}") from error
