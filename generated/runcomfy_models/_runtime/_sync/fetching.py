# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 7d16c3e54c9ddfc8ee52a283cd45d8ed
"""Fetch a URL that is not the API's: without its token, headers and cookies."""

from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import httpx

MAX_REDIRECTS = 5
"""Redirects that are followed in a row."""

INVALID_URL = "it is not a valid URL"


class Refused(Exception):
    """A URL, given or redirected to, that the rules do not allow; the text says why."""


@contextmanager
def fetched(
    http: "httpx.Client",
    url: str,
    refusal: Callable[[str], str | None],
    headers: Mapping[str, str],
    timeout: "httpx.Timeout",
    method: str = "GET",
) -> "Generator[httpx.Response]":
    """Yield the open answer, after redirects to URLs that `refusal` does not refuse.

    Raises `Refused`, and the exceptions of httpx.
    """
    import httpx

    for _ in range(MAX_REDIRECTS + 1):
        if why := refusal(url):
            raise Refused(why)
        try:
            # Not made by `http`, which may add headers that are meant for the API alone.
            request = httpx.Request(
                method, url, headers=headers, extensions={"timeout": timeout.as_dict()}
            )
            response = http.send(
                request, stream=True, auth=httpx.Auth(), follow_redirects=False
            )
        except (httpx.InvalidURL, httpx.UnsupportedProtocol, UnicodeError):
            raise Refused(INVALID_URL) from None
        try:
            if not response.has_redirect_location:
                yield response
                return
            url = _joined(request.url, response.headers["Location"])
        finally:
            response.close()
    raise Refused(f"it redirects more than {MAX_REDIRECTS} times")


def _joined(base: "httpx.URL", location: str) -> str:
    import httpx

    try:
        return str(base.join(location))
    except (httpx.InvalidURL, ValueError):
        raise Refused(INVALID_URL) from None
