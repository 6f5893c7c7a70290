"""Write files atomically."""

from __future__ import annotations

import contextlib
import secrets
from pathlib import Path

_TEMPORARY_SUFFIX = ".tmp"
_ATTEMPTS = 3


def write_if_changed(path: Path, text: str) -> bool:
    """Write `text` to `path` as UTF-8, unless that is its content; return whether it was written.

    Any reader of `path` sees either the old or the new file, even if this process is killed.
    Raises `OSError`.
    """
    data = text.encode()
    if path.is_file() and path.read_bytes() == data:
        return False
    for attempt in range(_ATTEMPTS):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            _replace(path, data)
            break
        except FileNotFoundError:  # another run has removed the folder or the temporary file
            if attempt == _ATTEMPTS - 1:
                raise
    return True


def is_temporary(path: Path) -> bool:
    """Return whether `path` is named like a temporary file that a killed run left behind."""
    return path.name.startswith(".") and path.suffix == _TEMPORARY_SUFFIX


def _replace(path: Path, data: bytes) -> None:
    temporary = path.with_name(f".{secrets.token_hex(8)}{_TEMPORARY_SUFFIX}")
    try:  # begins before the file exists, so that Ctrl-C never leaves it behind
        temporary.write_bytes(data)
        with contextlib.suppress(FileNotFoundError):
            temporary.chmod(path.stat().st_mode & 0o777)
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
