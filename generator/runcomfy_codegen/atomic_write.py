"""Write files atomically."""

from __future__ import annotations

import contextlib
import os
import re
import secrets
from collections.abc import Generator
from pathlib import Path

_TEMPORARY = re.compile(r"\.[0-9a-f]{8,}\.tmp")
"""The name of a temporary file."""

_ATTEMPTS = 3


def write_if_changed(path: Path, text: str) -> bool:
    """Write `text` to `path` as UTF-8, unless that is its content; return whether it was written.

    Any reader of `path` sees either the old or the new file, even if this process is killed. A
    symbolic link stays one; a device or a pipe, such as `/dev/stdout`, is written to.
    Raises `OSError`, which names `path` or a folder above it.
    """
    data = text.encode()
    if path.is_file() and path.read_bytes() == data:
        return False
    if path.exists() and not (path.is_file() or path.is_dir()):
        with naming_in_errors(path):
            path.write_bytes(data)
        return True
    if path.is_symlink():
        path = path.resolve()
    for attempt in range(_ATTEMPTS):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with naming_in_errors(path):
                _replace(path, data)
            break
        except FileNotFoundError:  # another run has removed the folder or the temporary file
            if attempt == _ATTEMPTS - 1:
                raise
    return True


def is_temporary(path: Path) -> bool:
    """Return whether `path` is named like a temporary file that a killed run left behind."""
    return bool(_TEMPORARY.fullmatch(path.name))


def remove_temporary_files(folder: Path) -> None:
    """Remove what a killed run left in `folder` and below it, except in hidden folders.

    Another run that is writing just now writes its file again.
    """
    for parent, subfolders, names in os.walk(folder):
        subfolders[:] = [name for name in subfolders if not name.startswith(".")]
        for path in filter(is_temporary, (Path(parent, name) for name in names)):
            path.unlink(missing_ok=True)


@contextlib.contextmanager
def naming_in_errors(path: Path) -> Generator[None]:
    """Name `path` in an `OSError`: that of a full disk names no file, others a temporary one."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from None


def _replace(path: Path, data: bytes) -> None:
    temporary = path.with_name(f".{secrets.token_hex(8)}.tmp")
    try:  # begins before the file exists, so that Ctrl-C never leaves it behind
        temporary.write_bytes(data)
        with contextlib.suppress(FileNotFoundError):
            temporary.chmod(path.stat().st_mode & 0o777)
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
