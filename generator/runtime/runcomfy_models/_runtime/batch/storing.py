"""Download the files of a job to the paths of the template: all of them, whole."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ..concurrency import AsyncBlocking
from ..download.urls import file_urls
from ..journal.entry import Entry, StoredFile, read_entry
from ..journal.paid_calls.outcomes import record_stored_files
from ..journal.receipts import write_receipts
from ..journal.stored_files import files_text, stored_file
from ..new_file import sync_folder
from .templates import Template

if TYPE_CHECKING:
    from .._async.download import AsyncDownloads
    from ..journal.journal import Journal


async def store_files(
    journal: "Journal",
    entry: Entry,
    template: Template,
    downloads: "AsyncDownloads",
    *,
    receipts: bool,
) -> Entry:
    """Download the files of a job that has completed, and record that it is done.

    Returns its entry in the journal. Raises `DownloadError`; what has arrived stays, and
    the next call resumes it.
    """
    files: list[StoredFile] = []
    for number, url in enumerate(file_urls(entry.output), 1):
        path_of = partial(_path, template, entry, number)
        path = await downloads.fetch_as(url, path_of)
        files.append(await AsyncBlocking.run_to_end(partial(_stored, path)))
    if receipts:
        # Before the job is recorded as done: after that, no run handles it again.
        stored = replace(entry, files=tuple(files))
        write = partial(write_receipts, stored.receipt, stored.paths)
        await AsyncBlocking.run_to_end(write)
    finishing = journal.do(
        partial(record_stored_files, key=entry.key, files=files_text(files))
    )
    return read_entry(await AsyncBlocking.outcome(finishing))


def _path(template: Template, entry: Entry, number: int, suffix: str) -> Path:
    day = entry.planned_at.date().isoformat()
    return template.path(entry.key, entry.model_id, day, number, suffix)


def _stored(path: Path) -> StoredFile:
    sync_folder(path.parent)
    return stored_file(path)
