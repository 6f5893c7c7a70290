"""Sign generated files, to distinguish an edit by hand from an older build."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from runcomfy_codegen.output.file_digest import file_digest

_WORDS = "Made by runcomfy-codegen; edit the schemas or templates, never this file."

_COMMENTS = {
    ".py": ("# ", ""),
    ".css": ("/* ", " */"),
    ".js": ("/* ", " */"),
    ".html": ("<!-- ", " -->"),
}
"""Suffix of a file: what begins and ends a comment in it. Other files are not signed."""

HEAD_LINES = 2
"""Lines of a generated file above its own text."""

_DIGITS = 32
"""Digits of the digest that are written: half of a SHA-256 is enough to notice an edit."""

_DIGEST = re.compile(rf"(?:# |/\* |<!-- )sha256: ([0-9a-f]{{{_DIGITS}}})(?: \*/| -->)?")
"""The second line of a signed file."""


def header(path: str) -> str:
    """Return the first line of the generated file `path`. A file with it may be removed when stale.

    It is empty for a file that takes no comments.
    """
    return _comment(path, _WORDS)


def signed(path: str, body: str) -> str:
    """Return the file `path` as it is written: `body` below the header and a digest of it."""
    head = header(path)
    return head + _comment(path, f"sha256: {_digest(body)}") + body if head else body


def unsigned_lines(text: str) -> list[str]:
    """Return the lines of `text` without the digest, so that no diff shows it."""
    lines = text.splitlines()
    if len(lines) > 1 and (match := _DIGEST.fullmatch(lines[1])):
        lines[1] = lines[1].replace(f" {match[1]}", "")
    return lines


def is_edited(path: str, text: str) -> bool:
    """Whether the file `path`, whose text is `text`, differs from what the generator wrote.

    A header without a digest counts as not edited: the file may be older than digests.
    """
    head = header(path)
    if not head or not text.startswith(head):
        return True
    line, _, body = text.removeprefix(head).partition("\n")
    match = _DIGEST.fullmatch(line)
    return match is not None and match[1] != _digest(body)


def _comment(path: str, words: str) -> str:
    """Return a line that is a comment in the file `path`; nothing if it takes none."""
    marks = _COMMENTS.get(PurePosixPath(path).suffix)
    return f"{marks[0]}{words}{marks[1]}\n" if marks else ""


def _digest(body: str) -> str:
    return file_digest(body.encode("utf-8", "surrogateescape"))[:_DIGITS]
