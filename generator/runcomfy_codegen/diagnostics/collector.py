"""Collect the diagnostics of one document."""

from __future__ import annotations

from dataclasses import dataclass, field

from runcomfy_codegen.diagnostics.codes import diagnose
from runcomfy_codegen.diagnostics.diagnostic import Diagnostic


@dataclass
class Collector:
    """Collects the diagnostics of one document."""

    file: str
    diagnostics: list[Diagnostic] = field(default_factory=list[Diagnostic])

    def add(self, code: str, pointer: str, message: str, hint: str = "", *, line: int = 0) -> None:
        """Add a diagnostic at `pointer` or `line` of this document."""
        self.diagnostics.append(diagnose(code, self.file, pointer, message, hint, line=line))
