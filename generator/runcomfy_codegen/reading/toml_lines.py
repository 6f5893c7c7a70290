"""Find the line of each entry of a TOML file, for diagnostics: `tomllib` does not give it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cached_property
from io import StringIO
from typing import Any

from runcomfy_codegen.json_schema.values import is_array, is_object

Keys = tuple[str | int, ...]
"""Keys, and indexes in arrays of tables: `("some/model", "waive", 0)`."""


class TomlLines:
    """The lines of the tables and keys of a TOML text, counted from 1."""

    def __init__(self, text: str) -> None:
        """Read `text` when a line is asked for; what follows invalid TOML has no lines."""
        self._text = text

    def of(self, *path: str | int) -> int:
        """Return the line of the entry at `path`, or of the nearest above it; 0 if unknown."""
        while path and path not in self._lines:
            path = path[:-1]
        return self._lines.get(path, 0)

    @cached_property
    def _lines(self) -> dict[Keys, int]:
        lines: dict[Keys, int] = {}
        for keys, line in _lines(self._text):
            for length in range(1, len(keys) + 1):  # a header may be all there is of a table
                lines.setdefault(keys[:length], line)
        return lines


def _lines(text: str) -> Iterator[tuple[Keys, int]]:
    """Yield each path in the order of the text, with its line."""
    table: Keys = ()
    counts: dict[Keys, int] = {}
    for line, statement in _statements(text):
        parsed = tomllib.loads(statement)
        if statement.lstrip().startswith("["):
            table = _table(parsed, counts)
            yield table, line
        else:
            for path in _keys(parsed):
                yield (*table, *path), line


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """Yield each header and each key with its value, and the line where it begins."""
    statement, first_line = "", 1
    for number, line in enumerate(StringIO(text, newline="\n"), 1):
        statement, first_line = (statement + line, first_line) if statement else (line, number)
        try:
            is_something = bool(tomllib.loads(statement))
        except tomllib.TOMLDecodeError:  # a value that goes on in the next line
            continue
        if is_something:
            yield first_line, statement
        statement = ""


def _table(header: Mapping[str, Any], counts: dict[Keys, int]) -> Keys:
    """Return the path of the table that a header opens; `counts` has those opened before."""
    path: list[str | int] = []
    value: Any = header
    while is_object(value) and value:
        key = next(iter(value))
        path.append(key)
        value = value[key]
        here = tuple(path)
        if is_array(value):
            counts[here] = counts.get(here, -1) + 1
            return (*here, counts[here])
        if here in counts:  # a table inside the last one of an array
            path.append(counts[here])
    return tuple(path)


def _keys(statement: Mapping[str, Any]) -> Iterator[Keys]:
    """Yield the path of every key that a statement sets, the tables above included."""
    for key, value in statement.items():
        yield (key,)
        if is_object(value):
            yield from ((key, *path) for path in _keys(value))
