"""The result of a job, and its files."""

from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any, Self

from ..first_use import FIRST_USE
from ..jobs.job_result import JobResult
from ..models.outputs import OutputT
from ..public import public


@public
class Result(JobResult[OutputT]):
    """The result of a job; `output` is the model's `Output`. It pickles without token."""

    def download(
        self, folder: str | Path = ".", *, url: str | None = None
    ) -> list[Path]:
        """Download the files of the output into `folder`, or only the one at `url`.

        A file that fails does not stop the others.

        Args:
            folder: Created if missing. File names come from the URLs; an existing file
                is never overwritten, the new one gets a number.
            url: One of the URLs of the output.

        Returns:
            The paths of the files, in the order of their URLs in the output.

        Raises:
            DownloadError: A host that is not in `download_hosts`, a file larger than
                `download_limit`, a server that does not deliver the file, or a folder
                that cannot be written to. What has arrived stays in a `.part` file, and
                the next call resumes it. `paths` are the files that are complete: use `url`
                to download only one of the others.
        """
        with FIRST_USE:
            from ..download.urls import file_urls
            from .download import Downloads

        downloads: Downloads = self.downloads or Downloads()
        urls = file_urls(self.raw.get("output")) if url is None else [url]
        return downloads.fetch_all(urls, Path(folder))

    def __getstate__(self) -> dict[str, Any]:
        """Pickle without the connection and its token."""
        return {**vars(self), "downloads": None}

    def __copy__(self) -> Self:
        """Return the same result, with its connection."""
        return replace(self)

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        """Return a deep copy on the same connection."""
        copies = {name: deepcopy(value, memo) for name, value in vars(self).items()}
        return replace(self, **copies)
