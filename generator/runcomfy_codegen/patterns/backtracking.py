"""How long a pattern may take an engine that tries one way after the other."""

from __future__ import annotations

from itertools import zip_longest
from math import prod

from runcomfy_codegen.patterns.charsets import Ranges, all_but
from runcomfy_codegen.patterns.tree import (
    Characters,
    Choice,
    Edge,
    Look,
    Node,
    Repeat,
    Sequence,
    every_node,
)

OFTEN = 10
"""Repetitions from which on their number counts as that of the text's characters."""

WAYS = 100
"""Ways to match, those by long repetitions aside, that may be tried at each character."""


def why_slow(tree: Node) -> str:
    """Why the time of a search may grow faster than the text; empty where it does not.

    What looks ahead or behind is a search of its own. In each, one long repetition may end
    anywhere; with another one behind or inside of it, every pair of places is tried.
    """
    looks = [node for node in every_node(tree) if isinstance(node, Look)]
    searches = [tree, *(look.inner for look in looks)]
    if any(_ways(one) > WAYS or _loose(one) > 1 for one in searches):
        return "more than one repetition or choice that may match in several ways"
    if _has_long(_but_its_end(tree)) and not _is_anchored(tree):
        return "a long repetition in a pattern that does not begin with ^"
    return ""


def _is_long(node: Node) -> bool:
    return isinstance(node, Repeat) and (node.most is None or node.most >= OFTEN)


def _has_long(node: Node) -> bool:
    return any(map(_is_long, every_node(node)))


def _ways(node: Node) -> int:
    """How many ways there are to match, a long repetition being one."""
    match node:
        case Sequence(items):
            return min(prod(map(_ways, items)), WAYS + 1)
        case Choice(options):
            return sum(map(_ways, options))
        case Repeat(inner) if _is_long(node):
            return 1 if _ways(inner) == 1 and not _has_long(inner) else WAYS + 1
        case Repeat(inner, least, most):
            return sum(_ways(inner) ** times for times in range(least, (most or 0) + 1))
        case _:
            return 1


def _loose(node: Node) -> int:
    """How many long repetitions are begun anew for each place where one may end."""
    match node:
        case Sequence(items):
            count = 0
            for one, then in zip_longest(items, items[1:]):
                loose = 0 if _is_told(one, then) else _loose(one)
                count += max(loose, int(count > 0 and _has_long(one)))
            return count
        case Choice(options):
            return max(map(_loose, options))
        case Repeat(inner) if _is_long(node):
            return 1
        case Repeat(inner, _, most):
            return _loose(inner) * (most or 1)
        case _:
            return 0


def _is_told(one: Node, then: Node | None) -> bool:
    """Whether a repetition ends where `then` begins, since no character is of both."""
    first = one.inner if isinstance(one, Repeat) else None
    second = then.inner if isinstance(then, Repeat) and then.least else then
    if not isinstance(first, Characters) or not isinstance(second, Characters):
        return False
    return not any(
        low <= last and start <= high
        for low, high in _ranges(first)
        for start, last in _ranges(second)
    )


def _ranges(found: Characters) -> Ranges:
    return all_but(found.ranges) if found.negated else found.ranges


def _but_its_end(tree: Node) -> Node:
    """`tree` without a long repetition at its end, which takes what is there and is done."""
    match tree:
        case Sequence(items) if items and _is_long(items[-1]):
            return Sequence(items[:-1])
        case Choice(options):
            return Choice(tuple(map(_but_its_end, options)))
        case _:
            return tree


def _is_anchored(node: Node) -> bool:
    match node:
        case Edge(kind):
            return kind == "^"
        case Sequence(items):
            return bool(items) and _is_anchored(items[0])
        case Choice(options):
            return all(map(_is_anchored, options))
        case _:
            return False
