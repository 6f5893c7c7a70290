"""JSON as text: parsed strictly, and laid out without changing what it says."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import partial
from typing import Any

from runcomfy_codegen.json_schema.pointers import join_pointer
from runcomfy_codegen.json_schema.values import is_array, is_object

MAX_JSON_DEPTH = 100
"""Levels of nesting that are accepted; the deepest real schema has seven."""

TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+', re.DOTALL)
"""One token of valid JSON."""

_OPENING, _CLOSING = ("{", "["), ("}", "]")
_STRING_OR_BRACKET = re.compile(r'"(?:[^"\\]|\\.)*"|[{\[]|[}\]]', re.DOTALL)
_SURROGATE = re.compile(r"\\u[dD]|[\ud800-\udfff]")
"""A surrogate, escaped or not: perhaps half of a pair, which only parsed strings show."""

_MAX_NUMBER_CHARS = 40
"""Characters of a number that a message shows."""


class InvalidJsonError(ValueError):
    """Text that is not strict JSON; `pointer` is the place, if that is known."""

    def __init__(self, message: str, pointer: str = "") -> None:
        """Keep the message and the JSON pointer."""
        super().__init__(message)
        self.pointer = pointer


class _Duplicated(dict[str, Any]):
    """An object with a duplicate key; a later walk of the document finds its pointer."""

    key: str = ""


def parse(text: str) -> Any:
    """Return the value of strict JSON `text`.

    Raises `InvalidJsonError` for duplicate keys, NaN, infinities, numbers beyond a double, lone
    surrogates, and nesting beyond `MAX_JSON_DEPTH`.
    """
    _check_depth(text)
    duplicates: list[_Duplicated] = []
    try:
        value = json.loads(
            text,
            object_pairs_hook=partial(_parse_object, duplicates),
            parse_constant=_refuse_constant,
            parse_float=_parse_float,
            parse_int=_parse_int,
        )
    except json.JSONDecodeError as error:
        raise InvalidJsonError(
            f"not JSON: {error.msg} at line {error.lineno}, column {error.colno}"
        ) from None
    if duplicates or _SURROGATE.search(text):
        _check_strings(value, ())
    return value


def pretty(text: str) -> str:
    """Return valid JSON `text` indented by two spaces, with a final newline.

    Key order, duplicate keys and numbers stay as they were written. Strings keep their value;
    escapes become characters where UTF-8 has them.
    """
    # Works on tokens: a parsed number would not come back as it was written.
    out: list[str] = []
    depth = 0
    previous = ""
    for part in _tokens(text):
        if part in _CLOSING:
            depth -= 1
            out.append(part if previous in _OPENING else "\n" + "  " * depth + part)
        else:
            if previous in _OPENING or previous == ",":
                out.append("\n" + "  " * depth)
            out.append(": " if part == ":" else part)
            depth += part in _OPENING
        previous = part
    return "".join(out) + "\n"


def _tokens(text: str) -> Iterator[str]:
    for match in TOKEN.finditer(text):
        part = match.group()
        yield _unescaped(part) if part.startswith('"') else part


def _unescaped(string: str) -> str:
    plain = json.dumps(json.loads(string, strict=False), ensure_ascii=False)
    return plain if _is_encodable(plain) else string


def _is_encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _check_depth(text: str) -> None:
    # Before the parser recurses: it would overflow the stack.
    if text.count("{") + text.count("[") <= MAX_JSON_DEPTH:
        return
    depth = 0
    for match in _STRING_OR_BRACKET.finditer(text):
        depth += {"{": 1, "[": 1, "}": -1, "]": -1}.get(match.group(), 0)
        if depth > MAX_JSON_DEPTH:
            raise InvalidJsonError(f"nested deeper than {MAX_JSON_DEPTH} levels")


def _parse_object(duplicates: list[_Duplicated], pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    plain = dict(pairs)
    if len(plain) == len(pairs):
        return plain
    counts = Counter(key for key, _ in pairs)
    marked = _Duplicated(plain)
    marked.key = counts.most_common(1)[0][0]
    duplicates.append(marked)
    return marked


def _refuse_constant(name: str) -> Any:
    raise InvalidJsonError(f"not JSON: {name} is not a JSON number")


def _parse_int(literal: str) -> int:
    _parse_float(literal)  # first, since `int` takes long to read a million digits
    return int(literal)


def _parse_float(literal: str) -> float:
    number = float(literal)
    if number in (float("inf"), float("-inf")):
        raise InvalidJsonError(f"number {literal[:_MAX_NUMBER_CHARS]} is too large")
    return number


def _check_strings(value: Any, path: tuple[str | int, ...]) -> None:
    """Refuse duplicate keys and lone surrogates, with the pointer of the first."""
    if isinstance(value, _Duplicated):
        pointer = join_pointer(*path, value.key)
        raise InvalidJsonError(f"key {value.key!r} appears twice", pointer)
    if isinstance(value, str) and not _is_encodable(value):
        raise InvalidJsonError("a string contains half of a surrogate pair", join_pointer(*path))
    if is_object(value):
        for key, item in value.items():
            _check_strings(key, path)
            _check_strings(item, (*path, key))
    if is_array(value):
        for index, item in enumerate(value):
            _check_strings(item, (*path, index))
