"""What the output folder holds against what was built: compared first, then written or reported."""

from __future__ import annotations

import contextlib
import difflib
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from runcomfy_codegen.atomic_write import is_temporary, write_if_changed
from runcomfy_codegen.diagnostics.codes import Notes
from runcomfy_codegen.diagnostics.diagnostic import Diagnostic
from runcomfy_codegen.output.paths import PACKAGE
from runcomfy_codegen.output.signing import HEADER, is_edited, unsigned_lines

_LEAVE = "__pycache__"


class ForeignFolderError(Exception):
    """The output folder holds a package of that name that the generator did not make."""


@dataclass(frozen=True)
class DriftReport:
    """How the files on disk differ from those that were built; paths as `build` has them."""

    changed: tuple[str, ...]
    """Those that are as they were generated, from something else."""
    edited: tuple[str, ...]
    """Those that somebody edited since."""
    missing: tuple[str, ...]
    stale: tuple[str, ...]
    """What an earlier run made, and no schema asks for any more."""
    unchanged: tuple[str, ...]
    foreign: tuple[str, ...]
    """What no run made: it is named and left alone, and counts as no difference."""

    @property
    def clean(self) -> bool:
        """Whether there is no difference."""
        return not (self.differing or self.missing or self.stale)

    @property
    def differing(self) -> tuple[str, ...]:
        """Those that are there and hold something else."""
        return tuple(sorted((*self.changed, *self.edited)))

    def states(self) -> dict[str, str]:
        """Path of a file that differs: `changed`, `hand-edited`, `missing` or `stale`."""
        groups = {
            "changed": self.changed,
            "hand-edited": self.edited,
            "missing": self.missing,
            "stale": self.stale,
        }
        return {name: state for state, names in groups.items() for name in names}


def digests(files: Mapping[str, str]) -> dict[str, str]:
    """The digest of each of `files` as it is written, which is what `compare` asks for."""
    return {name: sha256(text.encode()).hexdigest() for name, text in files.items()}


def compare(built: Mapping[str, str], out: Path) -> DriftReport:
    """The differences between files of the digests `built` and what is below `out`."""
    on_disk = set(_files(out))
    others = on_disk - built.keys()
    stale = {name for name in others if _is_ours(out / name)}
    differing = {name for name in on_disk & built.keys() if _digest(out, name) != built[name]}
    edited = {name for name in differing if is_edited(on_disk_text(out, name))}
    return DriftReport(
        changed=tuple(sorted(differing - edited)),
        edited=tuple(sorted(edited)),
        missing=tuple(sorted(built.keys() - on_disk)),
        stale=tuple(sorted(stale)),
        unchanged=tuple(sorted((on_disk & built.keys()) - differing)),
        foreign=tuple(sorted(others - stale)),
    )


def write(files: Mapping[str, str], report: DriftReport, out: Path) -> None:
    """Make the files below `out`, which differ as `report` says, those of `files`.

    Each file is replaced whole. Raises `OSError`; what was written until then stays, and the
    next run mends the rest. `ForeignFolderError` where the package there is not the generator's.
    """
    if report.clean:
        return
    _check_ours(out)
    marker = f"{PACKAGE}/__init__.py"
    names = (*report.differing, *report.missing)
    for name in sorted(names, key=lambda name: (name != marker, name)):
        write_if_changed(out / name, files[name])
    for name in report.stale:
        _remove(out / name, out / PACKAGE)


def unified_diff(files: Mapping[str, str], out: Path, name: str) -> Iterator[str]:
    """The lines from what is on disk to what was built, for one changed file."""
    before, after = unsigned_lines(on_disk_text(out, name)), unsigned_lines(files[name])
    yield from difflib.unified_diff(before, after, f"on disk/{name}", f"built/{name}", lineterm="")


def foreign_files(report: DriftReport, out: Path) -> list[Diagnostic]:
    """A warning for each file in the package that no run made."""
    found: list[Diagnostic] = []
    for name in report.foreign:
        notes = Notes((out / name).as_posix())
        notes.add("foreign-file", "", "not made by runcomfy-codegen: left alone")
        found += notes.diagnostics
    return found


def on_disk_text(out: Path, name: str) -> str:
    """What a generated file holds; bytes that are not UTF-8 are shown as such."""
    return (out / name).read_bytes().decode("utf-8", "backslashreplace")


def _files(out: Path) -> Iterator[str]:
    """Every file of the package below `out`, but for what Python itself leaves there."""
    for here, folders, names in os.walk(out / PACKAGE):
        folders[:] = [name for name in folders if name != _LEAVE]
        place = Path(here).relative_to(out).as_posix()
        yield from (f"{place}/{name}" for name in names)


def _digest(out: Path, name: str) -> str:
    with open(f"{out}/{name}", "rb") as file:  # noqa: PTH123 - thousands of them, in each run
        return sha256(file.read()).hexdigest()


def _is_ours(path: Path) -> bool:
    """Whether a run of the generator made `path`: by its first line, or half written."""
    if is_temporary(path):
        return True
    with path.open("rb") as file:
        return file.read(len(HEADER)) == HEADER.encode()


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
    path.unlink(missing_ok=True)  # another run may have been quicker
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
