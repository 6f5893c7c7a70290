"""The base of all generated clients."""

from types import TracebackType
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Self, Unpack

from ..first_use import FIRST_USE
from ..keyword_methods import show_keywords
from ..models.not_given import NotGiven
from ..models.one_input import InputT, input_or_keywords
from ..models.outputs import OutputT
from .request import Request
from .result import Result

if TYPE_CHECKING:
    from ..concurrency import Clock
    from ..http.clients import HttpClient
    from ..options import OptionChanges
    from .account import RunComfy
    from .submitting import Submission


class ModelClient(Generic[InputT, OutputT]):
    """Runs one model. Use it as a context manager, or close it."""

    model_id: ClassVar[str]
    input_type: type[InputT]
    output_type: type[OutputT]

    def __init_subclass__(cls, **options: Any) -> None:
        """Show the keywords of a generated client at run time, too."""
        super().__init_subclass__(**options)
        show_keywords(cls)

    def __init__(
        self,
        account: "RunComfy | None" = None,
        /,
        *,
        token: str | None = None,
        base_url: str | None = None,
        http_client: "HttpClient | None" = None,
        clock: "Clock | None" = None,
        **options: "Unpack[OptionChanges]",
    ) -> None:
        """Run the model with `account`, or with an account of the client's own.

        Args:
            account: Shared by several clients; it stays open when this client closes.
            token: As for `RunComfy`; like the next three, not beside `account`.
            base_url: Address of the API.
            http_client: A client of httpx or httpx2 of yours, which stays yours to close;
                or the name of a library, see `RunComfy`.
            clock: Replaces time in tests.
            options: Time limits, polling, callbacks; see `Options`. They change those
                of `account`.

        Raises:
            AuthenticationError: No usable token was found.
            ValueError: The base URL or an option makes no sense.
            TypeError: An account was given together with what makes one.
        """
        with FIRST_USE:  # here, since it imports all that makes calls
            from .account import RunComfy

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
        """Show the model and the address."""
        return f"<{type(self).__name__} of {self.model_id} at {self._account.transport.base_url}>"

    def with_options(self, **changes: "Unpack[OptionChanges]") -> Self:
        """Return the same client, on the same connections, with other `Options`.

        Closing one of the two closes both.
        """
        other = object.__new__(type(self))
        account = self._account.with_options(**changes)
        vars(other).update(vars(self), _account=account)
        return other

    def request(self, request_id: str) -> Request[OutputT]:
        """Return the handle of a job that was submitted before, here or elsewhere.

        Nothing is sent. Raises `InvalidInputError` if it is not a request_id.
        """
        return self._request(request_id, is_fresh=False)

    def close(self) -> None:
        """Close the connections, unless the account or HTTP client was handed in."""
        if self._own:
            self._account.close()

    def __enter__(self) -> Self:
        """Return the client itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close the client."""
        self.close()

    def _submit(
        self, given: InputT | NotGiven, inputs: dict[str, Any]
    ) -> Request[OutputT]:
        """Submit a job and return its request: what `submit` of a model does.

        Like the next three, it takes either `given` or `inputs`, the keywords, and raises
        `TypeError` for anything else.
        """
        submission = self._submission(given, inputs)
        try:
            return self._request(submission.send(), is_fresh=True)
        except BaseException as error:
            submission.annotate(error)
            raise

    def _run(self, given: InputT | NotGiven, inputs: dict[str, Any]) -> Result[OutputT]:
        """Submit a job and wait for its result: what `run` of a model does."""
        submission = self._submission(given, inputs)
        # Ctrl-C may come at any line. In `except`, unlike in `with`, no line is left to run
        # once the result is there.
        try:
            request = self._request(submission.send(), is_fresh=True)
            return request.result()
        except BaseException as error:
            submission.annotate(error)
            raise

    def _check(self, given: InputT | NotGiven, inputs: dict[str, Any]) -> None:
        """Check the input offline: what `check` of a model does."""
        from .submitting import checked_call

        chosen = input_or_keywords(given, inputs, self.input_type)
        checked_call(self._account, self.model_id, self.input_type, chosen)

    def _preflight(self, given: InputT | NotGiven, inputs: dict[str, Any]) -> None:
        """Check the input and look at its files: what `preflight` of a model does."""
        with FIRST_USE:
            from .preflight import preflight

        chosen = input_or_keywords(given, inputs, self.input_type)
        preflight(self._account, self.model_id, self.input_type, chosen)

    def _request(self, request_id: str, is_fresh: bool) -> Request[OutputT]:
        with FIRST_USE:
            from .submitting import new_job

        account, output_type = self._account, self.output_type
        return Request(
            new_job(request_id, self.model_id, output_type, account, is_fresh)
        )

    def _submission(
        self, given: InputT | NotGiven, inputs: dict[str, Any]
    ) -> "Submission":
        """Check the input, and import all that it takes to submit and follow a job."""
        with FIRST_USE:
            from .submitting import Submission, checked_call

        account, input_type = self._account, self.input_type
        chosen = input_or_keywords(given, inputs, input_type)
        call = checked_call(account, self.model_id, input_type, chosen)
        return Submission(call, account)
