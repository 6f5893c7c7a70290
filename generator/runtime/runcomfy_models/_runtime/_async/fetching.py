"""Fetch a URL that is not the API's: without its token, headers and cookies."""

from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from ..http.libraries import HttpLibrary

if TYPE_CHECKING:
    import httpx

MAX_REDIRECTS = 5
"""Redirects that are followed in a row."""

INVALID_URL = "it is not a valid URL"


class Refused(Exception):
    """A URL, given or redirected to, that the rules do not allow; the text says why."""


@asynccontextmanager
async def fetched(
    library: HttpLibrary,
    http: "httpx.AsyncClient",
    url: str,
    refusal: Callable[[str], str | None],
    headers: Mapping[str, str],
    time_outs: Mapping[str, float | None],
    method: str = "GET",
) -> "AsyncGenerator[httpx.Response]":
    """Yield the open answer, after redirects to URLs that `refusal` does not refuse.

    Raises `Refused`, and the exceptions of `library`, which made `http`.
    """
    for _ in range(MAX_REDIRECTS + 1):
        if why := refusal(url):
            raise Refused(why)
        try:
            # Not made by `http`, which may add headers that are meant for the API alone.
            request = library.request(
                method, url, headers=headers, extensions={"timeout": time_outs}
            )
            response = await http.send(
                request, stream=True, auth=_unchanged, follow_redirects=False
            )
        except (library.invalid_url, library.unsupported, UnicodeError):
            raise Refused(INVALID_URL) from None
        try:
            if not response.has_redirect_location:
                yield response
                return
            url = _joined(request.url, response.headers["Location"], library)
        finally:
            await response.aclose()
    raise Refused(f"it redirects more than {MAX_REDIRECTS} times")


def _unchanged(request: "httpx.Request") -> "httpx.Request":
    # As httpx's `auth`, in place of the one of a client that was handed in.
    return request


def _joined(base: "httpx.URL", location: str, library: HttpLibrary) -> str:
    try:
        return str(base.join(location))
    except (library.invalid_url, ValueError):
        raise Refused(INVALID_URL) from None
