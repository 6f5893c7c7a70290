"""Escape texts of pages for Markdown: nothing in them is read as markup, a macro or a script."""

from __future__ import annotations

import re
from collections.abc import Iterable

from runcomfy_codegen.untrusted_text import printable

_SPECIAL = {
    **{char: f"\\{char}" for char in "\\`*_{}[]#"},
    "<": "&lt;",
    ">": "&gt;",
    "&": "&amp;",
    "|": "&#124;",
    "~": "&#126;",
    "^": "&#94;",
}
"""Characters with a meaning anywhere in a line, and how they are escaped."""

_STARTS_A_BLOCK = re.compile(r"\d+[.)](?=\s|$)|[^\w\s]")
"""Markup at the beginning of a line: a list, a heading, a directive, a rule …"""

_ENDS_CODE = re.compile(r"[`|\\<>&{}]|^\s|\s$")
"""Characters that a code span does not show literally."""

_MARKS = re.compile(r"[^\w\s]|_")

_BACKQUOTES = re.compile(r"`+")


class Markdown(str):
    """Trusted Markdown: templates print it unchanged, and escape any other text."""

    __slots__ = ()


def escaped(value: object) -> Markdown:
    """Return any value as Markdown, on one line, that shows its text."""
    return value if isinstance(value, Markdown) else Markdown(_inert(inline(str(value).strip())))


def inline(text: str) -> Markdown:
    """Return `text` as Markdown for the middle of a line, where it cannot begin a block."""
    words = printable(re.sub(r"\s+", " ", text))
    return Markdown("".join(_SPECIAL.get(char, char) for char in words))


def paragraph(text: str) -> Markdown:
    """Return `text` as Markdown on one line that shows it with its line breaks."""
    return joined((line for line in text.splitlines() if line.strip()), "<br>")


def code(text: str) -> Markdown:
    """Return `text` as code in a line."""
    words = printable(text)
    if words and not _ENDS_CODE.search(words):
        return Markdown(f"`{words}`")
    return Markdown(f"<code>{_MARKS.sub(_reference, words)}</code>")


def joined(parts: Iterable[str], separator: str) -> Markdown:
    """Return `parts` in one line, each escaped unless it is Markdown."""
    return Markdown(separator.join(map(escaped, parts)))


def fence(text: str) -> Markdown:
    """Return a fence that no line of `text` can end."""
    longest = max(map(len, _BACKQUOTES.findall(text)), default=0)
    return Markdown("`" * max(3, longest + 1))


def _inert(line: str) -> str:
    """Return an escaped `line` that begins no block."""
    start = _STARTS_A_BLOCK.match(line)
    if not start or line[0] in "\\&":
        return line
    last = start.end() - 1
    return f"{line[:last]}&#{ord(line[last])};{line[last + 1 :]}"


def _reference(match: re.Match[str]) -> str:
    return f"&#{ord(match[0])};"
