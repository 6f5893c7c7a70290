# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""acme/default-outside-its-constraints

Example:

    from runcomfy_models.acme import default_outside_its_constraints

    with default_outside_its_constraints.Client() as client:
        result = client.run()
    print(result.output)

Corrections, and what the docs get wrong or leave out:

- input.json#/properties/steps/default: breaks its own schema: 0 is less than the
  minimum of 1
- input.json#/properties/mode/default: breaks its own schema: 'c' is not one of ['a',
  'b']
- input.json#/properties/flag/default: breaks its own schema: 'true' is not of type
  'boolean'
- input.json#/properties/seed/default: breaks its own schema: None is not of type
  'integer'
"""

from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Literal,
    NotRequired,
    TypedDict,
    overload,
)

from pydantic import Field

from runcomfy_models._runtime._async.client import AsyncModelClient
from runcomfy_models._runtime._async.request import AsyncRequest
from runcomfy_models._runtime._async.result import AsyncResult
from runcomfy_models._runtime._sync.client import ModelClient
from runcomfy_models._runtime._sync.request import Request
from runcomfy_models._runtime._sync.result import Result
from runcomfy_models._runtime.info import ModelInfo
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
    "MODEL_ID",
    "Mode",
    "Output",
]

MODEL_ID = "acme/default-outside-its-constraints"

INFO = ModelInfo(MODEL_ID)

Mode = Literal["a", "b"]


class Input(InputModel):
    steps: Annotated[int, Field(ge=1, le=50)] | NotGiven = NOT_GIVEN
    """range: 1 to 50"""
    mode: Mode | NotGiven = NOT_GIVEN
    flag: bool | NotGiven = NOT_GIVEN
    seed: int | NotGiven = NOT_GIVEN

    if TYPE_CHECKING:

        def __init__(
            self,
            /,
            *,
            steps: int | NotGiven = NOT_GIVEN,
            mode: Mode | NotGiven = NOT_GIVEN,
            flag: bool | NotGiven = NOT_GIVEN,
            seed: int | NotGiven = NOT_GIVEN,
        ) -> None:
            """Build from keywords.

            Args:
                steps: 1 to 50.
                mode: …
                flag: …
                seed: …
            """


class InputDict(TypedDict):
    """The keywords of `run`: `def make(**inputs: Unpack[InputDict])`."""

    steps: NotRequired[int]
    mode: NotRequired[Mode]
    flag: NotRequired[bool]
    seed: NotRequired[int]


class Output(OutputModel):
    image: str | None = None


class Client(ModelClient[Input, Output]):
    """Runs `acme/default-outside-its-constraints`."""

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
        steps: int | NotGiven = NOT_GIVEN,
        mode: Mode | NotGiven = NOT_GIVEN,
        flag: bool | NotGiven = NOT_GIVEN,
        seed: int | NotGiven = NOT_GIVEN,
    ) -> Result[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            steps: 1 to 50.
            mode: …
            flag: …
            seed: …
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
        steps: int | NotGiven = NOT_GIVEN,
        mode: Mode | NotGiven = NOT_GIVEN,
        flag: bool | NotGiven = NOT_GIVEN,
        seed: int | NotGiven = NOT_GIVEN,
    ) -> Request[Output]:
        """Submit a job and return its request at once.

        Args:
            steps: 1 to 50.
            mode: …
            flag: …
            seed: …
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
        steps: int | NotGiven = NOT_GIVEN,
        mode: Mode | NotGiven = NOT_GIVEN,
        flag: bool | NotGiven = NOT_GIVEN,
        seed: int | NotGiven = NOT_GIVEN,
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
        steps: int | NotGiven = NOT_GIVEN,
        mode: Mode | NotGiven = NOT_GIVEN,
        flag: bool | NotGiven = NOT_GIVEN,
        seed: int | NotGiven = NOT_GIVEN,
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
        steps: int | NotGiven = NOT_GIVEN,
        mode: Mode | NotGiven = NOT_GIVEN,
        flag: bool | NotGiven = NOT_GIVEN,
        seed: int | NotGiven = NOT_GIVEN,
    ) -> Price: ...

    def price(self, input: Input | NotGiven = NOT_GIVEN, /, **inputs: Any) -> Price:
        """Return what a job may cost; the inputs that it depends on are enough. Nothing is sent."""
        return self._price(input, inputs)


class AsyncClient(AsyncModelClient[Input, Output]):
    """Runs `acme/default-outside-its-constraints`, asynchronously."""

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
        steps: int | NotGiven = NOT_GIVEN,
        mode: Mode | NotGiven = NOT_GIVEN,
        flag: bool | NotGiven = NOT_GIVEN,
        seed: int | NotGiven = NOT_GIVEN,
    ) -> AsyncResult[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            steps: 1 to 50.
            mode: …
            flag: …
            seed: …
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
        steps: int | NotGiven = NOT_GIVEN,
        mode: Mode | NotGiven = NOT_GIVEN,
        flag: bool | NotGiven = NOT_GIVEN,
        seed: int | NotGiven = NOT_GIVEN,
    ) -> AsyncRequest[Output]:
        """Submit a job and return its request at once.

        Args:
            steps: 1 to 50.
            mode: …
            flag: …
            seed: …
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
        steps: int | NotGiven = NOT_GIVEN,
        mode: Mode | NotGiven = NOT_GIVEN,
        flag: bool | NotGiven = NOT_GIVEN,
        seed: int | NotGiven = NOT_GIVEN,
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
        steps: int | NotGiven = NOT_GIVEN,
        mode: Mode | NotGiven = NOT_GIVEN,
        flag: bool | NotGiven = NOT_GIVEN,
        seed: int | NotGiven = NOT_GIVEN,
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
        steps: int | NotGiven = NOT_GIVEN,
        mode: Mode | NotGiven = NOT_GIVEN,
        flag: bool | NotGiven = NOT_GIVEN,
        seed: int | NotGiven = NOT_GIVEN,
    ) -> Price: ...

    def price(self, input: Input | NotGiven = NOT_GIVEN, /, **inputs: Any) -> Price:
        """Return what a job may cost; the inputs that it depends on are enough. Nothing is sent."""
        return self._price(input, inputs)


Input.__json_schema__ = {
    "type": "object",
    "properties": {
        "steps": {"type": "integer", "minimum": 1, "maximum": 50},
        "mode": {"type": "string", "enum": ["a", "b"]},
        "flag": {"type": "boolean"},
        "seed": {"type": "integer"},
    },
    "additionalProperties": False,
    "examples": [{}],
}
Output.__json_schema__ = {
    "type": "object",
    "properties": {
        "image": {"anyOf": [{"type": "string", "format": "uri"}, {"type": "null"}]}
    },
}
