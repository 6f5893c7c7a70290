# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""Fetching the files of a result: whole or not at all, and never by running it again."""

from contextlib import AsyncExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..download.answers import announced, continues, etag
from ..download.file_names import file_name
from ..download.part import Part
from ..download.urls import refusal, shown_url
from ..errors import DownloadError
from ..options import Options
from ..retry import backoff, read_retry_after
from .clock import AsyncClock
from .fetch import Refused, fetched

if TYPE_CHECKING:
    import httpx

    from .transport import AsyncTransport

PASSING = frozenset({408, 416, 425, 429, 500, 502, 503, 504})
"""HTTP statuses after which the download is tried again; 416 is a part of other length."""


LONGEST_PAUSE = 60.0
"""Seconds, however long a server asks for."""


class AsyncDownloads:
    """Fetches files from where `options` allow it."""

    def __init__(
        self,
        transport: "AsyncTransport | None" = None,
        options: Options | None = None,
        facts: dict[str, Any] | None = None,
    ) -> None:
        """Over the connections of `transport` while that is open, else over its own.

        `facts` are of the job, for errors.
        """
        self._transport = transport
        self._options = options or Options()
        self._facts = facts or {}
        self._clock = transport.clock if transport else AsyncClock()

    async def fetch(self, url: str, folder: Path) -> Path:
        """Fetch one file. See `Result.download`."""
        if why := self._refusal(url):
            raise self._error(url, f"not fetched: {why}")
        folder.mkdir(parents=True, exist_ok=True)
        async with AsyncExitStack() as stack:
            http = await self._http(stack)
            part = stack.enter_context(Part.claim(folder, url))
            content_type = await self._whole(http, url, part)
            return part.publish(folder, file_name(url, content_type))

    async def _whole(self, http: "httpx.AsyncClient", url: str, part: Part) -> str:
        """Fetch all of it, in as many calls as it takes; returns the content type.

        A call that brings something is not counted: that is progress.
        """
        failures = 0
        while True:
            before = part.size
            try:
                return await self._once(http, url, part)
            except _Interrupted as error:
                failures = 1 if part.size > before else failures + 1
                if failures >= self._options.attempts:
                    raise self._error(url, f"not fetched: {error}") from None
                pause = backoff(failures, self._clock, error.retry_after)
            await self._clock.sleep(min(pause, LONGEST_PAUSE))

    async def _once(self, http: "httpx.AsyncClient", url: str, part: Part) -> str:
        import httpx

        headers = {"Accept-Encoding": "identity", **part.resuming()}
        timeout = httpx.Timeout(
            self._options.read_timeout, connect=self._options.connect_timeout
        )
        try:
            async with fetched(http, url, self._refusal, headers, timeout) as response:
                await self._take(response, url, part)
                return str(response.headers.get("Content-Type", ""))
        except Refused as why:
            raise self._error(url, f"not fetched: {why}") from None
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
            raise _Interrupted(str(error) or type(error).__name__) from None

    async def _take(self, response: "httpx.Response", url: str, part: Part) -> None:
        """Write what arrives behind what is there, or from the beginning."""
        if response.status_code in PASSING:
            raise self._passing(response, part)
        if response.status_code not in (200, 206):
            raise self._error(
                url,
                f"not fetched: HTTP {response.status_code}",
                http_status=response.status_code,
            )
        if not continues(response, part.size):
            part.restart(etag(response))
            if response.status_code == 206:
                raise _Interrupted("the rest that was sent is not the one asked for")
        if part.size + announced(response) > self._options.download_limit:
            raise self._too_large(url, part)
        async for chunk in response.aiter_bytes():
            if part.size + len(chunk) > self._options.download_limit:
                raise self._too_large(url, part)
            part.write(chunk)

    def _passing(self, response: "httpx.Response", part: Part) -> "_Interrupted":
        if response.status_code == 416:
            part.restart()
        header = response.headers.get("Retry-After")
        return _Interrupted(
            f"HTTP {response.status_code}",
            read_retry_after(header, self._clock.now()),
        )

    def _too_large(self, url: str, part: Part) -> DownloadError:
        part.restart()
        limit = self._options.download_limit
        return self._error(url, f"not fetched: larger than {limit:,} bytes")

    def _refusal(self, url: str) -> str | None:
        base_url = self._transport.base_url if self._transport else ""
        return refusal(url, self._options.download_hosts, base_url)

    def _error(self, url: str, message: str, **facts: Any) -> DownloadError:
        shown = shown_url(url)
        return DownloadError(f"{shown}: {message}", url=shown, **self._facts, **facts)

    async def _http(self, stack: AsyncExitStack) -> "httpx.AsyncClient":
        import httpx

        if self._transport and not self._transport.connections.is_closed:
            return self._transport.http
        return await stack.enter_async_context(httpx.AsyncClient())


class _Interrupted(Exception):
    """The file did not arrive whole; more of it may by another call."""

    def __init__(self, why: str, retry_after: float | None = None) -> None:
        super().__init__(why)
        self.retry_after = retry_after
