# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""acme/media-names

Example:

    from runcomfy_models.acme import media_names

    with media_names.Client() as client:
        result = client.run(
            start_image_url="https://example.com/image.png",
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
from runcomfy_models._runtime.media.types import AudioInput, ImageInput, VideoInput
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
    "VideoUrl",
]

MODEL_ID = "acme/media-names"

INFO = ModelInfo(MODEL_ID)

VideoUrl = Literal["a", "b"]


class Input(InputModel):
    start_image_url: ImageInput
    """media: image"""
    maskUrl: ImageInput | NotGiven = NOT_GIVEN
    """media: image"""
    reference_video_urls: list[VideoInput] | NotGiven = NOT_GIVEN
    """media: video"""
    audio_url: AudioInput | None | NotGiven = NOT_GIVEN
    """media: audio"""
    webhook_url: str | NotGiven = NOT_GIVEN
    image_url_kind: str | NotGiven = NOT_GIVEN
    video_url: VideoUrl | NotGiven = NOT_GIVEN

    if TYPE_CHECKING:

        def __init__(
            self,
            /,
            *,
            start_image_url: ImageInput,
            maskUrl: ImageInput | NotGiven = NOT_GIVEN,
            reference_video_urls: Sequence[VideoInput] | NotGiven = NOT_GIVEN,
            audio_url: AudioInput | None | NotGiven = NOT_GIVEN,
            webhook_url: str | NotGiven = NOT_GIVEN,
            image_url_kind: str | NotGiven = NOT_GIVEN,
            video_url: VideoUrl | NotGiven = NOT_GIVEN,
        ) -> None:
            """Build from keywords.

            Args:
                start_image_url: media: image.
                maskUrl: media: image.
                reference_video_urls: media: video.
                audio_url: media: audio.
                webhook_url: …
                image_url_kind: …
                video_url: …
            """


class InputDict(TypedDict):
    """The keywords of `run`: `def make(**inputs: Unpack[InputDict])`."""

    start_image_url: ImageInput
    maskUrl: NotRequired[ImageInput]
    reference_video_urls: NotRequired[Sequence[VideoInput]]
    audio_url: NotRequired[AudioInput | None]
    webhook_url: NotRequired[str]
    image_url_kind: NotRequired[str]
    video_url: NotRequired[VideoUrl]


class Output(OutputModel):
    image: str | None = None


