"""`runcomfy-codegen rules`: list the rules in words, and sentences that still need one."""

from __future__ import annotations

import json
from dataclasses import asdict, astuple, fields
from pathlib import Path

import click

from runcomfy_codegen.commands import options
from runcomfy_codegen.commands.failures import exit_on_errors
from runcomfy_codegen.diff.checked_schemas import read_valid
from runcomfy_codegen.show.rule_rows import RuleRow, rule_rows
from runcomfy_codegen.show.table import print_table


@click.command()
@options.schemas
@options.output_format
@click.option("--unanswered", is_flag=True, help="Only sentences without an answer.")
def rules(schemas: Path, output_format: str, unanswered: bool) -> int:
    """List the rules of schemas/rules.toml, and the pages' sentences that look like rules.

    Answer each sentence by a rule, or by `none = "…"`, which says why there is none.

    Exits with 2 if the schemas cannot be read.
    """
    with exit_on_errors("could not list"):
        stored = read_valid(schemas)
    rows = [
        row
        for model_id, model in sorted(stored.models.items())
        for row in rule_rows(model, stored.overrides.rules_of(model_id))
        if not (unanswered and row.answer)
    ]
    if output_format == "json":
        click.echo(json.dumps([asdict(row) for row in rows], indent=2, ensure_ascii=False))
    else:
        print_table([field.name for field in fields(RuleRow)], [astuple(row) for row in rows])
    return 0
