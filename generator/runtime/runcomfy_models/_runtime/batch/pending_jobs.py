"""The jobs that a run has to do: from its rows, and from earlier runs in the journal."""

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from .._async.any_client import AnyClient
from ..concurrency import AsyncBlocking
from ..journal.queries import unfinished_jobs
from .loaded_models import LoadedModel, client_of
from .rows import Rows
from .spool import Row

if TYPE_CHECKING:
    from ..journal.journal import Journal

JOBS_AT_ONCE = 100
"""Jobs that are read from the journal at a time."""


@dataclass(frozen=True)
class PendingJob:
    """A job that a run has to do: pay for a row, or follow a job of an earlier run."""

    key: str
    client: type[AnyClient]
    row: Row | None = None
    request_id: str | None = None
    failures: int = 0
    """Number of failed attempts to send it in this run."""
    is_alone: bool = False
    """Whether it is run by itself, so that a conflict of its key is raised."""


async def only(pending: PendingJob) -> AsyncIterator[PendingJob]:
    """Yield one job."""
    yield pending


async def all_pending(
    paid: list[PendingJob], rows: Rows, models: Mapping[str, LoadedModel]
) -> AsyncIterator[PendingJob]:
    """Yield jobs that are `paid`, then those of the rows that are to be run."""
    for pending in paid:
        yield pending
    for page in rows.spool.pages(only_todo=True):
        for row in page:
            yield PendingJob(row.key, models[row.model_id].client, row)


async def unfinished(journal: "Journal") -> AsyncIterator[PendingJob]:
    """Yield the jobs in the journal that were submitted and have not ended."""
    after = 0
    page = partial(unfinished_jobs, count=JOBS_AT_ONCE)
    while rows := await AsyncBlocking.outcome(journal.do(partial(page, after=after))):
        for row in rows:
            client = client_of(row["model_id"])
            yield PendingJob(row["key"], client, request_id=row["request_id"])
        after = rows[-1]["n"]


async def paid_but_invalid(journal: "Journal", rows: Rows) -> list[PendingJob]:
    """Return the submitted jobs whose rows are invalid by now: they are finished."""
    keys = {row.key for row in rows.invalid}
    if not keys:
        return []
    return [pending async for pending in unfinished(journal) if pending.key in keys]
