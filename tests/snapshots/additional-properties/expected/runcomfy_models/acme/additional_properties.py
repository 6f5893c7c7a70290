# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""acme/additional-properties

Example:

    from runcomfy_models.acme import additional_properties

    with additional_properties.Client() as client:
        result = client.run()
    print(result.output)
"""

from typing import TYPE_CHECKING, Annotated, Any, NotRequired, TypedDict, overload

from pydantic import ConfigDict, Field

from runcomfy_models._runtime._async.client import AsyncModelClient
from runcomfy_models._runtime._async.request import AsyncRequest
from runcomfy_models._runtime._async.result import AsyncResult
from runcomfy_models._runtime._sync.client import ModelClient
from runcomfy_models._runtime._sync.request import Request
from runcomfy_models._runtime._sync.result import Result
from runcomfy_models._runtime.info import ModelInfo
from runcomfy_models._runtime.models import checks
from runcomfy_models._runtime.models.inputs import InputModel
from runcomfy_models._runtime.models.not_given import NOT_GIVEN, NotGiven
from runcomfy_models._runtime.models.outputs import OutputModel
from runcomfy_models._runtime.pricing import Price

__all__ = [
    "AsyncClient",
    "Client",
    "INFO",
    "Input",
    "InputDict",
    "Loose",
    "LooseDict",
    "MODEL_ID",
    "Output",
]

MODEL_ID = "acme/additional-properties"

INFO = ModelInfo(MODEL_ID)


class Loose(InputModel):
    model_config = ConfigDict(extra="allow")

    a: str | NotGiven = NOT_GIVEN

    if TYPE_CHECKING:

        def __init__(
            self,
            /,
            *,
            a: str | NotGiven = NOT_GIVEN,
            **_further: Any,
        ) -> None:
            """Build from keywords.

            Args:
                a: …
                **_further: Properties that the docs do not name, by their wire names.
            """


class Input(
    InputModel,
    check=checks.fits(
        {
            "additionalProperties": {"type": "integer"},
            "properties": {
                "extra": True,
                "weights": True,
                "loose": True,
                "anything": True,
            },
        }
    ),
):
    model_config = ConfigDict(extra="allow")

    extra: dict[str, Any] | NotGiven = NOT_GIVEN
    weights: dict[str, Annotated[float, Field(ge=0)]] | NotGiven = NOT_GIVEN
    loose: Loose | NotGiven = NOT_GIVEN
    anything: Any | NotGiven = NOT_GIVEN

    if TYPE_CHECKING:

        def __init__(
            self,
            /,
            *,
            extra: dict[str, Any] | NotGiven = NOT_GIVEN,
            weights: dict[str, float] | NotGiven = NOT_GIVEN,
            loose: "Loose | LooseDict | dict[str, Any] | NotGiven" = NOT_GIVEN,
            anything: Any | NotGiven = NOT_GIVEN,
            **_further: Any,
        ) -> None:
            """Build from keywords.

            Args:
                extra: …
                weights: …
                loose: …
                anything: …
                **_further: Properties that the docs do not name, by their wire names.
            """


class LooseDict(TypedDict):
    """`Loose` as a plain dict."""

    a: NotRequired[str]


class InputDict(TypedDict):
    """The keywords of `run`: `def make(**inputs: Unpack[InputDict])`."""

    extra: NotRequired[dict[str, Any]]
    weights: NotRequired[dict[str, float]]
    loose: NotRequired[Loose | LooseDict | dict[str, Any]]
    anything: NotRequired[Any]


class Output(OutputModel):
    image: str | None = None


class Client(ModelClient[Input, Output]):
    """Runs `acme/additional-properties`."""

    model_id = MODEL_ID
    info = INFO
    input_type = Input
    output_type = Output

    @overload
    def run(self, input: Input, /) -> Result[Output]: ...

    @overload
    def run(
        self,
        /,
        *,
        extra: dict[str, Any] | NotGiven = NOT_GIVEN,
        weights: dict[str, float] | NotGiven = NOT_GIVEN,
        loose: Loose | LooseDict | dict[str, Any] | NotGiven = NOT_GIVEN,
        anything: Any | NotGiven = NOT_GIVEN,
        **_further: Any,
    ) -> Result[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            extra: …
            weights: …
            loose: …
            anything: …
            **_further: Properties that the docs do not name, by their wire names.
        """

    def run(
        self, input: Input | NotGiven = NOT_GIVEN, /, **inputs: Any
    ) -> Result[Output]:
        """Submit a job, wait until it ends and return its result."""
        return self._run(input, inputs)

    @overload
    def submit(self, input: Input, /) -> Request[Output]: ...

    @overload
    def submit(
        self,
        /,
        *,
        extra: dict[str, Any] | NotGiven = NOT_GIVEN,
        weights: dict[str, float] | NotGiven = NOT_GIVEN,
        loose: Loose | LooseDict | dict[str, Any] | NotGiven = NOT_GIVEN,
        anything: Any | NotGiven = NOT_GIVEN,
        **_further: Any,
    ) -> Request[Output]:
        """Submit a job and return its request at once.

        Args:
            extra: …
            weights: …
            loose: …
            anything: …
            **_further: Properties that the docs do not name, by their wire names.
        """

    def submit(
        self, input: Input | NotGiven = NOT_GIVEN, /, **inputs: Any
    ) -> Request[Output]:
        """Submit a job and return its request at once."""
        return self._submit(input, inputs)

    @overload
    def check(self, input: Input, /) -> None: ...

    @overload
    def check(
        self,
        /,
        *,
        extra: dict[str, Any] | NotGiven = NOT_GIVEN,
        weights: dict[str, float] | NotGiven = NOT_GIVEN,
        loose: Loose | LooseDict | dict[str, Any] | NotGiven = NOT_GIVEN,
        anything: Any | NotGiven = NOT_GIVEN,
        **_further: Any,
    ) -> None: ...

    def check(self, input: Input | NotGiven = NOT_GIVEN, /, **inputs: Any) -> None:
        """Check the input as `run` does before it sends anything; nothing is sent."""
        self._check(input, inputs)

    @overload
    def preflight(self, input: Input, /) -> None: ...

    @overload
    def preflight(
        self,
        /,
        *,
        extra: dict[str, Any] | NotGiven = NOT_GIVEN,
        weights: dict[str, float] | NotGiven = NOT_GIVEN,
        loose: Loose | LooseDict | dict[str, Any] | NotGiven = NOT_GIVEN,
        anything: Any | NotGiven = NOT_GIVEN,
        **_further: Any,
    ) -> None: ...

    def preflight(self, input: Input | NotGiven = NOT_GIVEN, /, **inputs: Any) -> None:
        """Check the input, then look at every URL of its media; nothing is submitted."""
        self._preflight(input, inputs)

    @overload
    def price(self, input: Input, /) -> Price: ...

    @overload
    def price(
        self,
        /,
        *,
        extra: dict[str, Any] | NotGiven = NOT_GIVEN,
        weights: dict[str, float] | NotGiven = NOT_GIVEN,
        loose: Loose | LooseDict | dict[str, Any] | NotGiven = NOT_GIVEN,
        anything: Any | NotGiven = NOT_GIVEN,
        **_further: Any,
    ) -> Price: ...

    def price(self, input: Input | NotGiven = NOT_GIVEN, /, **inputs: Any) -> Price:
        """Return what a job may cost; the inputs that it depends on are enough. Nothing is sent."""
        return self._price(input, inputs)


