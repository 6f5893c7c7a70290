"""What `import` prints: one short block for each page."""

from __future__ import annotations

from collections.abc import Iterable

from runcomfy_codegen.pages.notes import Notes
from runcomfy_codegen.pages.store import Stored
from runcomfy_codegen.untrusted_text import printable


def imported(name: str, model_id: str, stored: Stored, odd: Iterable[str]) -> str:
    """The block of a page that was imported, with what was `odd` about it."""
    files = f" ({', '.join(stored.files)})" if stored.files else ""
    outcome = f"{name}: {model_id} {stored.state}{files}"
    return _block([outcome, *(f"  odd: {what}" for what in (*odd, *stored.odd))])


def unreadable(name: str, notes: Notes) -> str:
    """The block of a page that is not a whole docs page."""
    return _block(
        [
            f"{name}: not imported",
            f"  found: {', '.join(notes.found) or 'nothing'}",
            *(f"  missing: {what}" for what in notes.missing),
            *(f"  wrong: {what}" for what in notes.wrong),
            *(f"  odd: {what}" for what in notes.odd),
        ]
    )


def refused(name: str, reason: str) -> str:
    """The block of a page that could not be had or could not be stored."""
    return _block([f"{name}: not imported", f"  {reason}"])


def _block(lines: Iterable[str]) -> str:
    return "\n".join(map(printable, lines))
