"""Two sets of schemas compared as a whole, and what follows from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from runcomfy_codegen.diagnostics.diagnostic import Diagnostic, DiagnosticsError, has_errors
from runcomfy_codegen.diff.comparing.change import was_is
from runcomfy_codegen.diff.finding import ABSENT, Finding, Verdict, code
from runcomfy_codegen.diff.judge import Judge
from runcomfy_codegen.diff.model_changes import compare_models
from runcomfy_codegen.diff.override_changes import compare_overrides
from runcomfy_codegen.diff.ranks import ranks
from runcomfy_codegen.diff.schema_sets import SchemaSet
from runcomfy_codegen.reading.files import SERVICE
from runcomfy_codegen.reading.service import Service

BUMPS = {
    Verdict.BREAKING: "major",
    Verdict.BEHAVIOUR: "minor",
    Verdict.COMPATIBLE: "minor",
    Verdict.WORDS: "patch",
}
"""Verdict: the part of the version that it raises."""


@dataclass(frozen=True)
class Comparison:
    """What changed between two sets of schemas."""

    findings: tuple[Finding, ...]
    """What is about all models first, then by model_id, the worst first in each."""

    @property
    def worst(self) -> Verdict | None:
        """The worst verdict, or None where nothing changed."""
        return max((finding.verdict for finding in self.findings), default=None)

    @property
    def bump(self) -> str:
        """The version bump that follows: `major`, `minor`, `patch` or `none`."""
        return BUMPS[self.worst] if self.worst else "none"

    def by_model(self) -> dict[str, list[Finding]]:
        """model_id (empty for what is about all): its findings."""
        models: dict[str, list[Finding]] = {}
        for finding in self.findings:
            models.setdefault(finding.model_id, []).append(finding)
        return models

    def counts(self) -> dict[str, int]:
        """Verdict: how many findings have it, the worst first."""
        counts = Counter(finding.verdict for finding in self.findings)
        return {str(verdict): counts[verdict] for verdict in sorted(Verdict, reverse=True)}


def compare_sets(old: SchemaSet, new: SchemaSet) -> Comparison:
    """What changed from `old` to `new`, judged by the ranks that `new` sets.

    Raises `DiagnosticsError` where a model on either side cannot be compared.
    """
    judge = Judge(ranks(new.overrides))
    found: list[Diagnostic] = []
    findings = [
        *_service(old.service, new.service, judge),
        *compare_models(old.models, new.models, judge, found),
        *compare_overrides(old.overrides, new.overrides, {*old.models} & {*new.models}, judge),
    ]
    if has_errors(found):
        raise DiagnosticsError(found)
    return Comparison(tuple(sorted(findings, key=lambda one: (one.model_id, -one.verdict))))


def _service(old: Service, new: Service, judge: Judge) -> Iterator[Finding]:
    """The findings about the protocol that all models share."""
    rows = [("base-url-changed", "/base_url", old.base_url, new.base_url)]
    rows += [
        ("endpoint-changed", f"/endpoints/{name}", str(endpoint), str(new.endpoints[name]))
        for name, endpoint in old.endpoints.items()
    ]
    for rule, pointer, was, now in rows:
        if was != now:
            words = was_is(pointer.rpartition("/")[2], was, now)
            yield judge.finding(rule, "", f"{SERVICE}#{pointer}", words, was, now)
    for status in sorted(set(new.statuses) - set(old.statuses)):
        words = f"the status {code(status)} is new"
        yield judge.finding("status-added", "", f"{SERVICE}#/statuses", words, ABSENT, status)
    for status in sorted(set(old.statuses) - set(new.statuses)):
        words = f"the status {code(status)} is gone"
        yield judge.finding("status-gone", "", f"{SERVICE}#/statuses", words, status, ABSENT)
