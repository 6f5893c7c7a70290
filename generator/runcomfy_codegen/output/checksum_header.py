"""The header of generated files: its checksum tells an edit by hand from an older build."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from runcomfy_codegen.output.file_digest import file_digest

_NOTICE = "Made by runcomfy-codegen; edit the schemas or templates, never this file."

_COMMENTS = {
    ".py": ("# ", ""),
    ".css": ("/* ", " */"),
    ".js": ("/* ", " */"),
    ".html": ("<!-- ", " -->"),
}
"""Suffix of a file: what begins and ends a comment in it. Other files have no header."""

HEADER_LINES = 2
"""Lines of the header: a notice, and the checksum of what is below them."""

_DIGITS = 32
"""Digits of the checksum: half of a SHA-256 is enough to notice an edit."""

_CHECKSUM = re.compile(rf"(?:# |/\* |<!-- )sha256: ([0-9a-f]{{{_DIGITS}}})(?: \*/| -->)?")
"""The second line of the header."""


def notice(path: str) -> str:
    """Return the first line of the generated file `path`. A file with it may be removed when stale.

    It is empty for a file that takes no comments.
    """
    return _comment(path, _NOTICE)


def with_checksum(path: str, body: str) -> str:
    """Return the file `path` as it is written: `body` below the header."""
    first_line = notice(path)
    return first_line + _comment(path, f"sha256: {_checksum(body)}") + body if first_line else body


def without_checksum(text: str) -> list[str]:
    """Return the lines of `text` with an empty checksum, so that no diff shows it."""
    lines = text.splitlines()
    if len(lines) > 1 and (match := _CHECKSUM.fullmatch(lines[1])):
        lines[1] = lines[1].replace(f" {match[1]}", "")
    return lines


def is_edited(path: str, text: str) -> bool:
    """Whether the file `path`, whose text is `text`, differs from what the generator wrote.

    A notice without a checksum counts as not edited: the file may be older than checksums.
    """
    first_line = notice(path)
    if not first_line or not text.startswith(first_line):
        return True
    line, _, body = text.removeprefix(first_line).partition("\n")
    match = _CHECKSUM.fullmatch(line)
    return match is not None and match[1] != _checksum(body)


def _comment(path: str, words: str) -> str:
    """Return a line that is a comment in the file `path`; nothing if it takes none."""
    marks = _COMMENTS.get(PurePosixPath(path).suffix)
    return f"{marks[0]}{words}{marks[1]}\n" if marks else ""


def _checksum(body: str) -> str:
    return file_digest(body.encode("utf-8", "surrogateescape"))[:_DIGITS]
