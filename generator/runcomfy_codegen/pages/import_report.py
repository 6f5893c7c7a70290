"""Format the result of `import`: one short block per page."""

from __future__ import annotations

from collections.abc import Iterable

from runcomfy_codegen.pages.notes import PageNotes
from runcomfy_codegen.pages.store import StoreResult
from runcomfy_codegen.untrusted_text import printable


def imported(name: str, model_id: str, result: StoreResult, warnings: Iterable[str]) -> str:
    """Format a page that was imported, with its `warnings` and those of storing it."""
    files = f" ({', '.join(result.files)})" if result.files else ""
    outcome = f"{name}: {model_id} {result.state}{files}"
    return _block([outcome, *(f"  warning: {text}" for text in (*warnings, *result.warnings))])


def incomplete(name: str, notes: PageNotes) -> str:
    """Format a page that lacks parts of a docs page, or has unusable ones."""
    return _block(
        [
            f"{name}: not imported",
            f"  found: {', '.join(notes.found) or 'nothing'}",
            *(f"  missing: {text}" for text in notes.missing),
            *(f"  error: {text}" for text in notes.errors),
            *(f"  warning: {text}" for text in notes.warnings),
        ]
    )


def refused(name: str, reason: str) -> str:
    """Format a page that could not be fetched, decoded or stored."""
    return _block([f"{name}: not imported", f"  {reason}"])


def not_english(languages: Iterable[str]) -> str:
    """Format the note that some pages are in other `languages` than English."""
    return _block(
        [
            f"note: texts are not in English ({', '.join(languages)}): they are stored as they are",
            '  overrides.toml can translate them: ["<model_id>".patch]',
            '  "input.json#/properties/x/title" = { value = "…", was = "…", why = "our English" }',
        ]
    )


def _block(lines: Iterable[str]) -> str:
    return "\n".join(map(printable, lines))
