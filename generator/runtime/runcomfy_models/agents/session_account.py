"""The account that pays in an agent's session, and the journal that has its jobs."""

from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

import runcomfy_models

from .. import AsyncRequest, AsyncRunComfy
from .._runtime._async.client import AsyncModelClient
from .._runtime.batch.loaded_models import LoadedModel
from .._runtime.concurrency import AsyncBlocking
from .._runtime.errors import JournalError
from .._runtime.journal.entry import Entry
from .._runtime.journal.paid_calls.states import PAID_FOR
from .._runtime.journal.queries import job_entry
from .._runtime.journal.spending import highest_cost
from .._runtime.journal.stored_files import record_files
from ..journal import Journal
from .limits import AgentLimits
from .named_models import UNKNOWN_MODEL, model_of


class SessionAccount:
    """Makes the clients of a session, and finds its jobs in the journal."""

    def __init__(self, journal: Journal, limits: AgentLimits) -> None:
        """Record every paid call in `journal`, which is not closed here."""
        self._journal = journal
        self._limits = limits
        self._account: AsyncRunComfy | None = None

    def redact(self, text: str) -> str:
        """Return JSON `text` without the token."""
        if self._account is None:
            return text
        return self._account.api.token.redactor.answer(text)

    def client(self, model: LoadedModel, key: str | None) -> AsyncModelClient[Any, Any]:
        """Return a client of `model`, which pays for the job `key`; None for another use."""
        client_type: Any = model.client
        client: AsyncModelClient[Any, Any] = client_type(
            self._connected(),
            journal=self._journal,
            key=key,
            max_cost=self._limits.max_cost,
            max_cost_unknown=self._limits.max_cost_unknown,
            attempts=1,  # an agent gets the advice to wait, rather than a slow answer
        )
        return client

    async def job(self, request_id: str) -> tuple[Entry | None, AsyncRequest[Any]]:
        """Return a job, and its entry in the journal."""
        entry = await self.entry(request_id)
        is_known = entry is not None and entry.model_id in runcomfy_models.MODELS
        model = model_of(entry.model_id) if entry and is_known else UNKNOWN_MODEL
        return entry, self.client(model, None).request(request_id)

    async def entry(self, request_id: str) -> Entry | None:
        """Return the entry of a job in the journal; None if it has none."""
        work = partial(job_entry, request_id=request_id)
        return await AsyncBlocking.outcome(self._journal.do(work))

    async def is_paid_for(self, key: str) -> bool:
        """Whether the journal has a job with that key that is paid for already."""
        entry = await AsyncBlocking.run(partial(self._journal.get, key))
        return entry is not None and entry.state in PAID_FOR

    async def highest_cost(self, model_id: str) -> Decimal | None:
        """Return the highest cost of a job of the model so far, in US dollars."""
        query = partial(highest_cost, model_id=model_id)
        return await AsyncBlocking.outcome(self._journal.do(query))

    async def record_files(
        self, entry: Entry | None, paths: list[Path]
    ) -> JournalError | None:
        """Record the files of a job that is in the journal; return the error if that fails."""
        if entry is None:
            return None
        record = partial(record_files, self._journal, entry.key, paths)
        return await AsyncBlocking.run(record)

    async def aclose(self) -> None:
        """Close the connections."""
        if self._account is not None:
            await self._account.aclose()

    def _connected(self) -> AsyncRunComfy:
        """Return the account; made for the first job, since only jobs need a token."""
        if self._account is None:
            self._account = AsyncRunComfy()
        return self._account
