# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""acme/media-unions

Example:

    from runcomfy_models.acme import media_unions

    with media_unions.Client() as client:
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
from runcomfy_models._runtime.media.types import (
    AudioInput,
    ImageInput,
    MediaRules,
    MediaSamples,
    VideoInput,
)
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
    "Video",
]

MODEL_ID = "acme/media-unions"

INFO = ModelInfo(MODEL_ID)

Video = Literal["auto"]


class Input(InputModel):
    image_url: (
        Annotated[ImageInput, MediaSamples("RunComfy_example.png")] | None | NotGiven
    ) = NOT_GIVEN
    """default: `"RunComfy_example.png"`; media: image"""
    mask: ImageInput | NotGiven = NOT_GIVEN
    """media: image"""
    reference_images: (
        ImageInput | Annotated[list[ImageInput], Field(max_length=4)] | NotGiven
    ) = NOT_GIVEN
    """media: image"""
    last_frame: ImageInput | None | NotGiven = NOT_GIVEN
    """media: image"""
    video: (
        Video
        | Annotated[VideoInput, MediaRules(("file_size_mb<", 50, "too large"))]
        | NotGiven
    ) = NOT_GIVEN
    """media: video; media rule: file_size_mb< 50 (too large)"""
    source: AudioInput | None | NotGiven = NOT_GIVEN
    """media: audio"""
    clips: list[VideoInput] | None | NotGiven = NOT_GIVEN
    """media: video"""

    if TYPE_CHECKING:

        def __init__(
            self,
            /,
            *,
            image_url: ImageInput | None | NotGiven = NOT_GIVEN,
            mask: ImageInput | NotGiven = NOT_GIVEN,
            reference_images: ImageInput | Sequence[ImageInput] | NotGiven = NOT_GIVEN,
            last_frame: ImageInput | None | NotGiven = NOT_GIVEN,
            video: Video | VideoInput | NotGiven = NOT_GIVEN,
            source: AudioInput | None | NotGiven = NOT_GIVEN,
            clips: Sequence[VideoInput] | None | NotGiven = NOT_GIVEN,
        ) -> None:
            """Build from keywords.

            Args:
                image_url: default "RunComfy_example.png", media: image.
                mask: media: image.
                reference_images: media: image.
                last_frame: media: image.
                video: media: video. Media rule: file_size_mb< 50 (too large).
                source: media: audio.
                clips: media: video.
            """


class InputDict(TypedDict):
    """The keywords of `run`: `def make(**inputs: Unpack[InputDict])`."""

    image_url: NotRequired[ImageInput | None]
    mask: NotRequired[ImageInput]
    reference_images: NotRequired[ImageInput | Sequence[ImageInput]]
    last_frame: NotRequired[ImageInput | None]
    video: NotRequired[Video | VideoInput]
    source: NotRequired[AudioInput | None]
    clips: NotRequired[Sequence[VideoInput] | None]


class Output(OutputModel):
    image: str | None = None


