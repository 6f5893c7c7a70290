"""Parse the arguments of `diff`: folders, git revisions and ranges of them."""

from __future__ import annotations

import re
from pathlib import Path

from runcomfy_codegen.diff.sources.revisions import Revision, find_revision, merge_base

Source = Path | Revision

# Not a relative path such as `../schemas` or `old/../new`.
_RANGE = re.compile(r"(?!\.\./)(.*?)(\.{2,3})(?!/)(.*)")


def parse_sources(arguments: tuple[str, ...], schemas: Path) -> tuple[Source, Source]:
    """Return the old and the new side; `schemas` is the folder in the working tree.

    Two arguments are both sides. One is the old side, compared with the working tree, or a range
    (`A..B`, `A..`, `A...B`). Without any, `HEAD` is compared with the working tree. Raises
    `GitError` for an argument that is neither a folder nor a revision.
    """
    if len(arguments) == 2:
        return _source(arguments[0], schemas), _source(arguments[1], schemas)
    name = arguments[0] if arguments else "HEAD"
    if not Path(name).is_dir() and (parts := _RANGE.fullmatch(name)):
        return _range(parts[1], parts[2], parts[3], schemas)
    return _source(name, schemas), schemas


def _source(name: str, schemas: Path) -> Source:
    return Path(name) if Path(name).is_dir() else find_revision(name, schemas)


def _range(first: str, dots: str, last: str, schemas: Path) -> tuple[Revision, Revision]:
    old, new = find_revision(first or "HEAD", schemas), find_revision(last or "HEAD", schemas)
    return (merge_base(old, new) if len(dots) == 3 else old), new
