"""Check the generated files: what differs, why, and the command that fixes it."""

from __future__ import annotations

import shlex
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from runcomfy_codegen.check.exports import CheckedExport, export_diff
from runcomfy_codegen.check.result import CheckResult, DriftedFile
from runcomfy_codegen.output.comparing import DriftReport, foreign_files, unified_diff
from runcomfy_codegen.output.on_disk import text_on_disk
from runcomfy_codegen.output.target import Target

if TYPE_CHECKING:
    from runcomfy_codegen.generate.run import RunResult

MAX_DIFF_LINES = 40
"""Lines of each diff that are printed without `--full`."""


@dataclass(frozen=True)
class Project:
    """The checked folders, of schemas and output, and the package."""

    schemas: Path
    out: Path
    target: Target


def check_files(
    run: RunResult,
    report: DriftReport,
    project: Project,
    exports: Collection[CheckedExport],
    *,
    full: bool,
) -> CheckResult:
    """Return the differences that `report` and `exports` have, each with its causes."""
    drifted = () if report.is_clean else tuple(_drifted_files(run, report, project, full))
    differing = tuple(checked for checked in exports if checked.cause)
    current = (str(checked.export.path) for checked in exports if not checked.cause)
    return CheckResult(
        out=project.out,
        models=len(run.index),
        files=(*drifted, *(_drifted_export(checked, full) for checked in differing)),
        unchanged=(*report.unchanged, *current),
        fix_command=_generate(project) if drifted else _fix_exports(differing, project),
        diagnostics=tuple(foreign_files(report, project.out)),
    )


def _drifted_export(checked: CheckedExport, full: bool) -> DriftedFile:
    path, causes = checked.export.path.as_posix(), filter(None, [checked.cause])
    state = "stale" if checked.built is None else "changed"
    return DriftedFile(path, state, tuple(causes), tuple(_truncated(export_diff(checked), full)))


def _fix_exports(differing: Iterable[CheckedExport], project: Project) -> str | None:
    """Return the commands that update the exports, or None if none of them can be built."""
    # Not `generate`, which would update them as well: these write nothing else.
    commands = [
        checked.export.fix(project.schemas) for checked in differing if checked.built is not None
    ]
    return " && ".join(commands) or None


def _drifted_files(
    run: RunResult, report: DriftReport, project: Project, full: bool
) -> Iterator[DriftedFile]:
    from runcomfy_codegen.check.cause_finder import CauseFinder  # slow to import, and rarely needed

    finder = CauseFinder(run.index, project.schemas, project.out, project.target)
    for name, state in sorted(report.states().items(), key=lambda item: (item[1], item[0])):
        causes = finder.causes(name, state, *_versions(report, run.files, project.out, name))
        has_diff = name in report.differing
        diff = _truncated(unified_diff(run.files, project.out, name), full) if has_diff else ()
        yield DriftedFile(name, state, causes, tuple(diff))


def _generate(project: Project) -> str:
    """Return the command that generates the output, as a shell takes it."""
    target = project.target
    command = ["runcomfy-codegen", "generate", "--schemas", project.schemas, "--out", project.out]
    command += [] if target.has_library else ["--package", target.package]
    command += ["--templates", target.templates] if target.templates else []
    return shlex.join(map(str, command))


def _versions(
    report: DriftReport, files: Mapping[str, str], out: Path, name: str
) -> tuple[list[str], list[str]]:
    """Return the lines of a file on disk and of the build; empty where the file is missing."""
    before = [] if name in report.missing else text_on_disk(out, name).splitlines()
    return before, files.get(name, "").splitlines()


def _truncated(lines: Iterator[str], full: bool) -> Iterator[str]:
    yield from lines if full else islice(lines, MAX_DIFF_LINES)
    remaining = sum(1 for _ in lines)
    if remaining:
        yield f"… {remaining} more lines (--full shows them)"