class Client(ModelClient[Input, Output]):
    """Runs `acme/media-unions`."""

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
        image_url: ImageInput | None | NotGiven = NOT_GIVEN,
        mask: ImageInput | NotGiven = NOT_GIVEN,
        reference_images: ImageInput | Sequence[ImageInput] | NotGiven = NOT_GIVEN,
        last_frame: ImageInput | None | NotGiven = NOT_GIVEN,
        video: Video | VideoInput | NotGiven = NOT_GIVEN,
        source: AudioInput | None | NotGiven = NOT_GIVEN,
        clips: Sequence[VideoInput] | None | NotGiven = NOT_GIVEN,
    ) -> Result[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            image_url: default "RunComfy_example.png", media: image.
            mask: media: image.
            reference_images: media: image.
            last_frame: media: image.
            video: media: video. Media rule: file_size_mb< 50 (too large).
            source: media: audio.
            clips: media: video.
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
        image_url: ImageInput | None | NotGiven = NOT_GIVEN,
        mask: ImageInput | NotGiven = NOT_GIVEN,
        reference_images: ImageInput | Sequence[ImageInput] | NotGiven = NOT_GIVEN,
        last_frame: ImageInput | None | NotGiven = NOT_GIVEN,
        video: Video | VideoInput | NotGiven = NOT_GIVEN,
        source: AudioInput | None | NotGiven = NOT_GIVEN,
        clips: Sequence[VideoInput] | None | NotGiven = NOT_GIVEN,
    ) -> Request[Output]:
        """Submit a job and return its request at once.

        Args:
            image_url: default "RunComfy_example.png", media: image.
            mask: media: image.
            reference_images: media: image.
            last_frame: media: image.
            video: media: video. Media rule: file_size_mb< 50 (too large).
            source: media: audio.
            clips: media: video.
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
        image_url: ImageInput | None | NotGiven = NOT_GIVEN,
        mask: ImageInput | NotGiven = NOT_GIVEN,
        reference_images: ImageInput | Sequence[ImageInput] | NotGiven = NOT_GIVEN,
        last_frame: ImageInput | None | NotGiven = NOT_GIVEN,
        video: Video | VideoInput | NotGiven = NOT_GIVEN,
        source: AudioInput | None | NotGiven = NOT_GIVEN,
        clips: Sequence[VideoInput] | None | NotGiven = NOT_GIVEN,
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
        image_url: ImageInput | None | NotGiven = NOT_GIVEN,
        mask: ImageInput | NotGiven = NOT_GIVEN,
        reference_images: ImageInput | Sequence[ImageInput] | NotGiven = NOT_GIVEN,
        last_frame: ImageInput | None | NotGiven = NOT_GIVEN,
        video: Video | VideoInput | NotGiven = NOT_GIVEN,
        source: AudioInput | None | NotGiven = NOT_GIVEN,
        clips: Sequence[VideoInput] | None | NotGiven = NOT_GIVEN,
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
        image_url: ImageInput | None | NotGiven = NOT_GIVEN,
        mask: ImageInput | NotGiven = NOT_GIVEN,
        reference_images: ImageInput | Sequence[ImageInput] | NotGiven = NOT_GIVEN,
        last_frame: ImageInput | None | NotGiven = NOT_GIVEN,
        video: Video | VideoInput | NotGiven = NOT_GIVEN,
        source: AudioInput | None | NotGiven = NOT_GIVEN,
        clips: Sequence[VideoInput] | None | NotGiven = NOT_GIVEN,
    ) -> Price: ...

    def price(self, input: Input | NotGiven = NOT_GIVEN, /, **inputs: Any) -> Price:
        """Return what a job may cost; the inputs that it depends on are enough. Nothing is sent."""
        return self._price(input, inputs)


class AsyncClient(AsyncModelClient[Input, Output]):
    """Runs `acme/media-unions`, asynchronously."""

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
        image_url: ImageInput | None | NotGiven = NOT_GIVEN,
        mask: ImageInput | NotGiven = NOT_GIVEN,
        reference_images: ImageInput | Sequence[ImageInput] | NotGiven = NOT_GIVEN,
        last_frame: ImageInput | None | NotGiven = NOT_GIVEN,
        video: Video | VideoInput | NotGiven = NOT_GIVEN,
        source: AudioInput | None | NotGiven = NOT_GIVEN,
        clips: Sequence[VideoInput] | None | NotGiven = NOT_GIVEN,
    ) -> AsyncResult[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            image_url: default "RunComfy_example.png", media: image.
            mask: media: image.
            reference_images: media: image.
            last_frame: media: image.
            video: media: video. Media rule: file_size_mb< 50 (too large).
            source: media: audio.
            clips: media: video.
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
        image_url: ImageInput | None | NotGiven = NOT_GIVEN,
        mask: ImageInput | NotGiven = NOT_GIVEN,
        reference_images: ImageInput | Sequence[ImageInput] | NotGiven = NOT_GIVEN,
        last_frame: ImageInput | None | NotGiven = NOT_GIVEN,
        video: Video | VideoInput | NotGiven = NOT_GIVEN,
        source: AudioInput | None | NotGiven = NOT_GIVEN,
        clips: Sequence[VideoInput] | None | NotGiven = NOT_GIVEN,
    ) -> AsyncRequest[Output]:
        """Submit a job and return its request at once.

        Args:
            image_url: default "RunComfy_example.png", media: image.
            mask: media: image.
            reference_images: media: image.
            last_frame: media: image.
            video: media: video. Media rule: file_size_mb< 50 (too large).
            source: media: audio.
            clips: media: video.
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
        image_url: ImageInput | None | NotGiven = NOT_GIVEN,
        mask: ImageInput | NotGiven = NOT_GIVEN,
        reference_images: ImageInput | Sequence[ImageInput] | NotGiven = NOT_GIVEN,
        last_frame: ImageInput | None | NotGiven = NOT_GIVEN,
        video: Video | VideoInput | NotGiven = NOT_GIVEN,
        source: AudioInput | None | NotGiven = NOT_GIVEN,
        clips: Sequence[VideoInput] | None | NotGiven = NOT_GIVEN,
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
        image_url: ImageInput | None | NotGiven = NOT_GIVEN,
        mask: ImageInput | NotGiven = NOT_GIVEN,
        reference_images: ImageInput | Sequence[ImageInput] | NotGiven = NOT_GIVEN,
        last_frame: ImageInput | None | NotGiven = NOT_GIVEN,
        video: Video | VideoInput | NotGiven = NOT_GIVEN,
        source: AudioInput | None | NotGiven = NOT_GIVEN,
        clips: Sequence[VideoInput] | None | NotGiven = NOT_GIVEN,
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
        image_url: ImageInput | None | NotGiven = NOT_GIVEN,
        mask: ImageInput | NotGiven = NOT_GIVEN,
        reference_images: ImageInput | Sequence[ImageInput] | NotGiven = NOT_GIVEN,
        last_frame: ImageInput | None | NotGiven = NOT_GIVEN,
        video: Video | VideoInput | NotGiven = NOT_GIVEN,
        source: AudioInput | None | NotGiven = NOT_GIVEN,
        clips: Sequence[VideoInput] | None | NotGiven = NOT_GIVEN,
    ) -> Price: ...

    def price(self, input: Input | NotGiven = NOT_GIVEN, /, **inputs: Any) -> Price:
        """Return what a job may cost; the inputs that it depends on are enough. Nothing is sent."""
        return self._price(input, inputs)


