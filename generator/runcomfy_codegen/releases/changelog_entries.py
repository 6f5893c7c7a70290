"""The entries of `schemas/CHANGELOG.md` by release.

An entry is headed `## 7. minor` until it is released, then
`## 7. minor, released as 1.3.0 on 2026-11-28`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from runcomfy_codegen.releases.errors import ReleaseError
from runcomfy_codegen.releases.version import Version

_HEADING = re.compile(r"^## \d+\. \w+(?:, released as (\S+) on (\S+))?$", re.MULTILINE)


@dataclass(frozen=True)
class ChangelogEntry:
    """One entry of the log."""

    text: str
    version: str
    """Empty before it is released."""
    day: str
    """Empty before it is released."""


def entries(log: str) -> list[ChangelogEntry]:
    """Return all entries of `log`, in its order: the newest first."""
    headings = [*_HEADING.finditer(log)]
    ends = [*(heading.start() for heading in headings), len(log)][1:]
    return [
        ChangelogEntry(log[heading.start() : end].strip(), heading[1] or "", heading[2] or "")
        for heading, end in zip(headings, ends, strict=True)
    ]


def entries_of_release(log: str, version: str) -> str:
    """Return the text of the entries that were released as `version`; "" for none yet."""
    return "\n\n".join(entry.text for entry in entries(log) if entry.version == version)


def last_released(log: str) -> Version | None:
    """Return the highest version that `log` knows; None before the first release."""
    versions = (Version.parse(entry.version) for entry in entries(log))
    return max(filter(None, versions), default=None)


def with_release(log: str, version: Version, day: date) -> str:
    """Return `log` with all entries that are not released yet marked as `version`, of `day`.

    Raises `ReleaseError` if the log has that version already, or a later one.
    """
    last = last_released(log)
    if last and last >= version:
        raise ReleaseError(f"{version} is not later than {last}, which the change log has already")
    mark = f", released as {version} on {day.isoformat()}"
    return _HEADING.sub(lambda heading: heading[0] if heading[1] else heading[0] + mark, log)
