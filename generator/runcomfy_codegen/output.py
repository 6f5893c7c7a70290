"""What the output folder holds against what was built: compared first, then written or reported."""

from __future__ import annotations

import contextlib
import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from runcomfy_codegen.build import HEADER, PACKAGE
from runcomfy_codegen.files import write_if_changed

_LEAVE = "__pycache__"


class ForeignFolderError(Exception):
    """The output folder holds a package of that name that the generator did not make."""


@dataclass(frozen=True)
class DriftReport:
    """How the files on disk differ from those that were built; paths as `build` has them."""

    changed: tuple[str, ...]
    missing: tuple[str, ...]
    stale: tuple[str, ...]
    unchanged: tuple[str, ...]

    @property
    def clean(self) -> bool:
        """Whether there is no difference."""
        return not (self.changed or self.missing or self.stale)


def compare(files: Mapping[str, str], out: Path) -> DriftReport:
    """The differences between `files` and what is below `out`."""
    on_disk = set(_generated(out))
    changed = [name for name in on_disk & files.keys() if not _holds(out / name, files[name])]
    return DriftReport(
        changed=tuple(sorted(changed)),
        missing=tuple(sorted(files.keys() - on_disk)),
        stale=tuple(sorted(on_disk - files.keys())),
        unchanged=tuple(sorted((on_disk & files.keys()) - set(changed))),
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


def _generated(out: Path) -> Iterator[str]:
    """Every file of the package below `out`, but for what Python itself leaves there."""
    for path in (out / PACKAGE).rglob("*"):
        if path.is_file() and _LEAVE not in path.parts:
            yield path.relative_to(out).as_posix()


def _holds(path: Path, text: str) -> bool:
    return path.read_bytes() == text.encode()


def _check_ours(out: Path) -> None:
    """Files are removed from this folder, so be sure that it is the generator's."""
    package = out / PACKAGE
    marker = package / "__init__.py"
    if not package.exists() or not any(_generated(out)):
        return
    if not marker.is_file() or not marker.read_bytes().startswith(HEADER.encode()):
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
