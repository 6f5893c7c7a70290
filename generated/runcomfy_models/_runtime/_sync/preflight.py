# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""Looking at the files behind the URLs of an input before a job is paid for."""

from collections.abc import Iterable

from ..media.remote import RemoteFile, remote_file, url_problem
from ..options import Options
from .fetch import Refused, fetched
from .transport import Transport


def look(
    urls: Iterable[str], transport: Transport, options: Options
) -> dict[str, RemoteFile]:
    """What the servers behind `urls` say; the token goes to none of them."""
    return {url: _look(url, transport, options) for url in urls}


def _look(url: str, transport: Transport, options: Options) -> RemoteFile:
    file = _asked("HEAD", url, transport, options)
    if file.problem is None or url_problem(url, transport.base_url):
        return file
    return _asked("GET", url, transport, options)  # HEAD is often not allowed


def _asked(method: str, url: str, transport: Transport, options: Options) -> RemoteFile:
    """What one call tells; the body of the answer is left unread."""
    import httpx

    def refusal(url: str) -> str | None:
        return url_problem(url, transport.base_url)

    headers = {"Accept-Encoding": "identity"}
    timeout = httpx.Timeout(options.read_timeout, connect=options.connect_timeout)
    try:
        with fetched(
            transport.http, url, refusal, headers, timeout, method
        ) as response:
            return remote_file(response.status_code, response.headers)
    except Refused as why:
        return RemoteFile(str(why))
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
        return RemoteFile(f"is not reachable: {error or type(error).__name__}")
