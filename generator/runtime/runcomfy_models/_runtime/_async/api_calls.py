"""Make the calls of an account, and repeat those that may be repeated."""

from typing import TYPE_CHECKING

from ..balance import Balance
from ..concurrency import AsyncClock, AsyncLoop
from ..errors import RunComfyError
from ..http.answers import Answer
from ..http.balance_answer import read_balance
from ..http.calls import Call, balance_call
from ..http.credentials import Token, find_token
from ..http.log_filter import guard_logs
from ..http.origin import find_base_url
from ..http.refusals import raise_for_refusal
from ..http.retry import Retries
from ..http.submission import may_be_queued, submission_unknown, submitted_id
from ..http.submission_retries import SubmissionRetries
from ..jobs.interruption import annotate
from ..options import Options
from ..timing import Deadline
from .connections import AsyncConnections
from .sender import AsyncSender

if TYPE_CHECKING:
    import httpx

    from ..http.clients import AsyncHttpClient

_INTERRUPTED = RunComfyError("interrupted")

MIN_LIMIT = 1.0
"""Shortest limit of a call, in seconds, so that the last poll of a wait has a chance."""


class AsyncApiCalls:
    """Makes the calls of an account."""

    def __init__(
        self,
        token: str | Token | None,
        base_url: str | None,
        http_client: "AsyncHttpClient | None",
        clock: AsyncClock | None,
    ) -> None:
        """Look up the token and the base URL if they are None."""
        AsyncLoop.check()
        self.base_url = find_base_url(base_url)
        self.clock = clock or AsyncClock()
        self.token = find_token(token)
        guard_logs(self.token)
        self.connections = AsyncConnections(http_client, self.base_url)
        self._sender = AsyncSender(
            self.connections, self.base_url, self.token, self.clock
        )

    @property
    def http(self) -> "httpx.AsyncClient":
        """A client for this process and event loop."""
        return self.connections.http

    def redact(self, text: str) -> str:
        """Return `text` without the token."""
        return self.token.redactor.text(text)

    async def submit(self, call: Call, options: Options) -> str:
        """Make a paid call and return the request_id of the job.

        It is repeated only if the service certainly did not accept it: the connection was
        never made, or the answer was HTTP 429. If that is unknown, it raises
        `SubmissionUnknown`.
        """
        deadline = Deadline(self.clock, options.wait_timeout)
        retries = SubmissionRetries(options, self.clock, deadline)
        while True:
            try:
                return await self._submit_once(call, options, deadline.left())
            except RunComfyError as error:
                pause = retries.pause(error, call)
            await self.clock.sleep(pause)

    async def balance(self, options: Options) -> Balance:
        """Ask what is left on the account; repeat the call for a while if it fails."""
        deadline = Deadline(self.clock, options.read_timeout)
        return read_balance(
            await self.call_with_retries(balance_call(self.base_url), options, deadline)
        )

    async def call_with_retries(
        self,
        call: Call,
        options: Options,
        deadline: Deadline,
        may_be_unknown_until: Deadline | None = None,
    ) -> Answer:
        """Make an idempotent call, and repeat it while that may help.

        Until `may_be_unknown_until`, the service may not know the job; None for an older job.
        """
        retries = Retries(options, self.clock, deadline, may_be_unknown_until)
        while True:
            try:
                return await self.call_once(call, options, deadline.left())
            except RunComfyError as error:
                pause = retries.pause(error, call)
            await self.clock.sleep(min(pause, deadline.left()))

    async def call_once(self, call: Call, options: Options, limit: float) -> Answer:
        """Make a call once; no step of it takes much longer than `limit` seconds."""
        limit = max(limit, MIN_LIMIT)
        answer = await self._sender.send(call, options, limit, limit)
        return raise_for_refusal(answer, call)

    async def aclose(self) -> None:
        """Close the connections, unless the HTTP client was passed in."""
        await self.connections.aclose()

    async def _submit_once(
        self, call: Call, options: Options, permit_limit: float
    ) -> str:
        sent_at = self.clock.now()
        answer: Answer | None = None
        try:
            # A paid call always has its full time: its outcome would be unknown if it ended
            # early. The limit of the wait applies only to the permit.
            limit = options.call_timeout
            answer = await self._sender.send(call, options, limit, permit_limit)
            return submitted_id(answer, call)
        except RunComfyError as error:
            if not may_be_queued(error):
                raise
            raise submission_unknown(error, call, sent_at, answer) from None
        except BaseException as error:  # Ctrl-C, or the cancellation of the task
            annotate(
                error, str(submission_unknown(_INTERRUPTED, call, sent_at, answer))
            )
            raise
