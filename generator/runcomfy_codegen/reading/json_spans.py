"""Find where each value is in a JSON text, to annotate or edit it without another layout."""

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
    by_pointer: dict[str, Span] = {}
    _read_value(_Tokens(text), "", None, by_pointer)
    return by_pointer


def line_of(text: str, pointer: str) -> int:
    """Return the line, counted from 1, of the value at `pointer`, or of the nearest above it."""
    by_pointer = spans(text)
    while pointer and pointer not in by_pointer:
        pointer = pointer.rpartition("/")[0]
    return text.count("\n", 0, by_pointer[pointer].key) + 1 if pointer in by_pointer else 1


class _Tokens:
    """The tokens of a text, with one token of lookahead."""

    def __init__(self, text: str) -> None:
        self._tokens: Iterator[re.Match[str]] = TOKEN.finditer(text)
        self.lookahead = next(self._tokens)

    def take(self) -> re.Match[str]:
        """Return the lookahead and move on; the last token stays the lookahead."""
        token = self.lookahead
        self.lookahead = next(self._tokens, token)
        return token


def _read_value(tokens: _Tokens, pointer: str, key: int | None, result: dict[str, Span]) -> None:
    first = last = tokens.take()
    if first.group() == "{":
        last = _read_members(tokens, pointer, result)
    elif first.group() == "[":
        last = _read_items(tokens, pointer, result)
    start = first.start()
    result[pointer] = Span(start if key is None else key, start, last.end())


def _read_members(tokens: _Tokens, pointer: str, result: dict[str, Span]) -> re.Match[str]:
    """Read the members of an object; returns its closing brace."""
    while (token := tokens.take()).group() != "}":
        if token.group() != ",":
            tokens.take()  # the colon
            step = join_pointer(json.loads(token.group()))
            _read_value(tokens, pointer + step, token.start(), result)
    return token


def _read_items(tokens: _Tokens, pointer: str, result: dict[str, Span]) -> re.Match[str]:
    """Read the items of an array; returns its closing bracket."""
    index = 0
    while tokens.lookahead.group() != "]":
        _read_value(tokens, pointer + join_pointer(index), None, result)
        index += 1
        if tokens.lookahead.group() == ",":
            tokens.take()
    return tokens.take()
