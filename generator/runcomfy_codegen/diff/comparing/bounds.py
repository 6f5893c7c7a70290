"""Bounds: of numbers, and of the sizes of strings, arrays and objects."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from runcomfy_codegen.diff.comparing.change import Change, was_is
from runcomfy_codegen.diff.comparing.walk import Walk
from runcomfy_codegen.diff.finding import ABSENT
from runcomfy_codegen.json_schema.pointers import join_pointer
from runcomfy_codegen.json_schema.values import Schema


class Bound(NamedTuple):
    """One end of a range."""

    inclusive: str
    exclusive: str
    """The same bound with its end left out, where there is such a keyword."""
    is_upper: bool


BOUNDS = (
    Bound("minimum", "exclusiveMinimum", False),
    Bound("maximum", "exclusiveMaximum", True),
    *(Bound(f"min{what}", "", False) for what in ("Length", "Items", "Properties")),
    *(Bound(f"max{what}", "", True) for what in ("Length", "Items", "Properties")),
)


def limits(_: Walk, old: Schema, new: Schema, pointer: str) -> Iterator[Change]:
    """A change of each bound that moved; the kind is the inclusive keyword's name."""
    for bound in BOUNDS:
        before, after = _end(old, bound), _end(new, bound)
        if before == after:
            continue
        tightened = before is None or (after is not None and after > before)
        key, key_before = _keyword(new, bound), _keyword(old, bound)
        was, now = old.get(key_before, ABSENT), new.get(key, ABSENT)
        words = was_is(key if now is not ABSENT else key_before, was, now)
        if {key, key_before} == {bound.inclusive, bound.exclusive} and ABSENT not in (was, now):
            words = f"{was_is(key_before, was, ABSENT)}; {was_is(key, ABSENT, now)}"
        keyword_pointer = pointer + join_pointer(key if now is not ABSENT else key_before)
        yield Change(bound.inclusive, keyword_pointer, was, now, tightened, not tightened, words)


def _end(schema: Schema, bound: Bound) -> tuple[float, bool] | None:
    """How tight the bound of `schema` is: the greater, the tighter."""
    sign = -1 if bound.is_upper else 1
    ends = [(sign * schema[bound.inclusive], False)] if bound.inclusive in schema else []
    if bound.exclusive in schema:
        ends.append((sign * schema[bound.exclusive], True))
    return max(ends, default=None)


def _keyword(schema: Schema, bound: Bound) -> str:
    """The keyword that sets the bound of `schema`."""
    end = _end(schema, bound)
    return bound.exclusive if end is not None and end[1] else bound.inclusive
