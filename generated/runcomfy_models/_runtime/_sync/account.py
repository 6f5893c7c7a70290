# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 420384f57ad3039a881dbc1d27eef2f5
"""An account: the token, connection pools and options that several clients share."""

from dataclasses import replace
from types import TracebackType
from typing import TYPE_CHECKING, Self, Unpack

from ..concurrency import Clock
from ..options import OptionChanges, Options
from ..public import public
from ..unknown_options import check_options
from .api_calls import ApiCalls

if TYPE_CHECKING:
    from ..balance import Balance
    from ..http.clients import HttpClient


@public
class RunComfy:
    """An account, to be shared by the clients of several models.

    Use it as a context manager, or close it.
    """

    def __init__(
        self,
        *,
        token: str | None = None,
        base_url: str | None = None,
        http_client: "HttpClient | None" = None,
        clock: Clock | None = None,
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
        self.api = ApiCalls(token, base_url, http_client, clock)

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

    def balance(self) -> "Balance":
        """Return what is left on the account, with the digits that the service sent.

        Raises `AuthenticationError`, `ConnectionFailed`, `ServerError`, and `ResponseError` if
        the answer has no balance.
        """
        return self.api.balance(self.options)

    def close(self) -> None:
        """Close the connections, unless the HTTP client was passed in."""
        self.api.close()

    def __enter__(self) -> Self:
        """Return the account itself."""
        return self

    def __exit__(
        self,
        error_type: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close the account."""
        self.close()


def account_on(api: ApiCalls, options: Options) -> RunComfy:
    """Return an account that makes its calls by `api`."""
    account = RunComfy.__new__(RunComfy)
    account.api, account.options = api, options
    return account


def check_account(account: object) -> None:
    """Raise `TypeError` if `account` is not an `RunComfy`.

    With one of the other side, a job would be paid for and its id lost: what awaits is not
    what the other side returns.
    """
    if not isinstance(account, RunComfy):
        kind, given = RunComfy.__name__, type(account).__name__
        raise TypeError(f"account has to be {kind}, not {given}; a token is token=…")
