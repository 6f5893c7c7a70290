# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""acme/one

Example:

    from runcomfy_models.acme import one

    with one.Client() as client:
        result = client.run(
            prompt="A red fox runs through fresh snow.",
            images="https://example.com/image.png",
        )
    print(result.output)

Corrections, and what the docs get wrong or leave out:

- corrected: input.json#/required/1: the page means images
- corrected: input.json#/properties/images/format: it is the URL of an image
- corrected: input.json: 2 texts are our translation of the page's
- overrides.toml#: ["acme/one"] patch "input.json#/properties/prompt/title": it was
  "Testo", the page has "Descrizione" now
- output.json#: the output that the docs show elsewhere is assumed
"""

from typing import TYPE_CHECKING, Any, TypedDict, overload

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
]

MODEL_ID = "acme/one"

INFO = ModelInfo(MODEL_ID)


class Input(InputModel):
    """Inputs."""

    prompt: str
    """Prompt."""
    images: ImageInput
    """media: image"""

    if TYPE_CHECKING:

        def __init__(
            self,
            /,
            *,
            prompt: str,
            images: ImageInput,
        ) -> None:
            """Build from keywords.

            Args:
                prompt: Prompt.
                images: media: image.
            """


class InputDict(TypedDict):
    """The keywords of `run`: `def make(**inputs: Unpack[InputDict])`."""

    prompt: str
    images: ImageInput


class Output(OutputModel):
    image: str | None = None
    """URL of the image."""
    video: str | None = None
    """URL of the video."""
    audio: str | None = None
    """URL of the audio."""
    images: list[str] | None = None
    """URLs of the images."""
    videos: list[str] | None = None
    """URLs of the videos."""
    audios: list[str] | None = None
    """URLs of the audios."""


class Client(ModelClient[Input, Output]):
    """Runs `acme/one`."""

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
        prompt: str,
        images: ImageInput,
    ) -> Result[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            prompt: Prompt.
            images: media: image.
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
        prompt: str,
        images: ImageInput,
    ) -> Request[Output]:
        """Submit a job and return its request at once.

        Args:
            prompt: Prompt.
            images: media: image.
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
        prompt: str,
        images: ImageInput,
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
        prompt: str,
        images: ImageInput,
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
        prompt: str | NotGiven = NOT_GIVEN,
        images: ImageInput | NotGiven = NOT_GIVEN,
    ) -> Price: ...

    def price(self, input: Input | NotGiven = NOT_GIVEN, /, **inputs: Any) -> Price:
        """Return what a job may cost; the inputs that it depends on are enough. Nothing is sent."""
        return self._price(input, inputs)


class AsyncClient(AsyncModelClient[Input, Output]):
    """Runs `acme/one`, asynchronously."""

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
        prompt: str,
        images: ImageInput,
    ) -> AsyncResult[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            prompt: Prompt.
            images: media: image.
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
        prompt: str,
        images: ImageInput,
    ) -> AsyncRequest[Output]:
        """Submit a job and return its request at once.

        Args:
            prompt: Prompt.
            images: media: image.
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
        prompt: str,
        images: ImageInput,
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
        prompt: str,
        images: ImageInput,
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
        prompt: str | NotGiven = NOT_GIVEN,
        images: ImageInput | NotGiven = NOT_GIVEN,
    ) -> Price: ...

    def price(self, input: Input | NotGiven = NOT_GIVEN, /, **inputs: Any) -> Price:
        """Return what a job may cost; the inputs that it depends on are enough. Nothing is sent."""
        return self._price(input, inputs)


Input.__json_schema__ = {
    "title": "Inputs",
    "type": "object",
    "required": ["prompt", "images"],
    "properties": {
        "prompt": {"title": "Prompt", "type": "string"},
        "images": {"type": "string", "x-media": "image", "format": "uri"},
    },
    "additionalProperties": False,
    "examples": [
        {
            "prompt": "A red fox runs through fresh snow.",
            "images": "https://example.com/image.png",
        }
    ],
}
Output.__json_schema__ = {
    "type": "object",
    "properties": {
        "image": {
            "description": "URL of the image.",
            "anyOf": [{"type": "string", "format": "uri"}, {"type": "null"}],
        },
        "video": {
            "description": "URL of the video.",
            "anyOf": [{"type": "string", "format": "uri"}, {"type": "null"}],
        },
        "audio": {
            "description": "URL of the audio.",
            "anyOf": [{"type": "string", "format": "uri"}, {"type": "null"}],
        },
        "images": {
            "description": "URLs of the images.",
            "anyOf": [
                {"type": "array", "items": {"type": "string", "format": "uri"}},
                {"type": "null"},
            ],
        },
        "videos": {
            "description": "URLs of the videos.",
            "anyOf": [
                {"type": "array", "items": {"type": "string", "format": "uri"}},
                {"type": "null"},
            ],
        },
        "audios": {
            "description": "URLs of the audios.",
            "anyOf": [
                {"type": "array", "items": {"type": "string", "format": "uri"}},
                {"type": "null"},
            ],
        },
    },
}
