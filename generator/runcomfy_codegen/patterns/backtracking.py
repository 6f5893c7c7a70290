"""Estimate how long a backtracking engine may take to search for a pattern."""

from __future__ import annotations

from itertools import zip_longest
from math import prod

from runcomfy_codegen.patterns.charsets import Ranges, complement
from runcomfy_codegen.patterns.tree import (
    Alternation,
    Boundary,
    CharacterSet,
    Concatenation,
    Lookaround,
    Node,
    Repetition,
    walk,
)

LONG_REPETITION = 10
"""Maximum from which a repetition counts as unlimited."""

MAX_WAYS = 100
"""Ways to match, apart from long repetitions, that an engine may try at each character."""


def why_slow(tree: Node) -> str:
    """Return why a search may take more than linear time, or an empty string if it does not."""
    # The engine searches for each lookaround separately.
    lookarounds = [node for node in walk(tree) if isinstance(node, Lookaround)]
    searches = [tree, *(look.inner for look in lookarounds)]
    if any(_ways(search) > MAX_WAYS or _degree(search) > 1 for search in searches):
        return "more than one repetition or choice that can match in several ways"
    # Without an anchor, the engine starts the repetition again at each character of the text.
    if _has_long_repetition(_without_final_repetition(tree)) and not _is_anchored(tree):
        return "a long repetition in a pattern that does not begin with ^"
    return ""


def _is_long(node: Node) -> bool:
    if not isinstance(node, Repetition):
        return False
    return node.maximum is None or node.maximum >= LONG_REPETITION


def _has_long_repetition(node: Node) -> bool:
    return any(map(_is_long, walk(node)))


def _ways(node: Node) -> int:
    """Return in how many ways `node` can match, where a long repetition counts as one."""
    match node:
        case Concatenation(items):
            return min(prod(map(_ways, items)), MAX_WAYS + 1)  # more digits would cost time
        case Alternation(options):
            return sum(map(_ways, options))
        case Repetition(inner) if _is_long(node):
            # With a choice or another repetition inside, the ways grow exponentially.
            is_simple = _ways(inner) == 1 and not _has_long_repetition(inner)
            return 1 if is_simple else MAX_WAYS + 1
        case Repetition(inner, minimum, maximum):
            return sum(_ways(inner) ** times for times in range(minimum, (maximum or 0) + 1))
        case _:
            return 1


def _degree(node: Node) -> int:
    """Return the exponent of the text's length in the time of one attempt to match `node`."""
    match node:
        case Concatenation(items):
            degree = 0
            for item, following in zip_longest(items, items[1:]):
                added = 0 if _ends_uniquely(item, following) else _degree(item)
                # After a repetition that can end anywhere, each later one is tried at every end.
                degree += max(added, int(degree > 0 and _has_long_repetition(item)))
            return degree
        case Alternation(options):
            return max(map(_degree, options))
        case Repetition() if _is_long(node):
            return 1
        case Repetition(inner, _, maximum):
            return _degree(inner) * (maximum or 1)
        case _:
            return 0


def _ends_uniquely(node: Node, following: Node | None) -> bool:
    """Return whether a repetition has one possible end, as in `[a-z]*=`.

    That is so if it shares no character with what follows.
    """
    repeated = node.inner if isinstance(node, Repetition) else None
    if isinstance(following, Repetition) and following.minimum:
        following = following.inner
    if not isinstance(repeated, CharacterSet) or not isinstance(following, CharacterSet):
        return False
    return not any(
        low <= last and first <= high
        for low, high in _ranges(repeated)
        for first, last in _ranges(following)
    )


def _ranges(characters: CharacterSet) -> Ranges:
    return complement(characters.ranges) if characters.negated else characters.ranges


def _without_final_repetition(tree: Node) -> Node:
    """Return `tree` without a long repetition at its end, which never backtracks."""
    match tree:
        case Concatenation(items) if items and _is_long(items[-1]):
            return Concatenation(items[:-1])
        case Alternation(options):
            return Alternation(tuple(map(_without_final_repetition, options)))
        case _:
            return tree


def _is_anchored(node: Node) -> bool:
    match node:
        case Boundary(kind):
            return kind == "^"
        case Concatenation(items):
            return bool(items) and _is_anchored(items[0])
        case Alternation(options):
            return all(map(_is_anchored, options))
        case _:
            return False
