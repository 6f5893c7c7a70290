"""`runcomfy-codegen check`: is `generated/` what `schemas/` asks for?"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from runcomfy_codegen.check.formats import FORMATS
from runcomfy_codegen.check.outcome import Checked, check_files, mending
from runcomfy_codegen.commands import options
from runcomfy_codegen.commands.failures import STOPPED
from runcomfy_codegen.commands.printing import counted, least, show
from runcomfy_codegen.commands.progress import watched
from runcomfy_codegen.diagnostics.diagnostic import Diagnostic, Severity
from runcomfy_codegen.generate.build_cache import BuildCache
from runcomfy_codegen.generate.run import RunOptions, run_generator

CLEAN, DRIFT = 0, 1


@click.command()
@options.schemas
@options.out
@click.option(
    "--format",
    "output_format",
    type=click.Choice(list(FORMATS)),
    default="text",
    show_default=True,
    help="How the outcome is printed; github: workflow annotations.",
)
@click.option("--full", is_flag=True, help="Show the whole of each diff.")
@options.cache
@options.verbose
def check(
    schemas: Path, out: Path, output_format: str, full: bool, cache: Path, verbose: bool
) -> int:
    """Compare the generated files with a build in memory; writes nothing.

    Exit status: 0 clean, 1 drift, 2 could not check.
    """
    is_text = output_format == "text"
    checked = _checked(schemas, out, full, cache, verbose if is_text else None)
    if is_text and not checked.failure:
        show(checked.diagnostics)
    click.echo(FORMATS[output_format](checked), nl=False)
    if checked.failure:
        click.echo(f"Error: could not check: {checked.failure}", err=True)
        return STOPPED
    return DRIFT if checked.files else CLEAN


def _checked(schemas: Path, out: Path, full: bool, cache: Path, verbose: bool | None) -> Checked:
    """The outcome; what there is to say of the schemas is printed, unless `verbose` is None."""
    try:
        with BuildCache(cache) as kept:
            run = run_generator(schemas, out, kept, RunOptions(least(bool(verbose)), watch=watched))
        if verbose is not None:
            show(run.diagnostics, verbose)
        if run.report:
            return check_files(run, run.report, schemas, out, full)
        return _failed(f"{counted(run.diagnostics)} in the schemas", schemas, out, run.diagnostics)
    except OSError as error:
        return _failed(f"{error.filename}: {error.strerror}", schemas, out)


def _failed(failure: str, schemas: Path, out: Path, found: Iterable[Diagnostic] = ()) -> Checked:
    telling = tuple(one for one in found if one.severity > Severity.INFO)
    return Checked(out, 0, (), (), mending(schemas, out), telling, failure)
