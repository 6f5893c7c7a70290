"""Diagnostics as a command prints them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import click

from runcomfy_codegen.diagnostics.diagnostic import Diagnostic, Severity, as_text


def least(verbose: bool) -> Severity:
    """What is worth printing, and everything above it."""
    return Severity.INFO if verbose else Severity.WARNING


def show(diagnostics: Iterable[Diagnostic], verbose: bool = False) -> None:
    """Print `diagnostics` to standard error, a line each."""
    click.echo(as_text(diagnostics, least(verbose)), nl=False, err=True)


def counted(diagnostics: Iterable[Diagnostic]) -> str:
    """`2 errors, 1 warning`: what was found, errors first."""
    counts = Counter(found.severity for found in diagnostics)
    return ", ".join(
        f"{counts[severity]} {severity}{'s' if counts[severity] != 1 else ''}"
        for severity in (Severity.ERROR, Severity.WARNING)
        if counts[severity]
    )
