"""Looking at the files behind the URLs of an input before a job is paid for."""

from collections.abc import Iterable

from ..media.remote import RemoteFile, remote_file, url_problem
from ..options import Options
from .fetch import Refused, fetched
from .transport import AsyncTransport


async def look(
    urls: Iterable[str], transport: AsyncTransport, options: Options
) -> dict[str, RemoteFile]:
    """What the servers behind `urls` say; the token goes to none of them."""
    return {url: await _look(url, transport, options) for url in urls}


async def _look(url: str, transport: AsyncTransport, options: Options) -> RemoteFile:
    file = await _asked("HEAD", url, transport, options)
    if file.problem is None or url_problem(url, transport.base_url):
        return file
    return await _asked("GET", url, transport, options)  # HEAD is often not allowed


async def _asked(
    method: str, url: str, transport: AsyncTransport, options: Options
) -> RemoteFile:
    """What one call tells; the body of the answer is left unread."""
    import httpx

    def refusal(url: str) -> str | None:
        return url_problem(url, transport.base_url)

    headers = {"Accept-Encoding": "identity"}
    timeout = httpx.Timeout(options.read_timeout, connect=options.connect_timeout)
    try:
        async with fetched(
            transport.http, url, refusal, headers, timeout, method
        ) as response:
            return remote_file(response.status_code, response.headers)
    except Refused as why:
        return RemoteFile(str(why))
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
        return RemoteFile(f"is not reachable: {error or type(error).__name__}")
