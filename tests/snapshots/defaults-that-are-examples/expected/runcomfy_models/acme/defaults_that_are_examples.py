# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""acme/defaults-that-are-examples

Example:

    from runcomfy_models.acme import defaults_that_are_examples

    with defaults_that_are_examples.Client() as client:
        result = client.run(
            ratio="16:9",
        )
    print(result.output)
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal, NotRequired, TypedDict, overload

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
    "Ratio",
]

MODEL_ID = "acme/defaults-that-are-examples"

INFO = ModelInfo(MODEL_ID)

Ratio = Literal["16:9", "1:1"]


class Input(InputModel):
    prompt: str | NotGiven = NOT_GIVEN
    """example: `"A couple at dinner on a terrace at dusk, a soft guitar, the waiter's
    smile, warm light."`
    """
    image_url: ImageInput | NotGiven = NOT_GIVEN
    """example: `"https://example.com/a.png"`; media: image"""
    style: str | NotGiven = NOT_GIVEN
    """default: `"vivid"`"""
    images: list[ImageInput] | NotGiven = NOT_GIVEN
    """example: `["https://example.com/a.png"]`; media: image"""
    ratio: Ratio
    """example: `"16:9"`"""
    seconds: int | NotGiven = NOT_GIVEN
    """default: `5`"""

    if TYPE_CHECKING:

        def __init__(
            self,
            /,
            *,
            ratio: Ratio,
            prompt: str | NotGiven = NOT_GIVEN,
            image_url: ImageInput | NotGiven = NOT_GIVEN,
            style: str | NotGiven = NOT_GIVEN,
            images: Sequence[ImageInput] | NotGiven = NOT_GIVEN,
            seconds: int | NotGiven = NOT_GIVEN,
        ) -> None:
            """Build from keywords.

            Args:
                ratio: …
                prompt: …
                image_url: media: image.
                style: default "vivid".
                images: media: image.
                seconds: default 5.
            """


class InputDict(TypedDict):
    """The keywords of `run`: `def make(**inputs: Unpack[InputDict])`."""

    prompt: NotRequired[str]
    image_url: NotRequired[ImageInput]
    style: NotRequired[str]
    images: NotRequired[Sequence[ImageInput]]
    ratio: Ratio
    seconds: NotRequired[int]


class Output(OutputModel):
    image: str | None = None


