# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: c75fc5afc239c1ab8491c3c7bef62da2
"""Calls to anyone but the API: without its token, its headers and its cookies."""

from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import httpx

REDIRECTS = 5
"""Redirects that are followed in a row."""

NO_URL = "it is no URL that can be called"


class Refused(Exception):
    """A URL, first or redirected to, that the rules do not allow; the text says why."""


@asynccontextmanager
async def fetched(
    http: "httpx.AsyncClient",
    url: str,
    refusal: Callable[[str], str | None],
    headers: Mapping[str, str],
    timeout: "httpx.Timeout",
    method: str = "GET",
) -> "AsyncGenerator[httpx.Response]":
    """The open answer, behind redirects to URLs for which `refusal` has no objection.

    The request is made here and not by `http`, so that nothing which that client adds
    to the calls of the API goes elsewhere. Raises `Refused`, and what httpx raises.
    """
    import httpx

    for _ in range(REDIRECTS + 1):
        if why := refusal(url):
            raise Refused(why)
        try:
            request = httpx.Request(
                method, url, headers=headers, extensions={"timeout": timeout.as_dict()}
            )
            response = await http.send(
                request, stream=True, auth=httpx.Auth(), follow_redirects=False
            )
        except (httpx.InvalidURL, httpx.UnsupportedProtocol, UnicodeError):
            raise Refused(NO_URL) from None  # the host of some cannot be looked up
        try:
            if not response.has_redirect_location:
                yield response
                return
            url = _joined(request.url, response.headers["Location"])
        finally:
            await response.aclose()
    raise Refused(f"it redirects more than {REDIRECTS} times")


def _joined(base: "httpx.URL", location: str) -> str:
    import httpx

    try:
        return str(base.join(location))
    except (httpx.InvalidURL, ValueError):
        raise Refused(NO_URL) from None
