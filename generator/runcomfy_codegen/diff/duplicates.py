"""Leave out changes and findings that are equal to an earlier one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

Item = TypeVar("Item")


def without_duplicates(items: Iterable[Item]) -> list[Item]:
    """Return `items`, each once: what a definition contains is met at each reference to it."""
    # By their text: changes and findings have JSON values, which are not hashable.
    return list({repr(item): item for item in items}.values())
