"""`runcomfy-codegen check`: is `generated/` what `schemas/` asks for?"""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import click

from runcomfy_codegen.build import build
from runcomfy_codegen.commands import options
from runcomfy_codegen.commands.reading import counted, read, show
from runcomfy_codegen.output import DriftReport, compare, foreign_files, unified_diff

DIFF_LINES = 40
"""Lines of a file's diff that are shown."""

CLEAN, DRIFT, CANNOT_CHECK = 0, 1, 2


@click.command()
@options.schemas
@options.out
@options.verbose
def check(schemas: Path, out: Path, verbose: bool) -> int:
    """Compare the generated files with a build in memory; writes nothing.

    Exit status: 0 clean, 1 drift, 2 could not check.
    """
    try:
        library = read(schemas, verbose, quiet=False)
    except OSError as error:
        raise _CannotCheckError(f"{error.filename}: {error.strerror}") from None
    if not library.ok:
        raise _CannotCheckError(f"{counted(library.diagnostics)} in the schemas")
    files = build(library)
    report = compare(files, out)
    show(foreign_files(report, out))
    if report.clean:
        click.echo(f"{out}: up to date, {len(library.models)} models")
        return CLEAN
    _print_drift(report, files, out)
    click.echo(f"\nto mend it: runcomfy-codegen generate --schemas {schemas} --out {out}")
    return DRIFT


class _CannotCheckError(click.ClickException):
    exit_code = CANNOT_CHECK


def _print_drift(report: DriftReport, files: dict[str, str], out: Path) -> None:
    for name in report.missing:
        click.echo(f"missing: {name}")
    for name in report.stale:
        click.echo(f"stale: {name}")
    for name in report.changed:
        click.echo(f"changed: {name}")
        lines = list(unified_diff(files, out, name))
        for line in islice(lines, DIFF_LINES):
            click.echo(f"  {line}")
        if len(lines) > DIFF_LINES:
            click.echo(f"  … {len(lines) - DIFF_LINES} more lines")
