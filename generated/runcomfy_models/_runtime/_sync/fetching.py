# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 9c4da175a8b3b92983b030e985a0b611
"""Fetch a URL outside of the API: without the token, headers and cookies of the API."""

from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..http.libraries import HttpLibrary
from ..timing import Deadline
from .call_state import CURRENT_CALL, CallState

if TYPE_CHECKING:
    import httpx

MAX_REDIRECTS = 5
"""Redirects that are followed in a row."""

INVALID_URL = "it is not a valid URL"


class FetchRefused(Exception):
    """The rules do not allow a URL, or one that it redirects to; the text says why."""


@dataclass(frozen=True)
class Fetch:
    """A request for a file, with the timeouts of its steps as httpx takes them."""

    url: str
    headers: Mapping[str, str]
    timeouts: Mapping[str, float | None]
    method: str = "GET"
    deadline: Deadline | None = None
    """When the whole has to be over; None for no limit while data arrives."""


@contextmanager
def fetched(
    library: HttpLibrary,
    http: "httpx.Client",
    fetch: Fetch,
    refusal: Callable[[str], str | None],
) -> "Generator[httpx.Response]":
    """Yield the open answer, after redirects to URLs that `refusal` does not refuse.

    Raises `FetchRefused`, and the exceptions of `library`, which made `http`.
    """
    outer = CURRENT_CALL.get()
    try:
        # Set even without a deadline: Ctrl-C may have left an earlier call here.
        CURRENT_CALL.set(CallState(fetch.deadline) if fetch.deadline else None)
        with _redirected(library, http, fetch, refusal) as response:
            yield response
    finally:
        CURRENT_CALL.set(outer)


@contextmanager
def _redirected(
    library: HttpLibrary,
    http: "httpx.Client",
    fetch: Fetch,
    refusal: Callable[[str], str | None],
) -> "Generator[httpx.Response]":
    url = fetch.url
    for _ in range(MAX_REDIRECTS + 1):
        if why := refusal(url):
            raise FetchRefused(why)
        response = _sent(library, http, fetch, url)
        try:
            if not response.has_redirect_location:
                yield response
                return
            url = _joined(response.request.url, response.headers["Location"], library)
        finally:
            response.close()
    raise FetchRefused(f"it redirects more than {MAX_REDIRECTS} times")


def _sent(
    library: HttpLibrary, http: "httpx.Client", fetch: Fetch, url: str
) -> "httpx.Response":
    """Return the open answer to `fetch`, sent to `url`."""
    extensions = {"timeout": fetch.timeouts}
    try:
        # Not made by `http`, which may add headers that only the API should get.
        request = library.request(
            fetch.method, url, headers=fetch.headers, extensions=extensions
        )
        return http.send(request, stream=True, auth=_unchanged, follow_redirects=False)
    except (library.invalid_url, library.unsupported, UnicodeError):
        raise FetchRefused(INVALID_URL) from None


def _unchanged(request: "httpx.Request") -> "httpx.Request":
    # As httpx's `auth`, in place of the one of a client that was passed in.
    return request


def _joined(base: "httpx.URL", location: str, library: HttpLibrary) -> str:
    try:
        return str(base.join(location))
    except (library.invalid_url, ValueError):
        raise FetchRefused(INVALID_URL) from None
