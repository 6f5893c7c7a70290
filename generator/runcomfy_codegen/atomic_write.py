"""Writing files whole or not at all."""

from __future__ import annotations

import contextlib
import secrets
from pathlib import Path

_TEMPORARY = ".tmp"
_ATTEMPTS = 3


def write_if_changed(path: Path, text: str) -> bool:
    """Make `path` hold `text` as UTF-8; False where it already did.

    The text goes to a temporary file beside `path`, which then replaces it: whoever reads
    `path`, and whatever kills this process, finds the old file or the new one. Raises `OSError`.
    """
    data = text.encode()
    if path.is_file() and path.read_bytes() == data:
        return False
    for attempt in range(_ATTEMPTS):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            _replace(path, data)
            break
        except FileNotFoundError:  # another run has cleared our file or folder away
            if attempt == _ATTEMPTS - 1:
                raise
    return True


def is_temporary(path: Path) -> bool:
    """Whether `path` has the name of a file that a killed run left half written."""
    return path.name.startswith(".") and path.suffix == _TEMPORARY


def _replace(path: Path, data: bytes) -> None:
    temporary = path.with_name(f".{secrets.token_hex(8)}{_TEMPORARY}")
    try:  # from before the file is there, so that Ctrl-C never leaves it
        temporary.write_bytes(data)
        with contextlib.suppress(FileNotFoundError):
            temporary.chmod(path.stat().st_mode & 0o777)
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
