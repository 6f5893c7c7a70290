"""Doing the same for many things at once, in bounded number, with a bar to look at."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from typing import TypeVar

import click

Thing = TypeVar("Thing")
Result = TypeVar("Result")


def for_all(
    things: Iterable[Thing], do: Callable[[Thing], Result], jobs: int, label: str
) -> list[Result]:
    """The results of `do` for each of `things`, in their order; at most `jobs` at once.

    Shows progress where standard error is a terminal. An exception of `do`, or Ctrl-C, drops
    what has not begun and is raised.
    """
    with ThreadPoolExecutor(max_workers=jobs) as pool:
        futures = [pool.submit(do, thing) for thing in things]
        try:
            _watch(futures, label)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    return [future.result() for future in futures]


def _watch(futures: list[Future[Result]], label: str) -> None:
    done = as_completed(futures)
    if not sys.stderr.isatty():
        for future in done:
            future.result()
        return
    with click.progressbar(done, length=len(futures), label=label, file=sys.stderr) as bar:
        for future in bar:
            future.result()
