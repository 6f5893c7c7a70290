"""What the arguments of `diff` mean: folders, revisions, ranges, or the working tree."""

from __future__ import annotations

import re
from pathlib import Path

from runcomfy_codegen.diff.revisions import Revision, find, merge_base

Source = Path | Revision

_RANGE = re.compile(r"(?!\.\./)(.*?)(\.{2,3})(?!/)(.*)")


def sources(arguments: tuple[str, ...], schemas: Path) -> tuple[Source, Source]:
    """The old and the new side that `arguments` name; `schemas` is the folder in the working tree.

    Two are the old and the new side; one is the old side against the working tree, or a range as
    git writes it (`A..B`, `A..`, `A...B`); none is `HEAD` against the working tree. Raises
    `RevisionError` where one is neither a folder nor a revision.
    """
    if len(arguments) == 2:
        return _source(arguments[0], schemas), _source(arguments[1], schemas)
    name = arguments[0] if arguments else "HEAD"
    if not Path(name).is_dir() and (parts := _RANGE.fullmatch(name)):
        return _range(parts[1], parts[2], parts[3], schemas)
    return _source(name, schemas), schemas


def _source(name: str, schemas: Path) -> Source:
    return Path(name) if Path(name).is_dir() else find(name, schemas)


def _range(first: str, dots: str, last: str, schemas: Path) -> tuple[Revision, Revision]:
    old, new = find(first or "HEAD", schemas), find(last or "HEAD", schemas)
    return (merge_base(old, new) if len(dots) == 3 else old), new
