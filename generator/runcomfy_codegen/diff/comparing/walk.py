"""What looks for one kind of difference, and what it may ask of the walk through both schemas."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Protocol

from runcomfy_codegen.diff.comparing.change import Change
from runcomfy_codegen.diff.inclusion import Prover
from runcomfy_codegen.json_schema.values import Schema


class Walk(Protocol):
    """The walk, as those see it that look for differences at one place of it."""

    prover: Prover

    def compare(self, old: Any, new: Any, pointer: str) -> list[Change]:
        """The changes from schema `old` to schema `new`, which stands at `pointer`."""
        ...

    def followed(self, schema: Any) -> Schema:
        """`schema`, or what it refers to where it does nothing else."""
        ...


Differences = Callable[[Walk, Schema, Schema, str], Iterator[Change]]
"""Looks at one place of both schemas: walk, old, new, pointer."""
