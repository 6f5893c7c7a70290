"""Write the generated package, each file as a whole."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from pathlib import Path

from runcomfy_codegen.atomic_write import is_temporary, write_if_changed
from runcomfy_codegen.output.comparing import DriftReport
from runcomfy_codegen.output.on_disk import BYTECODE, files_on_disk, is_generated
from runcomfy_codegen.output.paths import PACKAGE


class ForeignFolderError(Exception):
    """The output folder has a package of that name that the generator did not make."""


def write(files: Mapping[str, str], report: DriftReport, out: Path, package: str = PACKAGE) -> None:
    """Write those of `files` that differ below `out`, according to `report`, and remove stale ones.

    Raises `ForeignFolderError` if the package there was not generated, and `OSError`; what was
    written until then stays, and the next run does the rest.
    """
    if report.is_clean:
        return
    _check_generated(out, package)
    # The file that marks the package as generated goes first: a killed run can be continued.
    marker = f"{package}/__init__.py"
    names = (*report.differing, *report.missing)
    for name in sorted(names, key=lambda name: (name != marker, name)):
        write_if_changed(out / name, files[name])
    for name in report.stale:
        _remove(out / name, out / package)


def _check_generated(out: Path, name: str) -> None:
    """Raise `ForeignFolderError` unless the package is generated, or has no files yet."""
    package = out / name
    marker = package / "__init__.py"
    if all(is_temporary(out / path) for path in files_on_disk(out, name)):
        return
    if not marker.is_file() or not is_generated(marker):
        raise ForeignFolderError(
            f"{package} was not made by runcomfy-codegen: nothing was written. "
            "Choose another folder, or remove it."
        )


def _remove(path: Path, package: Path) -> None:
    """Remove `path`, and the folders above it up to `package` that have no other files."""
    path.unlink(missing_ok=True)  # another run may have been quicker
    for folder in path.parents:
        if folder == package:
            return
        _remove_bytecode(folder)
        with contextlib.suppress(OSError):  # not empty: something else is in there
            folder.rmdir()


def _remove_bytecode(folder: Path) -> None:
    # Python imports a folder that has only bytecode as a package.
    cache = folder / BYTECODE
    if cache.is_dir() and all(path.name == BYTECODE for path in folder.iterdir()):
        for path in cache.iterdir():
            path.unlink()
        cache.rmdir()
