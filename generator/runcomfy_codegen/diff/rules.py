"""The rules: every kind of finding there is, how much it weighs, and why. A table."""

from __future__ import annotations

import re
from typing import NamedTuple

from runcomfy_codegen.diff.finding import Verdict
from runcomfy_codegen.json_schema.keywords import CHECKED_HEADS

BREAKING, BEHAVIOUR, COMPATIBLE, WORDS = (
    Verdict.BREAKING,
    Verdict.BEHAVIOUR,
    Verdict.COMPATIBLE,
    Verdict.WORDS,
)


class Rule(NamedTuple):
    """What a rule says of a finding; see `RULES`."""

    verdict: Verdict
    reason: str


REWRITTEN = "rewritten"


def rule_stem(keyword: str) -> str:
    """The part of the rules' names that stands for `keyword`: `pattern-properties`."""
    return re.sub("[A-Z]", lambda match: f"-{match[0].lower()}", keyword)


UNDERSTOOD = {
    keyword: rule_stem(keyword)
    for keyword in ("type", "items", "additionalProperties", "multipleOf", "schema")
}
"""Keyword that is compared exactly: its part of the rules' names."""

_PROVEN = ("uniqueItems", "prefixItems", "patternProperties", *CHECKED_HEADS, "allOf", "union")
JOINED = {**{keyword: rule_stem(keyword) for keyword in _PROVEN}, "$ref": "reference"}
"""Keyword that is compared where a proof is found, and taken for breaking where none is."""


def _raised_and_lowered(name: str, what: str) -> dict[str, Rule]:
    return {
        f"min-{name}-raised": Rule(BREAKING, f"what has fewer {what} is refused"),
        f"min-{name}-lowered": Rule(COMPATIBLE, f"fewer {what} are taken as well"),
        f"max-{name}-lowered": Rule(BREAKING, f"what has more {what} is refused"),
        f"max-{name}-raised": Rule(COMPATIBLE, f"more {what} are taken as well"),
    }


ONE_WAY = frozenset({"items", "additionalProperties", "uniqueItems", "union"})
"""Of both, keywords that only come or go: changes inside of them are found there."""


def _by_effect(keyword: str, name: str) -> dict[str, Rule]:
    """The rules of a keyword of `UNDERSTOOD` or `JOINED`, by the effect on what fits."""
    what = "the schema as a whole" if keyword == "schema" else f"`{keyword}`"
    rules = {
        f"{name}-narrowed": Rule(BREAKING, f"{what} refuses what it took"),
        f"{name}-widened": Rule(COMPATIBLE, f"{what} takes more than it did"),
    }
    if keyword not in ONE_WAY:
        rules[f"{name}-changed"] = Rule(BREAKING, f"{what} is another: it may refuse what it took")
    return rules


