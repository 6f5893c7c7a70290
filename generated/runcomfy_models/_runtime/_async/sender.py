# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 9dcfd99cdca289f879845594e11346e6
"""Make one HTTP call: send it with the token, read the answer, turn failures into errors."""

from typing import TYPE_CHECKING

from ..errors import ConnectionFailed, RunComfyError
from ..http.answers import Answer, read_retry_after
from ..http.calls import Call, HttpRequest
from ..http.connection_errors import (
    aiohttp_errors,
    call_address,
    connection_failed,
    too_slow,
)
from ..http.credentials import Token
from ..http.libraries import HttpLibrary
from ..http.timeouts import timeouts
from ..logger import LOGGER
from ..options import Options
from ..timing import Deadline, Timing
from ..whole_characters import with_whole_characters
from .call_slot import AsyncCallSlot
from .call_state import AnswerTooLong, AsyncCallState
from .connections import AsyncConnections
from .pool import AsyncPool

if TYPE_CHECKING:
    import httpx


class AsyncSender:
    """Makes calls with one token. Only the origins of the service ever get it."""

    def __init__(
        self,
        connections: AsyncConnections,
        base_url: str,
        token: Token,
        timing: Timing,
    ) -> None:
        """Make calls over `connections`."""
        self.connections = connections
        self._base_url = base_url
        self._token = token
        self._timing = timing

    async def send(
        self, call: Call, options: Options, limit: float, permit_limit: float
    ) -> Answer:
        """Make a call and return its answer, even if that is an error.

        Both limits are in seconds: `permit_limit` for the permit, for which the call waits
        while many others are running, then `limit` for the call itself. Raises
        `ConnectionFailed`, or `RunComfyError` if the client is closed.
        """
        slot = AsyncCallSlot(self._open_connections(call), call)
        try:
            try:
                await slot.wait(permit_limit)
                self._open_connections(call)  # closed while waiting?
                state = AsyncCallState(
                    Deadline(self._timing, min(limit, options.call_timeout))
                )
                return await self._exchange(call, options, slot.enter(state), state)
            finally:
                slot.leave()
        finally:
            slot.leave()  # Ctrl-C may come during `leave`, too

    def _open_connections(self, call: Call) -> AsyncConnections:
        """Return the connections; raise `RunComfyError` if they are closed."""
        if self.connections.is_closed:
            raise RunComfyError("the client is closed", **call.facts)
        return self.connections

    def _origin(self, call: Call) -> str:
        return call.origin or self._base_url

    def _request(self, call: Call, options: Options, deadline: Deadline) -> HttpRequest:
        url, headers = self._origin(call) + call.path, _headers(call, options)
        limits = timeouts(options, deadline.seconds)
        return HttpRequest(call.method, url, headers, call.body, limits)

    async def _exchange(
        self, call: Call, options: Options, pool: AsyncPool, state: AsyncCallState
    ) -> Answer:
        library = self.connections.factory.library
        failure: ConnectionFailed
        try:
            request = self._request(call, options, state.deadline)
            response = await pool.exchange(request, self._authorize, state)
            LOGGER.info("%s %s: HTTP %d", call.method, call.path, response.status_code)
            return self._answer(response, state.body)
        except library.status_error as error:  # from a hook of the user's own client
            return self._answer(error.response, _already_read(error.response, library))
        except AnswerTooLong:
            failure = too_slow(call, state.deadline.seconds)
        except _failures(library) as error:
            text = self._token.redactor.text(str(error))
            address = call_address(self._origin(call), state.peer)
            failure = connection_failed(
                error, call, text, state.sending_started, address
            )
        # Raised after `except`: inside, the error would keep the request alive, and with it the
        # token.
        if call.is_submission and state.status is not None:
            return self._decoded(state.status, state.body, failure=failure)
        raise failure

    def _authorize(self, request: "httpx.Request") -> "httpx.Request":
        # Passed as httpx's `auth`, this replaces the `auth` of a client that was passed in:
        # digest authentication would send a paid call twice.
        request.headers["Authorization"] = self._token.authorization()
        return request

    def _answer(self, response: "httpx.Response", body: bytes | bytearray) -> Answer:
        pause = read_retry_after(response.headers, self._timing.now())
        return self._decoded(response.status_code, body, pause)

    def _decoded(
        self,
        status: int,
        body: bytes | bytearray,
        retry_after: float | None = None,
        failure: ConnectionFailed | None = None,
    ) -> Answer:
        """Decode the body as UTF-8, whatever its headers say, and remove the token."""
        whole = with_whole_characters(body).decode("utf-8-sig", "replace")
        text = self._token.redactor.answer(whole)
        return Answer(status, text, retry_after, failure, self._token.source)


def _already_read(response: "httpx.Response", library: HttpLibrary) -> bytes:
    """Return the part of the body that the hook has read."""
    try:
        return response.content
    except library.not_read:
        return b""


def _failures(library: HttpLibrary) -> tuple[type[Exception], ...]:
    return *library.errors, *aiohttp_errors(), OSError, UnicodeError


def _headers(call: Call, options: Options) -> dict[str, str]:
    headers = {**options.headers, "Accept": "application/json"}
    if call.body is not None:
        headers["Content-Type"] = "application/json"
    return headers
