"""Check an input before a job is paid for: offline, or with a look at its files."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from ..concurrency import Loop
from ..http.time_outs import time_outs
from ..media.remote_files import PreflightContext, RemoteFile, remote_file
from ..media.text_check import url_problem
from ..models.inputs import InputModel
from ..options import Options
from ..pricing import Pricing
from ..timing import Deadline
from .fetching import Fetch, Refused, fetched
from .submitting import checked_payload, prepared
from .transport import Transport

if TYPE_CHECKING:
    from .account import RunComfy


def preflight(
    account: "RunComfy",
    model_id: str,
    input_type: type[InputModel],
    pricing: Pricing,
    given: InputModel | dict[str, Any],
) -> None:
    """Check `given` as `submit` does, then its files; raise `InvalidInputError`."""
    Loop.check()
    transport, options = account.transport, account.options
    context = PreflightContext(transport.base_url, options.media_checks, options.rules)
    # The first check collects the URLs, the second one checks their files.
    done = prepared(account, model_id, input_type, pricing, given, context)
    context.files = _look(context.urls, transport, options)
    checked_payload(account, model_id, input_type, done.payload, context)


def _look(
    urls: Iterable[str], transport: Transport, options: Options
) -> dict[str, RemoteFile]:
    """Return what the servers say about `urls`; none of them gets the token."""
    return {url: _look_at(url, transport, options) for url in urls}


def _look_at(url: str, transport: Transport, options: Options) -> RemoteFile:
    deadline = Deadline(transport.clock, options.call_timeout)
    file = _ask("HEAD", url, transport, options, deadline)
    if not file.problem or deadline.over or url_problem(url, transport.base_url):
        return file
    return _ask("GET", url, transport, options, deadline)  # HEAD is often not allowed


def _ask(
    method: str,
    url: str,
    transport: Transport,
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
        with fetched(library, transport.http, fetch, refusal) as response:
            return remote_file(response.status_code, response.headers)
    except Refused as why:
        return RemoteFile(str(why))
    except library.errors as error:
        return RemoteFile(f"is not reachable: {error or type(error).__name__}")
