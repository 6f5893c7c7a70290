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


class Rule(NamedTuple):
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

ONE_WAY = frozenset({"items", "additionalProperties", "uniqueItems", "union"})
"""Keywords of both tables that are only added or removed: changes inside them have other kinds."""


def _bound_rules(name: str, unit: str) -> dict[str, Rule]:
    return {
        f"min-{name}-raised": Rule(BREAKING, f"values with fewer {unit} are refused"),
        f"min-{name}-lowered": Rule(COMPATIBLE, f"values with fewer {unit} are accepted as well"),
        f"max-{name}-lowered": Rule(BREAKING, f"values with more {unit} are refused"),
        f"max-{name}-raised": Rule(COMPATIBLE, f"values with more {unit} are accepted as well"),
    }


def _effect_rules(stems: Mapping[str, str]) -> dict[str, Rule]:
    """Return the rules of keywords, by their effect on which values are valid."""
    rules: dict[str, Rule] = {}
    for keyword, stem in stems.items():
        subject = "the schema as a whole" if keyword == "schema" else f"`{keyword}`"
        rules |= {
            f"{stem}-narrowed": Rule(BREAKING, f"{subject} refuses values that it accepted before"),
            f"{stem}-widened": Rule(COMPATIBLE, f"{subject} accepts more values"),
        }
        if keyword not in ONE_WAY:
            reason = f"{subject} changed: it may refuse values that it accepted before"
            rules[f"{stem}-changed"] = Rule(BREAKING, reason)
    return rules


