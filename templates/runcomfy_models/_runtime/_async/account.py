"""What several models share: one token, one connection pool, one set of options."""

from dataclasses import replace
from types import TracebackType
from typing import TYPE_CHECKING, Self, Unpack

from ..option_changes import OptionChanges
from ..options import Options
from ..public import public
from .clock import AsyncClock
from .transport import AsyncTransport

if TYPE_CHECKING:
    from ..http_clients import AsyncHttpClient


@public
class AsyncRunComfy:
    """An account: hand it to the clients of the models that are to share it.

    Use it as a context manager, or close it.
    """

    def __init__(
        self,
        *,
        token: str | None = None,
        base_url: str | None = None,
        http_client: "AsyncHttpClient | None" = None,
        clock: AsyncClock | None = None,
        **options: Unpack[OptionChanges],
    ) -> None:
        """Connect when first used.

        Args:
            token: API token; without one, RUNCOMFY_API_TOKEN, RUNCOMFY_TOKEN,
                RUNCOMFY_API_KEY and the token file of RunComfy's CLI are tried.
            base_url: Where the API is; without one, RUNCOMFY_BASE_URL, then the
                documented address. https, or http on loopback.
            http_client: An httpx client of yours, which stays yours to close. Over a
                transport that is not httpx's own, see `call_timeout` of `Options`. In
                asynchronous clients "aiohttp" takes the faster transport of that name;
                it needs runcomfy-models[aiohttp].
            clock: For tests: time that does not pass by itself.
            options: Limits of time, pace of polling, callbacks; see `Options`.

        Raises:
            AuthenticationError: No token was found, or not a usable one.
            ValueError: The base URL or an option makes no sense.
            TypeError: `http_client` is of another kind.
            ImportError: The faster transport is not installed.
        """
        self.options = Options(**options)
        self.transport = AsyncTransport(token, base_url, http_client, clock)

    def __repr__(self) -> str:
        """Where it is, and nothing of the token."""
        return f"<{type(self).__name__} at {self.transport.base_url}>"

    def with_options(self, **changes: Unpack[OptionChanges]) -> Self:
        """The same account, on the same connections, with other `Options`.

        To close one of the two is to close both.
        """
        other = object.__new__(type(self))
        vars(other).update(vars(self), options=replace(self.options, **changes))
        return other

    async def aclose(self) -> None:
        """Close the connections, unless the HTTP client was handed in."""
        await self.transport.aclose()

    async def __aenter__(self) -> Self:
        """The account itself."""
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close."""
        await self.aclose()
