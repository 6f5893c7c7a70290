"""`runcomfy-codegen generate`: the typed clients that the schemas ask for."""

from __future__ import annotations

import json
import time
from pathlib import Path

import click

from runcomfy_codegen.build import build
from runcomfy_codegen.commands import options
from runcomfy_codegen.commands.reading import counted, read
from runcomfy_codegen.diagnostics import Severity, as_rows
from runcomfy_codegen.library import Library
from runcomfy_codegen.output import DriftReport, ForeignFolderError, write


@click.command()
@options.schemas
@options.out
@options.output_format
@options.verbose
def generate(schemas: Path, out: Path, output_format: str, verbose: bool) -> int:
    """Generate the clients; files that did not change are not touched."""
    started = time.monotonic()
    as_json = output_format == "json"
    library = read(schemas, verbose, quiet=as_json)
    report = None
    if library.ok:
        try:
            report = write(build(library), out)
        except ForeignFolderError as error:
            raise click.ClickException(str(error)) from None
    summary = _summary(library, report, time.monotonic() - started)
    if as_json:
        least = Severity.INFO if verbose else Severity.WARNING
        rows = as_rows(library.diagnostics, least)
        click.echo(json.dumps({"diagnostics": rows, "summary": summary}, indent=2))
    elif report:
        click.echo("\n".join(f"{name:<10}{value:>8}" for name, value in summary.items()))
    else:
        click.echo(f"{counted(library.diagnostics)}: nothing was generated", err=True)
    return 0 if report else 1


def _summary(
    library: Library, report: DriftReport | None, seconds: float
) -> dict[str, int | float]:
    """The rows of the table, in order."""
    warnings = sum(found.severity is Severity.WARNING for found in library.diagnostics)
    return {
        "models": len(library.models),
        "written": len(report.changed) + len(report.missing) if report else 0,
        "unchanged": len(report.unchanged) if report else 0,
        "removed": len(report.stale) if report else 0,
        "warnings": warnings,
        "seconds": round(seconds, 2),
    }
