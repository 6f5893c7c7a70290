"""Sign generated files, to distinguish an edit by hand from an older build."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

HEADER = "# Made by runcomfy-codegen; edit the schemas or templates, never this file.\n"
"""The first line of every generated Python file. Files with it may be removed when stale."""

HEAD_LINES = 2
"""Lines of a generated file above its own text."""

_MARK = "# sha256: "


def signed(files: Mapping[str, str]) -> dict[str, str]:
    """Return `files` as they are written: below the header, a digest of what follows it."""
    return {name: _signed(text) for name, text in files.items()}


def unsigned_lines(text: str) -> list[str]:
    """Return the lines of `text` without the digest, so that no diff shows it."""
    lines = text.splitlines()
    if len(lines) > 1 and lines[1].startswith(_MARK):
        lines[1] = _MARK.strip()
    return lines


def is_edited(text: str) -> bool:
    """Whether the Python file `text` differs from what the generator wrote.

    A file without a signature counts as not edited: it may be older than signatures.
    """
    if not text.startswith(HEADER):
        return True
    head, _, body = text.removeprefix(HEADER).partition("\n")
    return head.startswith(_MARK) and head.removeprefix(_MARK) != _digest(body)


def _signed(text: str) -> str:
    body = text.removeprefix(HEADER)
    return f"{HEADER}{_MARK}{_digest(body)}\n{body}" if text.startswith(HEADER) else text


def _digest(body: str) -> str:
    return sha256(body.encode("utf-8", "surrogateescape")).hexdigest()[:32]
