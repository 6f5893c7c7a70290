"""One HTTP call, and the rules by which it may be made again."""

import hashlib
import json
from datetime import UTC, datetime
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from ..answers import Answer, read_answer
from ..credentials import find_base_url, find_token
from ..errors import (
    ConnectionFailed,
    RateLimitError,
    ResponseError,
    RunComfyError,
    ServerError,
    SubmissionUnknown,
)
from ..options import Options
from ..timing import backoff
from .clock import AsyncClock

if TYPE_CHECKING:
    import httpx

RETRIED = frozenset({408, 429})
"""HTTP statuses after which a call that changes nothing is made again, beside 5xx."""


class AsyncTransport:
    """Calls to one origin with one token. Only that origin ever gets the token."""

    def __init__(
        self,
        token: str | None,
        base_url: str | None,
        http_client: "httpx.AsyncClient | None",
        clock: AsyncClock | None,
    ) -> None:
        """Where a token or base URL is None it is looked up; see `find_token`."""
        self._token = find_token(token)
        self.base_url = find_base_url(base_url)
        self.clock = clock or AsyncClock()
        self._http = http_client
        self._owns_http = http_client is None

    async def submit(
        self, path: str, payload: dict[str, Any], options: Options, model_id: str
    ) -> dict[str, Any]:
        """POST a paid job. Sent again only when it is certain that it was not taken.

        Raises `SubmissionUnknown` whenever that cannot be told.
        """
        body = json.dumps(payload, ensure_ascii=False, allow_nan=False).encode()
        for attempt in range(1, options.attempts + 1):
            last = attempt == options.attempts
            try:
                answer = await self._send_once("POST", path, body, options, model_id)
            except ConnectionFailed:
                if last:
                    raise
                await self.clock.sleep(backoff(attempt, self.clock, None))
                continue
            if answer.status != 429 or last:
                break
            await self.clock.sleep(backoff(attempt, self.clock, answer.retry_after))
        return _submitted(answer, body, model_id)

    async def get(
        self, path: str, options: Options, deadline: float, **facts: Any
    ) -> dict[str, Any]:
        """GET, again and again while that may help and `deadline` has not come."""
        attempt = 0
        while True:
            attempt += 1
            try:
                return read_answer(await self._get_once(path, options, facts), **facts)
            except (ConnectionFailed, RateLimitError, ServerError) as error:
                pause = backoff(
                    attempt, self.clock, getattr(error, "retry_after", None)
                )
                if self.clock.monotonic() + pause >= deadline:
                    raise
            await self.clock.sleep(pause)

    async def post(self, path: str, options: Options, **facts: Any) -> dict[str, Any]:
        """POST without a body: once, since it asks for a change."""
        try:
            answer = await self._send("POST", path, None, options)
        except _transport_error() as error:
            raise ConnectionFailed(_described(error), **facts) from None
        return read_answer(answer, **facts)

    async def aclose(self) -> None:
        """Close the connections, unless they belong to an HTTP client that was handed in."""
        if self._owns_http and self._http is not None:
            await self._http.aclose()
            self._http = None

    async def _send_once(
        self, method: str, path: str, body: bytes, options: Options, model_id: str
    ) -> Answer:
        """Send a paid call; tells a connection that was never made from a lost answer."""
        import httpx

        try:
            return await self._send(method, path, body, options)
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout) as error:
            raise ConnectionFailed(_described(error), model_id=model_id) from None
        except httpx.HTTPError as error:
            raise unknown_submission(_described(error), body, model_id) from None

    async def _get_once(self, path: str, options: Options, facts: Any) -> Answer:
        try:
            answer = await self._send("GET", path, None, options)
        except _transport_error() as error:
            raise ConnectionFailed(_described(error), **facts) from None
        if answer.status in RETRIED:
            raise RateLimitError(
                f"HTTP {answer.status}",
                http_status=answer.status,
                retry_after=answer.retry_after,
                **facts,
            )
        return answer

    async def _send(
        self, method: str, path: str, body: bytes | None, options: Options
    ) -> Answer:
        http = self._http or self._open()
        response = await http.request(
            method,
            self.base_url + path,
            content=body,
            headers=self._headers(options),
            timeout=_timeout(options),
            follow_redirects=False,
        )
        return Answer(response.status_code, response.headers, response.text)

    def _open(self) -> "httpx.AsyncClient":
        import httpx

        self._http = httpx.AsyncClient()
        return self._http

    def _headers(self, options: Options) -> dict[str, str]:
        return {
            **options.headers,
            "Accept": "application/json",
            "Authorization": f"Bearer {self._token}",
            "Content-Type": "application/json",
        }

    async def __aenter__(self) -> Self:
        """The transport itself."""
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close."""
        await self.aclose()


def unknown_submission(why: str, body: bytes, model_id: str) -> SubmissionUnknown:
    """The error for a submission of which nobody can tell whether it was taken."""
    digest = hashlib.sha256(body).hexdigest()
    sent_at = datetime.now(UTC).isoformat(timespec="seconds")
    return SubmissionUnknown(
        f"{model_id}: whether the job was queued is unknown ({why}); it was not sent again. "
        f"Body SHA-256 {digest[:16]}…, sent at {sent_at}",
        model_id=model_id,
        digest=digest,
        sent_at=sent_at,
    )


def _submitted(answer: Answer, body: bytes, model_id: str) -> dict[str, Any]:
    """The answer of a submission, where it is one: else the service said no, or nobody knows."""
    try:
        return read_answer(answer, model_id=model_id)
    except (ServerError, ResponseError) as error:
        raise unknown_submission(str(error), body, model_id) from None
    except RunComfyError as error:
        if answer.status >= 500:
            raise unknown_submission(str(error), body, model_id) from None
        raise


def _timeout(options: Options) -> "httpx.Timeout":
    import httpx

    return httpx.Timeout(options.read_timeout, connect=options.connect_timeout)


def _transport_error() -> type[Exception]:
    import httpx

    return httpx.HTTPError


def _described(error: Exception) -> str:
    """What happened, without headers or bodies."""
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
