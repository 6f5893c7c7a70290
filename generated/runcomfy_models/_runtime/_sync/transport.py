# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 01a4b1898fbe4f96fbea2b7b360d1903
"""One HTTP call, and the rules by which it may be made again."""

import logging
from itertools import count
from typing import TYPE_CHECKING

from ..answers import Answer, checked
from ..calls import Call
from ..connection import aiohttp_errors, connection_failed, too_long
from ..credentials import find_token
from ..errors import ConnectionFailed, RunComfyError
from ..gates import Turn
from ..interruption import tell
from ..limits import Limit
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
from .clock import Clock
from .connections import Connections
from .sending import CALL, Sending

if TYPE_CHECKING:
    import httpx

    from ..http_clients import HttpClient

LOGGER = logging.getLogger("runcomfy_models")

LAST_CALL = 1.0
"""Seconds that a call gets at least, so that the last poll of a wait has a chance."""

LARGEST_ANSWER = 64 * 2**20
"""Bytes; what is longer is no answer of this API."""


class Transport:
    """Calls to one origin with one token. Only that origin ever gets the token."""

    def __init__(
        self,
        token: str | None,
        base_url: str | None,
        http_client: "HttpClient | None",
        clock: Clock | None,
    ) -> None:
        """Where token or base URL are None they are looked up."""
        self.base_url = find_base_url(base_url)
        self.clock = clock or Clock()
        self._token = find_token(token)
        guard_logs(self._token)
        self.connections = Connections(http_client, self.base_url)

    @property
    def http(self) -> "httpx.Client":
        """The client to use here and now."""
        return self.connections.http

    def submit(self, call: Call, options: Options) -> str:
        """Make a paid call and return the request_id of the job.

        It is made again only when it is certain that the service did not take it: the
        connection was never made, or the answer was 429. Where nobody can tell, it
        raises `SubmissionUnknown`.
        """
        deadline = Deadline(self.clock, options.wait_timeout)
        for attempt in count(1):
            try:
                with self._turn(call, deadline.left(), paid=True):
                    return self._submit_once(call, options)
            except RunComfyError as error:
                pause = backoff(attempt, self.clock, error.retry_after)
                again = attempt < options.attempts and pause <= deadline.left()
                if not (again and certainly_not_taken(error)):
                    raise
            self.clock.sleep(pause)
        raise AssertionError("count() has no end")

    def repeat(self, call: Call, options: Options, deadline: Deadline) -> Answer:
        """Make a call that changes nothing, again and again while that may help."""
        for attempt in count(1):
            try:
                return self.once(call, options, deadline.left())
            except RunComfyError as error:
                if deadline.over or not may_pass(error, attempt, options.attempts):
                    raise
                pause = backoff(attempt, self.clock, error.retry_after)
            self.clock.sleep(min(pause, deadline.left()))
        raise AssertionError("count() has no end")

    def once(self, call: Call, options: Options, limit: float) -> Answer:
        """Make a call once; no step of it takes much longer than `limit` seconds."""
        with self._turn(call, max(limit, LAST_CALL)):
            return checked(self._send(call, options, limit), call)

    def close(self) -> None:
        """Close the connections, unless the HTTP client was handed in."""
        self.connections.close()

    def _turn(self, call: Call, seconds: float, paid: bool = False) -> Turn:
        """A turn among all calls: paid ones, which may be large, do not hold up others."""
        return Turn(self._open(call).gates[0 if paid else 1], call, seconds)

    def _open(self, call: Call) -> Connections:
        """The connections, which may be closed while a call waits for its turn."""
        if self.connections.is_closed:
            raise RunComfyError("the client is closed", **call.facts)
        return self.connections

    def _submit_once(self, call: Call, options: Options) -> str:
        sent_at = self.clock.now()
        try:
            answer = self._send(call, options, options.call_timeout)
            return accepted_id(answer, call)
        except RunComfyError as error:
            if not may_be_taken(error):
                raise
            raise unknown_submission(error, call, sent_at) from None
        except BaseException as error:  # Ctrl-C, the cancellation of the task
            text = f"{call.model_id}: whether the job was queued is unknown"
            tell(error, f"{text}; the SHA-256 of its body is {digest(call)}")
            raise

    def _send(self, call: Call, options: Options, limit: float) -> Answer:
        import httpx

        limit = min(max(limit, LAST_CALL), options.call_timeout)
        sending = Sending(Deadline(self.clock, limit))
        outer = CALL.set(sending)
        failed: ConnectionFailed
        try:
            with Limit(limit), self._open(call).lane() as lane:
                request = lane.request(
                    call.method,
                    self.base_url + call.path,
                    _headers(call, options),
                    call.body,
                    {"timeout": _timeouts(options, limit)},
                    sending,
                )
                response = lane.send(request, self._authorize)
                try:
                    body = _body(response, call, sending.deadline)
                finally:
                    response.close()
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


def _body(response: "httpx.Response", call: Call, deadline: Deadline) -> bytes:
    """The whole body, unless it takes too long or never ends."""
    body = bytearray()
    for chunk in response.iter_bytes():
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
