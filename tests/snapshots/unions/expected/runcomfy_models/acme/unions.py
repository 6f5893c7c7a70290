# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""acme/unions

Example:

    from runcomfy_models.acme import unions

    with unions.Client() as client:
        result = client.run()
    print(result.output)
"""

from collections.abc import Sequence
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
from runcomfy_models._runtime.media.types import ImageInput
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
    "Output",
    "Size",
    "SizeDict",
    "SizeEnum",
]

MODEL_ID = "acme/unions"

INFO = ModelInfo(MODEL_ID)

SizeEnum = Literal["auto"]


class Size(InputModel):
    width: int | NotGiven = NOT_GIVEN
    height: int | NotGiven = NOT_GIVEN

    if TYPE_CHECKING:

        def __init__(
            self,
            /,
            *,
            width: int | NotGiven = NOT_GIVEN,
            height: int | NotGiven = NOT_GIVEN,
        ) -> None:
            """Build from keywords.

            Args:
                width: …
                height: …
            """


class Input(InputModel):
    size: SizeEnum | Size | NotGiven = NOT_GIVEN
    images: ImageInput | Annotated[list[ImageInput], Field(max_length=4)] | NotGiven = (
        NOT_GIVEN
    )
    """media: image"""
    value: str | float | NotGiven = NOT_GIVEN

    if TYPE_CHECKING:

        def __init__(
            self,
            /,
            *,
            size: "SizeEnum | Size | SizeDict | NotGiven" = NOT_GIVEN,
            images: ImageInput | Sequence[ImageInput] | NotGiven = NOT_GIVEN,
            value: str | float | NotGiven = NOT_GIVEN,
        ) -> None:
            """Build from keywords.

            Args:
                size: …
                images: media: image.
                value: …
            """


class SizeDict(TypedDict):
    """`Size` as a plain dict."""

    width: NotRequired[int]
    height: NotRequired[int]


class InputDict(TypedDict):
    """The keywords of `run`: `def make(**inputs: Unpack[InputDict])`."""

    size: NotRequired[SizeEnum | Size | SizeDict]
    images: NotRequired[ImageInput | Sequence[ImageInput]]
    value: NotRequired[str | float]


class Output(OutputModel):
    image: str | None = None


class Client(ModelClient[Input, Output]):
    """Runs `acme/unions`."""

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
        size: SizeEnum | Size | SizeDict | NotGiven = NOT_GIVEN,
        images: ImageInput | Sequence[ImageInput] | NotGiven = NOT_GIVEN,
        value: str | float | NotGiven = NOT_GIVEN,
    ) -> Result[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            size: …
            images: media: image.
            value: …
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
        size: SizeEnum | Size | SizeDict | NotGiven = NOT_GIVEN,
        images: ImageInput | Sequence[ImageInput] | NotGiven = NOT_GIVEN,
        value: str | float | NotGiven = NOT_GIVEN,
    ) -> Request[Output]:
        """Submit a job and return its request at once.

        Args:
            size: …
            images: media: image.
            value: …
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
        size: SizeEnum | Size | SizeDict | NotGiven = NOT_GIVEN,
        images: ImageInput | Sequence[ImageInput] | NotGiven = NOT_GIVEN,
        value: str | float | NotGiven = NOT_GIVEN,
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
        size: SizeEnum | Size | SizeDict | NotGiven = NOT_GIVEN,
        images: ImageInput | Sequence[ImageInput] | NotGiven = NOT_GIVEN,
        value: str | float | NotGiven = NOT_GIVEN,
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
        size: SizeEnum | Size | SizeDict | NotGiven = NOT_GIVEN,
        images: ImageInput | Sequence[ImageInput] | NotGiven = NOT_GIVEN,
        value: str | float | NotGiven = NOT_GIVEN,
    ) -> Price: ...

    def price(self, input: Input | NotGiven = NOT_GIVEN, /, **inputs: Any) -> Price:
        """Return what a job may cost; the inputs that it depends on are enough. Nothing is sent."""
        return self._price(input, inputs)


class AsyncClient(AsyncModelClient[Input, Output]):
    """Runs `acme/unions`, asynchronously."""

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
        size: SizeEnum | Size | SizeDict | NotGiven = NOT_GIVEN,
        images: ImageInput | Sequence[ImageInput] | NotGiven = NOT_GIVEN,
        value: str | float | NotGiven = NOT_GIVEN,
    ) -> AsyncResult[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            size: …
            images: media: image.
            value: …
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
        size: SizeEnum | Size | SizeDict | NotGiven = NOT_GIVEN,
        images: ImageInput | Sequence[ImageInput] | NotGiven = NOT_GIVEN,
        value: str | float | NotGiven = NOT_GIVEN,
    ) -> AsyncRequest[Output]:
        """Submit a job and return its request at once.

        Args:
            size: …
            images: media: image.
            value: …
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
        size: SizeEnum | Size | SizeDict | NotGiven = NOT_GIVEN,
        images: ImageInput | Sequence[ImageInput] | NotGiven = NOT_GIVEN,
        value: str | float | NotGiven = NOT_GIVEN,
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
        size: SizeEnum | Size | SizeDict | NotGiven = NOT_GIVEN,
        images: ImageInput | Sequence[ImageInput] | NotGiven = NOT_GIVEN,
        value: str | float | NotGiven = NOT_GIVEN,
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
        size: SizeEnum | Size | SizeDict | NotGiven = NOT_GIVEN,
        images: ImageInput | Sequence[ImageInput] | NotGiven = NOT_GIVEN,
        value: str | float | NotGiven = NOT_GIVEN,
    ) -> Price: ...

    def price(self, input: Input | NotGiven = NOT_GIVEN, /, **inputs: Any) -> Price:
        """Return what a job may cost; the inputs that it depends on are enough. Nothing is sent."""
        return self._price(input, inputs)


Size.__json_schema__ = {
    "type": "object",
    "properties": {"width": {"type": "integer"}, "height": {"type": "integer"}},
    "additionalProperties": False,
}
Input.__json_schema__ = {
    "type": "object",
    "properties": {
        "size": {"anyOf": [{"type": "string", "enum": ["auto"]}, {"$ref": Size}]},
        "images": {
            "oneOf": [
                {"type": "string", "x-media": "image", "format": "uri"},
                {
                    "type": "array",
                    "items": {"type": "string", "x-media": "image", "format": "uri"},
                    "maxItems": 4,
                },
            ]
        },
        "value": {"type": ["string", "number"]},
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
