"""Split a description into prose, list items and code: only prose and items may be wrapped."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from typing import NamedTuple

_ITEM = re.compile(r"( *(?:[-*+•]|\d{1,3}[.)]) +)(?=\S)")
"""The marker of a list item."""

_FENCE = re.compile(r"^ *(```|~~~)")
"""The fence of a code block."""

_FENCES = re.compile(_FENCE.pattern, re.MULTILINE)

_TABLE = re.compile(r" *\|")
"""The first character of a table row."""

_INDENTED = re.compile(r"(?<![^\n]\n)^ {4}.*(?:\n+ {4}.*)*", re.MULTILINE)
"""Code that has no fence: it is indented, and behind a blank line."""


class Line(NamedTuple):
    """A line of a description."""

    text: str
    lead: str = ""
    """The indent and the item marker before the text."""
    is_verbatim: bool = False
    """Whether it is code or a row of a table."""

    @property
    def is_prose(self) -> bool:
        """Whether the line continues a sentence, rather than being part of a list or of code."""
        return not self.lead and not self.is_verbatim


def description_lines(text: str) -> Iterator[Line]:
    """Yield the lines of `text`, without blank ones at its ends or several in a row.

    Code that is only indented gets a fence: docstrings lose indentation that all lines share.
    """
    fence, is_after_blank = "", True
    for line in _fenced(_clean(text)).split("\n"):
        mark = fence_match[1] if (fence_match := _FENCE.match(line)) else ""
        if fence or mark or _TABLE.match(line):
            yield Line(line, is_verbatim=True)
            fence = "" if mark == fence else fence or mark
            is_after_blank = False
        elif line or not is_after_blank:
            item = _ITEM.match(line)
            lead = item[1] if item else line[: len(line) - len(line.lstrip())]
            yield Line(" ".join(line[len(lead) :].split()), lead)
            is_after_blank = not line


def _clean(text: str) -> str:
    """Return `text` with line feeds between its lines, and without common indentation."""
    lines = (line.rstrip() for line in text.expandtabs().splitlines())
    return textwrap.dedent("\n".join(lines)).strip("\n")


def _fenced(text: str) -> str:
    """Return `text` with fences around code that is only indented."""

    def with_fence(code: re.Match[str]) -> str:
        before = text[: code.start()]
        last = before.rstrip("\n").rpartition("\n")[2]
        is_in_list = last.startswith(" ") or _ITEM.match(last)
        is_in_fence = len(_FENCES.findall(before)) % 2
        return code[0] if is_in_list or is_in_fence else f"```\n{textwrap.dedent(code[0])}\n```"

    return _INDENTED.sub(with_fence, text)
