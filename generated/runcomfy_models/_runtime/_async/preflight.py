# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: ccd0d67845b319e93ae0058832887c61
"""Check an input before a job is paid for: offline, or with a look at its files."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from ..concurrency import AsyncLoop
from ..http.time_outs import time_outs
from ..media.remote_files import PreflightContext, RemoteFile, remote_file
from ..media.text_check import url_problem
from ..models.inputs import InputModel
from ..options import Options
from ..pricing import Pricing
from ..timing import Deadline
from .fetching import Fetch, Refused, fetched
from .submitting import checked_payload, prepared
from .transport import AsyncTransport

if TYPE_CHECKING:
    from .account import AsyncRunComfy


async def preflight(
    account: "AsyncRunComfy",
    model_id: str,
    input_type: type[InputModel],
    pricing: Pricing,
    given: InputModel | dict[str, Any],
) -> None:
    """Check `given` as `submit` does, then its files; raise `InvalidInputError`."""
    AsyncLoop.check()
    transport, options = account.transport, account.options
    context = PreflightContext(transport.base_url, options.media_checks, options.rules)
    # The first check collects the URLs, the second one checks their files.
    done = await prepared(account, model_id, input_type, pricing, given, context)
    context.files = await _look(context.urls, transport, options)
    checked_payload(account, model_id, input_type, done.payload, context)


async def _look(
    urls: Iterable[str], transport: AsyncTransport, options: Options
) -> dict[str, RemoteFile]:
    """Return what the servers say about `urls`; none of them gets the token."""
    return {url: await _look_at(url, transport, options) for url in urls}


async def _look_at(url: str, transport: AsyncTransport, options: Options) -> RemoteFile:
    deadline = Deadline(transport.clock, options.call_timeout)
    file = await _ask("HEAD", url, transport, options, deadline)
    if not file.problem or deadline.over or url_problem(url, transport.base_url):
        return file
    return await _ask(
        "GET", url, transport, options, deadline
    )  # HEAD is often not allowed


async def _ask(
    method: str,
    url: str,
    transport: AsyncTransport,
    options: Options,
    deadline: Deadline,
) -> RemoteFile:
    """Make one call, and leave the body of its answer unread."""
    library = transport.connections.factory.library

    def refusal(url: str) -> str | None:
        return url_problem(url, transport.base_url)

    headers = {"Accept-Encoding": "identity"}
    limits = time_outs(options, options.call_timeout)
    fetch = Fetch(url, headers, limits, method, deadline)
    try:
        async with fetched(library, transport.http, fetch, refusal) as response:
            return remote_file(response.status_code, response.headers)
    except Refused as why:
        return RemoteFile(str(why))
    except library.errors as error:
        return RemoteFile(f"is not reachable: {error or type(error).__name__}")
