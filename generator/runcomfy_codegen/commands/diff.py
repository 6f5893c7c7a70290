"""`runcomfy-codegen diff`: report what changed between two sets of schemas, and what breaks."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from runcomfy_codegen.commands import options
from runcomfy_codegen.commands.failures import exit_on_errors
from runcomfy_codegen.diagnostics.diagnostic import DiagnosticsError
from runcomfy_codegen.diff.acceptance import acceptance_problems, is_failure, with_acceptance
from runcomfy_codegen.diff.comparison import Comparison, compare_sets
from runcomfy_codegen.diff.formats import FORMATS
from runcomfy_codegen.diff.formats.rule_table import rule_table
from runcomfy_codegen.diff.overridden_verdicts import overridden_verdicts, verdict_problems
from runcomfy_codegen.diff.sources.arguments import parse_sources
from runcomfy_codegen.diff.sources.schema_sets import read_valid_sets
from runcomfy_codegen.diff.verdicts import Verdicts
from runcomfy_codegen.git.running import GitError
from runcomfy_codegen.reading.overrides import load_overrides
from runcomfy_codegen.releases.pending import pending_entries


@click.command()
@click.argument("old_and_new", metavar="[OLD [NEW]]", nargs=-1)
@options.schemas
@options.findings_format
@options.fail_on
@click.option("--rules", is_flag=True, help="Print the table of rules instead.")
def diff(
    old_and_new: tuple[str, ...], schemas: Path, output_format: str, fail_on: str, rules: bool
) -> int:
    """Compare two sets of schemas, and say what the changes mean for callers of the models.

    OLD and NEW are folders, or git revisions of the schemas folder. OLD defaults to HEAD, NEW to
    the working tree. `A..B` and `A...B` mean what they mean to git.

    Exits with 1 if `--fail-on` applies, with 2 if the sets cannot be compared.
    """
    if len(old_and_new) > 2:
        raise click.UsageError("at most two arguments are allowed: OLD and NEW")
    with exit_on_errors("could not compare", GitError):
        if rules:
            click.echo(_rules(schemas, output_format), nl=False)
            return 0
        comparison = _compare(old_and_new, schemas)
    click.echo(FORMATS[output_format](comparison), nl=False)
    return int(is_failure(comparison, fail_on))


def _compare(arguments: tuple[str, ...], schemas: Path) -> Comparison:
    old, new = parse_sources(arguments, schemas)
    before, after = read_valid_sets(old, new)
    comparison, today = compare_sets(before, after), datetime.now(UTC).date()
    verdicts = Verdicts(overridden_verdicts(after.overrides))
    unreleased = pending_entries(before.accepted.entries, after.changelog, verdicts)
    if problems := acceptance_problems(comparison, after.accepted, unreleased, today):
        raise DiagnosticsError(problems)
    return with_acceptance(comparison, after.accepted.entries, today)


def _rules(schemas: Path, output_format: str) -> str:
    overrides, problems = load_overrides(schemas)
    problems += verdict_problems(overrides)
    if problems:
        raise DiagnosticsError(problems)
    return rule_table(output_format, overridden_verdicts(overrides))
