"""`runcomfy-codegen check`: compare the generated files with what the schemas ask for."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from runcomfy_codegen.check.checking import Project, check_files
from runcomfy_codegen.check.exports import checked_exports
from runcomfy_codegen.check.formats import FORMATS
from runcomfy_codegen.check.result import CheckResult
from runcomfy_codegen.commands import options
from runcomfy_codegen.commands.failures import COULD_NOT_WORK
from runcomfy_codegen.commands.printing import (
    describe_os_error,
    least_severity,
    print_diagnostics,
    summarize,
)
from runcomfy_codegen.commands.progress import with_progress
from runcomfy_codegen.diagnostics.diagnostic import Diagnostic, Severity
from runcomfy_codegen.generate.build_cache import BuildCache
from runcomfy_codegen.generate.run import RunOptions, run_generator
from runcomfy_codegen.generate.workers import WorkerLostError
from runcomfy_codegen.output.target import Target, TemplateProblemError

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
    help="Output format; github prints workflow annotations.",
)
@click.option("--full", is_flag=True, help="Print diffs in full.")
@options.package
@options.templates
@options.cache
@options.verbose
def check(
    schemas: Path,
    out: Path,
    output_format: str,
    full: bool,
    package: str,
    templates: Path | None,
    cache: Path,
    verbose: bool,
) -> int:
    """Compare the generated files and committed exports with the schemas; writes nothing.

    Exits with 0 if they are up to date, with 1 if they differ, with 2 if they cannot be compared.
    """
    is_text = output_format == "text"
    project = Project(schemas, out, Target(package, templates))
    result = _check(project, cache, full=full, verbose=verbose, prints_diagnostics=is_text)
    if is_text and not result.failure:
        print_diagnostics(result.diagnostics)
    click.echo(FORMATS[output_format](result), nl=False)
    if result.failure:
        click.echo(f"Error: could not check: {result.failure}", err=True)
        return COULD_NOT_WORK
    return DRIFT if result.files else CLEAN


def _check(
    project: Project, cache: Path, *, full: bool, verbose: bool, prints_diagnostics: bool
) -> CheckResult:
    """Run the check, and print the diagnostics of the schemas if `prints_diagnostics`."""
    try:
        with BuildCache(cache) as build_cache:
            run_options = RunOptions(least_severity(verbose), watch=with_progress)
            run = run_generator(
                project.schemas, project.out, build_cache, run_options, project.target
            )
            exports = (
                list(checked_exports(project.schemas, run.key, build_cache)) if run.report else []
            )
        if prints_diagnostics:
            print_diagnostics(run.diagnostics, verbose)
        if run.report:
            return check_files(run, run.report, project, exports, full=full)
        failure = f"{summarize(run.diagnostics)} in the schemas"
        return _failed(failure, project.out, run.diagnostics)
    except (WorkerLostError, TemplateProblemError) as error:
        return _failed(str(error), project.out)
    except OSError as error:
        return _failed(describe_os_error(error), project.out)


def _failed(failure: str, out: Path, diagnostics: Iterable[Diagnostic] = ()) -> CheckResult:
    reported = tuple(
        diagnostic for diagnostic in diagnostics if diagnostic.severity > Severity.INFO
    )
    return CheckResult(
        out=out,
        models=0,
        files=(),
        unchanged=(),
        fix_command=None,
        diagnostics=reported,
        failure=failure,
    )
