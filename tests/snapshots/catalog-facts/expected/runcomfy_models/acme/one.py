# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""acme/one

Docs: https://www.runcomfy.com/models/acme/one

Example:

    from runcomfy_models.acme import one

    with one.Client() as client:
        result = client.run()
    print(result.output)

Corrections, and what the docs get wrong or leave out:

- output.json#: the output that the docs show elsewhere is assumed
"""

from decimal import Decimal
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
from runcomfy_models._runtime.pricing import Price, PriceAmount, PriceChoice

__all__ = [
    "AsyncClient",
    "Client",
    "INFO",
    "Input",
    "InputDict",
    "MODEL_ID",
    "Output",
    "Resolution",
]

MODEL_ID = "acme/one"

INFO = ModelInfo(
    MODEL_ID,
    display_name='One "quoted"',
    description="Makes a video.\nIn lines.",
    categories=("text-to-video", "video"),
    kind="model",
    docs_url="https://www.runcomfy.com/models/acme/one",
    price=Decimal("0.1"),
    price_unit="second",
    pricing_note="4k costs three times as much",
)

PRICE_FACTORS = (
    PriceAmount("duration", 3, 15),
    PriceChoice("resolution", (("720p", 1), ("4k", 3))),
)

Resolution = Literal["720p", "4k"]


class Input(InputModel):
    duration: Annotated[int, Field(ge=3, le=15)] | NotGiven = NOT_GIVEN
    """range: 3 to 15; default: `5`"""
    resolution: Resolution | NotGiven = NOT_GIVEN
    """default: `"720p"`"""

    if TYPE_CHECKING:

        def __init__(
            self,
            /,
            *,
            duration: int | NotGiven = NOT_GIVEN,
            resolution: Resolution | NotGiven = NOT_GIVEN,
        ) -> None:
            """Build from keywords.

            Args:
                duration: 3 to 15, default 5.
                resolution: default "720p".
            """


class InputDict(TypedDict):
    """The keywords of `run`: `def make(**inputs: Unpack[InputDict])`."""

    duration: NotRequired[int]
    resolution: NotRequired[Resolution]


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
    price_factors = PRICE_FACTORS
    input_type = Input
    output_type = Output

    @overload
    def run(self, input: Input, /) -> Result[Output]: ...

    @overload
    def run(
        self,
        /,
        *,
        duration: int | NotGiven = NOT_GIVEN,
        resolution: Resolution | NotGiven = NOT_GIVEN,
    ) -> Result[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            duration: 3 to 15, default 5.
            resolution: default "720p".
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
        duration: int | NotGiven = NOT_GIVEN,
        resolution: Resolution | NotGiven = NOT_GIVEN,
    ) -> Request[Output]:
        """Submit a job and return its request at once.

        Args:
            duration: 3 to 15, default 5.
            resolution: default "720p".
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
        duration: int | NotGiven = NOT_GIVEN,
        resolution: Resolution | NotGiven = NOT_GIVEN,
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
        duration: int | NotGiven = NOT_GIVEN,
        resolution: Resolution | NotGiven = NOT_GIVEN,
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
        duration: int | NotGiven = NOT_GIVEN,
        resolution: Resolution | NotGiven = NOT_GIVEN,
    ) -> Price: ...

    def price(self, input: Input | NotGiven = NOT_GIVEN, /, **inputs: Any) -> Price:
        """Return what a job may cost; the inputs that it depends on are enough. Nothing is sent."""
        return self._price(input, inputs)


class AsyncClient(AsyncModelClient[Input, Output]):
    """Runs `acme/one`, asynchronously."""

    model_id = MODEL_ID
    info = INFO
    price_factors = PRICE_FACTORS
    input_type = Input
    output_type = Output

    @overload
    async def run(self, input: Input, /) -> AsyncResult[Output]: ...

    @overload
    async def run(
        self,
        /,
        *,
        duration: int | NotGiven = NOT_GIVEN,
        resolution: Resolution | NotGiven = NOT_GIVEN,
    ) -> AsyncResult[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            duration: 3 to 15, default 5.
            resolution: default "720p".
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
        duration: int | NotGiven = NOT_GIVEN,
        resolution: Resolution | NotGiven = NOT_GIVEN,
    ) -> AsyncRequest[Output]:
        """Submit a job and return its request at once.

        Args:
            duration: 3 to 15, default 5.
            resolution: default "720p".
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
        duration: int | NotGiven = NOT_GIVEN,
        resolution: Resolution | NotGiven = NOT_GIVEN,
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
        duration: int | NotGiven = NOT_GIVEN,
        resolution: Resolution | NotGiven = NOT_GIVEN,
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
        duration: int | NotGiven = NOT_GIVEN,
        resolution: Resolution | NotGiven = NOT_GIVEN,
    ) -> Price: ...

    def price(self, input: Input | NotGiven = NOT_GIVEN, /, **inputs: Any) -> Price:
        """Return what a job may cost; the inputs that it depends on are enough. Nothing is sent."""
        return self._price(input, inputs)


Input.__json_schema__ = {
    "type": "object",
    "properties": {
        "duration": {"type": "integer", "minimum": 3, "maximum": 15, "default": 5},
        "resolution": {"enum": ["720p", "4k"], "default": "720p"},
    },
    "additionalProperties": False,
    "examples": [{}],
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
