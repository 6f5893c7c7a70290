"""The rules of `diff`: every kind of finding, its verdict, and the reason."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from runcomfy_codegen.diff.finding import Verdict
from runcomfy_codegen.json_schema.keywords import CHECKED_HEADS
from runcomfy_codegen.suggesting import did_you_mean

BREAKING, BEHAVIOUR, COMPATIBLE, WORDS = (
    Verdict.BREAKING,
    Verdict.BEHAVIOUR,
    Verdict.COMPATIBLE,
    Verdict.WORDS,
)


class FindingRule(NamedTuple):
    """The verdict on findings under a rule, and the reason."""

    verdict: Verdict
    reason: str


NOT_COMPARED, REWRITTEN = "not-compared", "rewritten"


def rule_stem(keyword: str) -> str:
    """Return the part of rule names that means `keyword`, such as `pattern-properties`."""
    return re.sub("[A-Z]", lambda match: f"-{match[0].lower()}", keyword)


COMPARED_EXACTLY = {
    keyword: rule_stem(keyword)
    for keyword in ("type", "items", "additionalProperties", "multipleOf", "schema")
}
"""Keyword whose effect is always known: the stem of its rules."""

_PROVEN = ("uniqueItems", "prefixItems", "patternProperties", *CHECKED_HEADS, "union")
COMPARED_BY_PROOF = {keyword: rule_stem(keyword) for keyword in _PROVEN}
"""Keyword whose changes are breaking unless the opposite is proven: the stem of its rules."""

ADDED_OR_REMOVED = frozenset({"items", "additionalProperties", "uniqueItems", "union"})
"""Keywords of both tables that are only added or removed: changes inside them have other kinds."""


def _bound_rules(name: str, unit: str) -> dict[str, FindingRule]:
    return {
        f"min-{name}-raised": FindingRule(BREAKING, f"values with fewer {unit} are refused"),
        f"min-{name}-lowered": FindingRule(
            COMPATIBLE, f"values with fewer {unit} are accepted as well"
        ),
        f"max-{name}-lowered": FindingRule(BREAKING, f"values with more {unit} are refused"),
        f"max-{name}-raised": FindingRule(
            COMPATIBLE, f"values with more {unit} are accepted as well"
        ),
    }


def _effect_rules(stems: Mapping[str, str]) -> dict[str, FindingRule]:
    """Return the rules of keywords, by their effect on which values are valid."""
    rules: dict[str, FindingRule] = {}
    for keyword, stem in stems.items():
        subject = "the schema as a whole" if keyword == "schema" else f"`{keyword}`"
        rules |= {
            f"{stem}-narrowed": FindingRule(
                BREAKING, f"{subject} refuses values that it accepted before"
            ),
            f"{stem}-widened": FindingRule(COMPATIBLE, f"{subject} accepts more values"),
        }
        if keyword not in ADDED_OR_REMOVED:
            reason = f"{subject} changed: it may refuse values that it accepted before"
            rules[f"{stem}-changed"] = FindingRule(BREAKING, reason)
    return rules


FINDING_RULES: dict[str, FindingRule] = {
    # Models
    "model-gone": FindingRule(BREAKING, "its module can no longer be imported"),
    "model-added": FindingRule(COMPATIBLE, "existing models do not change"),
    "model-renamed": FindingRule(COMPATIBLE, "its old module imports the new one, with a warning"),
    "rename-changed": FindingRule(BEHAVIOUR, "calls of an id that changed go to another model"),
    # The Python of a model
    "module-renamed": FindingRule(BREAKING, "imports of the old module fail"),
    "class-gone": FindingRule(BREAKING, "code that imports the class fails"),
    "class-changed": FindingRule(BREAKING, "code that gives or expects the other class fails"),
    "enum-renamed": FindingRule(BREAKING, "code that imports the type fails"),
    "enum-name-gone": FindingRule(BREAKING, "code that imports the type fails"),
    "attribute-renamed": FindingRule(BREAKING, "code that uses the old name fails"),
    # Inputs by name
    "input-gone": FindingRule(BREAKING, "callers that pass it are refused"),
    "input-added": FindingRule(COMPATIBLE, "it is optional"),
    "required-input-added": FindingRule(BREAKING, "callers that do not pass it are refused"),
    "free-input-ruled": FindingRule(BREAKING, "any value was accepted under this name"),
    "input-made-required": FindingRule(BREAKING, "callers that omit it are refused"),
    "input-made-optional": FindingRule(COMPATIBLE, "callers may still pass it"),
    # Inputs: values
    **_effect_rules(COMPARED_EXACTLY),
    "enum-value-gone": FindingRule(BREAKING, "callers that pass it are refused"),
    "enum-value-added": FindingRule(COMPATIBLE, "all other values are still accepted"),
    "enum-set": FindingRule(BREAKING, "only listed values are accepted now"),
    "enum-dropped": FindingRule(COMPATIBLE, "other values are accepted as well"),
    "minimum-raised": FindingRule(BREAKING, "lower numbers are refused"),
    "minimum-lowered": FindingRule(COMPATIBLE, "lower numbers are accepted as well"),
    "maximum-lowered": FindingRule(BREAKING, "higher numbers are refused"),
    "maximum-raised": FindingRule(COMPATIBLE, "higher numbers are accepted as well"),
    **_bound_rules("length", "characters"),
    **_bound_rules("items", "items"),
    **_bound_rules("properties", "properties"),
    "pattern-added": FindingRule(BREAKING, "values that do not match are refused"),
    "pattern-dropped": FindingRule(COMPATIBLE, "values that do not match are accepted as well"),
    "pattern-changed": FindingRule(
        BREAKING, "patterns are not compared: the new one may match less"
    ),
    "union-member-gone": FindingRule(BREAKING, "values of that member are refused"),
    "union-member-added": FindingRule(COMPATIBLE, "values of another form are accepted as well"),
    **_effect_rules(COMPARED_BY_PROOF),
    "unsupported-changed": FindingRule(
        BREAKING, "the keyword is not supported, so it is not compared"
    ),
    NOT_COMPARED: FindingRule(BREAKING, "what changed depends on a keyword that is not supported"),
    # Media
    "media-kind-set": FindingRule(BREAKING, "a URL must point to a medium of that kind"),
    "media-kind-dropped": FindingRule(BREAKING, "local files are refused: only a text is accepted"),
    "media-kind-changed": FindingRule(BREAKING, "a URL must point to a medium of another kind"),
    "media-sample-gone": FindingRule(
        BREAKING, "a value of the page that is not an https URL is refused"
    ),
    "media-sample-added": FindingRule(
        COMPATIBLE, "a value of the page that is not a URL is accepted"
    ),
    "media-rule-tightened": FindingRule(BREAKING, "some files that were accepted are refused"),
    "media-rule-loosened": FindingRule(COMPATIBLE, "more files are accepted"),
    "media-rule-changed": FindingRule(BREAKING, "the new rule cannot be compared with the old one"),
    # Rules in words
    "rule-added": FindingRule(BREAKING, "inputs that break it are refused"),
    "rule-gone": FindingRule(COMPATIBLE, "inputs that broke it are accepted"),
    "rule-changed": FindingRule(BREAKING, "it may refuse inputs that it accepted before"),
    "rule-loosened": FindingRule(COMPATIBLE, "it accepts files of more types"),
    "rule-words-changed": FindingRule(WORDS, "its message or its quote changed, not the rule"),
    "quote-stale": FindingRule(BEHAVIOUR, "a rule rests on the sentence: does it still hold?"),
    "patch-stale": FindingRule(BEHAVIOUR, "what the patch corrects changed: is it still meant?"),
    "translation-stale": FindingRule(WORDS, "the original of a translation changed"),
    # Outputs: the other way round
    "output-gone": FindingRule(BREAKING, "callers that read it find nothing"),
    "output-added": FindingRule(COMPATIBLE, "no caller reads it yet"),
    "output-type-widened": FindingRule(
        BREAKING, "callers may read a value that they cannot handle"
    ),
    "output-type-narrowed": FindingRule(COMPATIBLE, "callers that handle all types still do"),
    "output-type-changed": FindingRule(BREAKING, "callers read a value of another type"),
    "output-value-added": FindingRule(BREAKING, "callers may read a value that they do not know"),
    "output-value-gone": FindingRule(COMPATIBLE, "callers just never read it again"),
    "output-media-changed": FindingRule(BREAKING, "the URL points to a medium of another kind"),
    "output-made-optional": FindingRule(BREAKING, "callers may find it missing"),
    "output-made-certain": FindingRule(COMPATIBLE, "callers that handle its absence still do"),
    "output-widened": FindingRule(BREAKING, "callers may read a value that could not occur before"),
    "output-narrowed": FindingRule(COMPATIBLE, "every possible value was possible before"),
    "output-changed": FindingRule(BREAKING, "callers may read a value that could not occur before"),
    # The protocol that all models share
    "base-url-changed": FindingRule(BREAKING, "clients call another host"),
    "endpoint-changed": FindingRule(BREAKING, "clients call another method or path"),
    "status-added": FindingRule(BEHAVIOUR, "a job may have a status that callers do not know"),
    "status-gone": FindingRule(COMPATIBLE, "callers just never see it again"),
    # Behaviour and words
    "default-changed": FindingRule(BEHAVIOUR, "callers that omit the input may get another result"),
    "format-changed": FindingRule(BEHAVIOUR, "clients do not enforce formats, but the server may"),
    "price-changed": FindingRule(BEHAVIOUR, "jobs cost another amount; code runs as before"),
    "price-unit-changed": FindingRule(BEHAVIOUR, "jobs cost another amount; code runs as before"),
    "pricing-note-changed": FindingRule(
        BEHAVIOUR, "jobs may cost another amount; the note says how much"
    ),
    "price-factor-changed": FindingRule(BEHAVIOUR, "the estimated costs of jobs change"),
    "title-changed": FindingRule(WORDS, "only people read it"),
    "description-changed": FindingRule(WORDS, "only people read it"),
    "example-changed": FindingRule(WORDS, "an example constrains nothing"),
    "annotation-changed": FindingRule(WORDS, "the keyword constrains nothing"),
    "media-rule-message-changed": FindingRule(WORDS, "the rule itself did not change"),
    "order-changed": FindingRule(WORDS, "callers do not depend on the order"),
    "language-changed": FindingRule(WORDS, "texts in another language are not compared"),
    "catalog-changed": FindingRule(WORDS, "only people, and searches, read it"),
    "docs-url-changed": FindingRule(WORDS, "only people open it"),
    REWRITTEN: FindingRule(WORDS, "the same values are valid, written in another way"),
    "unread-changed": FindingRule(
        WORDS, "it has no effect: a widget, an unknown keyword, a definition"
    ),
}
"""Rule: its verdict, which `[verdicts]` of the override file may change, and the reason."""


def unknown_rule(name: str) -> str:
    """Return a message if the rule `name` is unknown; empty if it exists."""
    if name in FINDING_RULES:
        return ""
    return f"unknown rule {name!r}{did_you_mean(name, FINDING_RULES)}"
