"""Infer which texts a pattern matches, without matching any."""

from __future__ import annotations

from functools import lru_cache

from runcomfy_codegen.patterns.charsets import MAX_CODE_POINT
from runcomfy_codegen.patterns.parsing import PatternParser
from runcomfy_codegen.patterns.tree import (
    Alternation,
    Boundary,
    CharacterSet,
    Concatenation,
    Lookaround,
    Node,
    Repetition,
    UnsupportedPatternError,
    walk,
)


def are_alike(first: str, second: str) -> bool:
    """Return whether two patterns differ only in spelling, as `.+` and `.{1,}` do."""
    tree = _tree(first)
    return first == second or (tree is not None and tree == _tree(second))


def matches_any_text(pattern: str) -> bool:
    """Return whether it is certain that every text matches, as with `.*`, `^` or no pattern."""
    tree = _tree(pattern)
    if tree is None:
        return False
    items = list(tree.items) if isinstance(tree, Concatenation) else [tree]
    if items[:1] == [Boundary("^")]:
        items = items[1:]
        if items[-1:] == [Boundary("$")] and all(map(_is_any_text, items[:-1])):
            return len(items) > 1
    elif items[-1:] == [Boundary("$")]:
        items = items[:-1]
    nodes = [node for item in items for node in walk(item)]
    is_free = not any(isinstance(node, Boundary | Lookaround) for node in nodes)
    return is_free and sum(map(_shortest, items)) == 0


def _is_any_text(node: Node) -> bool:
    """Return whether `node` matches any text from start to end, as `[^]*` does."""
    if not isinstance(node, Repetition) or (node.minimum, node.maximum) != (0, None):
        return False
    return node.inner in (CharacterSet(((0, MAX_CODE_POINT),)), CharacterSet((), negated=True))


def shortest_match(pattern: str) -> int:
    """Return a lower bound of the length of texts that match, in characters."""
    tree = _tree(pattern)
    return 0 if tree is None else _shortest(tree)


def _shortest(node: Node) -> int:
    match node:
        case CharacterSet():
            return 1
        case Repetition(inner, minimum):
            return minimum * _shortest(inner)
        case Concatenation(items):
            return sum(map(_shortest, items))
        case Alternation(options):
            return min(map(_shortest, options))
        case _:
            return 0


@lru_cache(maxsize=1024)
def _tree(pattern: str) -> Node | None:
    """Return the syntax tree of `pattern`, or None if it is not supported."""
    try:
        return PatternParser(pattern).parse()
    except UnsupportedPatternError:
        return None
