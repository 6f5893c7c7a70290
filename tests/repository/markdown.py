"""The parts of a Markdown document that tests look at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_FENCE = re.compile(r"^ *```.*?^ *```", re.MULTILINE | re.DOTALL)


class Table(NamedTuple):
    """A table: its header, and its rows as lists of cells."""

    header: list[str]
    rows: list[list[str]]


def blocks(path: Path) -> str:
    """Return the code blocks of a document, one after the other."""
    return "\n".join(_FENCE.findall(path.read_text("utf-8")))


def prose(path: Path) -> str:
    """Return a document without its code blocks."""
    return _FENCE.sub("", path.read_text("utf-8"))


def codes(text: str) -> list[str]:
    """Return what stands in back-quotes in `text`."""
    return re.findall(r"`([^`\n]+)`", text)


def links(path: Path) -> list[str]:
    """Return the targets of a document's links."""
    return re.findall(r"\]\(([^)\s]+)\)", prose(path))


def anchors(path: Path) -> set[str]:
    """Return the anchors of a document's headings, as GitHub makes them."""
    headings = re.findall(r"^#+ (.+)$", prose(path), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def tables(path: Path) -> Iterator[Table]:
    """Yield the tables of a document."""
    for block in re.findall(r"(?:^\|.*\n)+", prose(path), re.MULTILINE):
        header, _, *rows = ([cell.strip() for cell in _cells(line)] for line in block.splitlines())
        yield Table(header, rows)


def _cells(line: str) -> list[str]:
    return line.strip().removeprefix("|").removesuffix("|").split("|")
