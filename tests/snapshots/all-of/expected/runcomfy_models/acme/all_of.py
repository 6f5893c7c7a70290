# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""acme/all-of

Example:

    from runcomfy_models.acme import all_of

    with all_of.Client() as client:
        result = client.run()
    print(result.output)
"""

from typing import TYPE_CHECKING, Annotated, Any, NotRequired, TypedDict, overload

from pydantic import Field

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
    "Lora",
    "LoraDict",
    "MODEL_ID",
    "Model",
    "ModelDict",
    "Output",
]

MODEL_ID = "acme/all-of"

INFO = ModelInfo(MODEL_ID)


class Lora(InputModel):
    path: str
    scale: Annotated[float, Field(le=1)]
    """range: at most 1"""

    if TYPE_CHECKING:

        def __init__(
            self,
            /,
            *,
            path: str,
            scale: float,
        ) -> None:
            """Build from keywords.

            Args:
                path: …
                scale: at most 1.
            """


class Model(InputModel):
    path: str

    if TYPE_CHECKING:

        def __init__(
            self,
            /,
            *,
            path: str,
        ) -> None:
            """Build from keywords.

            Args:
                path: …
            """


class Input(InputModel):
    lora: Lora | NotGiven = NOT_GIVEN
    base: Model | NotGiven = NOT_GIVEN
    """The model to start from."""
    limited: (
        Annotated[int, Field(ge=1, le=9), checks.fits({"not": {"const": 5}})] | NotGiven
    ) = NOT_GIVEN
    """range: 1 to 9"""

    if TYPE_CHECKING:

        def __init__(
            self,
            /,
            *,
            lora: "Lora | LoraDict | NotGiven" = NOT_GIVEN,
            base: "Model | ModelDict | NotGiven" = NOT_GIVEN,
            limited: int | NotGiven = NOT_GIVEN,
        ) -> None:
            """Build from keywords.

            Args:
                lora: …
                base: The model to start from.
                limited: 1 to 9.
            """


class LoraDict(TypedDict):
    """`Lora` as a plain dict."""

    path: str
    scale: float


class ModelDict(TypedDict):
    """`Model` as a plain dict."""

    path: str


class InputDict(TypedDict):
    """The keywords of `run`: `def make(**inputs: Unpack[InputDict])`."""

    lora: NotRequired[Lora | LoraDict]
    base: NotRequired[Model | ModelDict]
    limited: NotRequired[int]


class Output(OutputModel):
    image: str | None = None


class Client(ModelClient[Input, Output]):
    """Runs `acme/all-of`."""

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
        lora: Lora | LoraDict | NotGiven = NOT_GIVEN,
        base: Model | ModelDict | NotGiven = NOT_GIVEN,
        limited: int | NotGiven = NOT_GIVEN,
    ) -> Result[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            lora: …
            base: The model to start from.
            limited: 1 to 9.
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
        lora: Lora | LoraDict | NotGiven = NOT_GIVEN,
        base: Model | ModelDict | NotGiven = NOT_GIVEN,
        limited: int | NotGiven = NOT_GIVEN,
    ) -> Request[Output]:
        """Submit a job and return its request at once.

        Args:
            lora: …
            base: The model to start from.
            limited: 1 to 9.
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
        lora: Lora | LoraDict | NotGiven = NOT_GIVEN,
        base: Model | ModelDict | NotGiven = NOT_GIVEN,
        limited: int | NotGiven = NOT_GIVEN,
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
        lora: Lora | LoraDict | NotGiven = NOT_GIVEN,
        base: Model | ModelDict | NotGiven = NOT_GIVEN,
        limited: int | NotGiven = NOT_GIVEN,
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
        lora: Lora | LoraDict | NotGiven = NOT_GIVEN,
        base: Model | ModelDict | NotGiven = NOT_GIVEN,
        limited: int | NotGiven = NOT_GIVEN,
    ) -> Price: ...

    def price(self, input: Input | NotGiven = NOT_GIVEN, /, **inputs: Any) -> Price:
        """Return what a job may cost; the inputs that it depends on are enough. Nothing is sent."""
        return self._price(input, inputs)


class AsyncClient(AsyncModelClient[Input, Output]):
    """Runs `acme/all-of`, asynchronously."""

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
        lora: Lora | LoraDict | NotGiven = NOT_GIVEN,
        base: Model | ModelDict | NotGiven = NOT_GIVEN,
        limited: int | NotGiven = NOT_GIVEN,
    ) -> AsyncResult[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            lora: …
            base: The model to start from.
            limited: 1 to 9.
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
        lora: Lora | LoraDict | NotGiven = NOT_GIVEN,
        base: Model | ModelDict | NotGiven = NOT_GIVEN,
        limited: int | NotGiven = NOT_GIVEN,
    ) -> AsyncRequest[Output]:
        """Submit a job and return its request at once.

        Args:
            lora: …
            base: The model to start from.
            limited: 1 to 9.
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
        lora: Lora | LoraDict | NotGiven = NOT_GIVEN,
        base: Model | ModelDict | NotGiven = NOT_GIVEN,
        limited: int | NotGiven = NOT_GIVEN,
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
        lora: Lora | LoraDict | NotGiven = NOT_GIVEN,
        base: Model | ModelDict | NotGiven = NOT_GIVEN,
        limited: int | NotGiven = NOT_GIVEN,
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
        lora: Lora | LoraDict | NotGiven = NOT_GIVEN,
        base: Model | ModelDict | NotGiven = NOT_GIVEN,
        limited: int | NotGiven = NOT_GIVEN,
    ) -> Price: ...

    def price(self, input: Input | NotGiven = NOT_GIVEN, /, **inputs: Any) -> Price:
        """Return what a job may cost; the inputs that it depends on are enough. Nothing is sent."""
        return self._price(input, inputs)


Lora.__json_schema__ = {
    "allOf": [
        {"$ref": "#/$defs/Model.part"},
        {
            "type": "object",
            "properties": {"scale": {"type": "number", "maximum": 1}},
            "required": ["scale"],
        },
    ],
    "properties": {"path": {}, "scale": {}},
    "type": "object",
    "additionalProperties": False,
    "$defs": {
        "Model.part": {
            "type": "object",
            "properties": {"path": {"type": "string"}},
            "required": ["path"],
        }
    },
}
Model.__json_schema__ = {
    "type": "object",
    "properties": {"path": {"type": "string"}},
    "required": ["path"],
    "additionalProperties": False,
}
Input.__json_schema__ = {
    "type": "object",
    "properties": {
        "lora": {"$ref": Lora},
        "base": {
            "description": "The model to start from.",
            "allOf": [{"$ref": "#/$defs/Model"}],
        },
        "limited": {
            "allOf": [
                {"type": "integer", "minimum": 1},
                {"maximum": 9},
                {"not": {"const": 5}},
            ]
        },
    },
    "additionalProperties": False,
    "$defs": {
        "Model": {"$ref": Model},
        "Model.part": {
            "type": "object",
            "properties": {"path": {"type": "string"}},
            "required": ["path"],
        },
    },
    "examples": [{}],
}
Output.__json_schema__ = {
    "type": "object",
    "properties": {
        "image": {"anyOf": [{"type": "string", "format": "uri"}, {"type": "null"}]}
    },
}
