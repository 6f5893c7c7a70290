"""`runcomfy-codegen list`: list the models in the schemas."""

from __future__ import annotations

import json
from pathlib import Path

import click

from runcomfy_codegen.commands import options
from runcomfy_codegen.commands.failures import exit_on_errors
from runcomfy_codegen.diagnostics.diagnostic import raise_on_errors
from runcomfy_codegen.diff.overridden_verdicts import verdict_problems
from runcomfy_codegen.output.paths import full_module_name
from runcomfy_codegen.planning.folder_plan import plan_folder
from runcomfy_codegen.show.table import print_table

_COLUMNS = ("model", "module", "inputs", "required", "outputs")


@click.command("list")
@options.schemas
@options.output_format
def list_models(schemas: Path, output_format: str) -> int:
    """List the models in the schemas, with their modules.

    Exits with 2 if the schemas cannot be read.
    """
    with exit_on_errors("could not list"):
        plan = plan_folder(schemas)
        diagnostics = [*plan.diagnostics, *verdict_problems(plan.overrides)]
        raise_on_errors(diagnostics)
    rows = [
        (
            str(model.model_id),
            full_module_name(model.module),
            str(len(model.input.fields)),
            str(sum(field.is_required for field in model.input.fields)),
            str(len(model.output.fields)),
        )
        for model in plan.models
    ]
    if output_format == "json":
        click.echo(json.dumps([dict(zip(_COLUMNS, row, strict=True)) for row in rows], indent=2))
    else:
        print_table(_COLUMNS, rows)
    return 0
