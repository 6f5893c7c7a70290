# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""acme/old

Example:

    from runcomfy_models.acme import old

    with old.Client() as client:
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
from runcomfy_models._runtime.models.inputs import InputModel
from runcomfy_models._runtime.models.not_given import NOT_GIVEN, NotGiven
from runcomfy_models._runtime.models.outputs import OutputModel
from runcomfy_models._runtime.pricing import Price

__all__ = [
    "AsyncClient",
    "Client",
    "Format",
    "FormatDict",
    "INFO",
    "Input",
    "InputDict",
    "MODEL_ID",
    "Output",
]

MODEL_ID = "acme/old"

INFO = ModelInfo(MODEL_ID)


class Format(InputModel):
    """A format."""

    name: str | NotGiven = NOT_GIVEN

    if TYPE_CHECKING:

        def __init__(
            self,
            /,
            *,
            name: str | NotGiven = NOT_GIVEN,
        ) -> None:
            """Build from keywords.

            Args:
                name: …
            """


class Input(InputModel):
    size: Annotated[int, Field(ge=1)] | NotGiven = NOT_GIVEN
    """Use scale.

    - deprecated
    - range: at least 1
    """
    id: str | NotGiven = NOT_GIVEN
    """read-only"""
    scale: float | NotGiven = NOT_GIVEN
    """default: `1`; example: `1.5`; example: `2`; example: `3`; example: `4`; example:
    `5`
    """
    format: Format | NotGiven = NOT_GIVEN
    """deprecated; example: `{"name": "png"}`"""

    if TYPE_CHECKING:

        def __init__(
            self,
            /,
            *,
            size: int | NotGiven = NOT_GIVEN,
            id: str | NotGiven = NOT_GIVEN,
            scale: float | NotGiven = NOT_GIVEN,
            format: "Format | FormatDict | NotGiven" = NOT_GIVEN,
        ) -> None:
            """Build from keywords.

            Args:
                size: deprecated, at least 1. Use scale.
                id: read-only.
                scale: default 1.
                format: deprecated.
            """


class FormatDict(TypedDict):
    """`Format` as a plain dict."""

    name: NotRequired[str]


class InputDict(TypedDict):
    """The keywords of `run`: `def make(**inputs: Unpack[InputDict])`."""

    size: NotRequired[int]
    id: NotRequired[str]
    scale: NotRequired[float]
    format: NotRequired[Format | FormatDict]


class Output(OutputModel):
    image: str | None = None
    """read-only; example: `"https://example.com/a.png"`"""


class Client(ModelClient[Input, Output]):
    """Runs `acme/old`."""

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
        size: int | NotGiven = NOT_GIVEN,
        id: str | NotGiven = NOT_GIVEN,
        scale: float | NotGiven = NOT_GIVEN,
        format: Format | FormatDict | NotGiven = NOT_GIVEN,
    ) -> Result[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            size: deprecated, at least 1. Use scale.
            id: read-only.
            scale: default 1.
            format: deprecated.
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
        size: int | NotGiven = NOT_GIVEN,
        id: str | NotGiven = NOT_GIVEN,
        scale: float | NotGiven = NOT_GIVEN,
        format: Format | FormatDict | NotGiven = NOT_GIVEN,
    ) -> Request[Output]:
        """Submit a job and return its request at once.

        Args:
            size: deprecated, at least 1. Use scale.
            id: read-only.
            scale: default 1.
            format: deprecated.
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
        size: int | NotGiven = NOT_GIVEN,
        id: str | NotGiven = NOT_GIVEN,
        scale: float | NotGiven = NOT_GIVEN,
        format: Format | FormatDict | NotGiven = NOT_GIVEN,
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
        size: int | NotGiven = NOT_GIVEN,
        id: str | NotGiven = NOT_GIVEN,
        scale: float | NotGiven = NOT_GIVEN,
        format: Format | FormatDict | NotGiven = NOT_GIVEN,
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
        size: int | NotGiven = NOT_GIVEN,
        id: str | NotGiven = NOT_GIVEN,
        scale: float | NotGiven = NOT_GIVEN,
        format: Format | FormatDict | NotGiven = NOT_GIVEN,
    ) -> Price: ...

    def price(self, input: Input | NotGiven = NOT_GIVEN, /, **inputs: Any) -> Price:
        """Return what a job may cost; the inputs that it depends on are enough. Nothing is sent."""
        return self._price(input, inputs)


class AsyncClient(AsyncModelClient[Input, Output]):
    """Runs `acme/old`, asynchronously."""

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
        size: int | NotGiven = NOT_GIVEN,
        id: str | NotGiven = NOT_GIVEN,
        scale: float | NotGiven = NOT_GIVEN,
        format: Format | FormatDict | NotGiven = NOT_GIVEN,
    ) -> AsyncResult[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            size: deprecated, at least 1. Use scale.
            id: read-only.
            scale: default 1.
            format: deprecated.
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
        size: int | NotGiven = NOT_GIVEN,
        id: str | NotGiven = NOT_GIVEN,
        scale: float | NotGiven = NOT_GIVEN,
        format: Format | FormatDict | NotGiven = NOT_GIVEN,
    ) -> AsyncRequest[Output]:
        """Submit a job and return its request at once.

        Args:
            size: deprecated, at least 1. Use scale.
            id: read-only.
            scale: default 1.
            format: deprecated.
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
        size: int | NotGiven = NOT_GIVEN,
        id: str | NotGiven = NOT_GIVEN,
        scale: float | NotGiven = NOT_GIVEN,
        format: Format | FormatDict | NotGiven = NOT_GIVEN,
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
        size: int | NotGiven = NOT_GIVEN,
        id: str | NotGiven = NOT_GIVEN,
        scale: float | NotGiven = NOT_GIVEN,
        format: Format | FormatDict | NotGiven = NOT_GIVEN,
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
        size: int | NotGiven = NOT_GIVEN,
        id: str | NotGiven = NOT_GIVEN,
        scale: float | NotGiven = NOT_GIVEN,
        format: Format | FormatDict | NotGiven = NOT_GIVEN,
    ) -> Price: ...

    def price(self, input: Input | NotGiven = NOT_GIVEN, /, **inputs: Any) -> Price:
        """Return what a job may cost; the inputs that it depends on are enough. Nothing is sent."""
        return self._price(input, inputs)


Format.__json_schema__ = {
    "title": "A format",
    "type": "object",
    "properties": {"name": {"type": "string"}},
    "additionalProperties": False,
}
Input.__json_schema__ = {
    "type": "object",
    "properties": {
        "size": {
            "description": "Use scale.",
            "deprecated": True,
            "type": "integer",
            "minimum": 1,
        },
        "id": {"readOnly": True, "type": "string"},
        "scale": {
            "type": "number",
            "default": 1,
            "examples": [1, 1.5, 2, 3, 4, 5, 6, 7],
        },
        "format": {
            "deprecated": True,
            "$ref": "#/$defs/Format",
            "examples": [{"name": "png"}],
        },
    },
    "additionalProperties": False,
    "$defs": {"Format": {"$ref": Format}},
    "examples": [{}],
}
Output.__json_schema__ = {
    "type": "object",
    "properties": {
        "image": {
            "readOnly": True,
            "anyOf": [
                {"type": "string", "examples": ["https://example.com/a.png"]},
                {"type": "null"},
            ],
        }
    },
}
