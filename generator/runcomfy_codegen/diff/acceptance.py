"""Mark the findings that `accepted.toml` accepts, and find its entries that accept nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from runcomfy_codegen.diagnostics.codes import Notes
from runcomfy_codegen.diagnostics.diagnostic import Diagnostic
from runcomfy_codegen.diff.comparison import Comparison
from runcomfy_codegen.diff.finding import Finding, code_span
from runcomfy_codegen.diff.rules import unknown_rule
from runcomfy_codegen.reading.accepted import AcceptedFinding, AcceptedFindings

Key = tuple[str, str, str]
"""The rule, the model and the pointer of a finding."""


def with_acceptance(
    comparison: Comparison, entries: Iterable[AcceptedFinding], today: date
) -> Comparison:
    """Return the same findings; those that an entry accepts `today` are marked, and say why."""
    valid = {_key(entry): entry for entry in entries if entry.until >= today}
    return Comparison(tuple(_marked(one, valid) for one in comparison.findings))


def acceptance_problems(
    comparison: Comparison,
    new: AcceptedFindings,
    pending: Iterable[AcceptedFinding],
    today: date,
) -> list[Diagnostic]:
    """Return an error for each entry of `new` that has expired, repeats one, or accepts nothing.

    Those of `pending` accept an earlier change that is not released yet: they may stay until it
    is, or until they expire.
    """
    notes = Notes(new.file)
    needed = {_key_of(finding) for finding in comparison.findings} | {*map(_key, pending)}
    for index, entry in enumerate(new.entries):
        above = {*map(_key, new.entries[:index])}
        for code, message, hint in _problems(entry, above, needed, today):
            notes.add(code, f"/accepted/{index}", message, hint, entry.line)
    return notes.diagnostics


def _problems(
    entry: AcceptedFinding, above: set[Key], needed: set[Key], today: date
) -> Iterator[tuple[str, str, str]]:
    """Yield the first thing that is wrong with `entry`: its code, a message and a hint."""
    if entry.until < today:
        message = f"{entry} was accepted until {entry.until}"
        yield "expired-accepted", message, "remove it, or accept it for longer"
    elif unknown := unknown_rule(entry.rule):
        yield "unused-accepted", unknown, "remove it, or correct it"
    elif _key(entry) in above:
        message = f"an entry above accepts {entry}"
        yield "unused-accepted", message, "remove one of them"
    elif _key(entry) not in needed:
        message = f"there is no finding {entry}, and no unreleased change"
        yield "unused-accepted", message, "remove it, or correct it"


def _marked(finding: Finding, valid: dict[Key, AcceptedFinding]) -> Finding:
    entry = valid.get(_key_of(finding))
    if entry is None:
        return finding
    words = f"{finding.words}; accepted until {entry.until}: {code_span(entry.why)}"
    return replace(finding, words=words, is_accepted=True)


def _key(entry: AcceptedFinding) -> Key:
    return entry.rule, entry.model, entry.pointer


def _key_of(finding: Finding) -> Key:
    return finding.rule, finding.model_id, finding.pointer
