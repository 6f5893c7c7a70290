"""Options that several subcommands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click
from platformdirs import user_cache_path

from runcomfy_codegen.output.paths import PACKAGE
from runcomfy_codegen.output.target import TargetError, check_package_name, check_templates

T = TypeVar("T")


def _checked_by(
    check: Callable[[T], None],
) -> Callable[[click.Context, click.Parameter, T | None], T | None]:
    """Return a callback of an option that refuses the values that `check` does."""

    def callback(_: click.Context, __: click.Parameter, value: T | None) -> T | None:
        try:
            if value is not None:
                check(value)
        except TargetError as error:
            raise click.BadParameter(str(error)) from None
        return value

    return callback


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
    help="Folder to generate the package into.",
)
output_format = click.option(
    "--format",
    "output_format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Output format.",
)
package = click.option(
    "--package",
    default=PACKAGE,
    show_default=True,
    callback=_checked_by(check_package_name),
    help="Name of the package. Others than the default import the library of runcomfy_models.",
)
templates = click.option(
    "--templates",
    metavar="DIR",
    type=click.Path(path_type=Path),
    callback=_checked_by(check_templates),
    help="Folder of Jinja templates that replace the built-in ones of the same name.",
)
verbose = click.option("-v", "--verbose", is_flag=True, help="Print info as well as warnings.")
fail_on = click.option(
    "--fail-on",
    type=click.Choice(["never", "breaking", "any"]),
    default="never",
    show_default=True,
    help="Exit with 1 if there are such findings.",
)
findings_format = click.option(
    "--format",
    "output_format",
    type=click.Choice(["text", "json", "markdown"]),
    default="text",
    show_default=True,
    help="Output format.",
)
changelog = click.option(
    "--changelog/--no-changelog",
    default=True,
    show_default=True,
    help="Update CHANGELOG.md in the folder of the schemas.",
)
cache = click.option(
    "--cache",
    type=click.Path(path_type=Path, file_okay=False),
    default=user_cache_path("runcomfy-codegen"),
    envvar="RUNCOMFY_CODEGEN_CACHE",
    help="Folder of the cache; it may be deleted at any time.",
)
