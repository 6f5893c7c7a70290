"""The length of the common start of two sequences."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any


def common_prefix_length(left: Sequence[Any], right: Sequence[Any]) -> int:
    """Return the number of items, or characters, that both have in common from the start."""
    pairs = zip(left, right, strict=False)
    shorter = min(len(left), len(right))
    return next((index for index, (a, b) in enumerate(pairs) if a != b), shorter)
