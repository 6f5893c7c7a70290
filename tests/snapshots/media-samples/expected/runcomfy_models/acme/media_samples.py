# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""acme/media-samples

Example:

    from runcomfy_models.acme import media_samples

    with media_samples.Client() as client:
        result = client.run(
            start_image_url="https://example.com/image.png",
        )
    print(result.output)
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any, NotRequired, TypedDict, overload

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
]

MODEL_ID = "acme/media-samples"

INFO = ModelInfo(MODEL_ID)


class Input(InputModel):
    image_url: (
        Annotated[ImageInput, MediaSamples("RunComfy_examples_1235_1.png")] | NotGiven
    ) = NOT_GIVEN
    """default: `"RunComfy_examples_1235_1.png"`; media: image"""
    audio_url: (
        Annotated[AudioInput, MediaSamples('voice "1".mp3')] | None | NotGiven
    ) = NOT_GIVEN
    """default: `"voice \\"1\\".mp3"`; media: audio"""
    video: Annotated[VideoInput, MediaSamples("clip.mp4")] | NotGiven = NOT_GIVEN
    """example: `"https://example.com/a.mp4"`; example: `"clip.mp4"`; media: video"""
    mask_urls: (
        list[
            Annotated[
                ImageInput,
                MediaRules(("file_size_mb<", 16, "")),
                MediaSamples("mask_1.png", "mask_2.png"),
            ]
        ]
        | NotGiven
    ) = NOT_GIVEN
    """example: `["https://example.com/a.png", "mask_1.png", "mask_2.png"]`; media:
    image; media rule: file_size_mb< 16
    """
    start_image_url: ImageInput | NotGiven = NOT_GIVEN
    """default: `""`; media: image"""
    note: str | NotGiven = NOT_GIVEN
    """default: `"none.png"`"""

    if TYPE_CHECKING:

        def __init__(
            self,
            /,
            *,
            image_url: ImageInput | NotGiven = NOT_GIVEN,
            audio_url: AudioInput | None | NotGiven = NOT_GIVEN,
            video: VideoInput | NotGiven = NOT_GIVEN,
            mask_urls: Sequence[ImageInput] | NotGiven = NOT_GIVEN,
            start_image_url: ImageInput | NotGiven = NOT_GIVEN,
            note: str | NotGiven = NOT_GIVEN,
        ) -> None:
            """Build from keywords.

            Args:
                image_url: default "RunComfy_examples_1235_1.png", media: image.
                audio_url: default "voice \\"1\\".mp3", media: audio.
                video: media: video.
                mask_urls: media: image. Media rule: file_size_mb< 16.
                start_image_url: default "", media: image.
                note: default "none.png".
            """


class InputDict(TypedDict):
    """The keywords of `run`: `def make(**inputs: Unpack[InputDict])`."""

    image_url: NotRequired[ImageInput]
    audio_url: NotRequired[AudioInput | None]
    video: NotRequired[VideoInput]
    mask_urls: NotRequired[Sequence[ImageInput]]
    start_image_url: NotRequired[ImageInput]
    note: NotRequired[str]


class Output(OutputModel):
    image: str | None = None


