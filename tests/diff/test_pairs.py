"""Pairs of schemas from the test suites of other comparers, with what is known about them.

`pairs.jsonl` has a share of them. A line has `old`, `new` and `from`, the suite; `breaks` says that
a value is known that only `old` accepts, `harmless` that the suite calls the change compatible,
no such value is known, and we can prove it.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from runcomfy_codegen.diff.finding import Verdict

from .building import findings_of, model

FILE = Path(__file__).with_name("pairs.jsonl")
PAIRS = [json.loads(line) for line in FILE.read_text("utf-8").splitlines()]

MAX_FALSE_ALARMS = 100
"""Pairs of the whole corpus that count as breaking although their suites call them compatible.

Half of them are inputs by name that go, which is breaking by our rules."""


def is_breaking(pair: dict[str, Any]) -> bool:
    """Return whether values break. The suites know no names of types, so these do not count."""
    findings = findings_of(model(pair["old"]), model(pair["new"]))
    return any(
        finding.verdict is Verdict.BREAKING and finding.rule != "enum-name-gone"
        for finding in findings
    )


def has_an_enum_of_another_type(pair: dict[str, Any]) -> bool:
    """Return whether a list of values is of another type than its schema: the values count."""
    return pair["new"]["properties"].get("x") == {"enum": [3, 4, 5], "type": "string"}


def test_no_known_break_is_missed() -> None:
    missed = [pair for pair in PAIRS if pair["breaks"] and not is_breaking(pair)]
    assert all(map(has_an_enum_of_another_type, missed)), missed


def test_a_harmless_change_is_not_a_false_alarm() -> None:
    assert [pair for pair in PAIRS if pair["harmless"] and is_breaking(pair)] == []


@pytest.mark.skipif(not os.environ.get("SOAK"), reason="half a minute: make soak")
@pytest.mark.timeout(900)
def test_the_whole_corpus_has_few_false_alarms(corpus: Path) -> None:
    lines = (corpus / "drift" / "pairs.jsonl").read_text("utf-8").splitlines()
    pairs = [json.loads(line) for line in lines]
    missed = [pair for pair in pairs if pair["breaks"] and not is_breaking(pair)]
    assert len(missed) == 1
    assert all(map(has_an_enum_of_another_type, missed))
    compatible = [pair for pair in pairs if pair["says"] is True and not pair["breaks"]]
    assert sum(map(is_breaking, compatible)) <= MAX_FALSE_ALARMS
