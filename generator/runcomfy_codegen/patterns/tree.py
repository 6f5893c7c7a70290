"""A pattern as a tree: what it means, apart from any engine's syntax."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal


class UnsupportedPatternError(ValueError):
    """A pattern that is none of ECMA 262, or that no engine here reads in the same sense."""


@dataclass(frozen=True)
class Characters:
    """One character of a set."""

    ranges: tuple[tuple[int, int], ...]
    """Code points, first and last; sorted and apart."""
    properties: tuple[str, ...] = ()
    """Unicode properties beside them, as `\\p{L}` or `\\P{L}`."""
    negated: bool = False


@dataclass(frozen=True)
class Edge:
    """A place between characters."""

    kind: Literal["^", "$", "b", "B"]


Sign = Literal["=", "!", "<=", "<!"]
"""Ahead or behind, and whether it has to be there."""


@dataclass(frozen=True)
class Look:
    """What has to follow, or to go before, or must not."""

    sign: Sign
    inner: Node


@dataclass(frozen=True)
class Repeat:
    """`inner` from `least` to `most` times; as often as it can where `most` is None."""

    inner: Node
    least: int
    most: int | None


@dataclass(frozen=True)
class Sequence:
    """One after the other."""

    items: tuple[Node, ...]


@dataclass(frozen=True)
class Choice:
    """One of several."""

    options: tuple[Node, ...]


Node = Characters | Edge | Look | Repeat | Sequence | Choice


def children(node: Node) -> tuple[Node, ...]:
    """The nodes right below `node`."""
    match node:
        case Look(_, inner) | Repeat(inner):
            return (inner,)
        case Sequence(nodes) | Choice(nodes):
            return nodes
        case _:
            return ()


def every_node(node: Node) -> Iterator[Node]:
    """`node` and all below it."""
    yield node
    for child in children(node):
        yield from every_node(child)
