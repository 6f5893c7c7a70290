"""Find unused names, which hints suggest if two names collide."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from itertools import chain, count

from runcomfy_codegen.planning.names.python_names import DICT


class SpareNames:
    """Offers each name once, and none that is in use."""

    def __init__(self, used_names: Iterable[str], separator: str = "") -> None:
        """Put `separator` between a name and its number: `Style2`, `acme.style_2`."""
        self._initial = used_names  # read on first use, since collisions are rare
        self._separator = separator
        self.offered: set[str] = set()
        """The names that were offered so far."""

    @cached_property
    def _used(self) -> set[str]:
        return set(self._initial)

    def like(self, name: str) -> str:
        """Return `name`, or `name` with the first number that makes it unused."""
        numbered = (f"{name}{self._separator}{number}" for number in count(2))
        candidates = chain([name], numbered)
        spare = next(name for name in candidates if self._used.isdisjoint((name, name + DICT)))
        self._used.update((spare, spare + DICT))
        self.offered.add(spare)
        return spare

    def other_than(self, name: str) -> str:
        """Return `name` with the first number that makes it unused."""
        self._used.add(name)
        return self.like(name)
