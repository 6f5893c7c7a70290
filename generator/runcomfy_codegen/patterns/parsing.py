"""Parse an ECMA 262 pattern into its syntax tree."""

from __future__ import annotations

import re
from typing import cast

from runcomfy_codegen.patterns.charsets import LINE_TERMINATORS
from runcomfy_codegen.patterns.escapes import CharacterParser
from runcomfy_codegen.patterns.tree import (
    Alternation,
    Boundary,
    CharacterSet,
    Concatenation,
    Lookaround,
    Node,
    Repetition,
    Sign,
)

_MAX_DEPTH = 50
"""Levels of nested groups that are parsed."""

# A lazy quantifier (`+?`) is read as a greedy one, and a named group as its content: neither
# changes whether a text matches.
_QUANTIFIER = re.compile(r"(?:([*+?])|\{([0-9]{1,6})(?:(,)([0-9]{1,6})?)?\})\??")
_GROUP_START = re.compile(r"\((?:\?(?::|(<?[=!])|<[A-Za-z_$][\w$]*>))?")


class PatternParser(CharacterParser):
    """A recursive descent parser of one pattern."""

    def __init__(self, text: str) -> None:
        """Start at the beginning of `text`."""
        super().__init__(text)
        self._group_names: set[str] = set()

    def parse(self) -> Node:
        """Parse the whole pattern; raises `UnsupportedPatternError`."""
        node = self._alternation(0)
        if self.rest:
            raise self.unsupported("a ) without a (")
        self.check_mode()
        return node

    def _alternation(self, depth: int) -> Node:
        if depth > _MAX_DEPTH:
            raise self.unsupported(f"groups nested deeper than {_MAX_DEPTH} levels")
        options = [self._concatenation(depth)]
        while self.take("|"):
            options.append(self._concatenation(depth))
        return options[0] if len(options) == 1 else Alternation(tuple(options))

    def _concatenation(self, depth: int) -> Node:
        items: list[Node] = []
        while self.rest and self.rest[0] not in "|)":
            items.append(self._quantified(self._atom(depth)))
        return Concatenation(tuple(items))

    def _quantified(self, node: Node) -> Node:
        match = _QUANTIFIER.match(self.text, self.pos)
        if not match:
            return node
        if isinstance(node, Boundary | Lookaround):
            raise self.unsupported("a quantifier after a boundary or a lookaround")
        self.pos = match.end()
        sign, minimum, comma, maximum = match.groups()
        if sign:
            return Repetition(node, int(sign == "+"), 1 if sign == "?" else None)
        limits = int(minimum), int(maximum) if maximum else None if comma else int(minimum)
        if limits[1] is not None and limits[1] < limits[0]:
            raise self.unsupported("a quantifier whose numbers are out of order")
        return Repetition(node, *limits)

    def _atom(self, depth: int) -> Node:
        char = self.rest[0]
        if char == "(":
            return self._group(depth)
        self.pos += 1
        if char in "^$":
            return Boundary("^" if char == "^" else "$")
        if char == ".":
            return CharacterSet(LINE_TERMINATORS, negated=True)
        if char == "[":
            return self.character_class()
        if char == "\\":
            return self.word_boundary() or self.escape()
        if char in "*+?" or _QUANTIFIER.match(self.text, self.pos - 1):
            raise self.unsupported("a quantifier with nothing to repeat")
        self.needs_legacy_mode |= char in "{}]"
        return self.literal(ord(char))

    def _group(self, depth: int) -> Node:
        start = _GROUP_START.match(self.text, self.pos)
        self.pos = start.end() if start else self.pos
        if self.rest.startswith("?"):  # among them `(?i:…)`, which ECMA 262 has since 2025
            raise self.unsupported("an unknown kind of group")
        self._check_name(start[0] if start else "")
        inner = self._alternation(depth + 1)
        if not self.take(")"):
            raise self.unsupported("a ( that is not closed")
        return Lookaround(cast("Sign", start[1]), inner) if start and start[1] else inner

    def _check_name(self, start: str) -> None:
        if not start.endswith(">"):
            return
        if start in self._group_names:
            raise self.unsupported("two groups of the same name")
        self._group_names.add(start)
