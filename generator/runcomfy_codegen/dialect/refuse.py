"""Refusing what the generated types cannot keep: never silently."""

from __future__ import annotations

from runcomfy_codegen.codes import Notes


def unsupported(place: str, message: str, notes: Notes) -> None:
    """Note an error at `place` of an input schema, with the way out."""
    hint = f'waive "unsupported-keyword" at input.json#{place} to generate without it'
    notes.add("unsupported-keyword", place, message, hint)
