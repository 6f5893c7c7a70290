# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 312b17589177d88b1ba1a00c9fe0e51d
"""Looking at the files behind the URLs of an input before a job is paid for."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from ..aside import Aside
from ..calls import submit_call
from ..inputs import InputModel
from ..media.remote import Preflight, RemoteFile, remote_file, url_problem
from ..options import Options
from ..problems import invalid_input
from ..timing import LONGEST, Deadline
from .fetch import Refused, fetched
from .sending import CALL, Sending
from .submitting import checked_payload
from .transport import Transport

if TYPE_CHECKING:
    from .account import RunComfy


def preflight(
    account: "RunComfy",
    model_id: str,
    input_type: type[InputModel],
    given: InputModel | None,
    inputs: dict[str, Any],
) -> None:
    """Raise `InvalidInputError` with every problem of `given`, or of the keywords.

    The input is validated twice: first it tells its URLs, then what is behind them.
    """
    _check_given(given, inputs, input_type)
    payload = (
        Aside.of(lambda: checked_payload(model_id, input_type, inputs))
        if given is None
        else given.to_payload()
    )
    context = Preflight()
    try:
        input_type.model_validate(payload, context=context)
        context.files = _look(context.asked, account.transport, account.options)
        input_type.model_validate(payload, context=context)
        submit_call(model_id, payload)  # raises for what is too large
        return
    except ValidationError as error:
        found = invalid_input(error, model_id)
    raise found


def _check_given(given: object, inputs: dict[str, Any], input_type: type) -> None:
    """Either an input or the keywords of `run`; raises TypeError."""
    if given is None:
        return
    if inputs:
        raise TypeError("give the Input or the keywords of run, not both")
    if not isinstance(given, input_type):
        name, kind = input_type.__name__, type(given).__name__
        raise TypeError(f"give an {name} or the keywords of run, not {kind}")


def _look(
    urls: Iterable[str], transport: Transport, options: Options
) -> dict[str, RemoteFile]:
    """What the servers behind `urls` say; the token goes to none of them."""
    return {url: _look_at(url, transport, options) for url in urls}


def _look_at(url: str, transport: Transport, options: Options) -> RemoteFile:
    """What the server says within the limit of a call."""
    deadline = Deadline(transport.clock, options.call_timeout)
    outer = CALL.set(Sending(deadline))
    try:
        file = _asked("HEAD", url, transport, options)
        if not file.problem or deadline.over or url_problem(url, transport.base_url):
            return file
        return _asked("GET", url, transport, options)  # HEAD is often not allowed
    finally:
        CALL.reset(outer)


def _asked(method: str, url: str, transport: Transport, options: Options) -> RemoteFile:
    """What one call tells; the body of the answer is left unread."""
    import httpx

    def refusal(url: str) -> str | None:
        return url_problem(url, transport.base_url)

    headers = {"Accept-Encoding": "identity"}
    longest = min(options.call_timeout, LONGEST)
    read, connect = options.read_timeout, options.connect_timeout
    timeout = httpx.Timeout(min(read, longest), connect=min(connect, longest))
    try:
        with fetched(
            transport.http, url, refusal, headers, timeout, method
        ) as response:
            return remote_file(response.status_code, response.headers)
    except Refused as why:
        return RemoteFile(str(why))
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
        return RemoteFile(f"is not reachable: {error or type(error).__name__}")
