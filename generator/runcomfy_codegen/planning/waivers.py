"""Apply the waivers of one model to its diagnostics."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from runcomfy_codegen.diagnostics.codes import is_unwaivable
from runcomfy_codegen.diagnostics.collector import Collector
from runcomfy_codegen.diagnostics.diagnostic import Diagnostic, Severity
from runcomfy_codegen.reading.model_id import ModelId
from runcomfy_codegen.reading.overrides import Entry, Overrides
from runcomfy_codegen.reading.place import Place


class _JudgedDiagnostic(NamedTuple):
    """A diagnostic, and the waiver that applies to it."""

    place: Place
    diagnostic: Diagnostic
    waiver: int | None
    """The index of the waiver; None if it is not waived."""


@dataclass(frozen=True)
class Waivers:
    """Applies the waivers of one model to the diagnostics of its documents."""

    model_id: ModelId
    overrides: Overrides
    collectors: Mapping[str, Collector]

    def remaining(self) -> list[Diagnostic]:
        """Return what is not waived. A waivable error has the line that waives it as its hint."""
        return [
            self._with_waiver_hint(place, diagnostic)
            for place, diagnostic, waiver in self._judged()
            if waiver is None
        ]

    def used(self) -> frozenset[Entry]:
        """Return the waivers that waive something."""
        indices = (judged.waiver for judged in self._judged() if judged.waiver is not None)
        return frozenset(("waive", str(index)) for index in indices)

    def remarks(self) -> Iterator[str]:
        """Yield the lines for readers of the module: waived errors, and the page's mistakes."""
        for place, diagnostic, waiver in self._judged():
            if diagnostic.severity is Severity.WARNING or (
                diagnostic.severity is Severity.ERROR and waiver is not None
            ):
                prefix = "" if waiver is None else "waived: "
                yield f"{place}: {prefix}{diagnostic.message}"

    def _judged(self) -> Iterator[_JudgedDiagnostic]:
        overrides = self.overrides.of(self.model_id)
        for document, collector in self.collectors.items():
            for diagnostic in collector.diagnostics:
                place = Place(document, diagnostic.pointer)
                waiver = overrides.waiver_for(diagnostic.code, place)
                yield _JudgedDiagnostic(place, diagnostic, waiver)

    def _with_waiver_hint(self, place: Place, diagnostic: Diagnostic) -> Diagnostic:
        if diagnostic.severity is not Severity.ERROR or is_unwaivable(diagnostic):
            return diagnostic
        keys = (self.model_id, "waive", str(place))
        line = self.overrides.line_to_paste(*keys, value=diagnostic.code)
        return replace(diagnostic, hint=f"to generate without it, {line}")