RULES: dict[str, Rule] = {
    # Models
    "model-gone": Rule(BREAKING, "its module cannot be imported any more"),
    "model-added": Rule(COMPATIBLE, "nothing that is there changes"),
    "module-renamed": Rule(BREAKING, "the override names another module, and imports fail"),
    "attribute-renamed": Rule(BREAKING, "the override names another attribute or type"),
    # Inputs by name
    "input-gone": Rule(BREAKING, "a caller that gives it is refused"),
    "input-added": Rule(COMPATIBLE, "it may be left out"),
    "required-input-added": Rule(BREAKING, "a caller that does not know it is refused"),
    "free-input-ruled": Rule(BREAKING, "under this name anything was taken before"),
    "input-made-required": Rule(BREAKING, "a caller that leaves it out is refused"),
    "input-made-optional": Rule(COMPATIBLE, "giving it stays right"),
    # Inputs: values
    **{name: rule for pair in UNDERSTOOD.items() for name, rule in _by_effect(*pair).items()},
    "enum-value-gone": Rule(BREAKING, "a caller that gives it is refused"),
    "enum-value-added": Rule(COMPATIBLE, "the values that were there stay"),
    "enum-set": Rule(BREAKING, "only listed values are taken, where others were before"),
    "enum-dropped": Rule(COMPATIBLE, "other values are taken as well"),
    "minimum-raised": Rule(BREAKING, "lower numbers are refused"),
    "minimum-lowered": Rule(COMPATIBLE, "lower numbers are taken as well"),
    "maximum-lowered": Rule(BREAKING, "higher numbers are refused"),
    "maximum-raised": Rule(COMPATIBLE, "higher numbers are taken as well"),
    **_raised_and_lowered("length", "characters"),
    **_raised_and_lowered("items", "items"),
    **_raised_and_lowered("properties", "properties"),
    "pattern-added": Rule(BREAKING, "what does not match is refused"),
    "pattern-dropped": Rule(COMPATIBLE, "what does not match is taken as well"),
    "pattern-changed": Rule(BREAKING, "patterns are not compared: it may match less"),
    "union-member-gone": Rule(BREAKING, "values of that member are refused"),
    "union-member-added": Rule(COMPATIBLE, "values of another form are taken as well"),
    **{name: rule for pair in JOINED.items() for name, rule in _by_effect(*pair).items()},
    "unsupported-changed": Rule(BREAKING, "a keyword that nothing here understands is another"),
    # Media
    "media-kind-set": Rule(BREAKING, "a URL must lead to a medium of that kind"),
    "media-kind-dropped": Rule(COMPATIBLE, "other URLs or texts are taken as well"),
    "media-kind-changed": Rule(BREAKING, "a URL must lead to a medium of another kind"),
    "media-rule-tightened": Rule(BREAKING, "some files are refused that were taken"),
    "media-rule-loosened": Rule(COMPATIBLE, "more files are taken"),
    "media-rule-changed": Rule(BREAKING, "files must keep a rule that cannot be compared"),
    # Outputs: the other way round
    "output-gone": Rule(BREAKING, "a caller that reads it finds nothing"),
    "output-added": Rule(COMPATIBLE, "nobody reads it yet"),
    "output-type-widened": Rule(BREAKING, "a caller may read what it cannot handle"),
    "output-type-narrowed": Rule(COMPATIBLE, "a caller that handled all still does"),
    "output-type-changed": Rule(BREAKING, "a caller reads something else"),
    "output-value-added": Rule(BREAKING, "a caller may read a value that it does not know"),
    "output-value-gone": Rule(COMPATIBLE, "a caller that knew it just meets it no more"),
    "output-media-changed": Rule(BREAKING, "the URL leads to a medium of another kind"),
    "output-made-optional": Rule(BREAKING, "a caller may find it missing"),
    "output-made-certain": Rule(COMPATIBLE, "a caller that handled its absence still does"),
    "output-widened": Rule(BREAKING, "a caller may read what could not come before"),
    "output-narrowed": Rule(COMPATIBLE, "all that comes could come before"),
    "output-changed": Rule(BREAKING, "a caller may read what could not come before"),
    # The protocol that all models share
    "base-url-changed": Rule(BREAKING, "clients call another host"),
    "endpoint-changed": Rule(BREAKING, "clients call another address"),
    "status-added": Rule(BEHAVIOUR, "a job may have a status that a caller does not know"),
    "status-gone": Rule(COMPATIBLE, "a caller that knew it just meets it no more"),
    # Behaviour and words
    "default-changed": Rule(BEHAVIOUR, "who leaves the input out may get another result"),
    "format-changed": Rule(BEHAVIOUR, "formats are not enforced here, but a server may"),
    "title-changed": Rule(WORDS, "only people read it"),
    "description-changed": Rule(WORDS, "only people read it"),
    "example-changed": Rule(WORDS, "an example assumes nothing"),
    "annotation-changed": Rule(WORDS, "the keyword refuses nothing"),
    "media-rule-message-changed": Rule(WORDS, "the rule is the same"),
    "order-changed": Rule(WORDS, "inputs are given by name, values as they are"),
    "language-changed": Rule(WORDS, "titles and descriptions are in another language"),
    "docs-url-changed": Rule(WORDS, "only people open it"),
    REWRITTEN: Rule(WORDS, "what fits is the same, said in another way"),
    "unread-changed": Rule(WORDS, "the generator does not read it: a widget, an unknown keyword"),
}
"""Every rule: its name, the verdict unless an override says otherwise, and the reason."""
