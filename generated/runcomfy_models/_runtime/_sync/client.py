# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: b4f819ecca3d505e101ac0e629d990d4
"""The base of every generated client."""

from types import TracebackType
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Self, TypeVar, Unpack

from ..inputs import InputModel
from ..option_changes import OptionChanges
from ..outputs import OutputT
from .request import Request
from .result import Result

if TYPE_CHECKING:
    from ..http_clients import HttpClient
    from .account import RunComfy
    from .clock import Clock

InputT = TypeVar("InputT", bound=InputModel)


class ModelClient(Generic[InputT, OutputT]):
    """Runs one model. Use it as a context manager, or close it."""

    model_id: ClassVar[str]
    input_type: type[InputT]
    output_type: type[OutputT]

    def __init__(
        self,
        account: "RunComfy | None" = None,
        /,
        *,
        token: str | None = None,
        base_url: str | None = None,
        http_client: "HttpClient | None" = None,
        clock: "Clock | None" = None,
        **options: Unpack[OptionChanges],
    ) -> None:
        """Run a model with `account`, or with an account of the client's own.

        Args:
            account: What several clients share; it stays open when the client closes.
            token: As for `RunComfy`, as are the others; without `account` alone.
            base_url: Where the API is.
            http_client: An httpx client of yours, which stays yours to close.
            clock: For tests: time that does not pass by itself.
            options: Limits of time, pace of polling, callbacks; see `Options`. They
                change those of `account`.

        Raises:
            AuthenticationError: No token was found, or not a usable one.
            ValueError: The base URL or an option makes no sense.
            TypeError: Both an account and what makes one.
        """
        from .account import RunComfy  # only here, with all that it takes to call

        connection = (token, base_url, http_client, clock)
        if account is not None and connection != (None, None, None, None):
            raise TypeError("the account has a token, base_url, http_client and clock")
        self._own = account is None
        self._account = (
            account.with_options(**options)
            if account is not None
            else RunComfy(
                token=token,
                base_url=base_url,
                http_client=http_client,
                clock=clock,
                **options,
            )
        )

    def __repr__(self) -> str:
        """The model and where it is."""
        return f"<{type(self).__name__} of {self.model_id} at {self._account.transport.base_url}>"

    def with_options(self, **changes: Unpack[OptionChanges]) -> Self:
        """The same client, on the same connections, with other `Options`.

        To close one of the two is to close both.
        """
        other = object.__new__(type(self))
        account = self._account.with_options(**changes)
        vars(other).update(vars(self), _account=account)
        return other

    def request(self, request_id: str) -> Request[OutputT]:
        """The handle of a job that was submitted before, here or elsewhere.

        Nothing is sent. Raises `InvalidInputError` for what is no request_id.
        """
        from .submitting import job

        account, output_type = self._account, self.output_type
        return Request(job(request_id, self.model_id, output_type, account))

    def preflight(self, given: InputT | None = None, /, **inputs: Any) -> None:
        """Look at every URL of the media inputs; nothing is submitted, nothing is paid.

        Give the `Input`, or the keywords of `run`. A file has to be reachable over
        https and, as far as its server tells, of the right kind and within the rules of
        the docs. Raises `InvalidInputError` with every problem at once, `TypeError` for
        anything else than an `Input`, or one with keywords.
        """
        from .preflight import preflight

        account, model_id = self._account, self.model_id
        preflight(account, model_id, self.input_type, given, inputs)

    def close(self) -> None:
        """Close the connections, unless account or HTTP client were handed in."""
        if self._own:
            self._account.close()

    def __enter__(self) -> Self:
        """The client itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close."""
        self.close()

    def _submit(self, variables: dict[str, Any]) -> Request[OutputT]:
        """Submit; `variables` are the local ones of a generated method."""
        from .submitting import submission  # and all that it takes to follow the job

        call = submission(self.model_id, self.input_type, variables)
        account = self._account
        return self.request(account.transport.submit(call, account.options))

    def _run(self, variables: dict[str, Any]) -> Result[OutputT]:
        """Submit and wait for the result; `variables` as for `_submit`."""
        request = self._submit(variables)
        return request.result()
