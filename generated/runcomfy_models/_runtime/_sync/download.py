# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 21cc12a63a920a86ccecdfae6a87c373
"""Download the files of a result: only whole files, and without running the job again."""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from functools import partial
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from ..concurrency import Blocking, Clock
from ..download.file_names import file_name
from ..download.part_file import PartFile
from ..download.responses import Piece, content_encoding, next_piece, whole_file
from ..download.urls import refusal_reason, without_query
from ..errors import DownloadError
from ..http.answers import read_retry_after
from ..http.clients import ClientFactory
from ..http.retry import NOT_YET, NOT_YET_SECONDS, backoff
from ..http.timeouts import timeouts
from ..options import Options
from ..timing import Deadline
from ..truncating import truncated
from .fetching import Fetch, FetchRefused, fetched
from .network_backend import keep_deadlines

if TYPE_CHECKING:
    import httpx

    from .api_calls import ApiCalls

PathOf = Callable[[int, str], Path]
"""Returns the path of a file by its number, from 1, and its suffix."""

RETRIED = frozenset({408, 416, 425, 429, 500, 502, 503, 504})
"""HTTP statuses after which a download is tried again; 416 means that the part file does not
belong to the file."""

_MAX_MESSAGE = 2000
"""Characters of an error message, however many files fail."""

MAX_PAUSE = 60.0
"""Seconds between two attempts, however long a server asks for."""


class Downloads:
    """Downloads files from the hosts that `options` allow."""

    def __init__(
        self,
        api: "ApiCalls | None" = None,
        options: Options | None = None,
        facts: dict[str, Any] | None = None,
    ) -> None:
        """Prepare; `facts` about the job are for errors.

        Downloads use the client that was passed in to `api` while it is open, else
        a client of their own.
        """
        self._api = api
        self._options = options or Options()
        self._facts = facts or {}
        self._factory = api.connections.factory if api else ClientFactory(None)
        self._clock = api.clock if api else Clock()
        # A file may be missing for a moment after the end of its job.
        self._may_be_missing_until = Deadline(
            self._clock, NOT_YET_SECONDS if api else 0.0
        )

    def __deepcopy__(self, memo: object) -> Self:
        """Return the same object: a connection is not copied."""
        return self

    def fetch_all(self, urls: Sequence[str], to: Path | PathOf) -> list[Path]:
        """Download all files that are available, then report the others.

        `to` is a folder, or returns the path of each file. See `Result.download`.
        """
        paths: list[Path] = []
        errors: list[DownloadError] = []
        for number, url in enumerate(urls, 1):
            try:
                if isinstance(to, Path):
                    paths.append(self.fetch(url, to))
                else:
                    paths.append(self.fetch_as(url, partial(to, number)))
            except DownloadError as error:
                errors.append(error)
        if errors and len(urls) == 1:
            raise errors[0]
        if errors:
            raise self._incomplete(errors, paths) from errors[0]
        return paths

    def fetch(self, url: str, folder: Path) -> Path:
        """Download one file and return its path."""

        def publish(part: PartFile, content_type: str) -> Path:
            return part.publish(folder, file_name(url, content_type))

        return self._fetch(url, folder, publish)

    def fetch_as(self, url: str, path_of: Callable[[str], Path]) -> Path:
        """Download one file to the path that `path_of` returns for its suffix; return it."""

        def publish(part: PartFile, content_type: str) -> Path:
            return part.publish_as(path_of(Path(file_name(url, content_type)).suffix))

        return self._fetch(url, path_of("").parent, publish)

    def _fetch(
        self, url: str, folder: Path, publish: Callable[[PartFile, str], Path]
    ) -> Path:
        if why := self._refusal(url):
            raise self._error(url, f"not fetched: {why}")
        try:
            with ExitStack() as stack:
                http = self._client(stack, url)
                part = Blocking.run_to_end(partial(_opened, stack, folder, url))
                content_type = self._fetch_whole(http, url, part)
                return Blocking.run_to_end(partial(publish, part, content_type))
        # ValueError: a name that the file system cannot encode, or one with a NUL.
        except (OSError, ValueError) as error:
            raise self._error(url, f"not stored: {error}") from error

    def _fetch_whole(self, http: "httpx.Client", url: str, part: PartFile) -> str:
        """Download the whole file, in as many calls as it takes; return its content type."""
        failures = _Failures(part.size)
        while True:
            try:
                return self._fetch_once(http, url, part)
            except _Interrupted as error:
                failures.add(error, part.size)
                if failures.count >= self._options.attempts and not error.may_come:
                    raise self._error(url, f"not fetched: {error}") from None
                asked = min(error.retry_after or 0.0, MAX_PAUSE)
                pause = backoff(failures.count, self._clock, asked)
            if failures.count:
                self._clock.sleep(pause)

    def _fetch_once(self, http: "httpx.Client", url: str, part: PartFile) -> str:
        library = self._factory.library
        headers = {"Accept-Encoding": "identity", **part.resume_headers()}
        limits = {**timeouts(self._options, inf), "pool": None}
        try:
            fetch = Fetch(url, headers, limits)
            with fetched(library, http, fetch, self._refusal) as response:
                self._check(response, url, part)
                self._store(response, _prepared(response, part), url, part)
                return str(response.headers.get("Content-Type", ""))
        except FetchRefused as why:
            raise self._error(url, f"not fetched: {why}") from None
        except library.errors as error:
            raise _Interrupted(str(error) or type(error).__name__) from None

    def _check(self, response: "httpx.Response", url: str, part: PartFile) -> None:
        """Continue only if the body is the file, or a piece of it, without another encoding."""
        may_come = (
            response.status_code in NOT_YET and not self._may_be_missing_until.is_over
        )
        if response.status_code in RETRIED or may_come:
            raise self._interruption(response, part, may_come)
        why = ""
        if response.status_code not in (200, 206):
            why = f"HTTP {response.status_code}"
        elif code := content_encoding(response):
            # Not all decoders notice that an encoded body is cut short.
            why = f"the server sends it encoded ({truncated(code, 40)}), unasked"
        if why:
            status = response.status_code
            raise self._error(url, f"not fetched: {why}", http_status=status)

    def _store(
        self, response: "httpx.Response", piece: Piece, url: str, part: PartFile
    ) -> None:
        """Append what arrives to the part file; return only when the file is whole."""
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
            Blocking.run_to_end(partial(part.write, chunk))
        if total is not None and part.size < total:
            why = f"{part.size:,} of {total:,} bytes were sent"
            raise _Interrupted(why, in_order=True)

    def _interruption(
        self, response: "httpx.Response", part: PartFile, may_come: bool
    ) -> "_Interrupted":
        if response.status_code == 416:
            part.restart()
        return _Interrupted(
            f"HTTP {response.status_code}",
            read_retry_after(response.headers, self._clock.now()),
            may_come=may_come,
        )

    def _too_large(self, url: str, part: PartFile) -> DownloadError:
        part.restart()
        limit = self._options.download_limit
        return self._error(url, f"not fetched: larger than {limit:,} bytes")

    def _refusal(self, url: str) -> str | None:
        base_url = self._api.base_url if self._api else ""
        return refusal_reason(url, self._options.download_hosts, base_url)

    def _error(self, url: str, message: str, **facts: Any) -> DownloadError:
        bare = without_query(url)
        return DownloadError(f"{bare}: {message}", url=bare, **self._facts, **facts)

    def _incomplete(
        self, errors: list[DownloadError], paths: list[Path]
    ) -> DownloadError:
        why = truncated("; ".join(map(str, errors)), _MAX_MESSAGE)
        return DownloadError(
            f"{len(errors)} of {len(errors) + len(paths)} files: {why}",
            url=errors[0].url,
            http_status=errors[0].http_status,
            paths=tuple(paths),
            **self._facts,
        )

    def _client(self, stack: ExitStack, url: str) -> "httpx.Client":
        """Return the client that was passed in, else a new one for this file."""
        # Not one of the account's own clients: polls need their connections.
        if self._api:
            connections = self._api.connections
            if connections.has_user_client and not connections.is_closed:
                return connections.http
        [client] = self._factory.for_files().clients(url, count=1)
        keep_deadlines(client)
        return stack.enter_context(client)


