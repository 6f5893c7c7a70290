"""Untrusted text is truncated for display, except URLs."""

from __future__ import annotations

from typing import Any

import pytest

from runcomfy_models._runtime.truncating import truncated, truncated_json, truncated_repr

LONG = "x" * 301


def test_a_text_within_the_limit_is_not_truncated() -> None:
    assert truncated("abc", 3) == "abc"
    assert truncated("abcd", 3) == "abc…"
    assert truncated(LONG) == "x" * 300 + "…"
    assert truncated(LONG[1:]) == LONG[1:]


@pytest.mark.parametrize("nest", [lambda x: [x], lambda x: {"a": x}, lambda x: [{"a": [x]}]])
def test_strings_are_cut_at_any_depth(nest: Any) -> None:
    assert truncated_json(nest(LONG)) == nest("x" * 300 + "…")
    assert truncated_repr(nest("x" * 81)) == nest("x" * 80 + "…")
    assert truncated_repr(nest("x" * 80)) == nest("x" * 80)


def test_names_are_cut_and_other_values_are_kept() -> None:
    assert truncated_json({LONG: [1, None, True, 0.5]}) == {"x" * 300 + "…": [1, None, True, 0.5]}
    assert truncated_repr([1, None, True, 0.5]) == [1, None, True, 0.5]


@pytest.mark.parametrize("scheme", ["https", "http"])
def test_a_url_is_kept_whole(scheme: str) -> None:
    url = f"{scheme}://x/{LONG}"
    assert truncated_json([url]) == [url]
    assert truncated_json(f"see {url}") != f"see {url}"


def test_values_nested_too_deep_become_an_ellipsis() -> None:
    assert truncated_json([[["a"], {"b": 1}, 2]], levels=2) == [["…", "…", 2]]
