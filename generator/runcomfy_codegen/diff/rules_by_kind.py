"""Map a change to its rule: by its kind, its effect, and whether it is in an input or an output."""

from __future__ import annotations

from typing import NamedTuple

from runcomfy_codegen.diff.comparing.bounds import BOUND_KEYWORDS
from runcomfy_codegen.diff.comparing.change import Change
from runcomfy_codegen.diff.finding_rules import (
    ADDED_OR_REMOVED,
    COMPARED_BY_PROOF,
    COMPARED_EXACTLY,
    REWRITTEN,
    rule_stem,
)


class RuleNames(NamedTuple):
    """The rules of one kind of change, by its effect on which values are valid."""

    narrowed: str
    widened: str
    changed: str
    """If it may both narrow and widen."""


def _always(name: str) -> RuleNames:
    return RuleNames(name, name, name)


def _for_bound(stem: str, is_upper: bool) -> RuleNames:
    raised, lowered = f"{stem}-raised", f"{stem}-lowered"
    tighter, looser = (lowered, raised) if is_upper else (raised, lowered)
    return RuleNames(tighter, looser, tighter)


def _for_keyword(keyword: str, stem: str) -> RuleNames:
    changed = "narrowed" if keyword in ADDED_OR_REMOVED else "changed"
    return RuleNames(f"{stem}-narrowed", f"{stem}-widened", f"{stem}-{changed}")


ANNOTATION_RULE_NAMES = {
    kind: f"{kind}-changed"
    for kind in (
        "title",
        "description",
        "default",
        "example",
        "format",
        "annotation",
        "order",
        "media-rule-message",
    )
}
"""Kind that has no effect on which values are valid: its rule."""

INPUT_RULE_NAMES = {
    **{
        bound.inclusive: _for_bound(rule_stem(bound.inclusive), bound.is_upper)
        for bound in BOUND_KEYWORDS
    },
    **{
        keyword: _for_keyword(keyword, stem)
        for keyword, stem in (COMPARED_BY_PROOF | COMPARED_EXACTLY).items()
    },
    "enum": RuleNames("enum-set", "enum-dropped", "enum-set"),
    "enum-value": RuleNames("enum-value-gone", "enum-value-added", "enum-value-gone"),
    "pattern": RuleNames("pattern-added", "pattern-dropped", "pattern-changed"),
    "media": RuleNames("media-kind-set", "media-kind-dropped", "media-kind-changed"),
    "media-sample": RuleNames("media-sample-gone", "media-sample-added", "media-sample-gone"),
    "media-rule": RuleNames("media-rule-tightened", "media-rule-loosened", "media-rule-changed"),
    "union-member": RuleNames("union-member-gone", "union-member-added", "union-member-gone"),
    "property-gone": _always("input-gone"),
    "property-new": _always("input-added"),
    "property-new-required": RuleNames(
        "required-input-added", "input-added", "required-input-added"
    ),
    "property-new-ruled": RuleNames("free-input-ruled", "input-added", "free-input-ruled"),
    "required": RuleNames("input-made-required", "input-made-optional", "input-made-required"),
}
"""Kind: its rules in an input."""

OUTPUT_RULE_NAMES = {
    "type": RuleNames("output-type-narrowed", "output-type-widened", "output-type-changed"),
    "enum-value": RuleNames("output-value-gone", "output-value-added", "output-value-added"),
    "media": _always("output-media-changed"),
    "property-gone": _always("output-gone"),
    **dict.fromkeys(
        ("property-new", "property-new-required", "property-new-ruled"),
        RuleNames("output-added", "output-widened", "output-widened"),
    ),
    "required": RuleNames("output-made-certain", "output-made-optional", "output-made-optional"),
}
"""Kind: its rules in an output."""

_OTHER_OUTPUT = RuleNames("output-narrowed", "output-widened", "output-changed")
"""The rules of all other kinds in an output."""


def rule_of(change: Change, *, is_input: bool) -> str:
    """Return the name of the rule for `change`."""
    if change.kind in ANNOTATION_RULE_NAMES:
        return ANNOTATION_RULE_NAMES[change.kind]
    if not change.is_effective:
        return REWRITTEN
    names = (
        INPUT_RULE_NAMES[change.kind]
        if is_input
        else OUTPUT_RULE_NAMES.get(change.kind, _OTHER_OUTPUT)
    )
    if change.narrows and change.widens:
        return names.changed
    # Without any effect on values (a new property), the compatible rule applies.
    if is_input:
        return names.narrowed if change.narrows else names.widened
    return names.widened if change.widens else names.narrowed
