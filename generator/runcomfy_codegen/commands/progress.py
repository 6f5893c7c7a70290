"""A bar on a terminal, for what takes longer than a second."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

import click

T = TypeVar("T")

PATIENCE = 1.0
"""Seconds before anything is shown."""


def watched(
    items: Iterable[T], length: int, clock: Callable[[], float] = time.monotonic
) -> Iterator[T]:
    """`items` as they come, `length` of them; standard error shows how far that is, later on."""
    started = clock()
    iterator = iter(items)
    for done, item in enumerate(iterator, 1):
        yield item
        if clock() - started > PATIENCE and sys.stderr.isatty():
            yield from _with_bar(iterator, length, done)


def _with_bar(items: Iterator[T], length: int, done: int) -> Iterator[T]:
    with click.progressbar(length=length, label="models", file=sys.stderr) as bar:
        bar.update(done)
        for item in items:
            yield item
            bar.update(1)
