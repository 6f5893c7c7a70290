"""The changes of each model by release, from the change log of the schemas."""

from __future__ import annotations

import re
from dataclasses import dataclass

from runcomfy_codegen.releases.changelog_entries import entries

_MODEL = re.compile(r"^- `([^`]+)`(?:: (.*))?$")
_FINDING = re.compile(r"^  - (.*)$")


@dataclass(frozen=True)
class Changes:
    """The changes of one model in one release."""

    version: str
    """Empty before they are released."""
    day: str
    """Empty before they are released."""
    findings: tuple[str, ...]
    """A line each, with code in back-quotes."""

    @property
    def when(self) -> str:
        """Version and day, or that it is not released."""
        return f"{self.version}, {self.day}" if self.version else "Not released yet"


def changes_by_model(log: str) -> dict[str, list[Changes]]:
    """Return the changes of each model in the change log `log`, the newest first."""
    by_model: dict[str, dict[tuple[str, str], list[str]]] = {}
    for entry in entries(log):
        for model_id, findings in _findings(entry.text).items():
            changes = by_model.setdefault(model_id, {})
            changes.setdefault((entry.version, entry.day), []).extend(findings)
    return {
        model_id: [Changes(*release, tuple(lines)) for release, lines in changes.items()]
        for model_id, changes in by_model.items()
    }


def _findings(text: str) -> dict[str, list[str]]:
    by_model: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in text.splitlines():
        if model := _MODEL.match(line):
            lines = by_model.setdefault(model[1], [])
            lines += filter(None, [model[2]])
        elif finding := _FINDING.match(line):
            lines.append(finding[1])
    return by_model
