"""Let a caller watch work on many items, to show its progress."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

T = TypeVar("T")


class Watch(Protocol):
    """Wraps the items of some work while they are done."""

    def __call__(self, items: Iterable[T], length: int, label: str) -> Iterator[T]:
        """Yield the `items`, `length` in number; `label` says what they are: `models`."""
        ...


def unwatched(items: Iterable[T], length: int, label: str) -> Iterator[T]:
    """Yield the `items`, and show nothing."""
    del length, label
    return iter(items)
