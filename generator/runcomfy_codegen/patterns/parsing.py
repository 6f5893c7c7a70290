"""Reading a pattern of ECMA 262, in its Unicode mode: text in, tree out."""

from __future__ import annotations

import re
from typing import cast

from runcomfy_codegen.patterns.charsets import LINE_ENDS
from runcomfy_codegen.patterns.escapes import Escapes
from runcomfy_codegen.patterns.tree import (
    Characters,
    Choice,
    Edge,
    Look,
    Node,
    Repeat,
    Sequence,
    Sign,
)

MAX_DEPTH = 50
"""Groups inside of each other that are read."""

_QUANTIFIER = re.compile(r"(?:([*+?])|\{([0-9]{1,6})(?:(,)([0-9]{1,6})?)?\})\??")
_OPENING = re.compile(r"\((?:\?(?::|(<?[=!])|<[A-Za-z_$][\w$]*>))?")


class Reader(Escapes):
    """Reads one pattern, from left to right."""

    def __init__(self, text: str) -> None:
        """Begin at the start of `text`."""
        super().__init__(text)
        self._names: set[str] = set()

    def pattern(self) -> Node:
        """The whole pattern, or `UnsupportedPatternError`."""
        node = self._choice(0)
        if self.rest:
            raise self.unsupported("a ) that closes nothing")
        self.check_mode()
        return node

    def _choice(self, depth: int) -> Node:
        if depth > MAX_DEPTH:
            raise self.unsupported(f"groups nested deeper than {MAX_DEPTH} levels")
        options = [self._sequence(depth)]
        while self.take("|"):
            options.append(self._sequence(depth))
        return options[0] if len(options) == 1 else Choice(tuple(options))

    def _sequence(self, depth: int) -> Node:
        items: list[Node] = []
        while self.rest and self.rest[0] not in "|)":
            items.append(self._quantified(self._atom(depth)))
        return Sequence(tuple(items))

    def _quantified(self, node: Node) -> Node:
        match = _QUANTIFIER.match(self.text, self.at)
        if not match:
            return node
        if isinstance(node, Edge | Look):
            raise self.unsupported("a quantifier behind what has no width")
        self.at = match.end()
        sign, least, comma, most = match.groups()
        if sign:
            return Repeat(node, int(sign == "+"), 1 if sign == "?" else None)
        bounds = int(least), int(most) if most else None if comma else int(least)
        if bounds[1] is not None and bounds[1] < bounds[0]:
            raise self.unsupported("a quantifier whose numbers are out of order")
        return Repeat(node, *bounds)

    def _atom(self, depth: int) -> Node:
        char = self.rest[0]
        if char == "(":
            return self._group(depth)
        self.at += 1
        if char in "^$":
            return Edge("^" if char == "^" else "$")
        if char == ".":
            return Characters(LINE_ENDS, negated=True)
        if char == "[":
            return self.characters()
        if char == "\\":
            return self.edge() or self.escaped()
        if char in "*+?" or _QUANTIFIER.match(self.text, self.at - 1):
            raise self.unsupported("a quantifier behind nothing")
        self.only_legacy |= char in "{}]"
        return self.one(ord(char))

    def _group(self, depth: int) -> Node:
        match = _OPENING.match(self.text, self.at)
        self.at = match.end() if match else self.at
        if self.rest.startswith("?"):
            raise self.unsupported("a kind of group that ECMA 262 does not have, or has lately")
        if (name := match and match[0]) and name.endswith(">"):
            if name in self._names:
                raise self.unsupported("a second group of the same name")
            self._names.add(name)
        inner = self._choice(depth + 1)
        if not self.take(")"):
            raise self.unsupported("a ( that is not closed")
        return Look(cast("Sign", match[1]), inner) if match and match[1] else inner
