"""The error for a model that cannot be expressed as a strict tool."""

from __future__ import annotations


class InexpressibleError(Exception):
    """A schema that the subset for strict tools cannot express; the message says where and why."""

    def __init__(self, pointer: str, why: str) -> None:
        """Say that `why` holds at the JSON `pointer`."""
        super().__init__(f"{pointer or '/'}: {why}")
