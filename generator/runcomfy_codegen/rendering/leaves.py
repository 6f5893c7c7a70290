"""A line of source as leaves: names, values, brackets, and what stands between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LEAF = re.compile(
    r"""(\s*)("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[][(){},:=|]|[^][(){},:=|\s"']+)"""
)
_KINDS = frozenset("()[]{},:=|")


@dataclass(slots=True, eq=False)
class Leaf:
    """One piece of a line; equal to itself alone."""

    kind: str
    """A bracket or a delimiter as it is written; empty for names and values."""
    text: str
    """Empty for an optional bracket, which is there only if the line is split at it."""
    gap: str = ""
    """The blank in front of it."""
    display: bool = False
    """Whether it opens a list or a dict, and no call and no subscript."""
    partner: Leaf | None = None
    """The other bracket of the pair."""

    @property
    def opens(self) -> bool:
        """Whether it is an opening bracket."""
        return self.kind in ("(", "[", "{")

    @property
    def closes(self) -> bool:
        """Whether it is a closing bracket."""
        return self.kind in (")", "]", "}")


def leaves_of(text: str, gap: str = "") -> list[Leaf]:
    """The leaves of source on one line; `gap` stands in front of it."""
    leaves: list[Leaf] = []
    opened: list[Leaf] = []
    follows = False
    for blank, piece in _LEAF.findall(text):
        leaf = Leaf(piece if piece in _KINDS else "", piece, blank if leaves else gap)
        if leaf.opens:
            leaf.display = not follows
            opened.append(leaf)
        elif leaf.closes:
            _pair(opened.pop(), leaf)
        follows = not leaf.kind or leaf.closes
        leaves.append(leaf)
    return leaves


def optional(leaves: list[Leaf]) -> list[Leaf]:
    """`leaves` in brackets that are there only if the line is split at them."""
    opening, closing = Leaf("(", "", leaves[0].gap), Leaf(")", "")
    _pair(opening, closing)
    leaves[0].gap = ""
    return [opening, *leaves, closing]


def outside(leaves: list[Leaf], kind: str) -> Iterator[int]:
    """Where the leaves of a kind are that stand in no brackets, but for the first and the last."""
    depth = 0
    for index, leaf in enumerate(leaves):
        depth += leaf.opens - leaf.closes
        if leaf.kind == kind and not depth and 0 < index < len(leaves) - 1:
            yield index


def _pair(opening: Leaf, closing: Leaf) -> None:
    opening.partner, closing.partner = closing, opening
