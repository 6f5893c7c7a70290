"""`runcomfy-codegen check`: is `generated/` what `schemas/` asks for?"""

from __future__ import annotations

from pathlib import Path

import click

from runcomfy_codegen.build import build
from runcomfy_codegen.checking.drifted import Checked, check_files, mending
from runcomfy_codegen.checking.formats import FORMATS
from runcomfy_codegen.commands import options
from runcomfy_codegen.commands.failures import STOPPED
from runcomfy_codegen.commands.reading import counted, read, show
from runcomfy_codegen.diagnostics import Severity
from runcomfy_codegen.library import Library
from runcomfy_codegen.signing import signed

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
@options.verbose
def check(schemas: Path, out: Path, output_format: str, full: bool, verbose: bool) -> int:
    """Compare the generated files with a build in memory; writes nothing.

    Exit status: 0 clean, 1 drift, 2 could not check.
    """
    is_text = output_format == "text"
    checked = _checked(schemas, out, full, verbose, quiet=not is_text)
    if is_text and not checked.failure:
        show(checked.diagnostics)
    click.echo(FORMATS[output_format](checked), nl=False)
    if checked.failure:
        click.echo(f"Error: could not check: {checked.failure}", err=True)
        return STOPPED
    return DRIFT if checked.files else CLEAN


def _checked(schemas: Path, out: Path, full: bool, verbose: bool, quiet: bool) -> Checked:
    try:
        library = read(schemas, verbose, quiet)
        if library.ok:
            return check_files(library, signed(build(library)), schemas, out, full)
        return _failed(f"{counted(library.diagnostics)} in the schemas", schemas, out, library)
    except OSError as error:
        return _failed(f"{error.filename}: {error.strerror}", schemas, out)


def _failed(failure: str, schemas: Path, out: Path, library: Library | None = None) -> Checked:
    found = library.diagnostics if library else ()
    telling = tuple(one for one in found if one.severity > Severity.INFO)
    return Checked(out, 0, (), (), mending(schemas, out), telling, failure)
