"""`runcomfy-codegen generate`: generate typed clients from the schemas."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from runcomfy_codegen.atomic_write import remove_temporary_files, write_if_changed
from runcomfy_codegen.check.exports import checked_exports
from runcomfy_codegen.commands import options
from runcomfy_codegen.commands.failures import CommandFailedError
from runcomfy_codegen.commands.printing import (
    describe_os_error,
    least_severity,
    print_diagnostics,
    summarize,
)
from runcomfy_codegen.commands.progress import with_progress
from runcomfy_codegen.diagnostics.diagnostic import Diagnostic, Severity, as_rows
from runcomfy_codegen.generate.build_cache import BuildCache
from runcomfy_codegen.generate.changelog_state import ChangelogState
from runcomfy_codegen.generate.run import RunOptions, RunResult, run_generator
from runcomfy_codegen.generate.timings import Timings
from runcomfy_codegen.generate.workers import WorkerLostError
from runcomfy_codegen.output.comparing import foreign_files
from runcomfy_codegen.output.target import Target, TemplateProblemError
from runcomfy_codegen.output.writing import ForeignFolderError, write


@click.command()
@options.schemas
@options.out
@options.package
@options.templates
@options.output_format
@options.changelog
@options.cache
@click.option("--timings", "with_timings", is_flag=True, help="Print how long each step took.")
@options.verbose
def generate(**values: Any) -> int:
    """Generate the clients; unchanged files are not touched.

    Also brings schemas/CHANGELOG.md up to date, and the exports that are committed.

    Exits with 1 if there is an error in the schemas, or the change log could not be written.
    """
    started = time.monotonic()
    chosen = _Options(**values)
    run_options = RunOptions(chosen.least_severity, watch=with_progress)
    with BuildCache(chosen.cache) as cache:
        run = _run(chosen, cache, run_options)
        if not chosen.as_json:
            print_diagnostics(run.diagnostics, chosen.verbose)
        is_written = _write(run, chosen, cache, run_options.timings)
    # Not in `run.diagnostics`, which may be cached: these depend on the files on disk.
    foreign = foreign_files(run.report, chosen.out) if run.report else []
    summary = _summary(run, foreign, time.monotonic() - started)
    timings = _rounded(run_options.timings) if chosen.with_timings else {}
    if chosen.as_json:
        _print_json(as_rows([*run.diagnostics, *foreign], chosen.least_severity), summary, timings)
    else:
        _print_text(run, foreign, summary, timings)
    return 0 if is_written else 1


@dataclass(frozen=True)
class _Options:
    """The values of the options, by their names."""

    schemas: Path
    out: Path
    package: str
    templates: Path | None
    output_format: str
    changelog: bool
    cache: Path
    with_timings: bool
    verbose: bool

    @property
    def as_json(self) -> bool:
        return self.output_format == "json"

    @property
    def least_severity(self) -> Severity:
        return least_severity(self.verbose)


def _run(chosen: _Options, cache: BuildCache, run_options: RunOptions) -> RunResult:
    target = Target(chosen.package, chosen.templates)
    try:
        return run_generator(chosen.schemas, chosen.out, cache, run_options, target)
    except (WorkerLostError, TemplateProblemError) as error:
        raise CommandFailedError(f"nothing was generated: {error}") from None


def _write(run: RunResult, chosen: _Options, cache: BuildCache, timings: Timings) -> bool:
    """Write what differs, then exports and change log; return whether all could be written."""
    if not run.report:
        return False
    try:
        with timings.of("writing"):
            write(run.files, run.report, chosen.out, chosen.package)
    except ForeignFolderError as error:
        raise click.ClickException(str(error)) from None
    _refresh_exports(chosen.schemas, run.key, cache)
    return not chosen.changelog or _update_changelog(chosen.schemas, run.key, cache, timings)


def _refresh_exports(schemas: Path, run_key: str, cache: BuildCache) -> None:
    """Update the committed exports that differ; `check` reports those that cannot be built."""
    for checked in checked_exports(schemas, run_key, cache):
        if checked.built is not None:
            write_if_changed(checked.export.path, checked.built)


def _update_changelog(schemas: Path, run_key: str, cache: BuildCache, timings: Timings) -> bool:
    """Bring the change log up to date, unless it is known to be; return whether it could be."""
    try:
        with timings.of("change log"):
            log = ChangelogState(schemas, run_key, cache)
            if log.is_current():
                return True
            # Slow to import, and rarely needed.
            from runcomfy_codegen.diff.changelog import update_changelog

            remove_temporary_files(schemas)
            if note := update_changelog(schemas):
                click.echo(f"note: {note}", err=True)
            else:
                log.remember()
    except OSError as error:
        click.echo(f"Error: the change log was not updated: {describe_os_error(error)}", err=True)
        return False
    return True


def _summary(
    run: RunResult, foreign: Iterable[Diagnostic], seconds: float
) -> dict[str, int | float]:
    """Return the rows of the printed table, in order."""
    report, diagnostics = run.report, (*run.diagnostics, *foreign)
    return {
        "models": len(run.index),
        "written": len(report.differing) + len(report.missing) if report else 0,
        "unchanged": len(report.unchanged) if report else 0,
        "removed": len(report.stale) if report else 0,
        "warnings": sum(diagnostic.severity is Severity.WARNING for diagnostic in diagnostics),
        "seconds": round(seconds, 2),
    }


def _rounded(timings: Timings) -> dict[str, float]:
    return {step: round(seconds, 3) for step, seconds in timings.seconds.items()}


def _print_json(
    rows: list[dict[str, str | int]],
    summary: Mapping[str, int | float],
    timings: Mapping[str, float],
) -> None:
    optional = {"timings": timings} if timings else {}
    click.echo(json.dumps({"diagnostics": rows, "summary": summary, **optional}, indent=2))


def _print_text(
    run: RunResult,
    foreign: Iterable[Diagnostic],
    summary: Mapping[str, int | float],
    timings: Mapping[str, float],
) -> None:
    if run.report:
        print_diagnostics(foreign)
        click.echo("\n".join(f"{name:<10}{value:>8}" for name, value in summary.items()))
    else:
        click.echo(f"{summarize(run.diagnostics)}: nothing was generated", err=True)
    for step, seconds in timings.items():
        click.echo(f"{step:<10}{seconds:>8.3f} s", err=True)
