"""`runcomfy-codegen generate`: the typed clients that the schemas ask for."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from pathlib import Path

import click

from runcomfy_codegen.commands import options
from runcomfy_codegen.commands.printing import counted, least, show
from runcomfy_codegen.commands.progress import watched
from runcomfy_codegen.diagnostics.diagnostic import Diagnostic, Severity, as_rows
from runcomfy_codegen.generate.build_cache import BuildCache
from runcomfy_codegen.generate.run import RunOptions, run_generator
from runcomfy_codegen.generate.timings import Timings
from runcomfy_codegen.output.comparing import DriftReport, foreign_files
from runcomfy_codegen.output.writing import ForeignFolderError, write


@click.command()
@options.schemas
@options.out
@options.output_format
@options.changelog
@options.cache
@click.option("--timings", "with_timings", is_flag=True, help="Say where the time went.")
@options.verbose
def generate(
    schemas: Path,
    out: Path,
    output_format: str,
    changelog: bool,
    cache: Path,
    with_timings: bool,
    verbose: bool,
) -> int:
    """Generate the clients; files that did not change are not touched.

    Where some did, schemas/CHANGELOG.md gets an entry.
    """
    started = time.monotonic()
    as_json = output_format == "json"
    run_options = RunOptions(least(verbose), watch=watched)
    with BuildCache(cache) as kept:
        run = run_generator(schemas, out, kept, run_options)
    if not as_json:
        show(run.diagnostics, verbose)
    report = run.report
    if report:
        with run_options.timings.of("writing"):
            _write(run.files, report, out)
    if changelog and report and not report.clean:
        with run_options.timings.of("change log"):
            _record(schemas)
    foreign = foreign_files(report, out) if report else []
    found = [*run.diagnostics, *foreign]
    summary = _summary(len(run.index), report, found, time.monotonic() - started)
    timings = _rounded(run_options.timings) if with_timings else {}
    if as_json:
        more = {"timings": timings} if timings else {}
        rows = as_rows(found, least(verbose))
        click.echo(json.dumps({"diagnostics": rows, "summary": summary, **more}, indent=2))
    elif report:
        show(foreign)
        click.echo("\n".join(f"{name:<10}{value:>8}" for name, value in summary.items()))
    else:
        click.echo(f"{counted(run.diagnostics)}: nothing was generated", err=True)
    if not as_json:
        _show_timings(timings)
    return 0 if report else 1


def _show_timings(timings: Mapping[str, float]) -> None:
    for step, seconds in timings.items():
        click.echo(f"{step:<10}{seconds:>8.3f} s", err=True)


def _write(files: Mapping[str, str], report: DriftReport, out: Path) -> None:
    try:
        write(files, report, out)
    except ForeignFolderError as error:
        raise click.ClickException(str(error)) from None


def _record(schemas: Path) -> None:
    from runcomfy_codegen.diff.changelog import record  # heavy, and not needed without a change

    if problem := record(schemas):
        click.echo(f"note: {problem}", err=True)


def _rounded(timings: Timings) -> dict[str, float]:
    return {step: round(seconds, 3) for step, seconds in timings.seconds.items()}


def _summary(
    models: int, report: DriftReport | None, found: list[Diagnostic], seconds: float
) -> dict[str, int | float]:
    """The rows of the table, in order."""
    return {
        "models": models,
        "written": len(report.differing) + len(report.missing) if report else 0,
        "unchanged": len(report.unchanged) if report else 0,
        "removed": len(report.stale) if report else 0,
        "warnings": sum(one.severity is Severity.WARNING for one in found),
        "seconds": round(seconds, 2),
    }
