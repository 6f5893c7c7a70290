# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 133018adfb9b177306d9192fd46c0929
"""The base of every generated client."""

from types import TracebackType
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Self, TypeVar, Unpack

from pydantic import ValidationError

from ..aside import AsyncAside
from ..calls import Call, submit_call
from ..errors import InvalidInputError
from ..inputs import InputModel
from ..media.remote import Preflight
from ..media.sources import holds_local
from ..options import OptionChanges
from ..outputs import OutputT
from ..problems import invalid_input
from ..request_ids import is_request_id
from ..shown import shown
from .request import AsyncRequest
from .result import AsyncResult

if TYPE_CHECKING:
    from ..http_clients import AsyncHttpClient
    from .account import AsyncRunComfy
    from .clock import AsyncClock

InputT = TypeVar("InputT", bound=InputModel)


class AsyncModelClient(Generic[InputT, OutputT]):
    """Runs one model. Use it as a context manager, or close it."""

    model_id: ClassVar[str]
    input_type: type[InputT]
    output_type: type[OutputT]

    def __init__(
        self,
        account: "AsyncRunComfy | None" = None,
        /,
        *,
        token: str | None = None,
        base_url: str | None = None,
        http_client: "AsyncHttpClient | None" = None,
        clock: "AsyncClock | None" = None,
        **options: Unpack[OptionChanges],
    ) -> None:
        """Run a model with `account`, or with an account of the client's own.

        Args:
            account: What several clients share; it stays open when the client closes.
            token: As for `AsyncRunComfy`, as are the others; without `account` alone.
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
        from .account import AsyncRunComfy  # only here, with all that it takes to call

        connection = (token, base_url, http_client, clock)
        if account is not None and connection != (None, None, None, None):
            raise TypeError("the account has a token, base_url, http_client and clock")
        self._own = account is None
        self._account = (
            account.with_options(**options)
            if account is not None
            else AsyncRunComfy(
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

    def request(self, request_id: str) -> AsyncRequest[OutputT]:
        """The handle of a job that was submitted before, here or elsewhere.

        Nothing is sent. Raises `InvalidInputError` for what is no request_id.
        """
        if not is_request_id(request_id):
            raise InvalidInputError(
                f"{shown(repr(request_id), 40)} is no request_id",
                model_id=self.model_id,
            )
        return AsyncRequest(
            request_id,
            self.model_id,
            self.output_type,
            self._account.transport,
            self._account.options,
        )

    async def preflight(self, given: InputT | None = None, /, **inputs: Any) -> None:
        """Look at every URL of the media inputs; nothing is submitted, nothing is paid.

        Give the `Input`, or the keywords of `run`. A file has to be reachable over
        https and, as far as its server tells, of the right kind and within the rules of
        the docs. Raises `InvalidInputError` with every problem at once, `TypeError` for
        anything else than an `Input`, or one with keywords.
        """
        from .preflight import check_given, look

        check_given(given, inputs, self.input_type)
        payload = (
            await AsyncAside.of(lambda: self._payload(inputs))
            if given is None
            else given.to_payload()
        )
        context, account = Preflight(), self._account
        try:
            self.input_type.model_validate(payload, context=context)
            context.files = await look(
                context.asked, account.transport, account.options
            )
            self.input_type.model_validate(payload, context=context)
            submit_call(self.model_id, payload)  # raises for what is too large
            return
        except ValidationError as error:
            found = invalid_input(error, self.model_id)
        raise found

    async def aclose(self) -> None:
        """Close the connections, unless account or HTTP client were handed in."""
        if self._own:
            await self._account.aclose()

    async def __aenter__(self) -> Self:
        """The client itself."""
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close."""
        await self.aclose()

    async def _submit(self, inputs: dict[str, Any]) -> AsyncRequest[OutputT]:
        """Submit; `inputs` are the local variables of a generated method."""
        call = await self._call(inputs)
        account = self._account
        return self.request(await account.transport.submit(call, account.options))

    async def _run(self, inputs: dict[str, Any]) -> AsyncResult[OutputT]:
        """Submit and wait for the result; `inputs` as for `_submit`."""
        request = await self._submit(inputs)
        return await request.result()

    async def _call(self, inputs: dict[str, Any]) -> Call:
        """The call that submits; files are read elsewhere than in an event loop."""

        def call() -> Call:
            return submit_call(self.model_id, self._payload(inputs))

        return await AsyncAside.of(call) if holds_local(inputs) else call()

    def _payload(self, inputs: dict[str, Any]) -> dict[str, Any]:
        """The JSON body for the given inputs, or `InvalidInputError`."""
        further = inputs.get("_further", {})
        given = {key: inputs[key] for key in inputs if key not in ("self", "_further")}
        try:
            return self.input_type(**given, **further).to_payload()
        except ValidationError as error:
            found = invalid_input(error, self.model_id)
        raise found  # here, so that it does not drag the values along
