"""The lines to paste into a TOML file to set a value, given what the file already contains."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import Any, NamedTuple

from runcomfy_codegen.json_schema.values import is_object
from runcomfy_codegen.reading.toml_text import dotted, quoted

Keys = tuple[str, ...]


class _Paste(NamedTuple):
    """A way to set a value."""

    hint: str
    result: str
    """The text of the file afterwards."""


def lines_to_paste(file: str, source: str, keys: Keys, value: str, block: str) -> str:
    """Return what to paste where into `file`, whose text is `source`, to set `keys` to `value`.

    It is one line if there is a place for one, else the lines `block`, which do the same. Every
    answer was tried: the file can be read afterwards, and nothing else in it has changed.
    """
    wanted = _with_value(_parsed(source), keys, value)
    pastes = _pastes(file, source.splitlines(), keys, value)
    hint = next((one.hint for one in pastes if _parsed(one.result) == wanted), None)
    if hint and wanted:
        return hint
    if _parsed(f"{source}\n{block}") is not None:
        return f"at the end of {file}:\n{block}"
    return f"in {file}: {_setting(keys, value)}"


def _pastes(file: str, lines: list[str], keys: Keys, value: str) -> Iterator[_Paste]:
    """Yield what may be tried: at the top, in a table, in place of a line that is there."""
    line = _setting(keys, value)
    yield _Paste(f"at the top of {file}: {line}", _joined([], line, lines))
    tables = [(number, table) for number, table in _tables(lines) if keys[: len(table)] == table]
    for number, table in sorted(tables, key=lambda row: -len(row[1])):
        line, header = _setting(keys[len(table) :], value), lines[number - 1].strip()
        result = _joined(lines[:number], line, lines[number:])
        yield _Paste(f"in {file}, below {header}: {line}", result)
    for number, old in enumerate(lines):
        table = max((row for row in [(0, ()), *tables] if row[0] <= number), key=itemgetter(0))[1]
        line = _setting(keys[len(table) :], value)
        result = _joined(lines[:number], line, lines[number + 1 :])
        yield _Paste(f"in {file}, in place of {old.strip()}:\n{line}", result)


def _setting(keys: Keys, value: str) -> str:
    return f"{dotted(keys)} = {quoted(value)}"


def _with_value(table: Any, keys: Keys, value: str) -> dict[str, Any] | None:
    """Return `table` with `keys` set to `value`; None if something else is in the way."""
    if not is_object(table):
        return None
    key, *rest = keys
    if not rest:
        return {**table, key: value}
    inner = _with_value(table.get(key, {}), tuple(rest), value)
    return None if inner is None else {**table, key: inner}


def _tables(lines: Sequence[str]) -> Iterator[tuple[int, Keys]]:
    """Yield the number of each line that opens a table, from 1, and the keys of the table."""
    for number, line in enumerate(lines, 1):
        header = _parsed(line) if re.match(r"\s*\[[^\[]", line) else None
        if header:
            yield number, _keys(header)


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
