"""Show text from pages and schemas: cut to a length, without control characters, as code."""

from __future__ import annotations

MAX_VALUE_CHARS = 80
"""Characters of a value that a message shows."""


def truncate(text: str, max_chars: int) -> str:
    """Cut `text` to `max_chars` characters, with an ellipsis after them if it is longer."""
    return text if len(text) <= max_chars else text[:max_chars] + "…"


def short_repr(value: object, max_chars: int = MAX_VALUE_CHARS) -> str:
    """Return the repr of `value`, truncated."""
    return truncate(repr(value), max_chars)


def printable(text: str) -> str:
    """Escape every control character, line break and bidi mark in `text`."""
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode() for char in text
    )


def code_span(text: object, max_chars: int = MAX_VALUE_CHARS) -> str:
    """Return `text` as a Markdown code span, truncated, and escaped so that it cannot end it."""
    plain = printable(str(text)).replace("`", "'").strip()
    return f"`{truncate(plain, max_chars)}`" if plain else "` `"
