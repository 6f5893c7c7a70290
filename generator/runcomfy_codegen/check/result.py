"""The result of a check: each generated file that differs, with its causes and a diff."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from runcomfy_codegen.check.cause import Cause
from runcomfy_codegen.diagnostics.diagnostic import Diagnostic


@dataclass(frozen=True)
class DriftedFile:
    """A generated file that differs."""

    path: str
    """Relative to the output folder; of an export, to the current one."""
    state: str
    """`changed`, `hand-edited`, `line-ends`, `missing` or `stale`.

    An export is stale if it can no longer be built, and changed if it differs.
    """
    causes: tuple[Cause, ...]
    """At least one."""
    diff: tuple[str, ...]
    """A unified diff from disk to build, truncated without `--full`."""


@dataclass(frozen=True)
class CheckResult:
    """Everything that the formats print."""

    out: Path
    models: int
    files: tuple[DriftedFile, ...]
    unchanged: tuple[str, ...]
    fix_command: str | None
    """None if nothing differs, if no command can fix it, and if nothing could be checked."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """The reasons if the check failed; else warnings about files that were not generated."""
    failure: str = ""
    """Why nothing could be checked, in one line."""

    @property
    def advice(self) -> str:
        """How to fix the files that differ, for people to read."""
        return self.fix_command or "see the cause"
