"""Apply `accepted.toml`: which findings are accepted, which entries accept nothing, what fails."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from runcomfy_codegen.diagnostics.collector import Collector
from runcomfy_codegen.diagnostics.diagnostic import Diagnostic
from runcomfy_codegen.diff.comparison import Comparison
from runcomfy_codegen.diff.finding import Finding, Verdict
from runcomfy_codegen.diff.finding_rules import unknown_rule
from runcomfy_codegen.reading.accepted import AcceptedFinding, AcceptedFindings
from runcomfy_codegen.untrusted_text import code_span

Key = tuple[str, str, str]
"""The rule, the model and the place of a finding."""


def with_acceptance(
    comparison: Comparison, entries: Iterable[AcceptedFinding], today: date
) -> Comparison:
    """Return the findings of `comparison`; those that an entry accepts `today` are marked so."""
    valid = {_key(entry): entry for entry in entries if entry.until >= today}
    return Comparison(tuple(_marked(finding, valid) for finding in comparison.findings))


def is_failure(comparison: Comparison, fail_on: str) -> bool:
    """Return whether `--fail-on` applies to a finding of `comparison` that is not accepted."""
    least = {"never": None, "any": Verdict.WORDS, "breaking": Verdict.BREAKING}[fail_on]
    counted = (finding.verdict for finding in comparison.findings if not finding.is_accepted)
    return least is not None and max(counted, default=0) >= least


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
    collector = Collector(new.file)
    needed = {_key_of(finding) for finding in comparison.findings} | {*map(_key, pending)}
    for index, entry in enumerate(new.entries):
        above = {*map(_key, new.entries[:index])}
        if problem := _problem(entry, above, needed, today):
            pointer = f"/accepted/{index}"
            collector.add(problem.code, pointer, problem.message, problem.hint, line=entry.line)
    return collector.diagnostics


class _Problem(NamedTuple):
    code: str
    message: str
    hint: str


def _problem(
    entry: AcceptedFinding, above: set[Key], needed: set[Key], today: date
) -> _Problem | None:
    """Return the first problem of `entry`; None if it has none."""
    if entry.until < today:
        message = f"{entry} was accepted until {entry.until}"
        return _Problem("expired-accepted", message, "remove it, or accept it for longer")
    if unknown := unknown_rule(entry.rule):
        return _Problem("unused-accepted", unknown, "remove it, or correct it")
    if _key(entry) in above:
        message = f"an entry above accepts {entry}"
        return _Problem("unused-accepted", message, "remove one of them")
    if _key(entry) not in needed:
        message = f"there is no finding {entry}, and no unreleased change"
        return _Problem("unused-accepted", message, "remove it, or correct it")
    return None


def _marked(finding: Finding, valid: dict[Key, AcceptedFinding]) -> Finding:
    entry = valid.get(_key_of(finding))
    if entry is None:
        return finding
    message = f"{finding.message}; accepted until {entry.until}: {code_span(entry.why)}"
    return replace(finding, message=message, is_accepted=True)


def _key(entry: AcceptedFinding) -> Key:
    return entry.rule, entry.model, entry.place


def _key_of(finding: Finding) -> Key:
    return finding.rule, finding.model_id, str(finding.place)
