"""Doing the same for many things at once, in bounded number, with a bar to look at."""

from __future__ import annotations

import contextlib
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable
from concurrent.futures import Future, as_completed
from typing import TypeVar

import click

MOMENT = 1.0
"""Seconds that calls under way have to end, when another one has failed."""

Thing = TypeVar("Thing")
Result = TypeVar("Result")


def for_all(
    things: Iterable[Thing], do: Callable[[Thing], Result], jobs: int, label: str
) -> list[Result]:
    """The results of `do` for each of `things`, in their order; at most `jobs` at once.

    Shows progress where standard error is a terminal. An exception of `do`, or Ctrl-C, is raised
    soon: what has not begun is dropped, and nothing waits for a server that hangs.
    """
    rows = [(Future[Result](), thing) for thing in things]
    todo = deque(rows)
    workers = [  # a pool would be waited for, at the end of the process
        threading.Thread(target=_work, args=(todo, do), daemon=True)
        for _ in range(min(jobs, len(rows)))
    ]
    for worker in workers:
        worker.start()
    try:
        _watch([future for future, _ in rows], label)
    except BaseException as error:
        todo.clear()
        if isinstance(error, Exception):
            _let_end(workers)
        raise
    return [future.result() for future, _ in rows]


def _let_end(workers: Iterable[threading.Thread]) -> None:
    """Give `workers` a moment to end what they have begun, so that no connection is left open."""
    deadline = time.monotonic() + MOMENT
    for worker in workers:
        worker.join(max(deadline - time.monotonic(), 0))


def _work(todo: deque[tuple[Future[Result], Thing]], do: Callable[[Thing], Result]) -> None:
    """Do what is left, one by one."""
    with contextlib.suppress(IndexError):
        while True:
            future, thing = todo.popleft()
            try:
                result = do(thing)
            except BaseException as error:  # for whoever asks for the result
                future.set_exception(error)
            else:
                future.set_result(result)


def _watch(futures: list[Future[Result]], label: str) -> None:
    done = as_completed(futures)
    if not sys.stderr.isatty():
        for future in done:
            future.result()
        return
    with click.progressbar(done, length=len(futures), label=label, file=sys.stderr) as bar:
        for future in bar:
            future.result()
