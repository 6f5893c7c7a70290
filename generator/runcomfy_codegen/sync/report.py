"""The report of a `sync` run, for all formats: findings, and all that was not synced."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from runcomfy_codegen.diff.comparison import Comparison
from runcomfy_codegen.diff.formats.summary import summary_line
from runcomfy_codegen.reading.files import OVERRIDES_FILE
from runcomfy_codegen.reading.toml_text import quoted
from runcomfy_codegen.sync.model_update import OtherLanguage
from runcomfy_codegen.sync.plan import SyncPlan
from runcomfy_codegen.sync.upstream import UpstreamProblem

STALE = {
    "quote-stale": "the quote of a rule",
    "patch-stale": "a patch",
    "translation-stale": "a translation",
}
"""Rule of `diff`: what it finds to be stale."""


@dataclass(frozen=True)
class Section:
    """A list that a reader needs in addition to the findings."""

    key: str
    """Its name in JSON."""
    title: str
    """Its name for people; after a number it ends the first line of a report."""
    rows: list[dict[str, str]]
    lines: list[str]
    """The same, one line each, for people."""


@dataclass(frozen=True)
class SyncReport:
    """The findings of a run, and its sections."""

    comparison: Comparison
    sections: tuple[Section, ...]

    @property
    def summary(self) -> str:
        """The first line: what changed, and the size of each section that is not empty."""
        counts = [
            f"{len(section.lines)} {section.title}" for section in self.sections if section.lines
        ]
        return "; ".join([summary_line(self.comparison), *filter(None, [", ".join(counts)])])


def report_of(plan: SyncPlan, comparison: Comparison) -> SyncReport:
    """Return the report of `plan`; `comparison` has its findings, with those that are accepted."""
    return SyncReport(comparison, (*_sections(plan), _stale(comparison)))


def _sections(plan: SyncPlan) -> Iterator[Section]:
    yield _not_taken(plan.problems)
    yield _other_language(plan.other_language)
    yield _gone({old: new for old, new in plan.gone.items() if old not in plan.remove})
    rows = [{"model_id": model_id} for model_id in plan.not_followed]
    yield Section("not_followed", "not followed (--all or --add adds)", rows, plan.not_followed)
    yield Section("notes", "notes", [{"note": note} for note in plan.notes], plan.notes)


def _not_taken(problems: Iterable[UpstreamProblem]) -> Section:
    ordered = sorted(problems, key=lambda problem: problem.model_id)
    rows = [
        {"source": problem.source, "reason": problem.reason, "model_id": problem.model_id}
        for problem in ordered
    ]
    return Section("not_taken", "not taken", rows, [str(problem) for problem in ordered])


def _other_language(models: Sequence[OtherLanguage]) -> Section:
    rows = [
        {"model_id": model.model_id, "language": model.language, "outcome": model.outcome}
        for model in models
    ]
    lines = [str(model) for model in models]
    return Section("other_language", "in another language", rows, lines)


def _gone(new_ids: Mapping[str, str | None]) -> Section:
    """Return the models that are gone and were not removed, each with its likely new id."""
    rows = [{"model_id": old, **({"renamed": new} if new else {})} for old, new in new_ids.items()]
    lines = [_gone_line(old, new) for old, new in new_ids.items()]
    return Section("gone", "gone upstream", rows, lines)


def _stale(comparison: Comparison) -> Section:
    """Return the quotes, patches and translations whose original has changed."""
    findings = [finding for finding in comparison.findings if finding.rule in STALE]
    rows = [
        {"rule": finding.rule, "model_id": finding.model_id, "pointer": str(finding.place)}
        for finding in findings
    ]
    lines = [
        f"{finding.model_id}: {STALE[finding.rule]} at {finding.place}" for finding in findings
    ]
    return Section("stale", "stale (their original changed)", rows, lines)


def _gone_line(model_id: str, new_id: str | None) -> str:
    """Return what to do about a model that is gone, or that seems to have another id now."""
    if new_id is None:
        return f"{model_id}: removed upstream; --prune removes it here"
    line = f"{quoted(model_id)} = {quoted(new_id)}"
    return (
        f"{model_id}: perhaps {new_id} upstream now; to keep imports of the old one working, "
        f"take the new one and put under [renamed] in {OVERRIDES_FILE}: {line}"
    )
