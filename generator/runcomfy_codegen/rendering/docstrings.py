"""Text from a schema inside a docstring: readable, and unable to end it."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable

WIDTH = 88
_UNSAFE = re.compile(r"\\|[^\x20-\x7e]")
_LEAST = 40


def docstring(lines: Iterable[str], indent: str = "") -> str:
    """A docstring of `lines` at `indent`, quotes included; empty where there are no lines.

    Whatever the lines hold, its value is them: with blanks at their ends gone.
    """
    body = f"\n{indent}".join(_escaped(line.rstrip()) for line in lines)
    body = re.sub(rf"\n{indent}(?=\n|$)", "\n", body).strip()
    if not body:
        return ""
    closing = f'\n{indent}"""' if "\n" in body else '"""'
    return f'"""{_closable(body)}{closing}'


def leading_docstring(lines: Iterable[str], indent: str = "") -> str:
    """A docstring in front of everything in a module, class or function, as black has those.

    It puts a blank between quotes of the text and quotes around it, unless a line ends with a
    backslash: then it lets the whole of it alone.
    """
    text = docstring(lines, indent)
    if "\\\n" in text:
        return text
    if text.startswith('""""'):
        text = f'""" {text[3:]}'
    return f'{text[:-3]} """' if text.endswith('\\""""') else text


def _closable(body: str) -> str:
    """`body` with no three quotes inside, and no bare quote at its end."""
    head = body.rstrip('"')
    return head.replace('"""', r"\"\"\"") + r"\"" * (len(body) - len(head))


def paragraph(text: str, indent: str = "") -> list[str]:
    """`text` wrapped to the width that is left at `indent`; the first line has quotes before it."""
    return _wrapped(text, WIDTH - len(indent) - 3, "", "")


def bullets(items: Iterable[str], indent: str = "") -> list[str]:
    """A list, each item wrapped."""
    width = WIDTH - len(indent)
    return [line for item in items for line in _wrapped(item, width, "- ", "  ")]


def arguments(rows: Iterable[tuple[str, str]], indent: str = "") -> list[str]:
    """The rows of an `Args:` section: a name and what it means."""
    width = WIDTH - len(indent)
    return [
        line
        for name, text in rows
        for line in _wrapped(f"{name}: {text}", width, "    ", "        ")
    ]


def _wrapped(text: str, width: int, first: str, rest: str) -> list[str]:
    words, width = " ".join(text.split()), max(width, _LEAST)
    if words and len(first) + len(words) <= width:
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
    """`line` with every character that could bend source text as its escape."""
    return _UNSAFE.sub(_escape, line)


def _escape(match: re.Match[str]) -> str:
    char = match.group()
    if char == "\\":
        return r"\\"
    return char if char.isprintable() else char.encode("unicode_escape").decode()
