"""Which rule a change falls under: by its kind, its effect, and the side that it is on."""

from __future__ import annotations

from typing import NamedTuple

from runcomfy_codegen.diff.comparing.bounds import BOUNDS
from runcomfy_codegen.diff.comparing.change import Change
from runcomfy_codegen.diff.rules import JOINED, ONE_WAY, REWRITTEN, UNDERSTOOD, rule_stem


class Names(NamedTuple):
    """The rules of a kind, by the effect on what fits."""

    narrowed: str
    widened: str
    changed: str
    """Where it cannot be shown to be one of both alone."""


def _always(name: str) -> Names:
    return Names(name, name, name)


def _ends(stem: str, is_upper: bool) -> Names:
    raised, lowered = f"{stem}-raised", f"{stem}-lowered"
    tight, loose = (lowered, raised) if is_upper else (raised, lowered)
    return Names(tight, loose, tight)


_BOUNDS = {bound.inclusive: _ends(rule_stem(bound.inclusive), bound.is_upper) for bound in BOUNDS}

WORDS = {
    kind: _always(f"{kind}-changed")
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

INPUT = {
    **_BOUNDS,
    **{
        keyword: Names(
            f"{name}-narrowed",
            f"{name}-widened",
            f"{name}-{'narrowed' if keyword in ONE_WAY else 'changed'}",
        )
        for keyword, name in (JOINED | UNDERSTOOD).items()
    },
    "enum": Names("enum-set", "enum-dropped", "enum-set"),
    "enum-value": Names("enum-value-gone", "enum-value-added", "enum-value-gone"),
    "pattern": Names("pattern-added", "pattern-dropped", "pattern-changed"),
    "media": Names("media-kind-set", "media-kind-dropped", "media-kind-changed"),
    "media-rule": Names("media-rule-tightened", "media-rule-loosened", "media-rule-changed"),
    "union-member": Names("union-member-gone", "union-member-added", "union-member-gone"),
    "property-gone": _always("input-gone"),
    "property-new": _always("input-added"),
    "property-new-required": Names("required-input-added", "input-added", "required-input-added"),
    "property-new-ruled": Names("free-input-ruled", "input-added", "free-input-ruled"),
    "required": Names("input-made-required", "input-made-optional", "input-made-required"),
}
"""Kind: its rules, in an input."""

OUTPUT = {
    "type": Names("output-type-narrowed", "output-type-widened", "output-type-changed"),
    "enum-value": Names("output-value-gone", "output-value-added", "output-value-added"),
    "media": _always("output-media-changed"),
    "property-gone": _always("output-gone"),
    **dict.fromkeys(
        ("property-new", "property-new-required", "property-new-ruled"),
        Names("output-added", "output-widened", "output-widened"),
    ),
    "required": Names("output-made-certain", "output-made-optional", "output-made-optional"),
}
"""Kind: its rules, in an output; the rest is told by its effect alone."""

_OTHER_OUTPUT = Names("output-narrowed", "output-widened", "output-changed")


def rule_of(change: Change, is_input: bool) -> str:
    """The name of the rule that `change` falls under."""
    if change.kind in WORDS:
        return WORDS[change.kind].changed
    if not change.matters:
        return REWRITTEN
    names = INPUT[change.kind] if is_input else OUTPUT.get(change.kind, _OTHER_OUTPUT)
    if change.narrows and change.widens:
        return names.changed
    if is_input:
        return names.narrowed if change.narrows else names.widened
    return names.widened if change.widens else names.narrowed
