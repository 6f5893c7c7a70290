"""Where in a JSON text each value stands: for editors, annotations, and mending in place."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import NamedTuple

from runcomfy_codegen.json_schema.pointers import join_pointer

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+', re.DOTALL)


class Place(NamedTuple):
    """One value of a JSON text."""

    key: int
    """Offset of its key, or of the value itself where it has none."""
    start: int
    end: int


def places(text: str) -> dict[str, Place]:
    """JSON pointer: where its value stands in `text`, which must be valid JSON."""
    found: dict[str, Place] = {}
    _value(_Tokens(text), "", None, found)
    return found


def line_of(text: str, place: str) -> int:
    """The line, counted from 1, of what stands at the JSON pointer `place`, or nearest above."""
    found = places(text)
    while place and place not in found:
        place = place.rpartition("/")[0]
    return text.count("\n", 0, found[place].key) + 1 if place in found else 1


class _Tokens:
    """The tokens of a text, one ahead."""

    def __init__(self, text: str) -> None:
        self._rest: Iterator[re.Match[str]] = _TOKEN.finditer(text)
        self.ahead = next(self._rest)

    def take(self) -> re.Match[str]:
        """The token ahead; the next one is ahead now, or the same one at the end."""
        taken = self.ahead
        self.ahead = next(self._rest, taken)
        return taken


def _value(tokens: _Tokens, at: str, key: int | None, found: dict[str, Place]) -> None:
    first = last = tokens.take()
    if first.group() == "{":
        last = _members(tokens, at, found)
    elif first.group() == "[":
        last = _items(tokens, at, found)
    start = first.start()
    found[at] = Place(start if key is None else key, start, last.end())


def _members(tokens: _Tokens, at: str, found: dict[str, Place]) -> re.Match[str]:
    """Goes through an object; returns its closing brace."""
    while (token := tokens.take()).group() != "}":
        if token.group() != ",":
            tokens.take()  # the colon
            _value(tokens, at + join_pointer(json.loads(token.group())), token.start(), found)
    return token


def _items(tokens: _Tokens, at: str, found: dict[str, Place]) -> re.Match[str]:
    """Goes through an array; returns its closing bracket."""
    index = 0
    while tokens.ahead.group() != "]":
        _value(tokens, at + join_pointer(index), None, found)
        index += 1
        if tokens.ahead.group() == ",":
            tokens.take()
    return tokens.take()
