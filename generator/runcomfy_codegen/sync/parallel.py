"""Apply a function to many items at once, in a bounded number of threads."""

from __future__ import annotations

import contextlib
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable
from concurrent.futures import Future, as_completed
from typing import TypeVar

from runcomfy_codegen.watching import Watch, unwatched

GRACE_PERIOD = 1.0
"""Time that running calls get to finish after one of them has failed, in seconds."""

Item = TypeVar("Item")
Result = TypeVar("Result")


def map_parallel(
    function: Callable[[Item], Result],
    items: Iterable[Item],
    jobs: int,
    label: str,
    watch: Watch = unwatched,
) -> list[Result]:
    """Return the results of `function` for `items`, in their order, with `jobs` threads at most.

    `watch` is called with each result; `label` says what the items are. Raises the first exception
    of `function`, or `KeyboardInterrupt`, without waiting for calls that hang.
    """
    calls = [(Future[Result](), item) for item in items]
    pending = deque(calls)
    # Daemon threads: the interpreter would wait for those of a ThreadPoolExecutor when it exits.
    workers = [
        threading.Thread(target=_work, args=(pending, function), daemon=True)
        for _ in range(min(jobs, len(calls)))
    ]
    for worker in workers:
        worker.start()
    try:
        for future in watch(as_completed(future for future, _ in calls), len(calls), label):
            future.result()  # raises the exception of the first that fails
    except BaseException as error:
        pending.clear()
        if isinstance(error, Exception):
            _join_briefly(workers)
        raise
    return [future.result() for future, _ in calls]


def _join_briefly(workers: Iterable[threading.Thread]) -> None:
    """Let `workers` finish their current calls, so that no connection is left open."""
    deadline = time.monotonic() + GRACE_PERIOD
    for worker in workers:
        worker.join(max(deadline - time.monotonic(), 0))


def _work(pending: deque[tuple[Future[Result], Item]], function: Callable[[Item], Result]) -> None:
    """Make the pending calls one by one, until there are none left."""
    with contextlib.suppress(IndexError):
        while True:
            future, item = pending.popleft()
            try:
                result = function(item)
            except BaseException as error:  # raised again by `future.result()`
                future.set_exception(error)
            else:
                future.set_result(result)
