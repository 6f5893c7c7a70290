"""`runcomfy-codegen diff`: what changed between two sets of schemas, and whom it breaks."""

from __future__ import annotations

from pathlib import Path

import click

from runcomfy_codegen.commands import options
from runcomfy_codegen.commands.failures import stopping
from runcomfy_codegen.diagnostics.diagnostic import Diagnostic, DiagnosticsError, has_errors
from runcomfy_codegen.diff.arguments import sources
from runcomfy_codegen.diff.comparison import Comparison, compare_sets
from runcomfy_codegen.diff.finding import Verdict
from runcomfy_codegen.diff.formats import FORMATS
from runcomfy_codegen.diff.formats.rule_table import rule_table
from runcomfy_codegen.diff.ranks import rank_problems, ranks
from runcomfy_codegen.diff.schema_sets import read_set
from runcomfy_codegen.reading.overrides import load_overrides


@click.command()
@click.argument("old_and_new", metavar="[OLD [NEW]]", nargs=-1)
@options.schemas
@options.findings_format
@options.fail_on
@click.option("--rules", is_flag=True, help="Print the table of rules and compare nothing.")
def diff(
    old_and_new: tuple[str, ...], schemas: Path, output_format: str, fail_on: str, rules: bool
) -> int:
    """Compare two sets of schemas, from the point of view of who calls the models.

    OLD and NEW are folders, or git revisions of the schemas folder. OLD alone is compared with
    the working tree, `A..B` and `A...B` mean what they mean to git, nothing means HEAD.

    Exit status: 0 compared, 1 `--fail-on` applies, 2 could not compare.
    """
    if len(old_and_new) > 2:
        raise click.UsageError("OLD and NEW are two at most")
    with stopping("could not compare"):
        if rules:
            click.echo(_rules(schemas, output_format), nl=False)
            return 0
        comparison = _compared(old_and_new, schemas)
    click.echo(FORMATS[output_format](comparison), nl=False)
    return int(fails(comparison, fail_on))


def fails(comparison: Comparison, fail_on: str) -> bool:
    """Whether `--fail-on` applies: to any finding, to a breaking one, or never."""
    least = {"never": None, "any": Verdict.WORDS, "breaking": Verdict.BREAKING}[fail_on]
    return least is not None and (comparison.worst or 0) >= least


def _compared(arguments: tuple[str, ...], schemas: Path) -> Comparison:
    old, new = sources(arguments, schemas)
    found: list[Diagnostic] = []
    before, after = read_set(old, found), read_set(new, found)
    if has_errors(found):
        raise DiagnosticsError(found)
    return compare_sets(before, after)


def _rules(schemas: Path, output_format: str) -> str:
    overrides, found = load_overrides(schemas)
    if found := [*found, *rank_problems(overrides)]:
        raise DiagnosticsError(found)
    return rule_table(output_format, ranks(overrides))
