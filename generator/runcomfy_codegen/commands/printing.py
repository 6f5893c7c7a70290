"""Print diagnostics, and put errors into words."""

from __future__ import annotations

import errno
from collections import Counter
from collections.abc import Iterable

import click

from runcomfy_codegen.diagnostics.diagnostic import Diagnostic, Severity, as_text


def least_severity(verbose: bool) -> Severity:
    """Return the severity from which diagnostics are printed."""
    return Severity.INFO if verbose else Severity.WARNING


def print_diagnostics(diagnostics: Iterable[Diagnostic], verbose: bool = False) -> None:
    """Print one line per diagnostic to standard error."""
    click.echo(as_text(diagnostics, least_severity(verbose)), nl=False, err=True)


def summarize(diagnostics: Iterable[Diagnostic]) -> str:
    """Return the number of errors and warnings, as `2 errors, 1 warning`."""
    counts = Counter(diagnostic.severity for diagnostic in diagnostics)
    return ", ".join(
        f"{counts[severity]} {severity}{'s' if counts[severity] != 1 else ''}"
        for severity in (Severity.ERROR, Severity.WARNING)
        if counts[severity]
    )


_DISK_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
"""Errors of a full disk."""


def describe_os_error(error: OSError) -> str:
    """Return the file that `error` is about, if any, and what is wrong with it."""
    # Functions that write a file name it; an error without a name is about standard output.
    file = error.filename or ("standard output" if error.errno in _DISK_FULL else "")
    return f"{file}: {error.strerror}" if file else str(error.strerror or error)
