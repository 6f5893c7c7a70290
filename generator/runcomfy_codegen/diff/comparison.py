"""Compare two sets of schemas as a whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Self

from runcomfy_codegen.diagnostics.diagnostic import Diagnostic, raise_on_errors
from runcomfy_codegen.diff.changes.model_changes import compare_models
from runcomfy_codegen.diff.changes.moved_ids import (
    find_moves,
    under_common_ids,
    without_foreign_hints,
)
from runcomfy_codegen.diff.changes.patch_changes import find_stale_patches
from runcomfy_codegen.diff.changes.protocol_changes import compare_protocols
from runcomfy_codegen.diff.changes.renamed_models import module_findings, rename_findings
from runcomfy_codegen.diff.changes.rules_in_words import compare_rules, find_stale_quotes
from runcomfy_codegen.diff.finding import Finding, Verdict
from runcomfy_codegen.diff.overridden_verdicts import overridden_verdicts
from runcomfy_codegen.diff.verdicts import Verdicts
from runcomfy_codegen.patches.applying import patched
from runcomfy_codegen.reading.stored_schemas import StoredSchemas

BUMPS = {
    Verdict.BREAKING: "major",
    Verdict.BEHAVIOUR: "minor",
    Verdict.COMPATIBLE: "minor",
    Verdict.WORDS: "patch",
}
"""Verdict: the part of the version number that it raises."""


@dataclass(frozen=True)
class Comparison:
    """The changes between two sets of schemas."""

    findings: tuple[Finding, ...]
    """First those about all models, then by model_id; within a model, the worst first."""

    @classmethod
    def of(cls, findings: Iterable[Finding]) -> Self:
        """Sort `findings`."""
        return cls(
            tuple(sorted(findings, key=lambda finding: (finding.model_id, -finding.verdict)))
        )

    @property
    def worst(self) -> Verdict | None:
        """The worst verdict, or None if nothing changed."""
        return max((finding.verdict for finding in self.findings), default=None)

    @property
    def bump(self) -> str:
        """The part of the version number to raise: `major`, `minor`, `patch` or `none`."""
        return BUMPS[self.worst] if self.worst else "none"

    def by_model(self) -> dict[str, list[Finding]]:
        """Return the findings by model_id; those about all models are under ""."""
        models: dict[str, list[Finding]] = {}
        for finding in self.findings:
            models.setdefault(finding.model_id, []).append(finding)
        return models

    def counts(self) -> dict[str, int]:
        """Return the number of findings by verdict, the worst first."""
        counts = Counter(finding.verdict for finding in self.findings)
        return {str(verdict): counts[verdict] for verdict in sorted(Verdict, reverse=True)}


def compare_sets(old: StoredSchemas, new: StoredSchemas) -> Comparison:
    """Compare two sets of schemas, with the verdicts that the overrides of `new` set.

    Raises `DiagnosticsError` if a model cannot be compared.
    """
    verdicts = Verdicts(overridden_verdicts(new.overrides))
    diagnostics: list[Diagnostic] = []
    moves = find_moves(old, new)
    before, after = under_common_ids(old, new, moves)
    models = compare_models(_patched(before), _patched(after), verdicts, diagnostics)
    findings = [
        *compare_protocols(old.protocol, new.protocol, verdicts),
        *rename_findings(old, new, verdicts),
        *module_findings(old, new, moves, verdicts),
        *without_foreign_hints(models, new),
        *compare_rules(
            before.overrides, after.overrides, {*before.models} & {*after.models}, verdicts
        ),
        *find_stale_quotes(before.models, after.models, after.overrides, verdicts),
        *find_stale_patches(before.models, after.models, after.overrides, verdicts),
    ]
    raise_on_errors(diagnostics)
    return Comparison.of(findings)


def _patched(schemas: StoredSchemas) -> StoredSchemas:
    """Return `schemas` with their patches applied; stale patches have their own findings."""
    overrides = schemas.overrides
    models = {name: patched(model, overrides).documents for name, model in schemas.models.items()}
    return replace(schemas, models=models, overrides=overrides.without_patches())
