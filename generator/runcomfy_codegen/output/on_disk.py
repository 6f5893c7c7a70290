"""The files of the generated package on disk, and whether each was generated."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from runcomfy_codegen.atomic_write import is_temporary
from runcomfy_codegen.output.checksum_header import notice
from runcomfy_codegen.output.file_digest import file_digest
from runcomfy_codegen.output.paths import PACKAGE

BYTECODE = "__pycache__"
"""The folder in which Python stores bytecode."""


def files_on_disk(out: Path, package: str = PACKAGE) -> Iterator[str]:
    """Yield the path below `out` of every file in the package, except bytecode."""
    for path, folders, names in os.walk(out / package):
        folders[:] = [name for name in folders if name != BYTECODE]
        parent = Path(path).relative_to(out).as_posix()
        yield from (f"{parent}/{name}" for name in names)


def digest_on_disk(out: Path, name: str) -> str:
    """Return the digest of the bytes of a file."""
    with open(f"{out}/{name}", "rb") as file:  # noqa: PTH123 - thousands of them, in each run
        return file_digest(file.read())


def text_on_disk(out: Path, name: str) -> str:
    """Return the text of a file, with line feeds as line ends and invalid UTF-8 escaped."""
    return _with_line_feeds((out / name).read_bytes()).decode("utf-8", "backslashreplace")


def digest_with_line_feeds(out: Path, name: str) -> str:
    """Return the digest that a file would have if git had not converted its line ends."""
    return file_digest(_with_line_feeds((out / name).read_bytes()))


def is_generated(path: Path) -> bool:
    """Whether the generator wrote `path`: it has the notice, or is a temporary file."""
    if is_temporary(path):
        return True
    first_line = notice(path.name).encode()
    with path.open("rb") as file:
        return bool(first_line) and _with_line_feeds(file.read(len(first_line) + 1)).startswith(
            first_line
        )


def _with_line_feeds(data: bytes) -> bytes:
    return data.replace(b"\r\n", b"\n")
