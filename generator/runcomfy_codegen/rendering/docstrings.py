"""Text from a schema inside a docstring: readable, and unable to end it."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable

from runcomfy_codegen.rendering.columns import LINE

_UNSAFE = re.compile(r"\\|[^\x20-\x7e]")
_NARROWEST = 40
"""Columns that text gets, however deep it is indented."""


def docstring(lines: Iterable[str], indent: str = "") -> str:
    """Return a docstring of `lines`, quotes included; empty if the lines are.

    Its value is the lines, but for whitespace at their ends and at both ends of the whole.
    """
    body = f"\n{indent}".join(_escaped(line.rstrip()) for line in lines)
    body = re.sub(rf"\n{indent}(?=\n|$)", "\n", body).strip()
    if not body:
        return ""
    # Black and ruff both keep a bare quote, a space and the closing quotes. They disagree on
    # an escaped quote there.
    closing = f"\n{indent}" if "\n" in body else " " if body.endswith('"') else ""
    return f'"""{_closable(body)}{closing}"""'


def _closable(body: str) -> str:
    """Return `body` without three bare quotes in a row, and with at most one at its end."""
    head = body.rstrip('"')
    quotes = len(body) - len(head)
    tail = r"\"" * (quotes - 1) + '"' if quotes else ""
    return head.replace('"""', r"\"\"\"") + tail


def paragraph(text: str, indent: str = "") -> list[str]:
    """Return `text` as lines that fit at `indent`, with room for quotes before the first."""
    return _wrapped(text, LINE - len(indent) - 3, "", "")


def bullets(items: Iterable[str], indent: str = "") -> list[str]:
    """Return the lines of a list."""
    width = LINE - len(indent)
    return [line for item in items for line in _wrapped(item, width, "- ", "  ")]


def arguments(rows: Iterable[tuple[str, str]], indent: str = "") -> list[str]:
    """Return the lines of an `Args:` section, from names and what they mean."""
    width = LINE - len(indent)
    return [
        line
        for name, text in rows
        for line in _wrapped(f"{name}: {text}", width, "    ", "        ")
    ]


def _wrapped(text: str, width: int, first: str, rest: str) -> list[str]:
    words, width = " ".join(text.split()), max(width, _NARROWEST)
    if words and len(first) + len(words) <= width:  # most texts; `textwrap` is slow
        return [first + words]
    return textwrap.wrap(
        words,
        width,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _escaped(line: str) -> str:
    """Return `line` with an escape for each character that could change source text."""
    return _UNSAFE.sub(_escape, line)


def _escape(match: re.Match[str]) -> str:
    char = match.group()
    if char == "\\":
        return r"\\"
    return char if char.isprintable() else char.encode("unicode_escape").decode()
