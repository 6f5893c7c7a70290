# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 40802bb4f0158fecfc76e1747c45751c
"""Check an input, and the files behind its URLs, before a job is paid for."""

from typing import Any

from ..concurrency import Loop
from ..http.timeouts import timeouts
from ..media.remote_files import PreflightContext, RemoteFile, remote_file
from ..media.text_check import url_problem
from ..models.inputs import InputModel
from ..options import Options
from ..timing import Deadline
from .api_calls import ApiCalls
from .fetching import Fetch, FetchRefused, fetched
from .submitting import CallTarget, prepare_call, validated_payload


def preflight(target: CallTarget, inputs: InputModel | dict[str, Any]) -> None:
    """Check `inputs` as `submit` does, then their files; raise `InvalidInputError`."""
    Loop.check()
    api, options = target.account.api, target.account.options
    context = PreflightContext(api.base_url, options.media_checks, options.rules)
    # The first check collects the URLs, the second one checks their files.
    prepared = prepare_call(target, inputs, context)
    context.files = {url: _described(url, api, options) for url in context.urls}
    validated_payload(target, prepared.payload, context)


def _described(url: str, api: ApiCalls, options: Options) -> RemoteFile:
    """Return what its server says about the file at `url`, without sending it the token."""
    deadline = Deadline(api.clock, options.call_timeout)
    file = _requested("HEAD", url, api, options, deadline)
    if not file.problem or deadline.is_over or url_problem(url, api.base_url):
        return file
    # HEAD is often not allowed.
    return _requested("GET", url, api, options, deadline)


def _requested(
    method: str,
    url: str,
    api: ApiCalls,
    options: Options,
    deadline: Deadline,
) -> RemoteFile:
    """Make one call, and leave the body of its answer unread."""
    library = api.connections.factory.library

    def refusal(url: str) -> str | None:
        return url_problem(url, api.base_url)

    headers = {"Accept-Encoding": "identity"}
    limits = timeouts(options, options.call_timeout)
    fetch = Fetch(url, headers, limits, method, deadline)
    try:
        with fetched(library, api.http, fetch, refusal) as response:
            return remote_file(response.status_code, response.headers)
    except FetchRefused as why:
        return RemoteFile(str(why))
    except library.errors as error:
        return RemoteFile(f"is not reachable: {error or type(error).__name__}")