class Client(ModelClient[Input, Output]):
    """Runs `acme/defaults-that-are-examples`."""

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
        ratio: Ratio,
        prompt: str | NotGiven = NOT_GIVEN,
        image_url: ImageInput | NotGiven = NOT_GIVEN,
        style: str | NotGiven = NOT_GIVEN,
        images: Sequence[ImageInput] | NotGiven = NOT_GIVEN,
        seconds: int | NotGiven = NOT_GIVEN,
    ) -> Result[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            ratio: …
            prompt: …
            image_url: media: image.
            style: default "vivid".
            images: media: image.
            seconds: default 5.
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
        ratio: Ratio,
        prompt: str | NotGiven = NOT_GIVEN,
        image_url: ImageInput | NotGiven = NOT_GIVEN,
        style: str | NotGiven = NOT_GIVEN,
        images: Sequence[ImageInput] | NotGiven = NOT_GIVEN,
        seconds: int | NotGiven = NOT_GIVEN,
    ) -> Request[Output]:
        """Submit a job and return its request at once.

        Args:
            ratio: …
            prompt: …
            image_url: media: image.
            style: default "vivid".
            images: media: image.
            seconds: default 5.
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
        ratio: Ratio,
        prompt: str | NotGiven = NOT_GIVEN,
        image_url: ImageInput | NotGiven = NOT_GIVEN,
        style: str | NotGiven = NOT_GIVEN,
        images: Sequence[ImageInput] | NotGiven = NOT_GIVEN,
        seconds: int | NotGiven = NOT_GIVEN,
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
        ratio: Ratio,
        prompt: str | NotGiven = NOT_GIVEN,
        image_url: ImageInput | NotGiven = NOT_GIVEN,
        style: str | NotGiven = NOT_GIVEN,
        images: Sequence[ImageInput] | NotGiven = NOT_GIVEN,
        seconds: int | NotGiven = NOT_GIVEN,
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
        ratio: Ratio | NotGiven = NOT_GIVEN,
        prompt: str | NotGiven = NOT_GIVEN,
        image_url: ImageInput | NotGiven = NOT_GIVEN,
        style: str | NotGiven = NOT_GIVEN,
        images: Sequence[ImageInput] | NotGiven = NOT_GIVEN,
        seconds: int | NotGiven = NOT_GIVEN,
    ) -> Price: ...

    def price(self, input: Input | NotGiven = NOT_GIVEN, /, **inputs: Any) -> Price:
        """Return what a job may cost; the inputs that it depends on are enough. Nothing is sent."""
        return self._price(input, inputs)


class AsyncClient(AsyncModelClient[Input, Output]):
    """Runs `acme/defaults-that-are-examples`, asynchronously."""

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
        ratio: Ratio,
        prompt: str | NotGiven = NOT_GIVEN,
        image_url: ImageInput | NotGiven = NOT_GIVEN,
        style: str | NotGiven = NOT_GIVEN,
        images: Sequence[ImageInput] | NotGiven = NOT_GIVEN,
        seconds: int | NotGiven = NOT_GIVEN,
    ) -> AsyncResult[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            ratio: …
            prompt: …
            image_url: media: image.
            style: default "vivid".
            images: media: image.
            seconds: default 5.
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
        ratio: Ratio,
        prompt: str | NotGiven = NOT_GIVEN,
        image_url: ImageInput | NotGiven = NOT_GIVEN,
        style: str | NotGiven = NOT_GIVEN,
        images: Sequence[ImageInput] | NotGiven = NOT_GIVEN,
        seconds: int | NotGiven = NOT_GIVEN,
    ) -> AsyncRequest[Output]:
        """Submit a job and return its request at once.

        Args:
            ratio: …
            prompt: …
            image_url: media: image.
            style: default "vivid".
            images: media: image.
            seconds: default 5.
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
        ratio: Ratio,
        prompt: str | NotGiven = NOT_GIVEN,
        image_url: ImageInput | NotGiven = NOT_GIVEN,
        style: str | NotGiven = NOT_GIVEN,
        images: Sequence[ImageInput] | NotGiven = NOT_GIVEN,
        seconds: int | NotGiven = NOT_GIVEN,
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
        ratio: Ratio,
        prompt: str | NotGiven = NOT_GIVEN,
        image_url: ImageInput | NotGiven = NOT_GIVEN,
        style: str | NotGiven = NOT_GIVEN,
        images: Sequence[ImageInput] | NotGiven = NOT_GIVEN,
        seconds: int | NotGiven = NOT_GIVEN,
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
        ratio: Ratio | NotGiven = NOT_GIVEN,
        prompt: str | NotGiven = NOT_GIVEN,
        image_url: ImageInput | NotGiven = NOT_GIVEN,
        style: str | NotGiven = NOT_GIVEN,
        images: Sequence[ImageInput] | NotGiven = NOT_GIVEN,
        seconds: int | NotGiven = NOT_GIVEN,
    ) -> Price: ...

    def price(self, input: Input | NotGiven = NOT_GIVEN, /, **inputs: Any) -> Price:
        """Return what a job may cost; the inputs that it depends on are enough. Nothing is sent."""
        return self._price(input, inputs)


Input.__json_schema__ = {
    "type": "object",
    "required": ["ratio"],
    "properties": {
        "prompt": {
            "type": "string",
            "examples": [
                "A couple at dinner on a terrace at dusk, a soft guitar, the waiter's smile, warm light."
            ],
        },
        "image_url": {
            "type": "string",
            "x-media": "image",
            "format": "uri",
            "examples": ["https://example.com/a.png"],
        },
        "style": {"type": "string", "default": "vivid"},
        "images": {
            "type": "array",
            "items": {"type": "string", "x-media": "image", "format": "uri"},
            "examples": [["https://example.com/a.png"]],
        },
        "ratio": {"type": "string", "enum": ["16:9", "1:1"], "x-form-default": "16:9"},
        "seconds": {"type": "integer", "default": 5},
    },
    "additionalProperties": False,
    "examples": [{"ratio": "16:9"}],
}
Output.__json_schema__ = {
    "type": "object",
    "properties": {
        "image": {"anyOf": [{"type": "string", "format": "uri"}, {"type": "null"}]}
    },
}
