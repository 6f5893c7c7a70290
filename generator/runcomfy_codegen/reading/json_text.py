"""JSON as text: reading it strictly, and laying it out without changing what it says."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from runcomfy_codegen.json_schema.pointers import join_pointer
from runcomfy_codegen.json_schema.values import is_array, is_object

MAX_DEPTH = 100
"""Levels of nesting that are read; the deepest real schema has seven."""

OPENING, CLOSING = ("{", "["), ("}", "]")

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+', re.DOTALL)


class InvalidJsonError(ValueError):
    """Text that is not strict JSON; `pointer` is the place where that can be told."""

    def __init__(self, message: str, at: str = "") -> None:
        """Keep the message and the JSON pointer `at`."""
        super().__init__(message)
        self.pointer = at


class _Duplicated(dict[str, Any]):
    """An object with a key that was written twice; found again when the whole is walked."""

    key: str = ""


def parse(text: str) -> Any:
    """The value of strict JSON `text`.

    Duplicate keys, NaN, infinities, numbers beyond a double, lone surrogates and nesting
    beyond `MAX_DEPTH` raise `InvalidJsonError`.
    """
    _check_depth(text)
    try:
        value = json.loads(
            text,
            object_pairs_hook=_pairs,
            parse_constant=_refuse_constant,
            parse_float=_finite,
            parse_int=_whole,
        )
    except json.JSONDecodeError as error:
        raise InvalidJsonError(
            f"not JSON: {error.msg} at line {error.lineno}, column {error.colno}"
        ) from None
    _check_strings(value, ())
    return value


def pretty(text: str) -> str:
    """Valid JSON `text` laid out with two spaces an indent and a final newline.

    Works on tokens, so key order, duplicate keys and numbers stay as they were written;
    strings keep their value, with characters instead of escapes where UTF-8 has them.
    """
    out: list[str] = []
    depth = 0
    previous = ""
    for part in _parts(text):
        if part in CLOSING:
            depth -= 1
            out.append(part if previous in OPENING else "\n" + "  " * depth + part)
        else:
            if previous in OPENING or previous == ",":
                out.append("\n" + "  " * depth)
            out.append(": " if part == ":" else part)
            depth += part in OPENING
        previous = part
    return "".join(out) + "\n"


def _parts(text: str) -> Iterator[str]:
    for match in _TOKEN.finditer(text):
        part = match.group()
        yield _plain_string(part) if part.startswith('"') else part


def _plain_string(token: str) -> str:
    plain = json.dumps(json.loads(token, strict=False), ensure_ascii=False)
    return plain if _encodable(plain) else token


def _encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _check_depth(text: str) -> None:
    """Before the parser recurses: count brackets outside strings."""
    depth = 0
    for match in re.finditer(r'"(?:[^"\\]|\\.)*"|[{\[]|[}\]]', text, re.DOTALL):
        depth += {"{": 1, "[": 1, "}": -1, "]": -1}.get(match.group(), 0)
        if depth > MAX_DEPTH:
            raise InvalidJsonError(f"nested deeper than {MAX_DEPTH} levels")


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    counts = Counter(key for key, _ in pairs)
    marked = _Duplicated(found)
    marked.key = counts.most_common(1)[0][0]
    return marked


def _refuse_constant(name: str) -> Any:
    raise InvalidJsonError(f"not JSON: {name} is no JSON number")


def _whole(literal: str) -> int:
    _finite(literal)  # before `int` takes its time over a million digits
    return int(literal)


def _finite(literal: str) -> float:
    number = float(literal)
    if number in (float("inf"), float("-inf")):
        raise InvalidJsonError(f"number {literal[:40]} is too large")
    return number


def _check_strings(value: Any, path: tuple[str | int, ...]) -> None:
    """Refuse what only the whole document can locate: duplicate keys, lone surrogates."""
    if isinstance(value, _Duplicated):
        raise InvalidJsonError(f"key {value.key!r} stands twice", join_pointer(*path, value.key))
    if isinstance(value, str) and not _encodable(value):
        raise InvalidJsonError("a string holds half of a surrogate pair", join_pointer(*path))
    if is_object(value):
        for key, item in value.items():
            _check_strings(key, path)
            _check_strings(item, (*path, key))
    if is_array(value):
        for index, item in enumerate(value):
            _check_strings(item, (*path, index))
