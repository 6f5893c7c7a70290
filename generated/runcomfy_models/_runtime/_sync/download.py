# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 43cff1e1104fe72eff11531a3872059a
"""Fetching the files of a result: whole or not at all, and never by running it again."""

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from ..download.answers import Piece, encoding, rest, whole
from ..download.file_names import file_name
from ..download.part import Part
from ..download.urls import refusal, shown_url
from ..errors import DownloadError
from ..http_clients import Choice
from ..options import Options
from ..origin import is_plain
from ..retry import backoff, read_retry_after
from ..shown import shown
from .bounded import bind
from .clock import Clock
from .fetch import Refused, fetched

if TYPE_CHECKING:
    import httpx

    from .transport import Transport

PASSING = frozenset({408, 416, 425, 429, 500, 502, 503, 504})
"""HTTP statuses after which the download is tried again; 416 is a part of other length."""

LONGEST_MESSAGE = 2000
"""Characters, however many files fail."""

LONGEST_PAUSE = 60.0
"""Seconds, however long a server asks for."""


class Downloads:
    """Fetches files from where `options` allow it."""

    def __init__(
        self,
        transport: "Transport | None" = None,
        options: Options | None = None,
        facts: dict[str, Any] | None = None,
    ) -> None:
        """Over the client that was handed in to `transport` while it is open, else over
        their own. `facts` are of the job, for errors.
        """
        self._transport = transport
        self._options = options or Options()
        self._facts = facts or {}
        self._clock = transport.clock if transport else Clock()

    def __deepcopy__(self, memo: object) -> Self:
        """Itself: a connection is not copied."""
        return self

    def fetch_all(self, urls: Sequence[str], folder: Path) -> list[Path]:
        """Fetch what can be fetched, then tell of the rest. See `Result.download`."""
        paths: list[Path] = []
        errors: list[DownloadError] = []
        for url in urls:
            try:
                paths.append(self.fetch(url, folder))
            except DownloadError as error:
                errors.append(error)
        if errors and len(urls) == 1:
            raise errors[0]
        if errors:
            raise self._partly(errors, paths) from errors[0]
        return paths

    def fetch(self, url: str, folder: Path) -> Path:
        """Fetch one file."""
        if why := self._refusal(url):
            raise self._error(url, f"not fetched: {why}")
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with ExitStack() as stack:
                http = self._http(stack, url)
                part = stack.enter_context(Part.claim(folder, url))
                content_type = self._whole(http, url, part)
                return part.publish(folder, file_name(url, content_type))
        except OSError as error:
            raise self._error(url, f"not stored: {error}") from error

    def _whole(self, http: "httpx.Client", url: str, part: Part) -> str:
        """Fetch all of it, in as many calls as it takes; returns the content type.

        A call that brings more than was ever there is not counted: that is progress.
        """
        failures, highest = 0, part.size
        while True:
            try:
                return self._once(http, url, part)
            except _Interrupted as error:
                least = 0 if error.in_order else 1
                failures = least if part.size > highest else failures + 1
                highest = max(highest, part.size)
                if failures >= self._options.attempts:
                    raise self._error(url, f"not fetched: {error}") from None
                pause = backoff(failures, self._clock, error.retry_after)
            if failures:
                self._clock.sleep(min(pause, LONGEST_PAUSE))

    def _once(self, http: "httpx.Client", url: str, part: Part) -> str:
        import httpx

        headers = {"Accept-Encoding": "identity", **part.resuming()}
        read, connect = self._options.read_timeout, self._options.connect_timeout
        timeout = httpx.Timeout(read, connect=connect, pool=None)
        try:
            with fetched(http, url, self._refusal, headers, timeout) as response:
                self._check(response, url, part)
                self._take(response, _begun(response, part), url, part)
                return str(response.headers.get("Content-Type", ""))
        except Refused as why:
            raise self._error(url, f"not fetched: {why}") from None
        except (httpx.HTTPError, httpx.StreamError) as error:
            raise _Interrupted(str(error) or type(error).__name__) from None

    def _check(self, response: "httpx.Response", url: str, part: Part) -> None:
        """Go on only where the body is the file, or a piece of it, as it is stored."""
        if response.status_code in PASSING:
            raise self._passing(response, part)
        why = ""
        if response.status_code not in (200, 206):
            why = f"HTTP {response.status_code}"
        elif code := encoding(response):  # of a cut one not all decoders tell
            why = f"it is sent encoded ({shown(code, 40)}), which nobody asked for"
        if why:
            status = response.status_code
            raise self._error(url, f"not fetched: {why}", http_status=status)

    def _take(
        self, response: "httpx.Response", piece: Piece, url: str, part: Part
    ) -> None:
        """Write what arrives behind what is there; done only when the file is whole."""
        total, limit = piece.version.total, self._options.download_limit
        if total is not None and total > limit:
            raise self._too_large(url, part)
        for chunk in response.iter_bytes():
            size = part.size + len(chunk)
            if piece.stop is not None and size > piece.stop:
                part.restart()
                raise _Interrupted("more was sent than was announced")
            if size > limit:
                raise self._too_large(url, part)
            part.write(chunk)
        if total is not None and part.size < total:
            why = f"{part.size:,} of {total:,} bytes were sent"
            raise _Interrupted(why, in_order=True)

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

    def _partly(self, errors: list[DownloadError], paths: list[Path]) -> DownloadError:
        why = shown("; ".join(map(str, errors)), LONGEST_MESSAGE)
        return DownloadError(
            f"{len(errors)} of {len(errors) + len(paths)} files: {why}",
            url=errors[0].url,
            http_status=errors[0].http_status,
            paths=tuple(paths),
            **self._facts,
        )

    def _http(self, stack: ExitStack, url: str) -> "httpx.Client":
        """The client that was handed in, else one for this file: polls need theirs."""
        if self._transport:
            connections = self._transport.connections
            if connections.is_given and not connections.is_closed:
                return connections.http
        [own] = Choice(None).clients(trust_env=not is_plain(url), count=1)
        bind(own)
        return stack.enter_context(own)


def _begun(response: "httpx.Response", part: Part) -> Piece:
    """What the answer brings, with `part` ready for it."""
    if response.status_code == 200:
        piece = whole(response)
        part.restart(piece.version)
        return piece
    if found := rest(response, part.size, part.version):
        part.mark(found.version)
        return found
    part.restart()
    raise _Interrupted("the rest that was sent is not the one asked for")


class _Interrupted(Exception):
    """The file did not arrive whole; more of it may by another call."""

    def __init__(
        self, why: str, retry_after: float | None = None, in_order: bool = False
    ) -> None:
        """`in_order` where nothing broke: the server gives the file piece by piece."""
        super().__init__(why)
        self.retry_after = retry_after
        self.in_order = in_order
