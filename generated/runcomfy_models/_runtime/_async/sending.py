# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 45985833bae1ad19048c1b2848b6cea4
"""Make one HTTP call: send it with the token, read the answer, turn failures into errors."""

import logging
from typing import TYPE_CHECKING

from ..concurrency import AsyncTimeLimit
from ..errors import ConnectionFailed, RunComfyError
from ..http.answers import Answer
from ..http.calls import Call
from ..http.connection_errors import (
    aiohttp_errors,
    connection_failed,
    no_permit,
    too_slow,
)
from ..http.credentials import Token
from ..http.retry import read_retry_after
from ..options import Options
from ..timing import MAX_SECONDS, Deadline, Timing
from .call_state import CURRENT_CALL, AsyncCallState
from .connections import AsyncConnections

if TYPE_CHECKING:
    import httpx

LOGGER = logging.getLogger("runcomfy_models")

MAX_ANSWER = 64 * 2**20
"""Bytes; anything longer is not an answer of this API."""


class AsyncSender:
    """Makes calls to one origin with one token. Only that origin ever gets the token."""

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
        """Make a call and return its answer, whatever it says.

        Both limits are in seconds: for the call itself, and before that for its permit,
        which it waits for while many others are running. Raises `ConnectionFailed`, or
        `RunComfyError` if the client is closed.
        """
        permits = self._open(call).permits(call.is_submission)
        try:
            await permits.take(permit_limit)
        except TimeoutError:
            raise no_permit(call, permit_limit) from None
        try:
            return await self._send(call, options, min(limit, options.call_timeout))
        finally:
            permits.release()

    def _open(self, call: Call) -> AsyncConnections:
        """Return the connections, which may be closed while a call waits for its permit."""
        if self.connections.is_closed:
            raise RunComfyError("the client is closed", **call.facts)
        return self.connections

    async def _send(self, call: Call, options: Options, limit: float) -> Answer:
        import httpx

        state = AsyncCallState(Deadline(self._timing, limit))
        outer = CURRENT_CALL.set(state)
        failed: ConnectionFailed
        try:
            async with AsyncTimeLimit(limit), self._open(call).pool() as pool:
                response = await pool.send(
                    call.method,
                    self._base_url + call.path,
                    _headers(call, options),
                    call.body,
                    _timeouts(options, limit),
                    self._authorize,
                    state,
                )
                try:
                    body = await _body(response, call, state.deadline)
                finally:
                    await response.aclose()
            LOGGER.info("%s %s: HTTP %d", call.method, call.path, response.status_code)
            return self._answer(response, body)
        except httpx.HTTPStatusError as error:  # from a hook of the user's own client
            return self._answer(error.response, _already_read(error.response))
        except _failures() as error:
            text = self._token.redactor.text(str(error))
            failed = connection_failed(error, call, text, state.begun)
        finally:
            CURRENT_CALL.reset(outer)
        # Raised out here: inside `except`, the error would keep the request alive, and with
        # it the token.
        raise failed

    def _authorize(self, request: "httpx.Request") -> "httpx.Request":
        # Passed as httpx's `auth`, this replaces the `auth` of a client that was handed in:
        # digest authentication would send a paid call twice.
        request.headers["Authorization"] = self._token.authorization()
        return request

    def _answer(self, response: "httpx.Response", body: bytes) -> Answer:
        """Decode the body as UTF-8 whatever its headers say, and without the token."""
        header = response.headers.get("Retry-After")
        return Answer(
            response.status_code,
            self._token.redactor.answer(body.decode("utf-8", "replace")),
            read_retry_after(header, self._timing.now()) if header else None,
        )


async def _body(response: "httpx.Response", call: Call, deadline: Deadline) -> bytes:
    """Read the whole body, unless it takes too long or is too large."""
    body = bytearray()
    async for chunk in response.aiter_bytes():
        body += chunk
        if deadline.over or len(body) > MAX_ANSWER:
            raise too_slow(call, deadline.seconds)
    return bytes(body)


def _already_read(response: "httpx.Response") -> bytes:
    """Return the body as far as the hook has read it."""
    import httpx

    try:
        return response.content
    except httpx.ResponseNotRead:
        return b""


def _failures() -> tuple[type[Exception], ...]:
    import httpx

    errors = httpx.HTTPError, httpx.InvalidURL, httpx.StreamError
    return *errors, *aiohttp_errors(), OSError, UnicodeError


def _headers(call: Call, options: Options) -> dict[str, str]:
    headers = {**options.headers, "Accept": "application/json"}
    if call.body is not None:
        headers["Content-Type"] = "application/json"
    return headers


def _timeouts(options: Options, limit: float) -> dict[str, float]:
    """Return the time-outs in the form that transports of httpx take."""
    longest = min(limit, MAX_SECONDS)
    each = min(options.read_timeout, longest)
    connect = min(options.connect_timeout, longest)
    return {"connect": connect, "read": each, "write": each, "pool": each}
