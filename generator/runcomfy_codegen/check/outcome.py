"""One generated file that is not what it should be, with its cause and its diff."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from runcomfy_codegen.diagnostics.diagnostic import Diagnostic
from runcomfy_codegen.output.comparing import DriftReport, foreign_files, unified_diff
from runcomfy_codegen.output.on_disk import text_on_disk

if TYPE_CHECKING:
    from runcomfy_codegen.check.causes import Cause
    from runcomfy_codegen.generate.run import RunResult

MAX_DIFF_LINES = 40
"""Lines of a file's diff that are shown unless all are asked for."""


@dataclass(frozen=True)
class DriftedFile:
    """A generated file that differs."""

    path: str
    """As `build` has it."""
    state: str
    """`changed`, `hand-edited`, `missing` or `stale`."""
    causes: tuple[Cause, ...]
    """One at least."""
    diff: tuple[str, ...]
    """Lines of a unified diff from what is on disk to what was built, cut unless asked for."""


@dataclass(frozen=True)
class Checked:
    """The outcome of a check, as every format shows it."""

    out: Path
    models: int
    files: tuple[DriftedFile, ...]
    unchanged: tuple[str, ...]
    mend: str
    """The one command that puts everything right."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """Files that no run made; or what kept the check from being done, and there are no files."""
    failure: str = ""
    """What kept the check from being done, in one line."""


def check_files(
    run: RunResult, report: DriftReport, schemas: Path, out: Path, full: bool
) -> Checked:
    """What `run` came to, with `report` of how what is below `out` differs."""
    drifted = () if report.clean else tuple(_drifted(run, report, schemas, out, full))
    models, mend = len(run.index), mending(schemas, out)
    foreign = tuple(foreign_files(report, out))
    return Checked(out, models, drifted, report.unchanged, mend, foreign)


def _drifted(
    run: RunResult, report: DriftReport, schemas: Path, out: Path, full: bool
) -> Iterator[DriftedFile]:
    from runcomfy_codegen.check.causes import Causes  # heavy, and not needed without drift

    files, causes = run.files, Causes(run.index, schemas, out)
    for name, state in sorted(report.states().items(), key=lambda row: (row[1], row[0])):
        found = causes.of(name, state, *_texts(report, files, out, name))
        diff = _cut(unified_diff(files, out, name), full) if name in report.differing else ()
        yield DriftedFile(name, state, found, tuple(diff))


def mending(schemas: Path, out: Path) -> str:
    """The command that generates `out` from `schemas`."""
    return f"runcomfy-codegen generate --schemas {schemas} --out {out}"


def _texts(
    report: DriftReport, files: Mapping[str, str], out: Path, name: str
) -> tuple[list[str], list[str]]:
    """The lines of a file on disk, and as it was built; none where there is none."""
    before = [] if name in report.missing else text_on_disk(out, name).splitlines()
    return before, files.get(name, "").splitlines()


def _cut(lines: Iterator[str], full: bool) -> Iterator[str]:
    yield from lines if full else islice(lines, MAX_DIFF_LINES)
    left = sum(1 for _ in lines)
    if left:
        yield f"… {left} more lines (--full shows them)"
