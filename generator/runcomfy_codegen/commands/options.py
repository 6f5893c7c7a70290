"""Options that several subcommands share."""

from __future__ import annotations

from pathlib import Path

import click
from platformdirs import user_cache_path

schemas = click.option(
    "--schemas",
    type=click.Path(path_type=Path, readable=False),
    default=Path("schemas"),
    show_default=True,
    help="Folder of the schemas.",
)
out = click.option(
    "--out",
    type=click.Path(path_type=Path, readable=False),
    default=Path("generated"),
    show_default=True,
    help="Folder that runcomfy_models is generated into.",
)
output_format = click.option(
    "--format",
    "output_format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How the diagnostics are printed.",
)
verbose = click.option("-v", "--verbose", is_flag=True, help="Show info as well.")
fail_on = click.option(
    "--fail-on",
    type=click.Choice(["never", "breaking", "any"]),
    default="never",
    show_default=True,
    help="Findings that make the exit status 1.",
)
findings_format = click.option(
    "--format",
    "output_format",
    type=click.Choice(["text", "json", "markdown"]),
    default="text",
    show_default=True,
    help="How the findings are printed.",
)
changelog = click.option(
    "--changelog/--no-changelog",
    default=True,
    show_default=True,
    help="Keep CHANGELOG.md in the folder of the schemas.",
)
cache = click.option(
    "--cache",
    type=click.Path(path_type=Path, file_okay=False),
    default=user_cache_path("runcomfy-codegen"),
    envvar="RUNCOMFY_CODEGEN_CACHE",
    help="Folder of what earlier runs made; deleting it costs only time.",
)
