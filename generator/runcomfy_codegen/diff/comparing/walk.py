"""The interface between the walk through two schemas and the comparers of keywords."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Protocol

from runcomfy_codegen.diff.comparing.change import Change
from runcomfy_codegen.inclusion import Prover
from runcomfy_codegen.json_schema.values import Schema


class Walk(Protocol):
    """The walk, as the comparers of keywords use it."""

    prover: Prover

    def compare(self, old: Any, new: Any, pointer: str) -> list[Change]:
        """Return the changes from schema `old` to schema `new`, which is at `pointer`."""
        ...

    def resolve(self, schema: Any) -> Schema:
        """Return `schema` merged with what it refers to by `$ref` and `allOf`."""
        ...

    def without_annotations(self, schema: Any) -> Schema:
        """Return what `resolve` returns without keywords that constrain nothing."""
        ...


KeywordComparer = Callable[[Walk, Schema, Schema, str], Iterator[Change]]
"""Yield the changes of some keywords; takes the walk, both schemas, and the pointer."""
