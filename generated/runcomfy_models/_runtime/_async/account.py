# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: db8fb3f4e2f2cc430b0b11498e35f37f
"""An account: the token, connection pools and options that several clients share."""

from dataclasses import replace
from types import TracebackType
from typing import TYPE_CHECKING, Self, Unpack

from ..concurrency import AsyncClock
from ..options import OptionChanges, Options
from ..public import public
from ..unknown_options import check_options
from .api_calls import AsyncApiCalls

if TYPE_CHECKING:
    from ..balance import Balance
    from ..http.clients import AsyncHttpClient


@public
class AsyncRunComfy:
    """An account, to be shared by the clients of several models.

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
        """Set up; connections are made when they are first used.

        Args:
            token: API token. Default: RUNCOMFY_API_TOKEN, RUNCOMFY_TOKEN,
                RUNCOMFY_API_KEY, then the token file of RunComfy's CLI.
            base_url: Address of the API: https, or http on loopback. Default:
                RUNCOMFY_BASE_URL, then the documented address.
            http_client: A client of httpx or httpx2 of your own, which is not closed with the
                account; for a custom transport, see `call_timeout` of `Options`. Or the
                library that makes the calls in place of httpx: "httpx2", its successor, which
                needs runcomfy-models[httpx2]; in an asynchronous account also "aiohttp",
                which is faster and needs runcomfy-models[aiohttp].
            clock: Replaces time in tests.
            options: Time limits, polling, callbacks; see `Options`.

        Raises:
            AuthenticationError: No usable token was found.
            ValueError: The base URL or an option makes no sense.
            TypeError: `http_client` is of another kind, or an option does not exist.
            ImportError: The chosen library is not installed.
        """
        check_options(options, OptionChanges.__annotations__)
        self.options = Options(**options)
        self.api = AsyncApiCalls(token, base_url, http_client, clock)

    def __repr__(self) -> str:
        """Show the address, but not the token."""
        return f"<{type(self).__name__} at {self.api.base_url}>"

    def with_options(self, **changes: Unpack[OptionChanges]) -> Self:
        """Return the same account, on the same connections, with other `Options`.

        Closing one of the two closes both.
        """
        check_options(changes, OptionChanges.__annotations__)
        other = object.__new__(type(self))
        vars(other).update(vars(self), options=replace(self.options, **changes))
        return other

    async def balance(self) -> "Balance":
        """Return what is left on the account, with the digits that the service sent.

        Raises `AuthenticationError`, `ConnectionFailed`, `ServerError`, and `ResponseError` if
        the answer has no balance.
        """
        return await self.api.balance(self.options)

    async def aclose(self) -> None:
        """Close the connections, unless the HTTP client was passed in."""
        await self.api.aclose()

    async def __aenter__(self) -> Self:
        """Return the account itself."""
        return self

    async def __aexit__(
        self,
        error_type: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close the account."""
        await self.aclose()


def account_on(api: AsyncApiCalls, options: Options) -> AsyncRunComfy:
    """Return an account that makes its calls by `api`."""
    account = AsyncRunComfy.__new__(AsyncRunComfy)
    account.api, account.options = api, options
    return account


def check_account(account: object) -> None:
    """Raise `TypeError` if `account` is not an `AsyncRunComfy`.

    With one of the other side, a job would be paid for and its id lost: what awaits is not
    what the other side returns.
    """
    if not isinstance(account, AsyncRunComfy):
        kind, given = AsyncRunComfy.__name__, type(account).__name__
        raise TypeError(f"account has to be {kind}, not {given}; a token is token=…")
