"""Show a progress bar on a terminal for work that takes longer than a second."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

import click

T = TypeVar("T")

DELAY = 1.0
"""Seconds before the bar appears."""


def with_progress(
    items: Iterable[T], length: int, label: str, clock: Callable[[], float] = time.monotonic
) -> Iterator[T]:
    """Yield the `items`, `length` in number; show a progress bar once that takes long."""
    started = clock()
    iterator = iter(items)
    for done, item in enumerate(iterator, 1):
        yield item
        if clock() - started > DELAY and sys.stderr.isatty():
            # The bar takes over the iterator, so that this loop ends when it does.
            yield from _with_bar(iterator, length, label, done)


def _with_bar(items: Iterator[T], length: int, label: str, done: int) -> Iterator[T]:
    with click.progressbar(length=length, label=label, file=sys.stderr) as bar:
        bar.update(done)
        for item in items:
            yield item
            bar.update(1)
