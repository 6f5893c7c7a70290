"""Escapes and classes of a pattern: everything that stands for one character."""

from __future__ import annotations

import re
from typing import Literal

from runcomfy_codegen.patterns.charsets import CLASSES, CONTROLS, LAST, SURROGATES, united
from runcomfy_codegen.patterns.tree import Characters, Edge, UnsupportedPatternError

_PROPERTY = re.compile(r"[pP]\{[A-Za-z0-9_]+(?:=[A-Za-z0-9_]+)?\}")
_CODE = re.compile(
    r"x([0-9A-Fa-f]{2})|u([Dd][89ABab][0-9A-Fa-f]{2})\\u([Dd][C-Fc-f][0-9A-Fa-f]{2})"
    r"|u([0-9A-Fa-f]{4})|u\{([0-9A-Fa-f]{1,8})\}"
)
_ESCAPABLE = frozenset(r"^$\.*+?()[]{}|/")
"""What may stand behind a backslash for itself, in Unicode mode."""

_CONTROL = re.compile(r"c([A-Za-z])")


class Escapes:
    """A place in a pattern, and reading what stands there for one character."""

    def __init__(self, text: str) -> None:
        """Begin at the start of `text`."""
        self.text = text
        self.at = 0
        self.only_unicode = False
        self.only_legacy = False

    def check_mode(self) -> None:
        """Refuse what reads otherwise in each mode of ECMA 262, and in neither as a whole.

        Braces that quantify nothing are no syntax of its Unicode mode; `\\p{L}` and `\\u{41}`
        are letters and a quantifier in the other one.
        """
        if self.only_unicode and self.only_legacy:
            raise self.unsupported("syntax of the Unicode mode beside what that does not have")

    @property
    def rest(self) -> str:
        """What is not read yet."""
        return self.text[self.at :]

    def take(self, text: str) -> bool:
        """Whether `text` stands here; if so, it is read."""
        found = self.text.startswith(text, self.at)
        self.at += len(text) * found
        return found

    def unsupported(self, what: str) -> UnsupportedPatternError:
        """The error for what stands here."""
        return UnsupportedPatternError(f"{what}, at character {self.at}")

    def one(self, code: int) -> Characters:
        """The character `code` alone."""
        if code > LAST or SURROGATES[0] <= code <= SURROGATES[1]:
            raise self.unsupported("a character that no text holds")
        return Characters(((code, code),))

    def edge(self) -> Edge | None:
        """`b` or `B` behind a backslash."""
        kinds: tuple[Literal["b", "B"], ...] = ("b", "B")
        return next((Edge(kind) for kind in kinds if self.take(kind)), None)

    def escaped(self, in_class: bool = False) -> Characters:
        """What stands behind a backslash."""
        char = self.rest[:1]
        if char in CLASSES and char:
            self.at += 1
            return Characters(CLASSES[char])
        if match := _PROPERTY.match(self.text, self.at):
            self.at = match.end()
            self.only_unicode = True
            return Characters((), ("\\" + match.group(),))
        return self.one(self._code(char, in_class))

    def _code(self, char: str, in_class: bool) -> int:
        if match := _CODE.match(self.text, self.at):
            self.at = match.end()
            one, high, low, four, braced = match.groups()
            self.only_unicode |= braced is not None
            if high:
                return 0x10000 + ((int(high, 16) & 0x3FF) << 10) + (int(low, 16) & 0x3FF)
            return int(one or four or braced, 16)
        if match := _CONTROL.match(self.text, self.at):
            self.at = match.end()
            return ord(match.group(1)) % 32
        self.at += 1
        if char in CONTROLS and char:
            return CONTROLS[char]
        if char == "0" and not self.rest[:1].isdecimal():
            return 0
        if char == "b" and in_class:
            return 8
        if not char or char.isalnum():
            raise self.unsupported("a reference to a group, or an escape that is none")
        self.only_legacy |= char not in _ESCAPABLE and not (in_class and char == "-")
        return ord(char)

    def characters(self) -> Characters:
        """A class, behind its opening bracket."""
        negated = self.take("^")
        ranges: list[tuple[int, int]] = []
        properties: list[str] = []
        while not self.take("]"):
            first = self._member()
            last = self._range_end(first)
            ranges += ((first.ranges[0][0], last),) if last is not None else first.ranges
            properties += first.properties
        return Characters(united(ranges), tuple(properties), negated)

    def _range_end(self, first: Characters) -> int | None:
        """The last character of a range that begins with `first`, or None where it is none."""
        if self.rest[:1] != "-" or self.rest[1:2] == "]":
            return None
        if not _is_one(first):
            self.only_legacy = True
            return None
        self.at += 1
        last = self._member()
        if not _is_one(last) or last.ranges[0][0] < first.ranges[0][0]:
            raise self.unsupported("a range out of order, or of more than characters")
        return last.ranges[0][0]

    def _member(self) -> Characters:
        if not self.rest:
            raise self.unsupported("a [ that is not closed")
        if self.take("\\"):
            return self.escaped(in_class=True)
        self.at += 1
        return self.one(ord(self.text[self.at - 1]))


def _is_one(found: Characters) -> bool:
    return len(found.ranges) == 1 and found.ranges[0][0] == found.ranges[0][1]
