"""What the output folder holds against what was built: compared first, then written or reported."""

from __future__ import annotations

import contextlib
import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from runcomfy_codegen.build import HEADER, PACKAGE
from runcomfy_codegen.codes import Notes
from runcomfy_codegen.diagnostics import Diagnostic
from runcomfy_codegen.files import is_temporary, write_if_changed

_LEAVE = "__pycache__"


class ForeignFolderError(Exception):
    """The output folder holds a package of that name that the generator did not make."""


@dataclass(frozen=True)
class DriftReport:
    """How the files on disk differ from those that were built; paths as `build` has them."""

    changed: tuple[str, ...]
    missing: tuple[str, ...]
    stale: tuple[str, ...]
    """What an earlier run made, and no schema asks for any more."""
    unchanged: tuple[str, ...]
    foreign: tuple[str, ...]
    """What no run made: it is named and left alone, and counts as no difference."""

    @property
    def clean(self) -> bool:
        """Whether there is no difference."""
        return not (self.changed or self.missing or self.stale)


def compare(files: Mapping[str, str], out: Path) -> DriftReport:
    """The differences between `files` and what is below `out`."""
    on_disk = set(_files(out))
    others = on_disk - files.keys()
    stale = {name for name in others if _is_ours(out / name)}
    changed = [name for name in on_disk & files.keys() if not _holds(out / name, files[name])]
    return DriftReport(
        changed=tuple(sorted(changed)),
        missing=tuple(sorted(files.keys() - on_disk)),
        stale=tuple(sorted(stale)),
        unchanged=tuple(sorted((on_disk & files.keys()) - set(changed))),
        foreign=tuple(sorted(others - stale)),
    )


def write(files: Mapping[str, str], out: Path) -> DriftReport:
    """Make the files below `out` those of `files`; returns what differed before.

    Each file is replaced whole. Raises `OSError`; what was written until then stays, and the
    next run mends the rest. `ForeignFolderError` where the package there is not the generator's.
    """
    _check_ours(out)
    report = compare(files, out)
    marker = f"{PACKAGE}/__init__.py"
    for name in sorted((*report.changed, *report.missing), key=lambda name: (name != marker, name)):
        write_if_changed(out / name, files[name])
    for name in report.stale:
        _remove(out / name, out / PACKAGE)
    return report


def unified_diff(files: Mapping[str, str], out: Path, name: str) -> Iterator[str]:
    """The lines from what is on disk to what was built, for one changed file."""
    before = (out / name).read_text(encoding="utf-8", errors="replace").splitlines()
    after = files[name].splitlines()
    yield from difflib.unified_diff(before, after, f"on disk/{name}", f"built/{name}", lineterm="")


def foreign_files(report: DriftReport, out: Path) -> list[Diagnostic]:
    """A warning for each file in the package that no run made."""
    found: list[Diagnostic] = []
    for name in report.foreign:
        notes = Notes((out / name).as_posix())
        notes.add("foreign-file", "", "not made by runcomfy-codegen: left alone")
        found += notes.found
    return found


def _files(out: Path) -> Iterator[str]:
    """Every file of the package below `out`, but for what Python itself leaves there."""
    for path in (out / PACKAGE).rglob("*"):
        if path.is_file() and _LEAVE not in path.parts:
            yield path.relative_to(out).as_posix()


def _holds(path: Path, text: str) -> bool:
    return path.read_bytes() == text.encode()


def _is_ours(path: Path) -> bool:
    """Whether a run of the generator made `path`: by its first line, or half written."""
    with path.open("rb") as file:
        return is_temporary(path) or file.read(len(HEADER)) == HEADER.encode()


def _check_ours(out: Path) -> None:
    """Files are replaced in this folder, so be sure that it is the generator's."""
    package = out / PACKAGE
    marker = package / "__init__.py"
    if all(is_temporary(out / name) for name in _files(out)):
        return
    if not marker.is_file() or not _is_ours(marker):
        raise ForeignFolderError(
            f"{package} was not made by runcomfy-codegen: nothing was written. "
            "Choose another --out, or remove it."
        )


def _remove(path: Path, package: Path) -> None:
    """Remove `path` and the folders above it that hold nothing else, `package` excepted."""
    path.unlink()
    for folder in path.parents:
        if folder == package:
            return
        _remove_bytecode(folder)
        with contextlib.suppress(OSError):  # not empty: something else is in there
            folder.rmdir()


def _remove_bytecode(folder: Path) -> None:
    """Drop `__pycache__` where no source is left: Python would take it for a package."""
    cache = folder / _LEAVE
    if cache.is_dir() and all(path.name == _LEAVE for path in folder.iterdir()):
        for path in cache.iterdir():
            path.unlink()
        cache.rmdir()
