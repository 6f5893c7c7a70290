# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""The base of every generated client."""

from dataclasses import replace
from types import TracebackType
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Self, TypeVar
from urllib.parse import quote

from pydantic import ValidationError

from ..answers import checked_request_id
from ..errors import ResponseError
from ..inputs import InputModel
from ..options import Options
from ..problems import invalid_input
from ..result import OutputT, Result
from ..service import SUBMIT_PATH
from .clock import AsyncClock
from .request import AsyncRequest
from .transport import AsyncTransport, unknown_submission

if TYPE_CHECKING:
    import httpx

InputT = TypeVar("InputT", bound=InputModel)


class AsyncModelClient(Generic[InputT, OutputT]):
    """Runs one model. Use it as a context manager, or close it."""

    model_id: ClassVar[str]
    input_type: type[InputT]
    output_type: type[OutputT]

    def __init__(
        self,
        *,
        token: str | None = None,
        base_url: str | None = None,
        http_client: "httpx.AsyncClient | None" = None,
        options: Options | None = None,
        clock: AsyncClock | None = None,
    ) -> None:
        """Connect when first used.

        Args:
            token: API token; without one, RUNCOMFY_API_TOKEN, RUNCOMFY_TOKEN,
                RUNCOMFY_API_KEY and the token file of RunComfy's CLI are tried.
            base_url: Where the API is; without one, RUNCOMFY_BASE_URL, then the
                documented address.
            http_client: An httpx client of yours, which stays yours to close.
            options: Limits of time, pace of polling, callbacks; see `Options`.
            clock: For tests: time that does not pass by itself.

        Raises:
            AuthenticationError: No token was found.
        """
        self._transport = AsyncTransport(token, base_url, http_client, clock)
        self._options = options or Options()

    def with_options(self, **changes: Any) -> Self:
        """The same client, on the same connections, with other `Options`."""
        other = object.__new__(type(self))
        vars(other).update(vars(self), _options=replace(self._options, **changes))
        return other

    def request(self, request_id: str) -> AsyncRequest[OutputT]:
        """The handle of a job that was submitted before, here or elsewhere."""
        return AsyncRequest(
            checked_request_id(request_id, model_id=self.model_id),
            self.model_id,
            self.output_type,
            self._transport,
            self._options,
        )

    async def aclose(self) -> None:
        """Close the connections."""
        await self._transport.aclose()

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
        payload = self._payload(inputs)
        path = SUBMIT_PATH.format(model_id=quote(self.model_id, safe="/"))
        answer = await self._transport.submit(
            path, payload, self._options, self.model_id
        )
        try:
            return self.request(answer.get("request_id", ""))
        except ResponseError as error:
            raise unknown_submission(str(error), b"", self.model_id) from None

    async def _run(self, inputs: dict[str, Any]) -> Result[OutputT]:
        """Submit and wait for the result; `inputs` as for `_submit`."""
        request = await self._submit(inputs)
        return await request.result()

    def _payload(self, inputs: dict[str, Any]) -> dict[str, Any]:
        """The JSON body for the given inputs, or `InvalidInputError`."""
        given = {name: value for name, value in inputs.items() if name != "self"}
        try:
            return self.input_type(**given).to_payload()
        except ValidationError as error:
            raise invalid_input(
                error, self.input_type.by_wire_name(given), self.model_id
            ) from None
