"""The accepted findings whose changes are not released yet: their release removes them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from runcomfy_codegen.reading.accepted import AcceptedFinding
from runcomfy_codegen.reading.files import SERVICE
from runcomfy_codegen.releases.changes import changes_by_model
from runcomfy_codegen.untrusted_text import code_span

_RULE = re.compile(r"\w+ \((\S+)\) (`[^`]+`): ")
"""The rule and the pointer of a change. A model that is new or gone has a line without them."""

_ENDS_ENTRY = re.compile(r"\s*($|#|\[)")


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

    An entry ends at a blank line, a comment or the next table.
    """
    lines = text.splitlines(keepends=True)
    for entry in sorted(entries, key=lambda entry: entry.line, reverse=True):
        end = entry.line
        while end < len(lines) and not _ENDS_ENTRY.match(lines[end]):
            end += 1
        while end < len(lines) and not lines[end].strip():  # the space below it goes, too
            end += 1
        del lines[entry.line - 1 : end]
    return "".join(lines)


def _keys(entry: AcceptedFinding) -> Iterator[tuple[str, str, str]]:
    model = entry.model or SERVICE
    yield model, entry.rule, code_span(entry.pointer)
    if not entry.pointer:
        yield model, "", ""
