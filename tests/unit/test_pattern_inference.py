"""Facts about the texts that a pattern matches, without matching any."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runcomfy_codegen.patterns import are_alike, matcher, matches_any_text, shortest_match

PIECES = st.sampled_from(
    ["a", "b?", ".", "[ab]*", "(?:a|bc)", "^", "$", r"\b", "c{2,3}", "|", ".*"]
)
PATTERNS = st.lists(PIECES, max_size=4).map("".join)
TEXTS = st.text(alphabet="abc\n", max_size=6)


@pytest.mark.parametrize(
    "pattern", ["", ".*", "^", "^.*", "a*$", "a?|b", "(?:)", "[^]*", r"^[\s\S]*$"]
)
def test_some_patterns_match_any_text(pattern: str) -> None:
    assert matches_any_text(pattern)


@pytest.mark.parametrize("pattern", ["^.*$", "a", "^$", r"\b", "(?=a)", "(", "^a|"])
def test_a_pattern_that_may_not_match_is_not_said_to_match_any_text(pattern: str) -> None:
    assert not matches_any_text(pattern)


@pytest.mark.parametrize(
    ("first", "second", "alike"),
    [(".+", ".{1,}", True), ("[0-9]", r"\d", True), ("a", "b", False), ("(", "(", True)],
)
def test_patterns_with_another_spelling_are_alike(first: str, second: str, alike: bool) -> None:
    assert are_alike(first, second) == alike


@given(PATTERNS, TEXTS)
def test_inferred_facts_hold_for_every_text(pattern: str, text: str) -> None:
    is_match = matcher(pattern)(text)
    assert is_match or not matches_any_text(pattern)
    assert not is_match or len(text) >= shortest_match(pattern)
