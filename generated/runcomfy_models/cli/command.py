# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: dc6b22d998c4e777ca730539a87a97d9
"""The base of all commands: reports errors, and turns them into an exit status."""

from typing import Any

import click


class Command(click.Command):
    """A command whose errors are reported in one place: see `errors/reports.py`."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; if it fails, report the error and exit with its status."""
        try:
            return super().invoke(ctx)
        except (click.exceptions.Exit, click.UsageError, SystemExit):
            raise
        except BaseException as error:
            from .errors.reports import report  # here, to keep commands quick
            from .errors.stages import stage_of

            as_json = bool(ctx.params.get("as_json"))
            ctx.exit(report(error, stage_of(ctx), as_json=as_json))
