"""The report of a `sync` run, for all formats: findings, and all that was not synced."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from runcomfy_codegen.diff.comparison import Comparison
from runcomfy_codegen.diff.formats.summary import summary_line
from runcomfy_codegen.reading.files import OVERRIDES
from runcomfy_codegen.reading.toml_text import quoted
from runcomfy_codegen.sync.plan import Plan

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
        counts = [f"{len(one.lines)} {one.title}" for one in self.sections if one.lines]
        return "; ".join([summary_line(self.comparison), *filter(None, [", ".join(counts)])])


def report_of(plan: Plan, comparison: Comparison) -> SyncReport:
    """Return the report of `plan`; `comparison` has its findings, with those that are accepted."""
    return SyncReport(comparison, (*_sections(plan), _stale(comparison)))


def _sections(plan: Plan) -> Iterator[Section]:
    problems = sorted(plan.problems, key=lambda one: one.model_id)
    rows = [
        {"source": one.source, "reason": one.reason, "model_id": one.model_id} for one in problems
    ]
    yield Section("not_taken", "not taken", rows, [str(one) for one in problems])
    languages = [
        {"model_id": one.model_id, "language": one.language, "outcome": one.outcome}
        for one in plan.other_language
    ]
    lines = [str(one) for one in plan.other_language]
    yield Section("other_language", "in another language", languages, lines)
    kept = {old: new for old, new in plan.gone.items() if old not in plan.remove}
    rows = [{"model_id": old, **({"renamed": new} if new else {})} for old, new in kept.items()]
    lines = [_gone_line(old, new) for old, new in kept.items()]
    yield Section("gone", "gone upstream", rows, lines)
    followed = [{"model_id": one} for one in plan.not_followed]
    yield Section("not_followed", "not followed (--all or --add adds)", followed, plan.not_followed)
    notes = [{"note": note} for note in plan.notes]
    yield Section("notes", "notes", notes, plan.notes)


def _stale(comparison: Comparison) -> Section:
    """Return the quotes, patches and translations whose original has changed."""
    found = [one for one in comparison.findings if one.rule in STALE]
    rows = [{"rule": one.rule, "model_id": one.model_id, "pointer": one.pointer} for one in found]
    lines = [f"{one.model_id}: {STALE[one.rule]} at {one.pointer}" for one in found]
    return Section("stale", "stale (their original changed)", rows, lines)


def _gone_line(model_id: str, new_id: str | None) -> str:
    """Return what to do about a model that is gone, or that seems to have another id now."""
    if new_id is None:
        return f"{model_id}: removed upstream; --prune removes it here"
    line = f"{quoted(model_id)} = {quoted(new_id)}"
    return (
        f"{model_id}: perhaps {new_id} upstream now; to keep imports of the old one working, "
        f"take the new one and put under [renamed] in {OVERRIDES}: {line}"
    )
