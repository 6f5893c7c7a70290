"""Sets of characters as ranges of code points, and the sets that ECMA 262 names."""

from __future__ import annotations

from collections.abc import Iterable

Ranges = tuple[tuple[int, int], ...]
"""First and last code point of each range; sorted and disjoint."""

MAX_CODE_POINT = 0x10FFFF
SURROGATES = (0xD800, 0xDFFF)


def union(ranges: Iterable[tuple[int, int]]) -> Ranges:
    """Sort `ranges`, and merge those that overlap or touch."""
    merged: list[tuple[int, int]] = []
    for first, last in sorted(ranges):
        if merged and first <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(merged[-1][1], last))
        else:
            merged.append((first, last))
    return tuple(merged)


def complement(ranges: Ranges) -> Ranges:
    """Return all characters that are not in `ranges`."""
    firsts = [0, *(last + 1 for _, last in ranges)]
    lasts = [*(first - 1 for first, _ in ranges), MAX_CODE_POINT]
    return tuple((a, b) for a, b in zip(firsts, lasts, strict=True) if a <= b)


def _characters_of(text: str) -> Ranges:
    return union((ord(char), ord(char)) for char in text)


LINE_TERMINATORS = _characters_of("\n\r\u2028\u2029")
"""The characters that `.` does not match."""

DIGITS: Ranges = ((0x30, 0x39),)
WORD = union([*DIGITS, (0x41, 0x5A), (0x5F, 0x5F), (0x61, 0x7A)])
WHITE_SPACE = union(
    [
        *_characters_of("\t\n\v\f\r \u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff"),
        (0x2000, 0x200A),
    ]
)
"""White space and line terminators."""

CLASS_ESCAPES = {
    "d": DIGITS,
    "D": complement(DIGITS),
    "w": WORD,
    "W": complement(WORD),
    "s": WHITE_SPACE,
    "S": complement(WHITE_SPACE),
}
"""Letter after a backslash: the set that it stands for."""

CONTROL_ESCAPES = {"t": 0x9, "n": 0xA, "v": 0xB, "f": 0xC, "r": 0xD}
"""Letter after a backslash: the code point that it stands for."""
