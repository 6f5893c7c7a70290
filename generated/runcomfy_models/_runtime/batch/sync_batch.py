# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 13ed4102c23c42454dadbd50f74765c8
"""A batch for programs without an event loop: it runs one in a thread."""

import asyncio
import sys
import threading
from collections.abc import AsyncIterator, Coroutine, Iterator
from concurrent.futures import Future
from contextlib import aclosing, suppress
from functools import partial
from pathlib import Path
from queue import SimpleQueue
from types import TracebackType
from typing import Any, Literal, Self, TypeVar, Unpack

from .._async.account import AsyncRunComfy, account_on
from .._async.api_calls import AsyncApiCalls
from .._sync.account import RunComfy, check_account
from ..ending_signals import handled_by
from ..errors import JournalError, RunComfyError
from ..journal.entry import Entry
from ..journal.journal import Journal
from ..models.inputs import InputModel
from ..models.not_given import NOT_GIVEN, NotGiven
from ..public import public
from .batch import AsyncBatch, batch_is_closed
from .engine import MAX_WAITING
from .interrupting import is_interruption, print_interruption, raise_terminated
from .left_jobs import count_left, left_entries
from .loaded_models import Model
from .own_process import OwnProcess
from .plan import Plan
from .progress import Progress
from .settings import BatchOptions
from .tables.table_rows import Table

Returned = TypeVar("Returned")


