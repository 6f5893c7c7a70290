"""The accepted findings whose changes are not released yet: their release removes them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from typing import Any

from runcomfy_codegen.reading.accepted import AcceptedFinding
from runcomfy_codegen.reading.files import SERVICE
from runcomfy_codegen.releases.changes import changes_by_model
from runcomfy_codegen.untrusted_text import code_span

_RULE = re.compile(r"\w+ \((\S+)\) (`[^`]+`): ")
"""The rule and the pointer of a change. A model that is new or gone has a line without them."""


def pending_entries(entries: Iterable[AcceptedFinding], log: str) -> list[AcceptedFinding]:
    """Return those of `entries` whose finding is an unreleased change in the change log `log`."""
    unreleased = {
        (model, *(match.groups() if match else ("", "")))
        for model, releases in changes_by_model(log).items()
        for changes in releases
        if not changes.version
        for match in map(_RULE.match, changes.findings)
    }
    return [entry for entry in entries if not unreleased.isdisjoint(_keys(entry))]


def without_entries(text: str, entries: Iterable[AcceptedFinding]) -> str:
    """Return the text of `accepted.toml` without `entries`, which were read from it.

    The blank lines below an entry go with it; comments below it stay.
    """
    lines = list(StringIO(text, newline="\n"))
    for entry in sorted(entries, key=lambda entry: entry.line, reverse=True):
        start = entry.line - 1
        end = _end_of_entry(lines, start)
        while end < len(lines) and not lines[end].strip():
            end += 1
        del lines[start:end]
    return "".join(lines)


def _end_of_entry(lines: Sequence[str], start: int) -> int:
    """Return where the entry that begins at `start` ends: at the first line that keeps all others.

    Returns `start` if no line does, as in a list that is written in one line.
    """
    # A comment, a blank line or a line that looks like a table may be inside an entry.
    rows, number = _rows(lines), len(_rows(lines[:start]) or ())
    others = rows and [*rows[:number], *rows[number + 1 :]]
    ends = range(start + 1, len(lines) + 1)
    return next((end for end in ends if _rows([*lines[:start], *lines[end:]]) == others), start)


def _rows(lines: Iterable[str]) -> list[Any] | None:
    """Return the entries of the file with these lines; None if it is not TOML."""
    try:
        return list(tomllib.loads("".join(lines)).get("accepted", []))
    except tomllib.TOMLDecodeError:
        return None


def _keys(entry: AcceptedFinding) -> Iterator[tuple[str, str, str]]:
    model = entry.model or SERVICE
    yield model, entry.rule, code_span(entry.pointer)
    if not entry.pointer:
        yield model, "", ""