class Client(ModelClient[Input, Output]):
    """Runs `acme/media-names`."""

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
        start_image_url: ImageInput,
        maskUrl: ImageInput | NotGiven = NOT_GIVEN,
        reference_video_urls: Sequence[VideoInput] | NotGiven = NOT_GIVEN,
        audio_url: AudioInput | None | NotGiven = NOT_GIVEN,
        webhook_url: str | NotGiven = NOT_GIVEN,
        image_url_kind: str | NotGiven = NOT_GIVEN,
        video_url: VideoUrl | NotGiven = NOT_GIVEN,
    ) -> Result[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            start_image_url: media: image.
            maskUrl: media: image.
            reference_video_urls: media: video.
            audio_url: media: audio.
            webhook_url: …
            image_url_kind: …
            video_url: …
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
        start_image_url: ImageInput,
        maskUrl: ImageInput | NotGiven = NOT_GIVEN,
        reference_video_urls: Sequence[VideoInput] | NotGiven = NOT_GIVEN,
        audio_url: AudioInput | None | NotGiven = NOT_GIVEN,
        webhook_url: str | NotGiven = NOT_GIVEN,
        image_url_kind: str | NotGiven = NOT_GIVEN,
        video_url: VideoUrl | NotGiven = NOT_GIVEN,
    ) -> Request[Output]:
        """Submit a job and return its request at once.

        Args:
            start_image_url: media: image.
            maskUrl: media: image.
            reference_video_urls: media: video.
            audio_url: media: audio.
            webhook_url: …
            image_url_kind: …
            video_url: …
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
        start_image_url: ImageInput,
        maskUrl: ImageInput | NotGiven = NOT_GIVEN,
        reference_video_urls: Sequence[VideoInput] | NotGiven = NOT_GIVEN,
        audio_url: AudioInput | None | NotGiven = NOT_GIVEN,
        webhook_url: str | NotGiven = NOT_GIVEN,
        image_url_kind: str | NotGiven = NOT_GIVEN,
        video_url: VideoUrl | NotGiven = NOT_GIVEN,
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
        start_image_url: ImageInput,
        maskUrl: ImageInput | NotGiven = NOT_GIVEN,
        reference_video_urls: Sequence[VideoInput] | NotGiven = NOT_GIVEN,
        audio_url: AudioInput | None | NotGiven = NOT_GIVEN,
        webhook_url: str | NotGiven = NOT_GIVEN,
        image_url_kind: str | NotGiven = NOT_GIVEN,
        video_url: VideoUrl | NotGiven = NOT_GIVEN,
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
        start_image_url: ImageInput | NotGiven = NOT_GIVEN,
        maskUrl: ImageInput | NotGiven = NOT_GIVEN,
        reference_video_urls: Sequence[VideoInput] | NotGiven = NOT_GIVEN,
        audio_url: AudioInput | None | NotGiven = NOT_GIVEN,
        webhook_url: str | NotGiven = NOT_GIVEN,
        image_url_kind: str | NotGiven = NOT_GIVEN,
        video_url: VideoUrl | NotGiven = NOT_GIVEN,
    ) -> Price: ...

    def price(self, input: Input | NotGiven = NOT_GIVEN, /, **inputs: Any) -> Price:
        """Return what a job may cost; the inputs that it depends on are enough. Nothing is sent."""
        return self._price(input, inputs)


class AsyncClient(AsyncModelClient[Input, Output]):
    """Runs `acme/media-names`, asynchronously."""

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
        start_image_url: ImageInput,
        maskUrl: ImageInput | NotGiven = NOT_GIVEN,
        reference_video_urls: Sequence[VideoInput] | NotGiven = NOT_GIVEN,
        audio_url: AudioInput | None | NotGiven = NOT_GIVEN,
        webhook_url: str | NotGiven = NOT_GIVEN,
        image_url_kind: str | NotGiven = NOT_GIVEN,
        video_url: VideoUrl | NotGiven = NOT_GIVEN,
    ) -> AsyncResult[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            start_image_url: media: image.
            maskUrl: media: image.
            reference_video_urls: media: video.
            audio_url: media: audio.
            webhook_url: …
            image_url_kind: …
            video_url: …
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
        start_image_url: ImageInput,
        maskUrl: ImageInput | NotGiven = NOT_GIVEN,
        reference_video_urls: Sequence[VideoInput] | NotGiven = NOT_GIVEN,
        audio_url: AudioInput | None | NotGiven = NOT_GIVEN,
        webhook_url: str | NotGiven = NOT_GIVEN,
        image_url_kind: str | NotGiven = NOT_GIVEN,
        video_url: VideoUrl | NotGiven = NOT_GIVEN,
    ) -> AsyncRequest[Output]:
        """Submit a job and return its request at once.

        Args:
            start_image_url: media: image.
            maskUrl: media: image.
            reference_video_urls: media: video.
            audio_url: media: audio.
            webhook_url: …
            image_url_kind: …
            video_url: …
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
        start_image_url: ImageInput,
        maskUrl: ImageInput | NotGiven = NOT_GIVEN,
        reference_video_urls: Sequence[VideoInput] | NotGiven = NOT_GIVEN,
        audio_url: AudioInput | None | NotGiven = NOT_GIVEN,
        webhook_url: str | NotGiven = NOT_GIVEN,
        image_url_kind: str | NotGiven = NOT_GIVEN,
        video_url: VideoUrl | NotGiven = NOT_GIVEN,
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
        start_image_url: ImageInput,
        maskUrl: ImageInput | NotGiven = NOT_GIVEN,
        reference_video_urls: Sequence[VideoInput] | NotGiven = NOT_GIVEN,
        audio_url: AudioInput | None | NotGiven = NOT_GIVEN,
        webhook_url: str | NotGiven = NOT_GIVEN,
        image_url_kind: str | NotGiven = NOT_GIVEN,
        video_url: VideoUrl | NotGiven = NOT_GIVEN,
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
        start_image_url: ImageInput | NotGiven = NOT_GIVEN,
        maskUrl: ImageInput | NotGiven = NOT_GIVEN,
        reference_video_urls: Sequence[VideoInput] | NotGiven = NOT_GIVEN,
        audio_url: AudioInput | None | NotGiven = NOT_GIVEN,
        webhook_url: str | NotGiven = NOT_GIVEN,
        image_url_kind: str | NotGiven = NOT_GIVEN,
        video_url: VideoUrl | NotGiven = NOT_GIVEN,
    ) -> Price: ...

    def price(self, input: Input | NotGiven = NOT_GIVEN, /, **inputs: Any) -> Price:
        """Return what a job may cost; the inputs that it depends on are enough. Nothing is sent."""
        return self._price(input, inputs)


Input.__json_schema__ = {
    "type": "object",
    "required": ["start_image_url"],
    "properties": {
        "start_image_url": {"type": "string", "x-media": "image", "format": "uri"},
        "maskUrl": {"type": "string", "x-media": "image", "format": "uri"},
        "reference_video_urls": {
            "type": "array",
            "items": {"type": "string", "x-media": "video", "format": "uri"},
        },
        "audio_url": {"type": ["string", "null"], "x-media": "audio", "format": "uri"},
        "webhook_url": {"type": "string"},
        "image_url_kind": {"type": "string"},
        "video_url": {"type": "string", "enum": ["a", "b"]},
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