def _opened(stack: ExitStack, folder: Path, url: str) -> PartFile:
    """Return the part file of `url`, which is closed at the end of `stack`."""
    return stack.enter_context(PartFile.open(folder, url))


def _prepared(response: "httpx.Response", part: PartFile) -> Piece:
    """Return the piece of the file in the answer, and prepare `part` for it."""
    if response.status_code == 200:
        piece = whole_file(response)
        part.restart(piece.version)
        return piece
    if following := next_piece(response, part.size, part.version):
        part.record(following.version)
        return following
    part.restart()
    raise _Interrupted("the server sent another range than was asked for")


class _Interrupted(Exception):
    """The file did not arrive whole; another call may bring more of it."""

    def __init__(
        self,
        why: str,
        retry_after: float | None = None,
        in_order: bool = False,
        may_come: bool = False,
    ) -> None:
        """Take the reason, and the pause that the server asks for, in seconds.

        `in_order` says that the server sends the file in pieces, so that nothing has failed;
        `may_come` that the server may not have the file yet.
        """
        super().__init__(why)
        self.retry_after = retry_after
        self.in_order = in_order
        self.may_come = may_come


class _Failures:
    """The calls in a row that brought nothing of a file, or broke off."""

    def __init__(self, size: int) -> None:
        """Begin with what an earlier download has left: `size` bytes."""
        self.count = 0
        self._largest_size = size

    def add(self, error: _Interrupted, size: int) -> None:
        """Count a call after which the file has `size` bytes."""
        if (
            size > self._largest_size
        ):  # progress, unless bytes only replaced those that were lost
            self.count = 0 if error.in_order else 1
        else:
            self.count += 1
        self._largest_size = max(self._largest_size, size)
