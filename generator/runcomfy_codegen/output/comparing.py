"""Compare the generated package on disk with what was built."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from runcomfy_codegen.diagnostics.codes import diagnose
from runcomfy_codegen.diagnostics.diagnostic import Diagnostic
from runcomfy_codegen.output.checksum_header import is_edited, without_checksum
from runcomfy_codegen.output.on_disk import (
    digest_on_disk,
    digest_with_line_feeds,
    files_on_disk,
    is_generated,
    text_on_disk,
)
from runcomfy_codegen.output.paths import PACKAGE


@dataclass(frozen=True)
class DriftReport:
    """The differences between disk and build; paths are relative to the output folder."""

    changed: tuple[str, ...]
    """Files that differ, and were not edited since they were generated."""
    edited: tuple[str, ...]
    """Files that differ, and were edited since they were generated."""
    line_ends: tuple[str, ...]
    """Files that differ only in their line ends: git has converted them."""
    missing: tuple[str, ...]
    stale: tuple[str, ...]
    """Generated files that no schema asks for any more."""
    unchanged: tuple[str, ...]
    foreign: tuple[str, ...]
    """Files that were not generated. They get a warning, and do not count as a difference."""

    @property
    def is_clean(self) -> bool:
        """Whether the generated files on disk are those that were built."""
        return not (self.differing or self.missing or self.stale)

    @property
    def differing(self) -> tuple[str, ...]:
        """Files that exist with another content."""
        return tuple(sorted((*self.changed, *self.edited, *self.line_ends)))

    def states(self) -> dict[str, str]:
        """Return `changed`, `hand-edited`, `line-ends`, `missing` or `stale` by path."""
        groups = {
            "changed": self.changed,
            "hand-edited": self.edited,
            "line-ends": self.line_ends,
            "missing": self.missing,
            "stale": self.stale,
        }
        return {name: state for state, names in groups.items() for name in names}


def compare(built: Mapping[str, str], out: Path, package: str = PACKAGE) -> DriftReport:
    """Compare files whose `file_digest` is in `built` with those of `package` below `out`."""
    on_disk = set(files_on_disk(out, package))
    others = on_disk - built.keys()
    stale = {name for name in others if is_generated(out / name)}
    differing = {
        name for name in on_disk & built.keys() if digest_on_disk(out, name) != built[name]
    }
    converted = {name for name in differing if digest_with_line_feeds(out, name) == built[name]}
    remaining = differing - converted
    edited = {name for name in remaining if is_edited(name, text_on_disk(out, name))}
    return DriftReport(
        changed=tuple(sorted(differing - edited - converted)),
        edited=tuple(sorted(edited)),
        line_ends=tuple(sorted(converted)),
        missing=tuple(sorted(built.keys() - on_disk)),
        stale=tuple(sorted(stale)),
        unchanged=tuple(sorted((on_disk & built.keys()) - differing)),
        foreign=tuple(sorted(others - stale)),
    )


def unified_diff(files: Mapping[str, str], out: Path, name: str) -> Iterator[str]:
    """Return the lines of a diff from disk to build, for one file that differs."""
    return diff_lines(
        without_checksum(text_on_disk(out, name)), without_checksum(files[name]), name
    )


def diff_lines(before: list[str], after: list[str], name: str) -> Iterator[str]:
    """Return the lines of a diff of the file `name`, from disk to build."""
    return difflib.unified_diff(before, after, f"on disk/{name}", f"built/{name}", lineterm="")


def foreign_files(report: DriftReport, out: Path) -> list[Diagnostic]:
    """Return a warning for each file in the package that was not generated."""
    message = "not made by runcomfy-codegen: left alone"
    paths = [(out / name).as_posix() for name in report.foreign]
    return [diagnose("foreign-file", path, "", message) for path in paths]
