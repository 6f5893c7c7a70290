# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 724e210bc10d8679f273d0b54ba7911d
"""Looking at the files behind the URLs of an input before a job is paid for."""

from collections.abc import Iterable
from typing import Any

from ..media.remote import RemoteFile, remote_file, url_problem
from ..options import Options
from ..timing import LONGEST, Deadline
from .fetch import Refused, fetched
from .sending import CALL, AsyncSending
from .transport import AsyncTransport


def check_given(given: object, inputs: dict[str, Any], input_type: type) -> None:
    """Either an input or the keywords of `run`; raises TypeError."""
    if given is None:
        return
    if inputs:
        raise TypeError("give the Input or the keywords of run, not both")
    if not isinstance(given, input_type):
        name, kind = input_type.__name__, type(given).__name__
        raise TypeError(f"give an {name} or the keywords of run, not {kind}")


async def look(
    urls: Iterable[str], transport: AsyncTransport, options: Options
) -> dict[str, RemoteFile]:
    """What the servers behind `urls` say; the token goes to none of them."""
    return {url: await _look(url, transport, options) for url in urls}


async def _look(url: str, transport: AsyncTransport, options: Options) -> RemoteFile:
    """What the server says within the limit of a call."""
    deadline = Deadline(transport.clock, options.call_timeout)
    outer = CALL.set(AsyncSending(deadline))
    try:
        file = await _asked("HEAD", url, transport, options)
        if not file.problem or deadline.over or url_problem(url, transport.base_url):
            return file
        return await _asked("GET", url, transport, options)  # HEAD is often not allowed
    finally:
        CALL.reset(outer)


async def _asked(
    method: str, url: str, transport: AsyncTransport, options: Options
) -> RemoteFile:
    """What one call tells; the body of the answer is left unread."""
    import httpx

    def refusal(url: str) -> str | None:
        return url_problem(url, transport.base_url)

    headers = {"Accept-Encoding": "identity"}
    longest = min(options.call_timeout, LONGEST)
    read, connect = options.read_timeout, options.connect_timeout
    timeout = httpx.Timeout(min(read, longest), connect=min(connect, longest))
    try:
        async with fetched(
            transport.http, url, refusal, headers, timeout, method
        ) as response:
            return remote_file(response.status_code, response.headers)
    except Refused as why:
        return RemoteFile(str(why))
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
        return RemoteFile(f"is not reachable: {error or type(error).__name__}")
