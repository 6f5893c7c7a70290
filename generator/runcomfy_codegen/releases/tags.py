"""Find the last release of a repository, by its tags."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from runcomfy_codegen.git.commits import tags_of_head
from runcomfy_codegen.git.repository import is_shallow
from runcomfy_codegen.releases.errors import ReleaseError
from runcomfy_codegen.releases.version import Version

_FLOATING_TAG = re.compile(r"v[0-9]+(\.[0-9]+)?")
"""A tag such as `v1`, which moves to each new release 1.x.y."""

_PRE_RELEASE = re.compile(r"v([0-9]+\.[0-9]+\.[0-9]+)-?(a|alpha|b|beta|c|rc|dev)[.0-9]*")
"""A tag of a pre-release."""


class Release(NamedTuple):
    """A release that was made."""

    version: Version
    tag: str


def last_release(folder: Path) -> Release | None:
    """Return the newest release that HEAD contains; None before the first.

    A release is a tag such as `v1.2.3`. Raises `ReleaseError` if the clone is shallow or a tag
    that begins with `v` is not a version, and `GitError` outside of a repository.
    """
    if is_shallow(folder):
        message = "this clone is shallow, so releases may be missing: git fetch --unshallow --tags"
        raise ReleaseError(message)
    tags = tags_of_head("v*", folder)
    versions = {tag: Version.parse(tag.removeprefix("v")) for tag in tags}
    releases = [Release(version, tag) for tag, version in versions.items() if version]
    for tag, version in versions.items():
        if not version and not _is_harmless(tag, releases):
            raise ReleaseError(
                f"the tag {tag!r} is not a version such as v1.2.3: rename or delete it "
                f"(git tag --delete {tag})"
            )
    return max(releases, default=None)


def _is_harmless(tag: str, releases: list[Release]) -> bool:
    """Whether a tag that is not a release may be ignored, given the `releases`."""
    is_moving = _FLOATING_TAG.fullmatch(tag) and any(
        release.tag.startswith(f"{tag}.") for release in releases
    )
    return bool(is_moving or (releases and _PRE_RELEASE.fullmatch(tag)))
