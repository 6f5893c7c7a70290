"""Compare the bounds of numbers, and of the sizes of strings, arrays and objects."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from runcomfy_codegen.diff.comparing.change import Change, describe
from runcomfy_codegen.diff.comparing.walk import Walk
from runcomfy_codegen.json_schema.keywords import SIZES
from runcomfy_codegen.json_schema.pointers import join_pointer
from runcomfy_codegen.json_schema.values import ABSENT, Schema


class BoundKeywords(NamedTuple):
    """The keywords that set one bound."""

    inclusive: str
    exclusive: str
    """Empty if the bound has no exclusive keyword."""
    is_upper: bool


BOUND_KEYWORDS = (
    BoundKeywords("minimum", "exclusiveMinimum", is_upper=False),
    BoundKeywords("maximum", "exclusiveMaximum", is_upper=True),
    *(BoundKeywords(f"min{size}", "", is_upper=False) for size in SIZES),
    *(BoundKeywords(f"max{size}", "", is_upper=True) for size in SIZES),
)


def compare_bounds(_: Walk, old: Schema, new: Schema, pointer: str) -> Iterator[Change]:
    """Yield a change of each bound that differs; its kind is the name of the inclusive keyword."""
    for bound in BOUND_KEYWORDS:
        before, after = _tightness(old, bound), _tightness(new, bound)
        if before != after:
            is_tighter = before is None or (after is not None and after > before)
            yield _change(bound, old, new, pointer, is_tighter=is_tighter)


def _change(
    bound: BoundKeywords, old: Schema, new: Schema, pointer: str, *, is_tighter: bool
) -> Change:
    old_keyword, new_keyword = _effective_keyword(old, bound), _effective_keyword(new, bound)
    before, after = old.get(old_keyword, ABSENT), new.get(new_keyword, ABSENT)
    keyword = old_keyword if after is ABSENT else new_keyword
    message = _describe(old_keyword, before, new_keyword, after)
    return Change(
        bound.inclusive,
        pointer + join_pointer(keyword),
        before,
        after,
        narrows=is_tighter,
        widens=not is_tighter,
        message=message,
    )


def _describe(old_keyword: str, before: Any, new_keyword: str, after: Any) -> str:
    if old_keyword == new_keyword or before is ABSENT or after is ABSENT:
        return describe(old_keyword if after is ABSENT else new_keyword, before, after)
    return f"{describe(old_keyword, before, ABSENT)}; {describe(new_keyword, ABSENT, after)}"


def _tightness(schema: Schema, bound: BoundKeywords) -> tuple[float, bool] | None:
    """Return a value that grows as the bound gets tighter; None without a bound."""
    # A pair compares first by the value; of equal values, the exclusive one is tighter.
    sign = -1 if bound.is_upper else 1
    values = [(sign * schema[bound.inclusive], False)] if bound.inclusive in schema else []
    if bound.exclusive in schema:
        values.append((sign * schema[bound.exclusive], True))
    return max(values, default=None)


def _effective_keyword(schema: Schema, bound: BoundKeywords) -> str:
    """Return the keyword that sets the tighter bound."""
    tightest = _tightness(schema, bound)
    return bound.exclusive if tightest is not None and tightest[1] else bound.inclusive
