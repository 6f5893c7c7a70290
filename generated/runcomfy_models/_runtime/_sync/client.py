# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""The base of every generated client."""

from dataclasses import replace
from types import TracebackType
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Self, TypeVar, Unpack

from pydantic import ValidationError

from ..calls import submit_call
from ..errors import InvalidInputError
from ..inputs import InputModel
from ..options import OptionChanges, Options
from ..problems import invalid_input
from ..request_ids import is_request_id
from ..result import OutputT, Result
from ..shown import shown
from .clock import Clock
from .request import Request
from .transport import Transport

if TYPE_CHECKING:
    import httpx

InputT = TypeVar("InputT", bound=InputModel)


class ModelClient(Generic[InputT, OutputT]):
    """Runs one model. Use it as a context manager, or close it."""

    model_id: ClassVar[str]
    input_type: type[InputT]
    output_type: type[OutputT]

    def __init__(
        self,
        *,
        token: str | None = None,
        base_url: str | None = None,
        http_client: "httpx.Client | None" = None,
        clock: Clock | None = None,
        **options: Unpack[OptionChanges],
    ) -> None:
        """Connect when first used.

        Args:
            token: API token; without one, RUNCOMFY_API_TOKEN, RUNCOMFY_TOKEN,
                RUNCOMFY_API_KEY and the token file of RunComfy's CLI are tried.
            base_url: Where the API is; without one, RUNCOMFY_BASE_URL, then the
                documented address. https, or http on loopback.
            http_client: An httpx client of yours, which stays yours to close.
            clock: For tests: time that does not pass by itself.
            options: Limits of time, pace of polling, callbacks; see `Options`.

        Raises:
            AuthenticationError: No token was found, or not a usable one.
            ValueError: The base URL or an option makes no sense.
        """
        self._options = Options(**options)
        self._transport = Transport(token, base_url, http_client, clock)

    def __repr__(self) -> str:
        """The model and where it is."""
        return (
            f"<{type(self).__name__} of {self.model_id} at {self._transport.base_url}>"
        )

    def with_options(self, **changes: Unpack[OptionChanges]) -> Self:
        """The same client, on the same connections, with other `Options`.

        To close one of the two is to close both.
        """
        other = object.__new__(type(self))
        vars(other).update(vars(self), _options=replace(self._options, **changes))
        return other

    def request(self, request_id: str) -> Request[OutputT]:
        """The handle of a job that was submitted before, here or elsewhere.

        Nothing is sent. Raises `InvalidInputError` for what is no request_id.
        """
        if not is_request_id(request_id):
            raise InvalidInputError(
                f"{shown(repr(request_id), 40)} is no request_id",
                model_id=self.model_id,
            )
        return Request(
            request_id,
            self.model_id,
            self.output_type,
            self._transport,
            self._options,
        )

    def close(self) -> None:
        """Close the connections, unless the HTTP client was handed in."""
        self._transport.close()

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

    def _submit(self, inputs: dict[str, Any]) -> Request[OutputT]:
        """Submit; `inputs` are the local variables of a generated method."""
        call = submit_call(self.model_id, self._payload(inputs))
        return self.request(self._transport.submit(call, self._options))

    def _run(self, inputs: dict[str, Any]) -> Result[OutputT]:
        """Submit and wait for the result; `inputs` as for `_submit`."""
        request = self._submit(inputs)
        return request.result()

    def _payload(self, inputs: dict[str, Any]) -> dict[str, Any]:
        """The JSON body for the given inputs, or `InvalidInputError`."""
        given = {name: value for name, value in inputs.items() if name != "self"}
        try:
            return self.input_type(**given).to_payload()
        except ValidationError as error:
            named = self.input_type.by_wire_name(given)
            raise invalid_input(error, named, self.model_id) from None
