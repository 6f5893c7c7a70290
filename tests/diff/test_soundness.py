"""If a value becomes invalid, there is a breaking finding; validity is decided by jsonschema."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from runcomfy_codegen.diff.comparing import find_changes
from runcomfy_codegen.diff.comparing.change import Change
from runcomfy_codegen.diff.finding_rules import FINDING_RULES, Verdict
from runcomfy_codegen.diff.rules_by_kind import rule_of
from tests.diff.strategies import KEYWORDS, pairs, pairs_by
from tests.diff.values import values_for

Pair = tuple[Any, Any]
VALUES_EACH = 8
FEW, MANY = (
    settings(max_examples=count, deadline=None, suppress_health_check=list(HealthCheck))
    for count in (50, 100)
)


@MANY
@given(st.data())
def test_a_value_that_becomes_invalid_has_a_breaking_finding(data: st.DataObject) -> None:
    """For schemas of nested keywords and references."""
    assert_sound(data, data.draw(pairs()), VALUES_EACH)


@pytest.mark.parametrize("name", KEYWORDS)
def test_each_keyword_is_compared_soundly(name: str) -> None:
    """For pairs of values of one keyword, which random schemas would rarely contain."""

    @FEW
    @given(st.data())
    def holds(data: st.DataObject) -> None:
        assert_sound(data, data.draw(pairs_by(name)), VALUES_EACH)

    holds()


def assert_sound(data: st.DataObject, pair: Pair, count: int) -> None:
    old, new = pair
    before, after = Draft202012Validator(old), Draft202012Validator(new)
    changes = find_changes(old, new)
    narrowed = any(is_breaking(change, is_input=True) for change in changes)
    widened = any(is_breaking(change, is_input=False) for change in changes)
    if narrowed and widened:
        return
    definitions = {**new.get("$defs", {}), **old.get("$defs", {})}
    for side in [old, new] * (count // 2):
        value = data.draw(values_for(side, definitions))
        was_valid, is_valid = before.is_valid(value), after.is_valid(value)
        assert narrowed or not (was_valid and not is_valid), f"the input {value!r} is now refused"
        assert widened or not (is_valid and not was_valid), f"the output {value!r} is now possible"


def is_breaking(change: Change, is_input: bool) -> bool:
    return FINDING_RULES[rule_of(change, is_input=is_input)].verdict is Verdict.BREAKING
