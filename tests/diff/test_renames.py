"""Guess the new name of a property that is gone."""

from __future__ import annotations

from typing import Any

import pytest

from runcomfy_codegen.diff.comparing import renames
from runcomfy_codegen.diff.comparing.renames import guess_renames

TEXT, WHOLE = {"type": "string"}, {"type": "integer"}
DESCRIBED = {**TEXT, "title": "Words", "description": "What to draw."}

PAIRS: list[tuple[dict[str, Any], dict[str, Any], dict[str, str]]] = [
    # gone, new, guesses
    ({"image": TEXT}, {"images": TEXT}, {"image": "images"}),
    ({"Image": TEXT}, {"image": {**TEXT, "maxLength": 5}}, {}),
    ({"Image": DESCRIBED}, {"image": {**DESCRIBED, "maxLength": 5}}, {"Image": "image"}),
    ({"image": TEXT}, {"image_url": WHOLE}, {}),
    ({"image": TEXT}, {"xyz": TEXT}, {}),
    ({"abcde": DESCRIBED}, {"xyz": DESCRIBED}, {"abcde": "xyz"}),
    ({"abcde": DESCRIBED}, {"xyz": {**DESCRIBED, "title": "Other"}}, {"abcde": "xyz"}),
    ({"abcde": DESCRIBED}, {"xyz": {**DESCRIBED, "title": "Other", "description": "Other"}}, {}),
    ({"one": TEXT, "once": TEXT}, {"ones": TEXT}, {"one": "ones"}),
    ({"one": TEXT}, {"once": TEXT, "ones": TEXT}, {"one": "ones"}),
    ({"one": True}, {"ones": True}, {}),
    ({}, {"one": TEXT}, {}),
]


@pytest.mark.parametrize(("gone", "new", "expected"), PAIRS)
def test_a_name_is_guessed_by_likeness(
    gone: dict[str, Any], new: dict[str, Any], expected: dict[str, str]
) -> None:
    assert guess_renames(gone, new) == expected


def test_exactly_the_minimum_likeness_is_enough() -> None:
    """Two of ten letters are the same, in order, and so are the constraints."""
    assert guess_renames({"abcde": TEXT}, {"axxxx": TEXT}) == {"abcde": "axxxx"}
    assert guess_renames({"abcde": TEXT}, {"axxxxx": TEXT}) == {}


def test_nothing_is_guessed_among_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    gone, new = {"one": TEXT, "two": TEXT}, {"ones": TEXT}
    monkeypatch.setattr(renames, "MAX_RENAME_PAIRS", 2)
    assert guess_renames(gone, new) == {"one": "ones"}
    monkeypatch.setattr(renames, "MAX_RENAME_PAIRS", 1)
    assert guess_renames(gone, new) == {}
