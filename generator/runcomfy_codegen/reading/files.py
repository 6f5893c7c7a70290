"""The files of `schemas/`: what they are called, and reading one or saying why not."""

from __future__ import annotations

import errno
from pathlib import Path
from stat import S_ISREG

INPUT, OUTPUT, EXAMPLE, PAGE = "input.json", "output.json", "example.json", "page.json"
OF_A_MODEL = (INPUT, OUTPUT, EXAMPLE, PAGE)
"""The files in a model's folder."""

SERVICE, OVERRIDES = "service.json", "overrides.toml"
SHARED = (SERVICE, OVERRIDES)
"""The files beside all models."""


def read_text(path: Path) -> str | None:
    """The UTF-8 text of the file `path`, a byte order mark left out; None where there is none.

    Raises `OSError` as `read_bytes` does, `UnicodeDecodeError` where it is not UTF-8.
    """
    data = read_bytes(path)
    return None if data is None else decoded(data)


def read_bytes(path: Path) -> bytes | None:
    """What the file `path` holds; None where there is none.

    Raises `OSError` where something is there that cannot be read (a folder, a device, a link
    that leads nowhere).
    """
    try:
        is_file = S_ISREG(path.stat().st_mode)
    except FileNotFoundError:
        if path.is_symlink():
            raise
        return None
    if not is_file:
        raise OSError(errno.EINVAL, "is no plain file", str(path))
    return path.read_bytes()


def decoded(data: bytes) -> str:
    """UTF-8 `data` as text, a byte order mark left out; or `UnicodeDecodeError`."""
    return data.decode("utf-8-sig")
