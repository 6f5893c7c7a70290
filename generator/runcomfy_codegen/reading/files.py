"""The files of `schemas/`: their names, and reading one of them."""

from __future__ import annotations

import errno
from pathlib import Path
from stat import S_ISREG

INPUT, OUTPUT, EXAMPLE, PAGE = "input.json", "output.json", "example.json", "page.json"
CATALOG = "catalog.json"
MODEL_FILES = (INPUT, OUTPUT, EXAMPLE, PAGE, CATALOG)
"""The files in a model's folder."""

SERVICE_FILE, OVERRIDES_FILE, RULES_FILE = "service.json", "overrides.toml", "rules.toml"
GONE_FILE = "gone.toml"
SHARED_SOURCES = (SERVICE_FILE, OVERRIDES_FILE, RULES_FILE, GONE_FILE)
"""The files at the top that generated code depends on."""

CHANGELOG_FILE = "CHANGELOG.md"
"""The file at the top that lists what changed, newest first."""

FOLLOW_FILE = "follow.toml"
"""The file at the top that says what `sync` follows."""

ACCEPTED_FILE = "accepted.toml"
"""The file at the top with findings that fail no check for a while."""

TOP_FILES = (*SHARED_SOURCES, CHANGELOG_FILE, FOLLOW_FILE, ACCEPTED_FILE)
"""All files at the top."""


def read_text(path: Path) -> str | None:
    """Return the UTF-8 text of `path` without a byte order mark; None if the file does not exist.

    Raises `OSError` like `read_bytes`, and `UnicodeDecodeError` if it is not UTF-8.
    """
    data = read_bytes(path)
    return None if data is None else decode_text(data)


def read_changelog(schemas: Path) -> str:
    """Return the change log of the folder `schemas`, empty if it has none.

    Raises `OSError` if it cannot be read, or is not UTF-8.
    """
    path = schemas / CHANGELOG_FILE
    try:
        return read_text(path) or ""
    except UnicodeDecodeError:
        raise OSError(errno.EILSEQ, "is not UTF-8", str(path)) from None


def read_bytes(path: Path) -> bytes | None:
    """Return the content of `path`; None if the file does not exist.

    Raises `OSError` if it cannot be read: a folder, a device, or a dangling link.
    """
    try:
        is_file = S_ISREG(path.stat().st_mode)
    except FileNotFoundError:
        if path.is_symlink():
            raise
        return None
    if not is_file:
        raise OSError(errno.EINVAL, "is not a regular file", str(path))
    return path.read_bytes()


def decode_text(data: bytes) -> str:
    """Decode UTF-8 without its byte order mark, or raise `UnicodeDecodeError`."""
    return data.decode("utf-8-sig")
