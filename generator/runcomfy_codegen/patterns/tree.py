"""The syntax tree of a pattern, independent of any engine's syntax."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal


class UnsupportedPatternError(ValueError):
    """A pattern that is not valid ECMA 262, or that no engine of the clients reads the same way."""


@dataclass(frozen=True)
class CharacterSet:
    """Match one character of a set."""

    ranges: tuple[tuple[int, int], ...]
    """First and last code point of each range; sorted and disjoint."""
    properties: tuple[str, ...] = ()
    """Unicode properties that the set contains as well, such as `\\p{L}` or `\\P{L}`."""
    negated: bool = False

    @property
    def code_point(self) -> int | None:
        """The only code point of the set, or None if there are several."""
        if self.properties or self.negated or len(self.ranges) != 1:
            return None
        first, last = self.ranges[0]
        return first if first == last else None


@dataclass(frozen=True)
class Boundary:
    """Match a position: the start or end of the text, a word boundary, or none."""

    kind: Literal["^", "$", "b", "B"]


Sign = Literal["=", "!", "<=", "<!"]
"""Positive or negative lookahead, positive or negative lookbehind."""


@dataclass(frozen=True)
class Lookaround:
    """Match a position that `inner` follows or precedes, or does not."""

    sign: Sign
    inner: Node


@dataclass(frozen=True)
class Repetition:
    """Match `inner` from `minimum` to `maximum` times; None means no limit."""

    inner: Node
    minimum: int
    maximum: int | None


@dataclass(frozen=True)
class Concatenation:
    """Match all `items` in order."""

    items: tuple[Node, ...]


@dataclass(frozen=True)
class Alternation:
    """Match one of `options`, the earlier ones first."""

    options: tuple[Node, ...]


Node = CharacterSet | Boundary | Lookaround | Repetition | Concatenation | Alternation


def walk(node: Node) -> Iterator[Node]:
    """Yield `node` and all nodes below it."""
    yield node
    for child in _children(node):
        yield from walk(child)


def _children(node: Node) -> tuple[Node, ...]:
    match node:
        case Lookaround(_, inner) | Repetition(inner):
            return (inner,)
        case Concatenation(nodes) | Alternation(nodes):
            return nodes
        case _:
            return ()
