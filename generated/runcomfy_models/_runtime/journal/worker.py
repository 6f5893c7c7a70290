# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 56bf13521a0a748832dcd7b69b515ff1
"""The thread that works with a journal: all work that is waiting is committed together.

A commit waits for the disk, as long for a hundred jobs as for one. So thousands of jobs a
second are durable, and no event loop waits for a disk.
"""

import os
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from copy import copy
from queue import Empty, SimpleQueue
from threading import Lock, Thread
from typing import Any, Generic, TypeVar

from ..errors import JournalError
from .databases.database import Database, LostConnection

Returned = TypeVar("Returned")

MAX_GROUP = 500
"""Pieces of work that are committed together."""

BUSY_PERIOD, BATCHING_DELAY = 0.1, 0.03
"""Seconds. Work that comes within `BUSY_PERIOD` of the last commit waits for `BATCHING_DELAY`, so
that more work shares its commit. With a third of the delay, a job takes twice the CPU time."""

SINGLE_COMMITS = 50
"""Commits of a single piece of work in a row, after which a commit waits again. Waiting would only
delay a single caller, which gives no more work until the last one is committed."""

RECONNECT_TIMEOUT = 60.0
"""Seconds for which the worker tries to restore a lost connection. When they are over, what was
waiting fails, and later work has one attempt each time."""


class Task(Generic[Returned]):
    """A piece of work, and the future of its result."""

    def __init__(self, work: Callable[[Database], Returned]) -> None:
        """Prepare `work`, which may be repeated until it is committed."""
        self.work = work
        self.future: Future[Returned] = Future()


class Worker:
    """Does work on one database, in one thread, in the order in which it arrives."""

    def __init__(self, connect: Callable[[], Database]) -> None:
        """Connect when the first work arrives."""
        self._connect = connect
        self._lock = Lock()
        self._process = 0
        self.is_closed = False

    def do(self, work: Callable[[Database], Returned]) -> "Future[Returned]":
        """Do `work` in a transaction; its future is done after the commit.

        If it raises, it is rolled back. It must not wait for other work.
        """
        task = Task(work)
        with self._lock:
            if self.is_closed:
                raise JournalError("the journal is closed")
            if self._process != os.getpid():  # a fork has no thread, and needs its own
                self._start()
            self._tasks.put(task)
        return task.future

    def close(self) -> None:
        """Finish the work that was given, then close the connection."""
        with self._lock:
            self.is_closed = True
            if self._process != os.getpid():
                return
            self._tasks.put(None)
        self._thread.join()

    def _start(self) -> None:
        self._process = os.getpid()
        self._tasks: SimpleQueue[Task[Any] | None] = SimpleQueue()
        self._thread = Thread(
            target=_serve,
            args=(self._tasks, self._connect),
            name="journal",
            daemon=True,
        )
        self._thread.start()


def _serve(
    tasks: "SimpleQueue[Task[Any] | None]", connect: Callable[[], Database]
) -> None:
    database: Database | None = None
    is_open, batching, outage = True, _Batching(), _Outage()
    while is_open:
        group = _group(tasks, batching)
        is_open = group[-1] is not None
        running = [
            task
            for task in group
            if task and task.future.set_running_or_notify_cancel()
        ]
        try:
            database = database or connect()
        except BaseException as error:
            _fail(running, error)
        else:
            _commit(database, running, outage)
    if database is not None:
        database.close()


class _Batching:
    """Decides whether a commit waits for more work, by the size of the last commits."""

    def __init__(self) -> None:
        self._busy_until = 0.0
        self._single_commits = 0

    def wait(self) -> None:
        """Wait for more work, if it is likely to come."""
        if (
            time.monotonic() < self._busy_until
            and self._single_commits % SINGLE_COMMITS == 0
        ):
            time.sleep(BATCHING_DELAY)

    def note(self, size: int) -> None:
        """Note the `size` of a commit: its pieces of work."""
        self._busy_until = time.monotonic() + BUSY_PERIOD
        self._single_commits = 0 if size > 1 else self._single_commits + 1


def _group(
    tasks: "SimpleQueue[Task[Any] | None]", batching: _Batching
) -> list[Task[Any] | None]:
    """Wait for a task, and return it with all others that wait; None, the end, comes last."""
    group = [tasks.get()]
    batching.wait()
    while group[-1] is not None and len(group) < MAX_GROUP:
        try:
            group.append(tasks.get_nowait())
        except Empty:
            break
    batching.note(len(group))
    return group


class _Outage:
    """The time since the connection was lost, until work is committed again."""

    def __init__(self) -> None:
        self._since: float | None = None

    @property
    def is_on(self) -> bool:
        """Whether the last attempt failed."""
        return self._since is not None

    @property
    def seconds(self) -> float:
        """Seconds since the first of the attempts that failed."""
        return 0.0 if self._since is None else time.monotonic() - self._since

    def begin(self) -> None:
        """Note an attempt that failed."""
        self._since = time.monotonic() if self._since is None else self._since

    def end(self) -> None:
        """Note that work was committed."""
        self._since = None


def _commit(database: Database, group: Sequence[Task[Any]], outage: _Outage) -> None:
    """Do the work of `group` in one transaction; if some of it fails, each in its own."""
    if not group:
        return
    try:
        values = _do_together(database, group, outage)
    except LostConnection as error:
        _fail(group, _gone(outage, error))
    except BaseException as error:
        if len(group) == 1:
            _fail(group, error)
        else:
            for task in group:
                _commit(database, [task], outage)
    else:
        for task, value in zip(group, values, strict=True):
            task.future.set_result(value)


def _do_together(
    database: Database, group: Sequence[Task[Any]], outage: _Outage
) -> list[Any]:
    """Do the work of `group` in one transaction; repeat it if the connection is lost.

    Raises `LostConnection` once that lasts for `RECONNECT_TIMEOUT`.
    """
    pause = 0.1
    while True:
        if outage.is_on:
            _reconnect(database)
        try:
            with database.transaction():
                values = [task.work(database) for task in group]
            outage.end()
            return values
        except LostConnection:
            outage.begin()
            if outage.seconds > RECONNECT_TIMEOUT:
                raise
        time.sleep(pause)
        pause = min(pause * 2, 2.0)


def _reconnect(database: Database) -> None:
    try:
        database.reconnect()
    except LostConnection:
        return  # the next transaction raises it


def _gone(outage: _Outage, error: LostConnection) -> JournalError:
    gone = JournalError(
        f"the journal's database has been gone for {outage.seconds:.0f} s: {error}; "
        "when it is back, run the same again"
    )
    gone.__cause__ = error
    return gone


def _fail(group: Sequence[Task[Any]], error: BaseException) -> None:
    for task in group:
        # One for each: the id of a job that is not recorded is noted on its own error.
        own = copy(error)
        own.__cause__ = error.__cause__
        task.future.set_exception(own.with_traceback(error.__traceback__))