class AsyncClient(AsyncModelClient[Input, Output]):
    """Runs `acme/additional-properties`, asynchronously."""

    model_id = MODEL_ID
    info = INFO
    input_type = Input
    output_type = Output

    @overload
    async def run(self, input: Input, /) -> AsyncResult[Output]: ...

    @overload
    async def run(
        self,
        /,
        *,
        extra: dict[str, Any] | NotGiven = NOT_GIVEN,
        weights: dict[str, float] | NotGiven = NOT_GIVEN,
        loose: Loose | LooseDict | dict[str, Any] | NotGiven = NOT_GIVEN,
        anything: Any | NotGiven = NOT_GIVEN,
        **_further: Any,
    ) -> AsyncResult[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            extra: …
            weights: …
            loose: …
            anything: …
            **_further: Properties that the docs do not name, by their wire names.
        """

    async def run(
        self, input: Input | NotGiven = NOT_GIVEN, /, **inputs: Any
    ) -> AsyncResult[Output]:
        """Submit a job, wait until it ends and return its result."""
        return await self._run(input, inputs)

    @overload
    async def submit(self, input: Input, /) -> AsyncRequest[Output]: ...

    @overload
    async def submit(
        self,
        /,
        *,
        extra: dict[str, Any] | NotGiven = NOT_GIVEN,
        weights: dict[str, float] | NotGiven = NOT_GIVEN,
        loose: Loose | LooseDict | dict[str, Any] | NotGiven = NOT_GIVEN,
        anything: Any | NotGiven = NOT_GIVEN,
        **_further: Any,
    ) -> AsyncRequest[Output]:
        """Submit a job and return its request at once.

        Args:
            extra: …
            weights: …
            loose: …
            anything: …
            **_further: Properties that the docs do not name, by their wire names.
        """

    async def submit(
        self, input: Input | NotGiven = NOT_GIVEN, /, **inputs: Any
    ) -> AsyncRequest[Output]:
        """Submit a job and return its request at once."""
        return await self._submit(input, inputs)

    @overload
    async def check(self, input: Input, /) -> None: ...

    @overload
    async def check(
        self,
        /,
        *,
        extra: dict[str, Any] | NotGiven = NOT_GIVEN,
        weights: dict[str, float] | NotGiven = NOT_GIVEN,
        loose: Loose | LooseDict | dict[str, Any] | NotGiven = NOT_GIVEN,
        anything: Any | NotGiven = NOT_GIVEN,
        **_further: Any,
    ) -> None: ...

    async def check(
        self, input: Input | NotGiven = NOT_GIVEN, /, **inputs: Any
    ) -> None:
        """Check the input as `run` does before it sends anything; nothing is sent."""
        await self._check(input, inputs)

    @overload
    async def preflight(self, input: Input, /) -> None: ...

    @overload
    async def preflight(
        self,
        /,
        *,
        extra: dict[str, Any] | NotGiven = NOT_GIVEN,
        weights: dict[str, float] | NotGiven = NOT_GIVEN,
        loose: Loose | LooseDict | dict[str, Any] | NotGiven = NOT_GIVEN,
        anything: Any | NotGiven = NOT_GIVEN,
        **_further: Any,
    ) -> None: ...

    async def preflight(
        self, input: Input | NotGiven = NOT_GIVEN, /, **inputs: Any
    ) -> None:
        """Check the input, then look at every URL of its media; nothing is submitted."""
        await self._preflight(input, inputs)

    @overload
    def price(self, input: Input, /) -> Price: ...

    @overload
    def price(
        self,
        /,
        *,
        extra: dict[str, Any] | NotGiven = NOT_GIVEN,
        weights: dict[str, float] | NotGiven = NOT_GIVEN,
        loose: Loose | LooseDict | dict[str, Any] | NotGiven = NOT_GIVEN,
        anything: Any | NotGiven = NOT_GIVEN,
        **_further: Any,
    ) -> Price: ...

    def price(self, input: Input | NotGiven = NOT_GIVEN, /, **inputs: Any) -> Price:
        """Return what a job may cost; the inputs that it depends on are enough. Nothing is sent."""
        return self._price(input, inputs)


Loose.__json_schema__ = {
    "type": "object",
    "properties": {"a": {"type": "string"}},
    "additionalProperties": True,
}
Input.__json_schema__ = {
    "type": "object",
    "properties": {
        "extra": {"type": "object"},
        "weights": {
            "type": "object",
            "additionalProperties": {"type": "number", "minimum": 0},
        },
        "loose": {"$ref": Loose},
        "anything": {},
    },
    "additionalProperties": {"type": "integer"},
    "examples": [{}],
}
Output.__json_schema__ = {
    "type": "object",
    "properties": {
        "image": {"anyOf": [{"type": "string", "format": "uri"}, {"type": "null"}]}
    },
}
