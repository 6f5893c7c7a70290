# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: e578221075d3486a14386a788254f323
"""One HTTP call, and the rules by which it may be made again."""

import logging
from itertools import count
from typing import TYPE_CHECKING

from ..answers import Answer, checked
from ..calls import Call
from ..connection import aiohttp_errors, connection_failed, too_long
from ..credentials import find_token
from ..errors import ConnectionFailed, RunComfyError
from ..gates import AsyncTurn
from ..interruption import tell
from ..limits import AsyncLimit
from ..log_filter import guard_logs
from ..options import Options
from ..origin import find_base_url
from ..retry import backoff, may_pass, read_retry_after
from ..submission import (
    accepted_id,
    certainly_not_taken,
    digest,
    may_be_taken,
    unknown_submission,
)
from ..timing import LONGEST, Deadline
from .clock import AsyncClock
from .connections import AsyncConnections
from .sending import CALL, AsyncSending

if TYPE_CHECKING:
    import httpx

    from ..http_clients import AsyncHttpClient

LOGGER = logging.getLogger("runcomfy_models")

LAST_CALL = 1.0
"""Seconds that a call gets at least, so that the last poll of a wait has a chance."""

LARGEST_ANSWER = 64 * 2**20
"""Bytes; what is longer is no answer of this API."""


class AsyncTransport:
    """Calls to one origin with one token. Only that origin ever gets the token."""

    def __init__(
        self,
        token: str | None,
        base_url: str | None,
        http_client: "AsyncHttpClient | None",
        clock: AsyncClock | None,
    ) -> None:
        """Where token or base URL are None they are looked up."""
        self.base_url = find_base_url(base_url)
        self.clock = clock or AsyncClock()
        self._token = find_token(token)
        guard_logs(self._token)
        self.connections = AsyncConnections(http_client, self.base_url)

    @property
    def http(self) -> "httpx.AsyncClient":
        """The client to use here and now."""
        return self.connections.http

    async def submit(self, call: Call, options: Options) -> str:
        """Make a paid call and return the request_id of the job.

        It is made again only when it is certain that the service did not take it: the
        connection was never made, or the answer was 429. Where nobody can tell, it
        raises `SubmissionUnknown`.
        """
        deadline = Deadline(self.clock, options.wait_timeout)
        for attempt in count(1):
            try:
                async with self._turn(call, deadline.left(), paid=True):
                    return await self._submit_once(call, options)
            except RunComfyError as error:
                pause = backoff(attempt, self.clock, error.retry_after)
                again = attempt < options.attempts and pause <= deadline.left()
                if not (again and certainly_not_taken(error)):
                    raise
            await self.clock.sleep(pause)
        raise AssertionError("count() has no end")

    async def repeat(self, call: Call, options: Options, deadline: Deadline) -> Answer:
        """Make a call that changes nothing, again and again while that may help."""
        for attempt in count(1):
            try:
                return await self.once(call, options, deadline.left())
            except RunComfyError as error:
                if deadline.over or not may_pass(error, attempt, options.attempts):
                    raise
                pause = backoff(attempt, self.clock, error.retry_after)
            await self.clock.sleep(min(pause, deadline.left()))
        raise AssertionError("count() has no end")

    async def once(self, call: Call, options: Options, limit: float) -> Answer:
        """Make a call once; no step of it takes much longer than `limit` seconds."""
        async with self._turn(call, max(limit, LAST_CALL)):
            return checked(await self._send(call, options, limit), call)

    async def aclose(self) -> None:
        """Close the connections, unless the HTTP client was handed in."""
        await self.connections.aclose()

    def _turn(self, call: Call, seconds: float, paid: bool = False) -> AsyncTurn:
        """A turn among all calls: paid ones, which may be large, do not hold up others."""
        return AsyncTurn(self._open(call).gates[0 if paid else 1], call, seconds)

    def _open(self, call: Call) -> AsyncConnections:
        """The connections, which may be closed while a call waits for its turn."""
        if self.connections.is_closed:
            raise RunComfyError("the client is closed", **call.facts)
        return self.connections

    async def _submit_once(self, call: Call, options: Options) -> str:
        sent_at = self.clock.now()
        try:
            answer = await self._send(call, options, options.call_timeout)
            return accepted_id(answer, call)
        except RunComfyError as error:
            if not may_be_taken(error):
                raise
            raise unknown_submission(error, call, sent_at) from None
        except BaseException as error:  # Ctrl-C, the cancellation of the task
            text = f"{call.model_id}: whether the job was queued is unknown"
            tell(error, f"{text}; the SHA-256 of its body is {digest(call)}")
            raise

    async def _send(self, call: Call, options: Options, limit: float) -> Answer:
        import httpx

        limit = min(max(limit, LAST_CALL), options.call_timeout)
        sending = AsyncSending(Deadline(self.clock, limit))
        outer = CALL.set(sending)
        failed: ConnectionFailed
        try:
            async with AsyncLimit(limit), self._open(call).lane() as lane:
                request = lane.request(
                    call.method,
                    self.base_url + call.path,
                    _headers(call, options),
                    call.body,
                    {"timeout": _timeouts(options, limit)},
                    sending,
                )
                response = await lane.send(request, self._authorize)
                try:
                    body = await _body(response, call, sending.deadline)
                finally:
                    await response.aclose()
            LOGGER.info("%s %s: HTTP %d", call.method, call.path, response.status_code)
            return self._answer(response, body)
        except httpx.HTTPStatusError as error:  # a hook of the user's own client
            return self._answer(error.response, _already_read(error.response))
        except _failures() as error:
            text = self._token.redacting.text(str(error))
            failed = connection_failed(error, call, text, sending.begun)
        finally:
            CALL.reset(outer)
        raise failed  # here, so that it does not drag the request with its token along

    def _authorize(self, request: "httpx.Request") -> "httpx.Request":
        """Add the token when all else is done.

        As httpx's `auth` it takes the place of one that a client handed in may have: that
        of a digest would send a paid call twice.
        """
        request.headers["Authorization"] = self._token.authorization()
        return request

    def _answer(self, response: "httpx.Response", body: bytes) -> Answer:
        """What arrived, as UTF-8 whatever its headers say, and without the token."""
        header = response.headers.get("Retry-After")
        return Answer(
            response.status_code,
            self._token.redacting.answer(body.decode("utf-8", "replace")),
            read_retry_after(header, self.clock.now()) if header else None,
        )


async def _body(response: "httpx.Response", call: Call, deadline: Deadline) -> bytes:
    """The whole body, unless it takes too long or never ends."""
    body = bytearray()
    async for chunk in response.aiter_bytes():
        body += chunk
        if deadline.over or len(body) > LARGEST_ANSWER:
            raise too_long(call, deadline.seconds)
    return bytes(body)


def _already_read(response: "httpx.Response") -> bytes:
    """The body, as far as the hook has read it."""
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
    """As transports of httpx take them."""
    longest = min(limit, LONGEST)
    each = min(options.read_timeout, longest)
    connect = min(options.connect_timeout, longest)
    return {"connect": connect, "read": each, "write": each, "pool": each}
