"""`runcomfy-codegen generate`: generate typed clients from the schemas."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

import click

from runcomfy_codegen.atomic_write import remove_temporary_files, write_if_changed
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
from runcomfy_codegen.export.committed import committed_exports
from runcomfy_codegen.export.inexpressible import InexpressibleError
from runcomfy_codegen.export.unknown_model import UnknownModelError
from runcomfy_codegen.generate.build_cache import BuildCache
from runcomfy_codegen.generate.current_log import CurrentLog
from runcomfy_codegen.generate.run import RunOptions, RunResult, run_generator
from runcomfy_codegen.generate.timings import Timings
from runcomfy_codegen.generate.workers import WorkerLostError
from runcomfy_codegen.output.comparing import DriftReport, foreign_files
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
def generate(
    schemas: Path,
    out: Path,
    package: str,
    templates: Path | None,
    output_format: str,
    changelog: bool,
    cache: Path,
    with_timings: bool,
    verbose: bool,
) -> int:
    """Generate the clients; unchanged files are not touched.

    Also brings schemas/CHANGELOG.md up to date, and the exports that are committed.

    Exits with 1 if there is an error in the schemas, or the change log could not be written.
    """
    started = time.monotonic()
    as_json = output_format == "json"
    run_options = RunOptions(least_severity(verbose), watch=with_progress)
    run = _run(schemas, out, cache, run_options, Target(package, templates))
    if not as_json:
        print_diagnostics(run.diagnostics, verbose)
    report, timings = run.report, run_options.timings
    if report:
        _write(run.files, report, out, timings, package)
    if report and not report.is_clean:
        _refresh_exports(schemas)
    needs_log = report and changelog
    has_log = _update_changelog(schemas, run.key, cache, timings) if needs_log else True
    # Not in `run.diagnostics`, which may be cached: these depend on the files on disk.
    foreign = foreign_files(report, out) if report else []
    diagnostics = [*run.diagnostics, *foreign]
    summary = _summary(len(run.index), report, diagnostics, time.monotonic() - started)
    printed_timings = _rounded(timings) if with_timings else {}
    if as_json:
        _print_json(as_rows(diagnostics, least_severity(verbose)), summary, printed_timings)
    else:
        _print_text(run, foreign, summary, printed_timings)
    return 0 if report and has_log else 1


def _run(
    schemas: Path, out: Path, cache: Path, run_options: RunOptions, target: Target
) -> RunResult:
    try:
        with BuildCache(cache) as build_cache:
            return run_generator(schemas, out, build_cache, run_options, target)
    except (WorkerLostError, TemplateProblemError) as error:
        raise CommandFailedError(f"nothing was generated: {error}") from None


def _write(
    files: Mapping[str, str], report: DriftReport, out: Path, timings: Timings, package: str
) -> None:
    try:
        with timings.of("writing"):
            write(files, report, out, package)
    except ForeignFolderError as error:
        raise click.ClickException(str(error)) from None


def _refresh_exports(schemas: Path) -> None:
    """Update the committed exports; `check` reports those that cannot be written."""
    for export in committed_exports(schemas):
        with suppress(UnknownModelError, InexpressibleError):
            write_if_changed(export.path, export.command.text(schemas))


def _update_changelog(schemas: Path, run_key: str, cache: Path, timings: Timings) -> bool:
    """Bring the change log up to date, unless it is known to be; return whether it could be."""
    try:
        with timings.of("change log"), BuildCache(cache) as build_cache:
            log = CurrentLog(schemas, run_key, build_cache)
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
    models: int, report: DriftReport | None, diagnostics: list[Diagnostic], seconds: float
) -> dict[str, int | float]:
    """Return the rows of the printed table, in order."""
    return {
        "models": models,
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
