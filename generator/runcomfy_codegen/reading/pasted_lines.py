"""The lines to paste into a TOML file to set a value, given what the file already contains."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from runcomfy_codegen.json_schema.values import is_object
from runcomfy_codegen.reading.toml_text import dotted, quoted

Keys = tuple[str, ...]
"""The path of a value: keys from the top of the file."""


class _Paste(NamedTuple):
    """A way to set a value."""

    hint: str
    result: str
    """The text of the file afterwards."""


class _Table(NamedTuple):
    """A table that a line of the file opens."""

    line: int
    """Its number, from 1."""
    keys: Keys


def lines_to_paste(file: str, source: str, keys: Keys, value: str, block: str) -> str:
    """Return what to paste where into `file`, whose text is `source`, to set `keys` to `value`.

    It is one line if there is a place for one, else the lines `block`, which do the same. Each
    possible paste is tried: the file must be readable afterwards, and otherwise unchanged.
    """
    expected = _with_value(_parsed(source), keys, value)
    pastes = _pastes(file, source.splitlines(), keys, value)
    hint = next((paste.hint for paste in pastes if _parsed(paste.result) == expected), None)
    if hint and expected:
        return hint
    if _parsed(f"{source}\n{block}") is not None:
        return f"at the end of {file}:\n{block}"
    return f"in {file}: {_setting(keys, value)}"


def _pastes(file: str, lines: list[str], keys: Keys, value: str) -> Iterator[_Paste]:
    """Yield the pastes to try: at the top, in a table, in place of an existing line."""
    line = _setting(keys, value)
    yield _Paste(f"at the top of {file}: {line}", _joined([], line, lines))
    tables = [table for table in _tables(lines) if keys[: len(table.keys)] == table.keys]
    for table in sorted(tables, key=lambda table: -len(table.keys)):
        line, header = _setting(keys[len(table.keys) :], value), lines[table.line - 1].strip()
        result = _joined(lines[: table.line], line, lines[table.line :])
        yield _Paste(f"in {file}, below {header}: {line}", result)
    for index, old in enumerate(lines):
        above = (table for table in [_Table(0, ()), *tables] if table.line <= index)
        nearest = max(above, key=lambda table: table.line)
        line = _setting(keys[len(nearest.keys) :], value)
        result = _joined(lines[:index], line, lines[index + 1 :])
        yield _Paste(f"in {file}, in place of {old.strip()}:\n{line}", result)


def _setting(keys: Keys, value: str) -> str:
    return f"{dotted(keys)} = {quoted(value)}"


def _with_value(table: Any, keys: Keys, value: str) -> dict[str, Any] | None:
    """Return `table` with `keys` set to `value`; None if something else is in the way."""
    if not is_object(table):
        return None
    key, *inner_keys = keys
    if not inner_keys:
        return {**table, key: value}
    inner = _with_value(table.get(key, {}), tuple(inner_keys), value)
    return None if inner is None else {**table, key: inner}


def _tables(lines: Sequence[str]) -> Iterator[_Table]:
    for number, line in enumerate(lines, 1):
        header = _parsed(line) if re.match(r"\s*\[[^\[]", line) else None
        if header:
            yield _Table(number, _keys(header))


def _keys(header: dict[str, Any]) -> Keys:
    for key, inner in header.items():
        return (key, *_keys(inner))
    return ()


def _joined(before: Sequence[str], line: str, after: Sequence[str]) -> str:
    return "\n".join([*before, line, *after])


def _parsed(text: str) -> dict[str, Any] | None:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return None
