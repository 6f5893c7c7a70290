"""Record the files that were downloaded, as the column `files` of the journal has them."""

import json
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from ..errors import JournalError
from .entry import StoredFile
from .journal import Journal
from .paid_calls.outcomes import record_stored_files
from .receipts import file_digest


def record_files(
    journal: Journal, key: str, paths: Iterable[Path]
) -> JournalError | None:
    """Record the files of the job `key`, which are on disk; return the error if that fails."""
    files = files_text(map(stored_file, paths))
    try:
        journal.do(partial(record_stored_files, key=key, files=files)).result()
    except JournalError as error:
        return error
    return None


def stored_file(path: Path) -> StoredFile:
    """Return the record of the file at `path`."""
    return StoredFile(path.absolute(), file_digest(path), path.stat().st_size)


def files_text(files: Iterable[StoredFile]) -> str:
    """Return `files` as JSON; `read_files` reads it."""
    return json.dumps([{**vars(file), "path": str(file.path)} for file in files])
