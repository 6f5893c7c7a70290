"""Rules in words: what a new, another or a lost one means, and a sentence that changes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from runcomfy_codegen.diff.comparison import compare_sets
from runcomfy_codegen.diff.finding import Finding
from runcomfy_codegen.diff.sources.schema_sets import SchemaSet
from runcomfy_codegen.reading.overrides import Overrides
from runcomfy_codegen.reading.place import Place
from runcomfy_codegen.reading.rules_file import RuleEntry
from runcomfy_codegen.reading.service import DOCUMENTED_SERVICE

from .building import an_input, model

AT = Place("input.json", "/properties/x")
RULE = RuleEntry(id="one", place=AT, quote="It must be 5.", rule="x == 5", message="no")
TYPES = RuleEntry(id="two", place=AT, quote="It must be 5.", accepts=("image/png",))
WIDER = replace(TYPES, accepts=("image/png", "image/gif"))


def a_set(*rules: RuleEntry, text: str = "It must be 5.", **more: Any) -> SchemaSet:
    schema = an_input(x={"type": "integer", "description": text}, **more)
    return SchemaSet(
        {"acme/one": model(schema)}, DOCUMENTED_SERVICE, Overrides(rules={"acme/one": rules})
    )


def verdicts(old: SchemaSet, new: SchemaSet) -> list[tuple[str, str]]:
    findings: tuple[Finding, ...] = compare_sets(old, new).findings
    return [
        (str(finding.verdict), finding.rule)
        for finding in findings
        if finding.rule != "description-changed"
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ([], [RULE], ("breaking", "rule-added")),
        ([RULE], [], ("compatible", "rule-gone")),
        ([RULE], [replace(RULE, rule="x == 6")], ("breaking", "rule-changed")),
        ([RULE], [replace(RULE, message="5!")], ("words", "rule-words-changed")),
        ([TYPES], [WIDER], ("compatible", "rule-loosened")),
        ([WIDER], [TYPES], ("breaking", "rule-changed")),
        ([], [TYPES], ("breaking", "rule-added")),
    ],
)
def test_a_change_of_the_rules_is_judged(
    old: list[RuleEntry], new: list[RuleEntry], expected: tuple[str, str]
) -> None:
    assert verdicts(a_set(*old), a_set(*new)) == [expected]


def test_examples_lines_and_order_do_not_count() -> None:
    other = replace(RULE, line=7, fits=({"x": 5},))
    assert verdicts(a_set(RULE, TYPES), a_set(TYPES, other)) == []


def test_a_sentence_that_changes_is_found_once() -> None:
    old, new = a_set(RULE), a_set(RULE, text="It may be 6.")
    assert verdicts(old, new) == [("behaviour", "quote-stale")]
    assert verdicts(new, new) == []


def test_a_quote_that_follows_its_sentence_is_words() -> None:
    follows = replace(RULE, quote="It must be five.")
    new = a_set(follows, text="It must be five.")
    assert verdicts(a_set(RULE), new) == [("words", "rule-words-changed")]
