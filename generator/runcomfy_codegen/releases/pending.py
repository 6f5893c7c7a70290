"""The accepted findings whose changes are not released yet: their release removes them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from typing import Any

from runcomfy_codegen.diff.finding import Verdict
from runcomfy_codegen.diff.finding_rules import unknown_rule
from runcomfy_codegen.diff.verdicts import Verdicts
from runcomfy_codegen.reading.accepted import AcceptedFinding
from runcomfy_codegen.reading.files import SERVICE_FILE
from runcomfy_codegen.releases.model_history import changes_by_model
from runcomfy_codegen.untrusted_text import code_span

_RULE = re.compile(r"\w+ \((\S+)\) (`[^`]+`): ")
"""The rule and the pointer of a change. A model that is new or gone has a line without them."""

_ANY_WORDS = "words"
_WORDS = re.compile(r"words: \d+ changes?")
"""The line that counts the changes of words of a model, which the change log does not list."""


def pending_entries(
    entries: Iterable[AcceptedFinding], log: str, verdicts: Verdicts
) -> list[AcceptedFinding]:
    """Return those of `entries` whose finding is an unreleased change in the change log `log`.

    A finding about words is one if any words of the model changed.
    """
    unreleased = {
        (model, *_rule_and_pointer(line))
        for model, releases in changes_by_model(log).items()
        for changes in releases
        if not changes.version
        for line in changes.findings
    }
    return [entry for entry in entries if not unreleased.isdisjoint(_keys(entry, verdicts))]


def _rule_and_pointer(line: str) -> tuple[str, str]:
    """Return the rule and the pointer of a line of the change log, as `_keys` writes them."""
    if match := _RULE.match(line):
        return match[1], match[2]
    return (_ANY_WORDS if _WORDS.match(line) else ""), ""


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
    candidates = range(start + 1, len(lines) + 1)
    return next(
        (end for end in candidates if _rows([*lines[:start], *lines[end:]]) == others), start
    )


def _rows(lines: Iterable[str]) -> list[Any] | None:
    """Return the entries in these lines; None if they are not TOML, or have other keys."""
    try:
        table = tomllib.loads("".join(lines))
    except tomllib.TOMLDecodeError:
        return None
    return list(table.get("accepted", [])) if table.keys() <= {"accepted"} else None


def _keys(entry: AcceptedFinding, verdicts: Verdicts) -> Iterator[tuple[str, str, str]]:
    """Yield the model, the rule and the place of the lines that may be the finding of `entry`."""
    model = entry.model or SERVICE_FILE
    yield model, entry.rule, code_span(entry.place)
    if not unknown_rule(entry.rule) and verdicts.verdict_of(entry.rule) is Verdict.WORDS:
        yield model, _ANY_WORDS, ""
    if not entry.place:
        yield model, "", ""