class Client(ModelClient[Input, Output]):
    """Runs `acme/media-samples`."""

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
        image_url: ImageInput | NotGiven = NOT_GIVEN,
        audio_url: AudioInput | None | NotGiven = NOT_GIVEN,
        video: VideoInput | NotGiven = NOT_GIVEN,
        mask_urls: Sequence[ImageInput] | NotGiven = NOT_GIVEN,
        start_image_url: ImageInput | NotGiven = NOT_GIVEN,
        note: str | NotGiven = NOT_GIVEN,
    ) -> Result[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            image_url: default "RunComfy_examples_1235_1.png", media: image.
            audio_url: default "voice \\"1\\".mp3", media: audio.
            video: media: video.
            mask_urls: media: image. Media rule: file_size_mb< 16.
            start_image_url: default "", media: image.
            note: default "none.png".
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
        image_url: ImageInput | NotGiven = NOT_GIVEN,
        audio_url: AudioInput | None | NotGiven = NOT_GIVEN,
        video: VideoInput | NotGiven = NOT_GIVEN,
        mask_urls: Sequence[ImageInput] | NotGiven = NOT_GIVEN,
        start_image_url: ImageInput | NotGiven = NOT_GIVEN,
        note: str | NotGiven = NOT_GIVEN,
    ) -> Request[Output]:
        """Submit a job and return its request at once.

        Args:
            image_url: default "RunComfy_examples_1235_1.png", media: image.
            audio_url: default "voice \\"1\\".mp3", media: audio.
            video: media: video.
            mask_urls: media: image. Media rule: file_size_mb< 16.
            start_image_url: default "", media: image.
            note: default "none.png".
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
        image_url: ImageInput | NotGiven = NOT_GIVEN,
        audio_url: AudioInput | None | NotGiven = NOT_GIVEN,
        video: VideoInput | NotGiven = NOT_GIVEN,
        mask_urls: Sequence[ImageInput] | NotGiven = NOT_GIVEN,
        start_image_url: ImageInput | NotGiven = NOT_GIVEN,
        note: str | NotGiven = NOT_GIVEN,
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
        image_url: ImageInput | NotGiven = NOT_GIVEN,
        audio_url: AudioInput | None | NotGiven = NOT_GIVEN,
        video: VideoInput | NotGiven = NOT_GIVEN,
        mask_urls: Sequence[ImageInput] | NotGiven = NOT_GIVEN,
        start_image_url: ImageInput | NotGiven = NOT_GIVEN,
        note: str | NotGiven = NOT_GIVEN,
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
        image_url: ImageInput | NotGiven = NOT_GIVEN,
        audio_url: AudioInput | None | NotGiven = NOT_GIVEN,
        video: VideoInput | NotGiven = NOT_GIVEN,
        mask_urls: Sequence[ImageInput] | NotGiven = NOT_GIVEN,
        start_image_url: ImageInput | NotGiven = NOT_GIVEN,
        note: str | NotGiven = NOT_GIVEN,
    ) -> Price: ...

    def price(self, input: Input | NotGiven = NOT_GIVEN, /, **inputs: Any) -> Price:
        """Return what a job may cost; the inputs that it depends on are enough. Nothing is sent."""
        return self._price(input, inputs)


class AsyncClient(AsyncModelClient[Input, Output]):
    """Runs `acme/media-samples`, asynchronously."""

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
        image_url: ImageInput | NotGiven = NOT_GIVEN,
        audio_url: AudioInput | None | NotGiven = NOT_GIVEN,
        video: VideoInput | NotGiven = NOT_GIVEN,
        mask_urls: Sequence[ImageInput] | NotGiven = NOT_GIVEN,
        start_image_url: ImageInput | NotGiven = NOT_GIVEN,
        note: str | NotGiven = NOT_GIVEN,
    ) -> AsyncResult[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            image_url: default "RunComfy_examples_1235_1.png", media: image.
            audio_url: default "voice \\"1\\".mp3", media: audio.
            video: media: video.
            mask_urls: media: image. Media rule: file_size_mb< 16.
            start_image_url: default "", media: image.
            note: default "none.png".
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
        image_url: ImageInput | NotGiven = NOT_GIVEN,
        audio_url: AudioInput | None | NotGiven = NOT_GIVEN,
        video: VideoInput | NotGiven = NOT_GIVEN,
        mask_urls: Sequence[ImageInput] | NotGiven = NOT_GIVEN,
        start_image_url: ImageInput | NotGiven = NOT_GIVEN,
        note: str | NotGiven = NOT_GIVEN,
    ) -> AsyncRequest[Output]:
        """Submit a job and return its request at once.

        Args:
            image_url: default "RunComfy_examples_1235_1.png", media: image.
            audio_url: default "voice \\"1\\".mp3", media: audio.
            video: media: video.
            mask_urls: media: image. Media rule: file_size_mb< 16.
            start_image_url: default "", media: image.
            note: default "none.png".
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
        image_url: ImageInput | NotGiven = NOT_GIVEN,
        audio_url: AudioInput | None | NotGiven = NOT_GIVEN,
        video: VideoInput | NotGiven = NOT_GIVEN,
        mask_urls: Sequence[ImageInput] | NotGiven = NOT_GIVEN,
        start_image_url: ImageInput | NotGiven = NOT_GIVEN,
        note: str | NotGiven = NOT_GIVEN,
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
        image_url: ImageInput | NotGiven = NOT_GIVEN,
        audio_url: AudioInput | None | NotGiven = NOT_GIVEN,
        video: VideoInput | NotGiven = NOT_GIVEN,
        mask_urls: Sequence[ImageInput] | NotGiven = NOT_GIVEN,
        start_image_url: ImageInput | NotGiven = NOT_GIVEN,
        note: str | NotGiven = NOT_GIVEN,
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
        image_url: ImageInput | NotGiven = NOT_GIVEN,
        audio_url: AudioInput | None | NotGiven = NOT_GIVEN,
        video: VideoInput | NotGiven = NOT_GIVEN,
        mask_urls: Sequence[ImageInput] | NotGiven = NOT_GIVEN,
        start_image_url: ImageInput | NotGiven = NOT_GIVEN,
        note: str | NotGiven = NOT_GIVEN,
    ) -> Price: ...

    def price(self, input: Input | NotGiven = NOT_GIVEN, /, **inputs: Any) -> Price:
        """Return what a job may cost; the inputs that it depends on are enough. Nothing is sent."""
        return self._price(input, inputs)


Input.__json_schema__ = {
    "type": "object",
    "properties": {
        "image_url": {
            "type": "string",
            "x-media": "image",
            "default": "RunComfy_examples_1235_1.png",
        },
        "audio_url": {
            "anyOf": [{"type": "string", "x-media": "audio"}, {"type": "null"}],
            "default": 'voice "1".mp3',
        },
        "video": {
            "type": "string",
            "x-media": "video",
            "examples": ["https://example.com/a.mp4", "clip.mp4"],
        },
        "mask_urls": {
            "type": "array",
            "items": {
                "type": "string",
                "x-media": "image",
                "x-media-rules": [{"rule": "file_size_mb<", "value": 16}],
            },
            "examples": [["https://example.com/a.png", "mask_1.png", "mask_2.png"]],
        },
        "start_image_url": {
            "type": "string",
            "x-media": "image",
            "format": "uri",
            "default": "",
        },
        "note": {"type": "string", "default": "none.png"},
    },
    "additionalProperties": False,
    "examples": [{"start_image_url": "https://example.com/image.png"}],
}
Output.__json_schema__ = {
    "type": "object",
    "properties": {
        "image": {"anyOf": [{"type": "string", "format": "uri"}, {"type": "null"}]}
    },
}
