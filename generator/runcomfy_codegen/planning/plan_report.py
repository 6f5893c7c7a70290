"""The report of planning one model, beside its spec."""

from __future__ import annotations

from dataclasses import dataclass

from runcomfy_codegen.diagnostics.diagnostic import Diagnostic
from runcomfy_codegen.reading.overrides import Entry


@dataclass(frozen=True)
class PlanReport:
    """Diagnostics and used overrides of one model."""

    diagnostics: tuple[Diagnostic, ...]
    """Waived ones are left out."""
    is_complete: bool
    """Whether everything was planned, so that an override that was not used matches nothing."""
    used: frozenset[Entry]
    """The overrides that were used."""
