"""The version of the next release: it follows from what changed since the last one."""

from __future__ import annotations

from pathlib import Path

from runcomfy_codegen.diff.comparison import compare_sets
from runcomfy_codegen.diff.sources.revisions import find_revision
from runcomfy_codegen.diff.sources.schema_sets import read_valid_sets
from runcomfy_codegen.reading.files import CHANGELOG_FILE, read_changelog
from runcomfy_codegen.releases.changelog_entries import last_released
from runcomfy_codegen.releases.errors import ReleaseError
from runcomfy_codegen.releases.tags import Release, last_release
from runcomfy_codegen.releases.version import FIRST, PARTS, Version


def next_version(schemas: Path, code: str = "none") -> Version:
    """Return the version that follows the last release, by the changes in `schemas` since then.

    `code` is the part of the version that other changes raise at least. Without any change it is
    the last version. Raises `ReleaseError`, `GitError` or `DiagnosticsError`.
    """
    last = last_release(schemas)
    _check_tags_are_complete(last, schemas)
    if last is None:
        return FIRST
    part = max(_changed_part(last, schemas), code, key=PARTS.index)
    return last.version.raised(part)


def _check_tags_are_complete(last: Release | None, schemas: Path) -> None:
    """Raise `ReleaseError` if the change log has a release without a tag."""
    logged = last_released(read_changelog(schemas))
    if logged and (last is None or logged > last.version):
        raise ReleaseError(
            f"{CHANGELOG_FILE} has the release {logged}, but there is no tag v{logged}: "
            "git fetch --tags"
        )


def _changed_part(last: Release, schemas: Path) -> str:
    """Return the part of the version that the findings since `last` raise."""
    revision = find_revision(f"refs/tags/{last.tag}", schemas)
    before, after = read_valid_sets(revision, schemas)
    return compare_sets(before, after).bump
