"""How a command that only looks says that it could not."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager

import click

from runcomfy_codegen.commands.printing import counted
from runcomfy_codegen.diagnostics.diagnostic import DiagnosticsError, as_text
from runcomfy_codegen.diff.revisions import RevisionError
from runcomfy_codegen.untrusted_text import printable

STOPPED = 2
"""Exit status where nothing could be said."""


class StoppedError(click.ClickException):
    """The end of a command that could not do its work."""

    exit_code = STOPPED


@contextmanager
def stopping(what: str) -> Generator[None]:
    """End the command with status 2, `what` and the reason, where the input cannot be read."""
    try:
        yield
    except DiagnosticsError as error:
        click.echo(as_text(error.diagnostics), nl=False, err=True)
        raise StoppedError(f"{what}: {counted(error.diagnostics)} in the schemas") from None
    except RevisionError as error:
        raise StoppedError(f"{what}: {printable(str(error))}") from None
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        raise StoppedError(f"{what}: {place}{error.strerror or error}") from None
