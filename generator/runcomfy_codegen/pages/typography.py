"""Recognise code whose quotes or dashes a word processor has replaced."""

from __future__ import annotations

import re

from runcomfy_codegen.pages.notes import PageNotes

_REPLACED = {
    r"[{,\[]\s*+([“”„‟«»″＂])": 'quotes around names: %s in place of "',
    r"\bcurl\s++([—–])\w": "dashes of commands: %s in place of --",
}
"""Pattern: what a word processor has replaced."""


def note_typography(text: str, notes: PageNotes) -> None:
    """Note the first replaced quote and dash of a page that cannot be read."""
    for pattern, what in _REPLACED.items():
        if mistake := re.search(pattern, text):
            line = text.count("\n", 0, mistake.start(1)) + 1
            notes.errors.append(
                f"line {line} has typographic {what % mistake[1]}: copy the page as plain text"
            )
