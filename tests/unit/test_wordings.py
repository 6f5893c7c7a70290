"""A constraint is worded once, and in good English; what a schema does not say is left out."""

from __future__ import annotations

from typing import Any

import pytest

from runcomfy_codegen.dialect.wordings import constraints_in_words, range_in_words

WORDS: dict[str, tuple[dict[str, Any], list[str]]] = {
    "both ends": ({"minimum": 3, "maximum": 15}, ["3 to 15"]),
    "an end that does not belong to it": ({"exclusiveMinimum": 0, "maximum": 1.5},
                                          ["at most 1.5", "more than 0"]),
    "a number of one": ({"minItems": 1}, ["at least 1 item"]),
    "a number of several": ({"minProperties": 1, "maxProperties": 2}, ["1 to 2 properties"]),
    "limits that allow everything": ({"minLength": 0, "uniqueItems": False}, []),
    "a least value of 0, which does not": ({"minimum": 0}, ["at least 0"]),
    "braces in a pattern": ({"pattern": "^{}{s}$"}, ['matches the pattern "^{}{s}$"']),
    "what has no words": ({"items": False, "minContains": 0},
                          ['fits the JSON Schema {"items": false, "minContains": 0}']),
    "annotations": ({"title": "T", "default": 5}, []),
}  # fmt: skip


@pytest.mark.parametrize(("schema", "words"), WORDS.values(), ids=WORDS)
def test_a_constraint_in_words(schema: dict[str, Any], words: list[str]) -> None:
    assert list(constraints_in_words(schema)) == words


def test_a_range_has_all_bounds_and_nothing_else() -> None:
    schema = {"maxLength": 9, "pattern": "a", "minimum": 1, "minContains": 1}
    assert range_in_words(schema) == "at least 1, at most 9 characters"
