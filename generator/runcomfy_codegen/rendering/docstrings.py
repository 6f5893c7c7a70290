"""Text from a schema inside a docstring: readable, and unable to end it."""

from __future__ import annotations

import inspect
import re
import textwrap
from collections.abc import Iterable, Iterator

from runcomfy_codegen.planning.description_lines import Line, description_lines
from runcomfy_codegen.rendering.columns import LINE

_ACTIVE = re.compile(r"( *)(?=>>>|\.\.(?: |$)|:::|-+8<-)")
"""The start of a line that documentation tools act on: a doctest, a directive, a snippet."""

_UNSAFE = re.compile(r"\\|[^\x20-\x7e]")
_NARROWEST = 40
"""Columns that text gets, however deep it is indented."""


_SENTENCE_END = re.compile(r"(?<=[.!?。！？])\s+(?=[^a-z])")


def docstring(lines: Iterable[str], indent: str = "") -> str:
    """Return a docstring of `lines`, quotes included; empty if the lines are.

    Its value is `lines`, except that whitespace at their ends and around the whole is removed,
    later lines lose common indentation, and a backslash precedes what tools would take for an
    instruction.
    """
    body = f"\n{indent}".join(_escaped(_inert(line)) for line in _unindented([*lines]))
    body = re.sub(rf"\n{indent}(?=\n|$)", "\n", body).strip()
    if not body:
        return ""
    # Black and ruff both keep a bare quote, a space and the closing quotes. They disagree on
    # an escaped quote there.
    closing = f"\n{indent}" if "\n" in body else " " if body.endswith('"') else ""
    return f'"""{_closable(body)}{closing}"""'


def _unindented(lines: list[str]) -> list[str]:
    """Return `lines` as `inspect.cleandoc` leaves them: Black does the same."""
    return inspect.cleandoc("\n".join(lines)).split("\n")


def _inert(line: str) -> str:
    return _ACTIVE.sub(r"\1\\", line.rstrip(), count=1) if _ACTIVE.match(line) else line.rstrip()


def _closable(body: str) -> str:
    """Return `body` without three bare quotes in a row, and with at most one at its end."""
    head = body.rstrip('"')
    quotes = len(body) - len(head)
    tail = r"\"" * (quotes - 1) + '"' if quotes else ""
    return head.replace('"""', r"\"\"\"") + tail


def paragraph(text: str, indent: str = "") -> list[str]:
    """Return `text` as lines that fit at `indent`, with room for quotes before the first."""
    return _wrapped(text, LINE - len(indent) - 3, "", "")


def prose(text: str, indent: str = "") -> list[str]:
    """Return the lines of a description, each wrapped as in `paragraph`; code stays as it is."""
    return list(_laid_out(description_lines(text), LINE - len(indent) - 3, "", ""))


def bullets(items: Iterable[str], indent: str = "") -> list[str]:
    """Return the lines of a list."""
    width = LINE - len(indent)
    return [line for item in items for line in _wrapped(item, width, "- ", "  ")]


def arguments(rows: Iterable[tuple[str, str]], indent: str = "") -> list[str]:
    """Return the lines of an `Args:` section, from names and descriptions."""
    width = LINE - len(indent)
    return [line for name, text in rows for line in _argument(name, text, width)]


def _argument(name: str, text: str, width: int) -> Iterator[str]:
    first, *lines = description_lines(text)
    head, remainder = _whole_sentences(first.text if first.is_prose else "", width)
    yield f"    {name}: {head}".rstrip()
    lines = [
        *([Line(remainder)] if remainder else []),
        *([] if first.is_prose else [first]),
        *lines,
    ]
    yield from _laid_out(lines, width, " " * 8, " " * 8)


def _whole_sentences(text: str, width: int) -> tuple[str, str]:
    """Split `text` after as many sentences as fit into a line, but after three at least.

    Editors show the first line of an argument, which should not end in mid-sentence.
    """
    sentences = _SENTENCE_END.split(" ".join(text.split()))
    count = 3
    while count < len(sentences) and len(" ".join(sentences[: count + 1])) <= width:
        count += 1
    return " ".join(sentences[:count]), " ".join(sentences[count:])


def _laid_out(
    lines: Iterable[Line], width: int, first_indent: str, later_indent: str
) -> Iterator[str]:
    """Yield `lines` wrapped, the very first one behind `first_indent`, others `later_indent`."""
    for line in lines:
        if line.is_verbatim or not line.text:
            yield (first_indent + line.text).rstrip()
        else:
            hanging = later_indent + " " * len(line.lead)
            yield from _wrapped(line.text, width, first_indent + line.lead, hanging)
        first_indent = later_indent


def _wrapped(text: str, width: int, first_indent: str, later_indent: str) -> list[str]:
    words, width = " ".join(text.split()), max(width, _NARROWEST)
    if words and len(first_indent) + len(words) <= width:  # most texts; `textwrap` is slow
        return [first_indent + words]
    return textwrap.wrap(
        words,
        width,
        initial_indent=first_indent,
        subsequent_indent=later_indent,
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
