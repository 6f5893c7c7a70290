"""A line in each generated file by which an edit by hand is known from an older build."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

HEADER = "# Made by runcomfy-codegen; edit the schemas or templates, never this file.\n"
"""The first line of every generated Python file; by it, stale files are known."""

HEAD_LINES = 2
"""Lines of a generated file above what it was generated for."""

_MARK = "# sha256: "


def signed(files: Mapping[str, str]) -> dict[str, str]:
    """`files` as they are written: below the header, the digest of what follows it."""
    return {name: _signed(text) for name, text in files.items()}


def unsigned_lines(text: str) -> list[str]:
    """The lines of `text`, with nothing in the signature that a diff would show."""
    lines = text.splitlines()
    if len(lines) > 1 and lines[1].startswith(_MARK):
        lines[1] = _MARK.strip()
    return lines


def is_edited(text: str) -> bool:
    """Whether the Python file `text` is not what the generator wrote there.

    One without its first line is not; one without a signature may be from before there were any.
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
