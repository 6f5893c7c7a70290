"""Exit with status 2 when a command cannot do its work."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Mapping
from contextlib import contextmanager

import click

from runcomfy_codegen.commands.printing import describe_os_error, summarize
from runcomfy_codegen.diagnostics.diagnostic import DiagnosticsError, as_text
from runcomfy_codegen.suggesting import closest
from runcomfy_codegen.untrusted_text import printable

COULD_NOT_WORK = 2
"""Exit status of a command that could not do its work: unreadable input, a lost worker …"""


class CommandFailedError(click.ClickException):
    """A command that could not do its work."""

    exit_code = COULD_NOT_WORK


@contextmanager
def exit_on_errors(
    failure: str, *error_types: type[Exception], hints: Mapping[type[Exception], str] | None = None
) -> Generator[None]:
    """Turn diagnostics, `OSError` and `error_types` into exit status 2 and a message.

    `failure` says what was not done, such as "could not compare"; `hints` say what helps.
    """
    try:
        yield
    except DiagnosticsError as error:
        click.echo(as_text(error.diagnostics), nl=False, err=True)
        counts = summarize(error.diagnostics)
        raise CommandFailedError(f"{failure}: {counts} in the schemas") from None
    except error_types as error:
        hint = (hints or {}).get(type(error))
        message = printable(str(error)) + (f"; {hint}" if hint else "")
        raise CommandFailedError(f"{failure}: {message}") from None
    except OSError as error:
        raise CommandFailedError(f"{failure}: {describe_os_error(error)}") from None


def unknown_model(name: str, model_ids: Iterable[str]) -> str:
    """Return the message about an unknown model; it suggests the closest known one."""
    close = closest(name, model_ids)
    hint = f" (did you mean {close}?)" if close else ""
    return f"the schemas contain no model {name!r}{hint}"
