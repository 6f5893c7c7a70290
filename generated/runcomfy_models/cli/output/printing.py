# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 4c8474c89dc37fdf19e5bdc70b06db17
"""Print results on standard output, and everything else on standard error.

Texts come from docs pages and from the service: their control characters are escaped, so that
none reaches a terminal.
"""

import json
import re
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TextIO

import click

_CONTROL = re.compile(r"[^\x20-\x7e\t\n]")


def print_line(text: object = "") -> None:
    """Print a line of the result to standard output."""
    _write(sys.stdout, printable(str(text)))


def print_to_stderr(text: object = "") -> None:
    """Print a line that is not the result: a question, progress, an error."""
    _write(sys.stderr, printable(str(text)))


def print_json(value: Any) -> None:
    """Print a JSON value as one line of the result."""
    _write(sys.stdout, json_text(value))


def print_safe_line(text: str) -> None:
    """Print a line of the result as it is: its parts are `printable` or `pasteable`."""
    _write(sys.stdout, text)


def print_rows(
    columns: Sequence[str],
    rows: Iterable[Sequence[str]],
    safe_forms: Mapping[str, Callable[[str], str]] | None = None,
) -> None:
    """Print a table: on a terminal with a header; in a pipe, each row as a line with tabs.

    `safe_forms` says by column how its texts are made safe; the others are words on one line.
    """
    show = [(safe_forms or {}).get(column, _words) for column in columns]
    listed = [
        [show_text(cell) for show_text, cell in zip(show, row, strict=True)]
        for row in rows
    ]
    if not is_terminal(sys.stdout):
        for row in listed:
            _write(sys.stdout, "\t".join(row))
        return
    from .tables import print_table  # here: rich takes longer than most commands

    print_table(columns, listed)


def is_terminal(stream: TextIO | None) -> bool:
    """Whether `stream` is a terminal. One that was closed before Python started is None."""
    return stream is not None and stream.isatty()


def printable(text: str) -> str:
    """Return `text` with every control character and bidi mark in it escaped."""
    return _CONTROL.sub(_escaped, text)


def one_line(text: str) -> str:
    """Return `text` as one line, with line breaks and all that is not printable escaped."""
    return printable(text).replace("\n", r"\n").replace("\t", r"\t")


def json_text(value: Any, indent: int | None = None) -> str:
    """Return a JSON value as text, with characters escaped that could control a terminal."""
    return printable_json(
        json.dumps(value, ensure_ascii=False, indent=indent, default=str)
    )


def printable_json(text: str) -> str:
    """Return JSON that means the same as `text`, with what is not printable escaped."""
    return _CONTROL.sub(_json_escaped, text)


def _words(text: str) -> str:
    return " ".join(printable(text).split())


def _escaped(match: re.Match[str]) -> str:
    char = match[0]
    return char if char.isprintable() else char.encode("unicode_escape").decode()


def _json_escaped(match: re.Match[str]) -> str:
    char = match[0]
    return char if char.isprintable() else json.dumps(char)[1:-1]


def _write(stream: TextIO | None, line: str) -> None:
    """Write a line, and ignore that the reader of a pipe has closed it.

    Raises `OSError` if the result cannot be written, as on a full disk.
    """
    if stream is None:
        return
    try:
        click.echo(line, file=stream)
    except OSError as error:
        silence(stream)
        if stream is sys.stdout and not isinstance(error, BrokenPipeError):
            raise OSError(error.errno, error.strerror, "standard output") from None


def silence(stream: TextIO) -> None:
    """Redirect a broken stream to the null device, so that Python can flush it at exit."""
    import os

    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
