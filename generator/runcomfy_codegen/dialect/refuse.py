"""Refusing what the generated types cannot keep: never silently."""

from __future__ import annotations

from runcomfy_codegen.diagnostics.codes import Notes


def unsupported(place: str, message: str, notes: Notes) -> None:
    """Note an error at `place` of an input schema; an override may waive it."""
    notes.add("unsupported-keyword", place, message)
