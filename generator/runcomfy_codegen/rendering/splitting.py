"""Splitting a line that is too wide, the way black does: at delimiters, or at its last brackets."""

from __future__ import annotations

from dataclasses import dataclass

from runcomfy_codegen.rendering.leaves import Leaf, leaves_of, outside
from runcomfy_codegen.rendering.widths import COLUMNS, fits

INDENT = " " * 4


class UnsettledError(Exception):
    """Black would weigh several ways to split a line: none of them is left to us."""


class _NoSplitError(Exception):
    """There is nothing to split at, or nothing would be gained."""


@dataclass(slots=True)
class Line:
    """A line of output, which may yet be split."""

    leaves: list[Leaf]
    depth: int
    inside: bool = False
    """Whether it is what stands inside a pair of brackets, or one element of it."""
    explodes: bool = False
    """Whether each element gets a line of its own, even if they fit."""

    def __str__(self) -> str:
        """The line as it is printed."""
        text = "".join([leaf.gap + leaf.text for leaf in self.leaves])
        return INDENT * self.depth + text[len(self.leaves[0].gap) :]


@dataclass(slots=True)
class _Parts:
    """A line, split at a pair of brackets."""

    head: Line
    """Up to the opening bracket."""
    body: Line
    tail: Line
    """From the closing bracket on."""

    @property
    def opening(self) -> Leaf:
        return self.head.leaves[-1]

    @property
    def closing(self) -> Leaf:
        return self.tail.leaves[0]

    def shown(self) -> list[Line]:
        """The three lines, with brackets that everybody can see."""
        self.opening.text, self.closing.text = self.opening.kind, self.closing.kind
        return [self.head, self.body, self.tail]


def split(line: Line) -> list[Line]:
    """The lines that `line` becomes: itself where it fits or cannot be split.

    Raises `UnsettledError` where the first line would still be too wide.
    """
    if not line.explodes and fits(str(line)):
        return [line]
    parts = _at_delimiters(line) if line.inside else []
    try:
        return [one for part in parts or _at_brackets(line) for one in split(part)]
    except _NoSplitError:
        return [line]


def _at_delimiters(line: Line) -> list[Line]:
    """A line for each element, with a comma behind the last; or for each member of a union."""
    leaves = list(line.leaves)
    if starts := [index + 1 for index in outside(leaves, ",")]:
        if leaves[-1].kind != ",":
            leaves += leaves_of(",")
    elif not (starts := list(outside(leaves, "|"))):
        return []
    bounds = zip([0, *starts], [*starts, len(leaves)], strict=True)
    return [Line(leaves[start:end], line.depth, inside=True) for start, end in bounds]


def _at_brackets(line: Line) -> list[Line]:
    """Three lines: up to the last brackets, what they hold, and the rest."""
    lines = _best(_parts(line, ()), line, ()).shown()
    if not fits(str(lines[0])):
        raise UnsettledError
    return lines


def _best(parts: _Parts, line: Line, passed: tuple[Leaf, ...]) -> _Parts:
    """`parts`, or a split at earlier brackets where those are optional and better left out."""
    if parts.opening.text or any(outside(parts.body.leaves, "|")):
        return parts
    passed = (*passed, parts.closing)
    try:
        other = _parts(line, passed)
        return parts if _is_fine(parts.head) else _best(other, line, passed)
    except _NoSplitError:
        if _equals(line.leaves) < 2 and len(parts.body.leaves) < 2 and not fits(str(parts.body)):
            raise
        return parts


def _parts(line: Line, passed: tuple[Leaf, ...]) -> _Parts:
    """`line` split at its last brackets that hold something and are not `passed`."""
    leaves, depth = line.leaves, line.depth
    for end in range(len(leaves) - 1, -1, -1):
        if leaves[end].closes and leaves[end] not in passed:
            start = _place(leaves[end].partner, leaves)
            if start + 1 < end:
                body = Line(leaves[start + 1 : end], depth + 1, inside=True)
                body.explodes = leaves[start].display and any(outside(body.leaves, ","))
                return _Parts(Line(leaves[: start + 1], depth), body, Line(leaves[end:], depth))
    raise _NoSplitError


def _place(opening: Leaf | None, leaves: list[Leaf]) -> int:
    """Where `opening` is; in what is left of a line, it may be gone."""
    if opening is None or opening not in leaves:
        raise _NoSplitError
    return leaves.index(opening)


def _is_fine(head: Line) -> bool:
    """Whether `x: T = (`, which leaves the brackets of `T` alone, is narrow enough."""
    leaves = head.leaves
    return (
        leaves[-2].kind == "="
        and any(leaf.closes for leaf in leaves)
        and fits(str(head), COLUMNS - 1)
    )


def _equals(leaves: list[Leaf]) -> int:
    return sum(leaf.kind == "=" for leaf in leaves)
