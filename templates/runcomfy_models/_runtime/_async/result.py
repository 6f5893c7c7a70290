"""The result of a job, and its files."""

from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any, Self

from ..outputs import OutputT
from ..public import public
from ..result import JobResult


@public
class AsyncResult(JobResult[OutputT]):
    """The result of a job; `output` is the model's `Output`. It pickles without token."""

    async def download(
        self, folder: str | Path = ".", *, url: str | None = None
    ) -> list[Path]:
        """Fetch the files of the output into `folder`, or the one behind `url` alone.

        A file that fails does not stop the others.

        Args:
            folder: Made where it is missing. Names come from the URLs; a file that is
                there is never overwritten, the new one gets a number.
            url: One of the URLs of the output.

        Returns:
            The files, in the order in which their URLs stand in the output.

        Raises:
            DownloadError: A host that `download_hosts` does not name, a file beyond
                `download_limit`, a server that does not give the file, or a folder that
                cannot be written to. What has arrived stays in a `.part` file, and the
                next call goes on from there. `paths` are the files that are there: a
                call with `url` fetches one of the others without fetching them again.
        """
        from ..download.urls import file_urls
        from .download import AsyncDownloads

        downloads: AsyncDownloads = self.downloads or AsyncDownloads()
        urls = file_urls(self.raw.get("output")) if url is None else [url]
        return await downloads.fetch_all(urls, Path(folder))

    def __getstate__(self) -> dict[str, Any]:
        """Everything but the connection with its token."""
        return {**vars(self), "downloads": None}

    def __copy__(self) -> Self:
        """The same result, with its connection."""
        return replace(self)

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        """The same result of its own, on the same connection."""
        copies = {name: deepcopy(value, memo) for name, value in vars(self).items()}
        return replace(self, **copies)
