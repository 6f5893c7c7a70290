# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: e5af352f521b88b12e9a3ae6af2968cc
"""Calls to anyone but the API: without its token, its headers and its cookies."""

from collections.abc import Generator, Callable, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import httpx

REDIRECTS = 5
"""Redirects that are followed in a row."""

NO_URL = "it is no URL that can be called"


class Refused(Exception):
    """A URL, first or redirected to, that the rules do not allow; the text says why."""


@contextmanager
def fetched(
    http: "httpx.Client",
    url: str,
    refusal: Callable[[str], str | None],
    headers: Mapping[str, str],
    timeout: "httpx.Timeout",
    method: str = "GET",
) -> "Generator[httpx.Response]":
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
            response = http.send(
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
            response.close()
    raise Refused(f"it redirects more than {REDIRECTS} times")


def _joined(base: "httpx.URL", location: str) -> str:
    import httpx

    try:
        return str(base.join(location))
    except (httpx.InvalidURL, ValueError):
        raise Refused(NO_URL) from None
