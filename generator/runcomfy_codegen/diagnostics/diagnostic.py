"""A diagnostic: one problem at one place. All are collected first and printed together."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict, dataclass, fields
from enum import IntEnum
from typing import Any, Self

from runcomfy_codegen.untrusted_text import printable


class Severity(IntEnum):
    """How serious a diagnostic is: an error stops the run, info is printed with `-v` only."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    def __str__(self) -> str:
        """Return the name as it is printed."""
        return self.name.lower()


@dataclass(frozen=True, order=True)
class Diagnostic:
    """A problem, and where it is: the file, the pointer or line, and what to do about it."""

    file: str
    """Path of the file with slashes, as `--schemas` or `--out` was given and what is below that."""
    pointer: str
    """JSON pointer into the document; empty for the document as a whole."""
    severity: Severity
    code: str
    """A key of `codes.CODES`."""
    message: str
    hint: str = ""
    """The remedy; may be empty. Lines below the first are to be pasted."""
    line: int = 0
    """Line of the file, counted from 1; 0 if it is not known."""

    @property
    def fields(self) -> tuple[Any, ...]:
        """The values that `from_fields` takes."""
        return tuple(getattr(self, field.name) for field in fields(self))

    @classmethod
    def from_fields(cls, fields: Sequence[Any]) -> Self:
        """Restore a diagnostic from its `fields`, which may have been through JSON."""
        file, pointer, severity, *others = fields
        return cls(file, pointer, Severity(severity), *others)

    def __str__(self) -> str:
        """Return one line: `file:12:/json/pointer: severity[code]: message (hint: …)`.

        An unknown line and an empty pointer are left out. The lines of the hint that are to be
        pasted follow, indented.
        """
        words, *pasted = self.hint.split("\n")
        hint = f" (hint: {words})" if words else ""
        place = ":".join(filter(None, (str(self.line or ""), self.pointer)))
        line = f"{self.file}:{place}: {self.severity}[{self.code}]: {self.message}{hint}"
        return "\n".join([printable(line), *(f"    {printable(text)}" for text in pasted)])


SEVERITY_FIELD = 2
"""Index of the severity in `Diagnostic.fields`."""


class DiagnosticsError(Exception):
    """A run that had to stop; has all diagnostics, not only the first error."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Keep `diagnostics`, sorted by place."""
        self.diagnostics = tuple(sorted(diagnostics))
        super().__init__("\n".join(map(str, self.diagnostics)))


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any of `diagnostics` stops the run."""
    return any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)


def raise_on_errors(diagnostics: Collection[Diagnostic]) -> None:
    """Raise `DiagnosticsError` with all of `diagnostics` if any of them stops the run."""
    if has_errors(diagnostics):
        raise DiagnosticsError(diagnostics)


def as_text(diagnostics: Iterable[Diagnostic], min_severity: Severity = Severity.WARNING) -> str:
    """Return one line for each diagnostic of `min_severity` or above, sorted by place."""
    return "".join(
        f"{diagnostic}\n"
        for diagnostic in sorted(diagnostics)
        if diagnostic.severity >= min_severity
    )


def as_rows(
    diagnostics: Iterable[Diagnostic], min_severity: Severity = Severity.WARNING
) -> list[dict[str, str | int]]:
    """Return one JSON object for each diagnostic of `min_severity` or above, sorted by place.

    It has a line only if that is known.
    """
    return [
        _row(diagnostic)
        for diagnostic in sorted(diagnostics)
        if diagnostic.severity >= min_severity
    ]


def _row(diagnostic: Diagnostic) -> dict[str, str | int]:
    row = {**asdict(diagnostic), "severity": str(diagnostic.severity)}
    return row if diagnostic.line else {key: row[key] for key in row if key != "line"}
