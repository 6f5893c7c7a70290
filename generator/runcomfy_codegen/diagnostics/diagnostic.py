"""What the generator has to say of its input: values, collected first and printed together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from enum import IntEnum
from typing import Any

SHOWN = 80
"""Characters of a value that a message shows."""


class Severity(IntEnum):
    """How much a diagnostic weighs: an error stops, a warning is printed, info needs `-v`."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    def __str__(self) -> str:
        """The name as it is printed."""
        return self.name.lower()


@dataclass(frozen=True, order=True)
class Diagnostic:
    """One finding at one place of one document."""

    file: str
    """Path of the document, relative to the current schemas folder's parent, with slashes."""
    pointer: str
    """JSON pointer (RFC 6901) into the document; empty for the document as a whole."""
    severity: Severity
    code: str
    message: str
    hint: str = ""

    @property
    def fields(self) -> tuple[Any, ...]:
        """What `restored` takes, after a way through JSON too."""
        return (self.file, self.pointer, self.severity, self.code, self.message, self.hint)

    def __str__(self) -> str:
        """One line: `file:/json/pointer: severity[code]: message (hint: …)`."""
        hint = f" (hint: {self.hint})" if self.hint else ""
        return printable(
            f"{self.file}:{self.pointer}: {self.severity}[{self.code}]: {self.message}{hint}"
        )


SEVERITY = 2
"""Where the severity is in `Diagnostic.fields`."""


def restored(fields: Sequence[Any]) -> Diagnostic:
    """The diagnostic that has `fields`."""
    file, pointer, severity, *others = fields
    return Diagnostic(file, pointer, Severity(severity), *others)


class DiagnosticsError(Exception):
    """A run that had to stop: carries everything that was found, not the first error alone."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Keep `diagnostics`, sorted by place."""
        self.diagnostics = tuple(sorted(diagnostics))
        super().__init__("\n".join(str(found) for found in self.diagnostics))


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any of `diagnostics` stops the run."""
    return any(found.severity is Severity.ERROR for found in diagnostics)


def as_text(diagnostics: Iterable[Diagnostic], least: Severity = Severity.WARNING) -> str:
    """One line each, sorted by place, from severity `least` up."""
    return "".join(f"{found}\n" for found in sorted(diagnostics) if found.severity >= least)


def as_rows(
    diagnostics: Iterable[Diagnostic], least: Severity = Severity.WARNING
) -> list[dict[str, str]]:
    """JSON objects with the fields of `Diagnostic`, sorted by place, from `least` up."""
    return [
        {**asdict(found), "severity": str(found.severity)}
        for found in sorted(diagnostics)
        if found.severity >= least
    ]


def short(value: object) -> str:
    """The repr of a value from a page, cut to what fits into a message."""
    text = repr(value)
    return text if len(text) <= SHOWN else text[:SHOWN] + "…"


def printable(text: str) -> str:
    """`text` with every control, line break and bidi character escaped: pages are untrusted."""
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode() for char in text
    )