RULES: dict[str, Rule] = {
    # Models
    "model-gone": Rule(BREAKING, "its module can no longer be imported"),
    "model-added": Rule(COMPATIBLE, "existing models do not change"),
    "model-renamed": Rule(COMPATIBLE, "its old module imports the new one, with a warning"),
    "rename-changed": Rule(BEHAVIOUR, "calls of an id that changed go to another model"),
    # The Python of a model
    "module-renamed": Rule(BREAKING, "imports of the old module fail"),
    "class-gone": Rule(BREAKING, "code that imports the class fails"),
    "class-changed": Rule(BREAKING, "code that gives or expects the other class fails"),
    "enum-renamed": Rule(BREAKING, "code that imports the type fails"),
    "enum-name-gone": Rule(BREAKING, "code that imports the type fails"),
    "attribute-renamed": Rule(BREAKING, "code that uses the old name fails"),
    # Inputs by name
    "input-gone": Rule(BREAKING, "callers that pass it are refused"),
    "input-added": Rule(COMPATIBLE, "it is optional"),
    "required-input-added": Rule(BREAKING, "callers that do not pass it are refused"),
    "free-input-ruled": Rule(BREAKING, "any value was accepted under this name"),
    "input-made-required": Rule(BREAKING, "callers that omit it are refused"),
    "input-made-optional": Rule(COMPATIBLE, "callers may still pass it"),
    # Inputs: values
    **_effect_rules(COMPARED_EXACTLY),
    "enum-value-gone": Rule(BREAKING, "callers that pass it are refused"),
    "enum-value-added": Rule(COMPATIBLE, "all other values are still accepted"),
    "enum-set": Rule(BREAKING, "only listed values are accepted now"),
    "enum-dropped": Rule(COMPATIBLE, "other values are accepted as well"),
    "minimum-raised": Rule(BREAKING, "lower numbers are refused"),
    "minimum-lowered": Rule(COMPATIBLE, "lower numbers are accepted as well"),
    "maximum-lowered": Rule(BREAKING, "higher numbers are refused"),
    "maximum-raised": Rule(COMPATIBLE, "higher numbers are accepted as well"),
    **_bound_rules("length", "characters"),
    **_bound_rules("items", "items"),
    **_bound_rules("properties", "properties"),
    "pattern-added": Rule(BREAKING, "values that do not match are refused"),
    "pattern-dropped": Rule(COMPATIBLE, "values that do not match are accepted as well"),
    "pattern-changed": Rule(BREAKING, "patterns are not compared: the new one may match less"),
    "union-member-gone": Rule(BREAKING, "values of that member are refused"),
    "union-member-added": Rule(COMPATIBLE, "values of another form are accepted as well"),
    **_effect_rules(COMPARED_BY_PROOF),
    "unsupported-changed": Rule(BREAKING, "the keyword is not supported, so it is not compared"),
    NOT_COMPARED: Rule(BREAKING, "what changed depends on a keyword that is not supported"),
    # Media
    "media-kind-set": Rule(BREAKING, "a URL must point to a medium of that kind"),
    "media-kind-dropped": Rule(BREAKING, "local files are refused: only a text is accepted"),
    "media-kind-changed": Rule(BREAKING, "a URL must point to a medium of another kind"),
    "media-sample-gone": Rule(BREAKING, "a value of the page that is no https URL is refused"),
    "media-sample-added": Rule(COMPATIBLE, "a value of the page that is no URL is accepted"),
    "media-rule-tightened": Rule(BREAKING, "some files that were accepted are refused"),
    "media-rule-loosened": Rule(COMPATIBLE, "more files are accepted"),
    "media-rule-changed": Rule(BREAKING, "the new rule cannot be compared with the old one"),
    # Rules in words
    "rule-added": Rule(BREAKING, "inputs that break it are refused"),
    "rule-gone": Rule(COMPATIBLE, "inputs that broke it are accepted"),
    "rule-changed": Rule(BREAKING, "it may refuse inputs that it accepted before"),
    "rule-loosened": Rule(COMPATIBLE, "it accepts files of more types"),
    "rule-words-changed": Rule(WORDS, "its message or its quote changed, not the rule"),
    "quote-stale": Rule(BEHAVIOUR, "a rule rests on the sentence: does it still hold?"),
    "patch-stale": Rule(BEHAVIOUR, "what the patch corrects changed: is it still meant?"),
    "translation-stale": Rule(WORDS, "the original of a translation changed"),
    # Outputs: the other way round
    "output-gone": Rule(BREAKING, "callers that read it find nothing"),
    "output-added": Rule(COMPATIBLE, "no caller reads it yet"),
    "output-type-widened": Rule(BREAKING, "callers may read a value that they cannot handle"),
    "output-type-narrowed": Rule(COMPATIBLE, "callers that handle all types still do"),
    "output-type-changed": Rule(BREAKING, "callers read a value of another type"),
    "output-value-added": Rule(BREAKING, "callers may read a value that they do not know"),
    "output-value-gone": Rule(COMPATIBLE, "callers just never read it again"),
    "output-media-changed": Rule(BREAKING, "the URL points to a medium of another kind"),
    "output-made-optional": Rule(BREAKING, "callers may find it missing"),
    "output-made-certain": Rule(COMPATIBLE, "callers that handle its absence still do"),
    "output-widened": Rule(BREAKING, "callers may read a value that could not occur before"),
    "output-narrowed": Rule(COMPATIBLE, "every possible value was possible before"),
    "output-changed": Rule(BREAKING, "callers may read a value that could not occur before"),
    # The protocol that all models share
    "base-url-changed": Rule(BREAKING, "clients call another host"),
    "endpoint-changed": Rule(BREAKING, "clients call another method or path"),
    "status-added": Rule(BEHAVIOUR, "a job may have a status that callers do not know"),
    "status-gone": Rule(COMPATIBLE, "callers just never see it again"),
    # Behaviour and words
    "default-changed": Rule(BEHAVIOUR, "callers that omit the input may get another result"),
    "format-changed": Rule(BEHAVIOUR, "clients do not enforce formats, but the server may"),
    "price-changed": Rule(BEHAVIOUR, "jobs cost another amount; code runs as before"),
    "price-unit-changed": Rule(BEHAVIOUR, "jobs cost another amount; code runs as before"),
    "pricing-note-changed": Rule(BEHAVIOUR, "jobs may cost another amount; the note says how much"),
    "price-factor-changed": Rule(BEHAVIOUR, "the estimated costs of jobs change"),
    "title-changed": Rule(WORDS, "only people read it"),
    "description-changed": Rule(WORDS, "only people read it"),
    "example-changed": Rule(WORDS, "an example constrains nothing"),
    "annotation-changed": Rule(WORDS, "the keyword constrains nothing"),
    "media-rule-message-changed": Rule(WORDS, "the rule itself did not change"),
    "order-changed": Rule(WORDS, "callers do not depend on the order"),
    "language-changed": Rule(WORDS, "texts in another language are not compared"),
    "catalog-changed": Rule(WORDS, "only people, and searches, read it"),
    "docs-url-changed": Rule(WORDS, "only people open it"),
    REWRITTEN: Rule(WORDS, "the same values are valid, written in another way"),
    "unread-changed": Rule(WORDS, "it has no effect: a widget, an unknown keyword, a definition"),
}
"""Rule: its verdict, which the override file may change, and the reason."""


def unknown_rule(name: str) -> str:
    """Return a message if the rule `name` is unknown; empty if it exists."""
    if name in RULES:
        return ""
    return f"unknown rule {name!r}{did_you_mean(name, RULES)}"
