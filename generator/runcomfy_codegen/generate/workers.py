"""Worker processes, which end when their parent ends, even if it is killed."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from runcomfy_codegen.interruption import ignore_signals

Item = TypeVar("Item")
Result = TypeVar("Result")


class WorkerLostError(Exception):
    """A worker was killed; what it worked on is lost."""

    def __init__(self) -> None:
        """Say what to do."""
        super().__init__("a worker process was killed, perhaps for lack of memory: run it again")


def map_in_workers(
    function: Callable[[Item], Result], items: Sequence[Item], count: int
) -> Iterator[Result]:
    """Yield `function` of each item, in their order, from `count` processes.

    Raises `WorkerLostError` if one of them is killed. The others end at once, then and if this
    process is interrupted.
    """
    # slow to import, and rarely needed
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    earlier_children = set(multiprocessing.active_children())
    # A worker that is ended has no time to remove its temporary files.
    with tempfile.TemporaryDirectory(
        prefix="runcomfy-codegen-", ignore_cleanup_errors=True
    ) as folder:
        pool = ProcessPoolExecutor(count, initializer=_begin, initargs=(folder,))
        try:
            # Not `map`, which cancels the remaining items: before Python 3.12, the thread of the
            # pool then prints a traceback because its workers have ended.
            for future in [pool.submit(function, item) for item in items]:
                yield future.result()
        except BrokenProcessPool:
            raise WorkerLostError from None
        finally:
            for worker in set(multiprocessing.active_children()) - earlier_children:
                worker.kill()
            pool.shutdown()


def _begin(folder: str) -> None:
    """Prepare this process as a worker, with `folder` for temporary files."""
    tempfile.tempdir = folder
    ignore_signals()
    threading.Thread(target=_end_with_parent, args=(folder,), daemon=True).start()


def _end_with_parent(folder: str) -> None:
    """Wait until the parent has ended, and end: it may have been killed."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
    shutil.rmtree(folder, ignore_errors=True)
    os._exit(1)
