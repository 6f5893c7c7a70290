"""An output that promises less is breaking: callers may read values that could not occur before."""

from __future__ import annotations

from typing import Any

import pytest

from runcomfy_codegen.diff.finding import Verdict
from runcomfy_codegen.diff.finding_rules import FINDING_RULES

from .building import between, between_outputs, findings_of, model

TEXT, WHOLE = {"type": "string"}, {"type": "integer"}
ARRAY = {"type": "array", "items": TEXT}
MAP = {"type": "object", "additionalProperties": TEXT}

PROMISES: dict[str, tuple[Any, Any]] = {
    "not": (TEXT, {"not": {"const": ""}}),
    "if": (WHOLE, {"if": {"minimum": 5}, "then": {"multipleOf": 2}}),
    "contains": (ARRAY, {"contains": {"const": "a"}}),
    "minProperties": (MAP, {"minProperties": 1}),
    "patternProperties": (MAP, {"patternProperties": {"^a": {**TEXT, "maxLength": 3}}}),
    "propertyNames": (MAP, {"propertyNames": {"maxLength": 3}}),
    "dependentRequired": (MAP, {"dependentRequired": {"a": ["b"]}}),
    "dependentSchemas": (MAP, {"dependentSchemas": {"a": {"required": ["b"]}}}),
    "oneOf": (ARRAY, {"oneOf": [{"maxItems": 1}, {"minItems": 3}]}),
    "required": (MAP, {"required": ["a"]}),
    "maximum": (WHOLE, {"maximum": 5}),
    "pattern": (TEXT, {"pattern": "^https:"}),
    "nullable": (TEXT, {}),
}
"""Keyword: a schema, and what it promises as well."""


@pytest.mark.parametrize("keyword", PROMISES)
def test_a_promise_that_is_dropped_is_breaking(keyword: str) -> None:
    base, promise = PROMISES[keyword]
    without_promise = {**base, "nullable": True} if keyword == "nullable" else base
    findings = between_outputs({**base, **promise}, without_promise)
    assert max(finding.verdict for finding in findings) is Verdict.BREAKING
    findings = between_outputs(without_promise, {**base, **promise})
    assert max(finding.verdict for finding in findings) is Verdict.COMPATIBLE


@pytest.mark.parametrize("invalid", [{"maxLength": "long"}, {"not": 5}, {"required": "a"}])
def test_an_invalid_constraint_gives_no_finding_but_words(invalid: Any) -> None:
    assert {finding.verdict for finding in between_outputs({**TEXT, **invalid}, TEXT)} <= {
        Verdict.WORDS
    }


def tuple_of(*types: Any) -> Any:
    return {"type": "array", "prefixItems": [*types], "unevaluatedItems": TEXT}


def dynamic(limit: int) -> Any:
    node = {"$dynamicAnchor": "node", **WHOLE, "maximum": limit}
    return {"type": "object", "properties": {"x": {"$dynamicRef": "#node"}}, "$defs": {"n": node}}


@pytest.mark.parametrize("compare", [between, between_outputs])
def test_keywords_that_an_unsupported_one_depends_on_are_not_compared(compare: Any) -> None:
    """`["a", 1, 2]` fits the first schema alone."""
    for pair in (tuple_of(TEXT, WHOLE, WHOLE), tuple_of(TEXT, WHOLE)), (dynamic(10), dynamic(5)):
        rules = {finding.rule for finding in compare(*pair)}
        assert "not-compared" in rules
    assert FINDING_RULES["not-compared"].verdict is Verdict.BREAKING


def test_a_reference_by_an_anchor_depends_on_the_whole_document() -> None:
    assert {finding.rule for finding in findings_of(model(dynamic(10)), model(dynamic(5)))} == {
        "not-compared"
    }


def test_words_beside_an_unsupported_keyword_are_compared() -> None:
    old, new = ({**tuple_of(TEXT), "description": text} for text in ("One", "Two"))
    assert {old.rule for old in between(old, new)} == {"description-changed"}