Input.__json_schema__ = {
    "type": "object",
    "properties": {
        "image_url": {
            "anyOf": [
                {"type": "string", "format": "uri", "x-media": "image"},
                {"type": "null"},
            ],
            "default": "RunComfy_example.png",
        },
        "mask": {"oneOf": [{"type": "string", "x-media": "image", "format": "uri"}]},
        "reference_images": {
            "anyOf": [
                {"type": "string", "x-media": "image", "format": "uri"},
                {
                    "type": "array",
                    "items": {"type": "string", "x-media": "image", "format": "uri"},
                    "maxItems": 4,
                },
            ]
        },
        "last_frame": {
            "anyOf": [
                {"allOf": [{"type": "string", "x-media": "image", "format": "uri"}]},
                {"type": "null"},
            ]
        },
        "video": {
            "anyOf": [
                {"type": "string", "enum": ["auto"]},
                {
                    "type": "string",
                    "x-media": "video",
                    "format": "uri",
                    "x-media-rules": [
                        {"rule": "file_size_mb<", "value": 50, "message": "too large"}
                    ],
                },
            ]
        },
        "source": {
            "anyOf": [{"type": "string"}, {"type": "null"}],
            "x-media": "audio",
            "format": "uri",
        },
        "clips": {
            "anyOf": [
                {
                    "type": "array",
                    "items": {"type": "string", "x-media": "video", "format": "uri"},
                },
                {"type": "null"},
            ]
        },
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