@public
class Batch:
    """Many paid jobs, each paid for once: after Ctrl-C, a crash or a reboot, run it again.

        with Batch("portraits.db", budget="25.00", files="out/{key}{suffix}") as batch:
            batch.add_rows(image_to_video, "rows.csv")
            print(batch.plan())
            for entry in batch.run():
                print(entry.key, entry.state, entry.cost, entry.paths)

    `run` yields each job as it ends.
    """

    def __init__(
        self,
        journal: str | Path | Journal,
        *,
        account: RunComfy | None = None,
        **options: Unpack[BatchOptions],
    ) -> None:
        """Prepare; nothing is sent before `run`. The arguments are those of `AsyncBatch`.

        An `account` with an HTTP client that was passed in cannot be used: it raises
        `ValueError`.
        """
        self._account = None if account is None else _asynchronous(account)
        self._batch = AsyncBatch(journal, account=self._account, **options)
        self._loop = _LoopThread()
        self._is_abandoned = False
        self._open: set[_EntryQueue] = set()

    @property
    def journal(self) -> Journal:
        """Where the jobs are recorded."""
        return self._batch.journal

    @property
    def progress(self) -> Progress | None:
        """The progress of the present or last run; None before the first one."""
        return self._batch.progress

    def add(
        self,
        model: Model,
        model_input: InputModel | NotGiven = NOT_GIVEN,
        /,
        *,
        key: object,
        **inputs: Any,
    ) -> None:
        """Add a job: a model's module or model_id, and its inputs as keywords or an `Input`.

        It is checked at once; what is wrong with it is in the `Plan`. Nothing is sent. See
        `AsyncBatch.add`.
        """
        self._batch.add(model, model_input, key=key, **inputs)

    def add_rows(self, model: Model, rows: Table, *, key: str = "key") -> None:
        """Add a job for each row of a table: `rows.csv`, `rows.jsonl` or dicts.

        Columns are the inputs by their wire names, and `key`. See `AsyncBatch.add_rows`.
        """
        self._batch.add_rows(model, rows, key=key)

    def plan(self) -> Plan:
        """Return the plan of `run`; nothing is sent. See `AsyncBatch.plan`."""
        return self._loop.run(self._batch.plan())

    def run(self) -> Iterator[Entry]:
        """Run the rows that were added, and yield each job as it ends. See `AsyncBatch.run`.

        Ctrl-C, SIGTERM and SIGHUP begin nothing new, record what is being submitted, and leave
        the rest running or cancel it, as `on_interrupt` says; a second Ctrl-C ends at once.
        """
        return self._entries(self._batch.run())

    def resume(self) -> Iterator[Entry]:
        """Finish what was submitted in earlier runs, without its rows; nothing is paid for.

        Yields each job as it ends.
        """
        return self._entries(self._batch.resume())

    def close(self) -> None:
        """End what runs, and close what the batch has opened. See `AsyncBatch.aclose`."""
        # After a second Ctrl-C, what is being submitted becomes unknown.
        if self._is_abandoned or self._loop.is_closed or not self._loop.process.is_this:
            return
        self._stop_all()
        self._loop.run(self._batch.aclose())
        if self._account is not None:  # a copy of the user's account
            self._loop.run(self._account.aclose())
        self._loop.close()

    def __enter__(self) -> Self:
        """Return the batch itself."""
        return self

    def __exit__(
        self,
        error_type: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close the batch; what was interrupted is summed up on standard error."""
        progress = self.progress
        is_interrupted = is_interruption(error_type) and self._loop.process.is_this
        if progress is None or not is_interrupted:
            self.close()
            return
        if not self._is_abandoned:
            self._stop_all()
        left = partial(left_entries, keys=list(progress.keys_under_way))
        with suppress(JournalError):
            count_left(progress, self.journal.do(left).result())
        self.close()
        print_interruption(progress)

    def _entries(self, entries: AsyncIterator[Entry]) -> Iterator[Entry]:
        queue = _EntryQueue(entries)
        self._loop.run(queue.start())
        self._open.add(queue)
        try:
            with handled_by(raise_terminated):
                while (entry := self._next(queue)) is not None:
                    yield entry
        finally:
            self._stop(queue)
        if queue.error is not None:
            raise queue.error

    def _next(self, queue: "_EntryQueue") -> Entry | None:
        self._loop.process.check()
        return queue.ended.get()

    def _stop_all(self) -> None:
        for queue in list(self._open):
            self._stop(queue)

    def _stop(self, queue: "_EntryQueue") -> None:
        if not self._loop.process.is_this:
            return
        # Stays set if a second Ctrl-C ends the wait: paid calls under way become unknown.
        self._is_abandoned = True
        queue.stop()
        self._is_abandoned = False
        self._open.discard(queue)


class _EntryQueue:
    """Hands entries over from the thread of the event loop."""

    def __init__(self, entries: AsyncIterator[Entry]) -> None:
        self._entries: Any = entries
        self.ended: SimpleQueue[Entry | None] = SimpleQueue()
        self.error: BaseException | None = None
        self._is_over = threading.Event()

    async def start(self) -> None:
        """Begin, in the thread of the event loop."""
        self._loop = asyncio.get_running_loop()
        self._task = asyncio.ensure_future(self._run())
        # Not in the task: one that is cancelled before it begins would not do it.
        self._task.add_done_callback(self._has_ended)

    def stop(self) -> None:
        """End, and wait until it has ended."""
        if sys.is_finalizing():  # the thread of the event loop has ended already
            return
        if not self._is_over.is_set():
            self._loop.call_soon_threadsafe(self._task.cancel)
        self._is_over.wait()

    async def _run(self) -> None:
        try:
            async with aclosing(self._entries) as entries:
                async for entry in entries:
                    self.ended.put(entry)
                    while self.ended.qsize() > MAX_WAITING:
                        await asyncio.sleep(0.02)
        except asyncio.CancelledError:
            self.error = batch_is_closed()
        except BaseException as error:  # an exit as well: it would end the event loop
            self.error = error

    def _has_ended(self, _: object) -> None:
        self.ended.put(None)
        self._is_over.set()


class _LoopThread:
    """An event loop that runs in a thread."""

    def __init__(self) -> None:
        self.process = OwnProcess()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(
            target=self._loop.run_forever, name="batch", daemon=True
        )
        self._thread.start()

    @property
    def is_closed(self) -> bool:
        """Whether the loop has ended."""
        return self._loop.is_closed()

    def start(self, coroutine: Coroutine[Any, Any, Returned]) -> "Future[Returned]":
        """Run a coroutine in the thread; return its future."""
        try:
            self.process.check()
            if self.is_closed:
                raise batch_is_closed()
        except RunComfyError:
            coroutine.close()
            raise
        return asyncio.run_coroutine_threadsafe(coroutine, self._loop)

    def run(self, coroutine: Coroutine[Any, Any, Returned]) -> Returned:
        """Run a coroutine in the thread, and return its value."""
        return self.start(coroutine).result()

    def close(self) -> None:
        """Stop the loop."""
        with suppress(RuntimeError):
            self.run(self._loop.shutdown_asyncgens())
            self.run(self._loop.shutdown_default_executor())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()


def _asynchronous(account: RunComfy) -> AsyncRunComfy:
    """Return an account for the event loop, with the token, address and options of `account`."""
    check_account(account)
    api = account.api
    factory: Any = api.connections.factory
    if factory.user_client is not None:
        raise ValueError(
            "a batch cannot use the http_client of its account: give an account without one, "
            "or an AsyncRunComfy to an AsyncBatch"
        )
    name: Literal["httpx2"] | None = "httpx2" if factory.name == "httpx2" else None
    other = AsyncApiCalls(api.token, api.base_url, name, None)
    return account_on(other, account.options)
