"""Find the place of each value in a JSON text, for annotations and edits in place."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import NamedTuple

from runcomfy_codegen.json_schema.pointers import join_pointer
from runcomfy_codegen.reading.json_text import TOKEN


class Span(NamedTuple):
    """The place of one value in a text, in characters."""

    key: int
    """Offset of its key, or of the value itself if it has none."""
    start: int
    end: int


def spans(text: str) -> dict[str, Span]:
    """Return the span of every value in `text`, which must be valid JSON, by JSON pointer."""
    found: dict[str, Span] = {}
    _read_value(_Tokens(text), "", None, found)
    return found


def line_of(text: str, pointer: str) -> int:
    """Return the line, counted from 1, of the value at `pointer`, or of the nearest above it."""
    found = spans(text)
    while pointer and pointer not in found:
        pointer = pointer.rpartition("/")[0]
    return text.count("\n", 0, found[pointer].key) + 1 if pointer in found else 1


class _Tokens:
    """The tokens of a text, with one token of lookahead."""

    def __init__(self, text: str) -> None:
        self._rest: Iterator[re.Match[str]] = TOKEN.finditer(text)
        self.ahead = next(self._rest)

    def take(self) -> re.Match[str]:
        """Return the token ahead and move on; the last token stays ahead."""
        taken = self.ahead
        self.ahead = next(self._rest, taken)
        return taken


def _read_value(tokens: _Tokens, pointer: str, key: int | None, found: dict[str, Span]) -> None:
    first = last = tokens.take()
    if first.group() == "{":
        last = _read_members(tokens, pointer, found)
    elif first.group() == "[":
        last = _read_items(tokens, pointer, found)
    start = first.start()
    found[pointer] = Span(start if key is None else key, start, last.end())


def _read_members(tokens: _Tokens, pointer: str, found: dict[str, Span]) -> re.Match[str]:
    """Read the members of an object; returns its closing brace."""
    while (token := tokens.take()).group() != "}":
        if token.group() != ",":
            tokens.take()  # the colon
            step = join_pointer(json.loads(token.group()))
            _read_value(tokens, pointer + step, token.start(), found)
    return token


def _read_items(tokens: _Tokens, pointer: str, found: dict[str, Span]) -> re.Match[str]:
    """Read the items of an array; returns its closing bracket."""
    index = 0
    while tokens.ahead.group() != "]":
        _read_value(tokens, pointer + join_pointer(index), None, found)
        index += 1
        if tokens.ahead.group() == ",":
            tokens.take()
    return tokens.take()
