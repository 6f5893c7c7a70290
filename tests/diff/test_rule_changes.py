"""Rules in words: verdicts on a new, changed or removed rule, and on a sentence that changes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from runcomfy_codegen.diff.comparison import compare_sets
from runcomfy_codegen.diff.finding import Finding
from runcomfy_codegen.reading.overrides import Overrides
from runcomfy_codegen.reading.place import Place
from runcomfy_codegen.reading.rules_file import RuleEntry
from runcomfy_codegen.reading.service_protocol import DOCUMENTED_PROTOCOL
from runcomfy_codegen.reading.stored_schemas import StoredSchemas

from .building import an_input, model

AT = Place("input.json", "/properties/x")
RULE = RuleEntry(id="one", place=AT, quote="It must be 5.", rule="x == 5", message="no")
TYPES = RuleEntry(id="two", place=AT, quote="It must be 5.", accepts=("image/png",))
WIDER = replace(TYPES, accepts=("image/png", "image/gif"))


def a_set(*rules: RuleEntry, text: str = "It must be 5.", **more: Any) -> StoredSchemas:
    schema = an_input(x={"type": "integer", "description": text}, **more)
    return StoredSchemas(
        {"acme/one": model(schema)}, DOCUMENTED_PROTOCOL, Overrides(rules={"acme/one": rules})
    )


def verdicts(old: StoredSchemas, new: StoredSchemas) -> list[tuple[str, str]]:
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
    variant = replace(RULE, line=7, fits=({"x": 5},))
    assert verdicts(a_set(RULE, TYPES), a_set(TYPES, variant)) == []


def test_a_sentence_that_changes_is_found_once() -> None:
    old, new = a_set(RULE), a_set(RULE, text="It may be 6.")
    assert verdicts(old, new) == [("behaviour", "quote-stale")]
    assert verdicts(new, new) == []


def test_a_quote_that_follows_its_sentence_is_a_change_of_words() -> None:
    follows = replace(RULE, quote="It must be five.")
    new = a_set(follows, text="It must be five.")
    assert verdicts(a_set(RULE), new) == [("words", "rule-words-changed")]


def a_set_with_defaults(of_all: Any = None, of_each: Any = None, rule: str = "") -> StoredSchemas:
    """Return a set whose rule reads two defaults: of an input, and of a part of its items."""
    total, each = (
        {"type": "integer"} | ({} if default is None else {"default": default})
        for default in (of_all, of_each)
    )
    segments = {"type": "array", "items": an_input(seconds=each)}
    whole = "sum(part.seconds for part in segments) == total"
    entry = replace(RULE, rule=rule or whole)
    return a_set(entry, total=total, segments=segments)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ((10, 5), (5, 5), ["default-changed", "rule-changed"]),
        ((None, 5), (5, 5), ["default-changed", "rule-changed"]),
        ((10, 5), (10, 10), ["default-changed", "rule-changed"]),
        ((10, None), (10, 5), ["default-changed", "rule-changed"]),
        ((10, 5), (None, 5), ["default-changed"]),
        ((10, 5), (10, None), ["default-changed"]),
        ((10, 5, "given(total)"), (5, 5, "given(total)"), ["default-changed"]),
    ],
)
def test_a_default_that_a_rule_reads_changes_what_the_rule_refuses(
    old: tuple[Any, ...], new: tuple[Any, ...], expected: list[str]
) -> None:
    changes = verdicts(a_set_with_defaults(*old), a_set_with_defaults(*new))
    assert sorted(rule for _, rule in changes) == expected
    assert ("breaking", "rule-changed") in changes or "rule-changed" not in expected


def test_the_classes_of_a_model_are_compared_though_its_texts_are_translated() -> None:
    quote = "La somma delle durate di tutti i segmenti deve essere uguale alla durata del video."
    text = "The durations of all segments must add up to the duration of the whole video."
    rule, style = replace(RULE, quote=quote), an_input(w={"type": "integer"})
    old, new = a_set(rule, text=text, style=style), a_set(rule, text=text, look=style)
    assert ("breaking", "class-gone") in verdicts(old, new)
