"""The cause of a difference in a generated file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Cause:
    """A line of a schema, an override or a template, and what is wrong with it."""

    file: str
    line: int
    message: str
    pointer: str = ""
    """JSON pointer into `file`, if that is a JSON document."""

    def __str__(self) -> str:
        """Return `schemas/x/input.json:12 (/properties/y): message`."""
        pointer = f" ({self.pointer})" if self.pointer else ""
        return f"{self.file}:{self.line}{pointer}: {self.message}"
