"""The outcome of building one model, which the cache keeps."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any, Self

from runcomfy_codegen.diagnostics.diagnostic import (
    SEVERITY_FIELD,
    Diagnostic,
    Severity,
    has_errors,
)
from runcomfy_codegen.planning.ir import InfoSpec
from runcomfy_codegen.planning.plan_report import PlanReport


@dataclass(frozen=True)
class BuiltModel:
    """The outcome of building one model."""

    text: str
    """The module as it is written; empty if there is an error, and if it comes from the cache."""
    digest: str
    """The digest of the module; empty if there is an error."""
    report: PlanReport
    info: InfoSpec = field(default_factory=InfoSpec)
    """The facts that the index of all models has of it."""
    flags: str = ""
    """Its entry in the index of the command line."""

    @property
    def is_built(self) -> bool:
        """Whether there is a module."""
        return bool(self.digest) and not has_errors(self.report.diagnostics)

    def as_json(self) -> dict[str, Any]:
        """Return the value that `from_json` takes: without the text, which is rarely needed."""
        report = self.report
        return {
            "digest": self.digest,
            "diagnostics": [diagnostic.fields for diagnostic in report.diagnostics],
            "is_complete": report.is_complete,
            "used": sorted(map(list, report.used)),
            "info": asdict(self.info),
            "flags": self.flags,
        }

    @classmethod
    def from_json(cls, value: dict[str, Any], min_severity: Severity) -> Self:
        """Restore an outcome without the diagnostics below `min_severity`."""
        rows = [row for row in value["diagnostics"] if row[SEVERITY_FIELD] >= min_severity]
        used = frozenset((kind, key) for kind, key in value["used"])
        diagnostics = tuple(map(Diagnostic.from_fields, rows))
        report = PlanReport(diagnostics, value["is_complete"], used)
        info = _info(value["info"])
        return cls("", value["digest"], report, info, value["flags"])


def _info(value: dict[str, Any]) -> InfoSpec:
    """Restore facts that have been through JSON, which has no tuples."""
    facts = dict(value)
    if facts["categories"] is not None:
        facts["categories"] = tuple(facts["categories"])
    return InfoSpec(**facts)
