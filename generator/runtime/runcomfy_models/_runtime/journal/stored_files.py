"""Record the files that were downloaded, as the column `files` of the journal has them."""

import json
from collections.abc import Iterable
from pathlib import Path

from .entry import StoredFile
from .receipts import file_digest


def stored_file(path: Path) -> StoredFile:
    """Return the record of the file at `path`."""
    return StoredFile(path.absolute(), file_digest(path), path.stat().st_size)


def files_text(files: Iterable[StoredFile]) -> str:
    """Return `files` as JSON; `read_files` reads it."""
    return json.dumps([{**vars(file), "path": str(file.path)} for file in files])
