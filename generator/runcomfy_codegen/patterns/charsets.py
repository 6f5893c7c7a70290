"""Sets of characters, as ranges of code points."""

from __future__ import annotations

from collections.abc import Iterable

Ranges = tuple[tuple[int, int], ...]

LAST = 0x10FFFF
SURROGATES = (0xD800, 0xDFFF)


def united(ranges: Iterable[tuple[int, int]]) -> Ranges:
    """The ranges sorted, with those that touch made one."""
    out: list[tuple[int, int]] = []
    for first, last in sorted(ranges):
        if out and first <= out[-1][1] + 1:
            out[-1] = (out[-1][0], max(out[-1][1], last))
        else:
            out.append((first, last))
    return tuple(out)


def all_but(ranges: Ranges) -> Ranges:
    """Every character that is in none of `ranges`, which are sorted and apart."""
    starts = [0, *(last + 1 for _, last in ranges)]
    ends = [*(first - 1 for first, _ in ranges), LAST]
    return tuple((a, b) for a, b in zip(starts, ends, strict=True) if a <= b)


def _of(text: str) -> Ranges:
    return united((ord(char), ord(char)) for char in text)


LINE_ENDS = _of("\n\r\u2028\u2029")
"""What `.` does not match in ECMA 262."""

DIGITS: Ranges = ((0x30, 0x39),)
WORD = united([*DIGITS, (0x41, 0x5A), (0x5F, 0x5F), (0x61, 0x7A)])
SPACES = united(
    [*_of("\t\n\v\f\r \u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff"), (0x2000, 0x200A)]
)
"""White space and line ends of ECMA 262."""

CLASSES = {
    "d": DIGITS,
    "D": all_but(DIGITS),
    "w": WORD,
    "W": all_but(WORD),
    "s": SPACES,
    "S": all_but(SPACES),
}
"""Letter behind a backslash: the set that it stands for."""

CONTROLS = {"t": 0x9, "n": 0xA, "v": 0xB, "f": 0xC, "r": 0xD}
"""Letter behind a backslash: the one character that it stands for."""
