"""The proof itself: whatever it cannot show, it denies."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from runcomfy_codegen.dialect.tables import CONSTRAINTS_AND_MEDIA, TYPE_OF_KEYWORD
from runcomfy_codegen.diff.inclusion import arrays, logic, numbers, properties, strings
from runcomfy_codegen.diff.inclusion.alternatives import Alternatives, Row
from runcomfy_codegen.diff.inclusion.emptiness import Emptiness
from runcomfy_codegen.diff.inclusion.judging import Judge
from runcomfy_codegen.diff.inclusion.rows import types, values
from runcomfy_codegen.diff.inclusion.space import Space
from runcomfy_codegen.json_schema.values import is_object, is_schema

MAX_DEPTH = 40
"""Levels of schemas inside each other that are followed."""

_ANNOTATED = {"x-media", "x-media-rules"}
"""What no library judges."""

JUDGES: Mapping[str, Judge] = {
    **logic.JUDGES,
    **numbers.JUDGES,
    **strings.JUDGES,
    **arrays.JUDGES,
    **properties.JUDGES,
}


class Prover:
    """Shows that schemas include others; remembers what it has shown.

    Schemas must come from `space`, since they are told apart by identity.
    """

    def __init__(self, space: Space) -> None:
        """Know nothing yet."""
        self.space = space
        self.alternatives = Alternatives(space)
        self.emptiness = Emptiness(self.alternatives, space)
        self._proven: dict[tuple[int, ...], object] = {}
        self._disproven: dict[tuple[int, ...], object] = {}
        self._depth = 0

    def holds(self, narrow: tuple[Any, ...], wide: Any) -> bool:
        """Whether every value that fits all of `narrow` surely fits `wide`.

        A pair that comes up again inside its own proof counts as shown: values are finite, so
        the proof is one by induction on their depth.
        """
        if not is_schema(wide):
            return False
        if wide is True or any(self.space.is_same(schema, wide) for schema in narrow):
            return True
        key = (*map(id, narrow), id(wide))
        if key in self._proven or key in self._disproven or self._depth > MAX_DEPTH:
            return key in self._proven
        before = len(self._proven)
        self._proven[key] = (narrow, wide)
        self._depth += 1
        held = all(self._row_holds(row, wide) for row in self.alternatives.of(narrow))
        self._depth -= 1
        if not held:
            self._forget_from(before)
            self._disproven[key] = (narrow, wide)
        return held

    def same(self, one: Any, other: Any) -> bool:
        """Whether two schemas surely allow the same values."""
        return self.holds((one,), other) and self.holds((other,), one)

    def _row_holds(self, row: Row, wide: Any) -> bool:
        if self.emptiness.of_row(row):
            return True
        if not is_object(wide):
            return False
        listed = values(row, self.space.fits, ranges=bool(wide.keys() & {"enum", "const"}))
        if listed is not None and not wide.keys() & _ANNOTATED:
            return all(self.space.fits(wide, value) for value in listed)
        kinds = types(row)
        return all(
            keyword in JUDGES and JUDGES[keyword](self, row, wide, value)
            for keyword, value in wide.items()
            if keyword in CONSTRAINTS_AND_MEDIA and _concerns(keyword, kinds)
        )

    def _forget_from(self, count: int) -> None:
        """Drop what was shown since: it may rest on an assumption that has failed."""
        while len(self._proven) > count:
            self._proven.popitem()


def _concerns(keyword: str, types: frozenset[str]) -> bool:
    """Whether `keyword` may refuse a value of one of `types`."""
    about = TYPE_OF_KEYWORD.get(keyword)
    return about is None or about in types or (about == "number" and "integer" in types)
