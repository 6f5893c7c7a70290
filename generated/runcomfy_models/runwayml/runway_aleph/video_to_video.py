# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 019a4ab3775660f6a83dbf9db317b447
"""runwayml/runway-aleph/video-to-video

Example:

    from runcomfy_models.runwayml.runway_aleph import video_to_video

    with video_to_video.Client() as client:
        result = client.run(
            video_url="https://example.com/video.mp4",
            prompt="A red fox runs through fresh snow.",
            ratio="1280:720",
        )
    print(result.output)

Corrections, and what the docs get wrong or leave out:

- corrected: input.json: 1 text is our translation of the page's
- corrected: output.json: 4 texts are our translation of the page's
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
from runcomfy_models._runtime.media.types import ImageInput, MediaRules, VideoInput
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

MODEL_ID = "runwayml/runway-aleph/video-to-video"

INFO = ModelInfo(MODEL_ID)

Ratio = Literal[
    "1584:672",
    "1280:720",
    "848:480",
    "1104:832",
    "640:480",
    "960:960",
    "832:1104",
    "720:1280",
]


class Input(InputModel):
    """Inputs."""

    video_url: Annotated[
        VideoInput,
        MediaRules(("file_size_mb<", 16, "File size must be less than 16 MB.")),
    ]
    """Video URL.

    - media: video
    - media rule: file_size_mb< 16 (File size must be less than 16 MB.)
    """
    prompt: Annotated[str, Field(max_length=1000)]
    """Prompt.

    - range: at most 1000 characters
    """
    ratio: Ratio
    """Resolution (W:H). The resolution of the video to generate.

    - example: `"1280:720"`
    """
    image_url: (
        Annotated[
            ImageInput,
            MediaRules(("file_size_mb<", 16, "File size must be less than 16 MB.")),
        ]
        | NotGiven
    ) = NOT_GIVEN
    """Image Reference. Passing an image reference allows the model to emulate the style
    or content of the reference in the output.

    - media: image
    - media rule: file_size_mb< 16 (File size must be less than 16 MB.)
    """

    if TYPE_CHECKING:

        def __init__(
            self,
            /,
            *,
            video_url: VideoInput,
            prompt: str,
            ratio: Ratio,
            image_url: ImageInput | NotGiven = NOT_GIVEN,
        ) -> None:
            """Build from keywords.

            Args:
                video_url: media: video. Video URL. Media rule: file_size_mb< 16 (File size must be less than 16 MB.).
                prompt: at most 1000 characters. Prompt.
                ratio: Resolution (W:H). The resolution of the video to generate.
                image_url: media: image. Image Reference. Passing an image reference allows the model to emulate the style or content of the reference in the output.
                    Media rule: file_size_mb< 16 (File size must be less than 16 MB.).
            """


class InputDict(TypedDict):
    """The keywords of `run`: `def make(**inputs: Unpack[InputDict])`."""

    video_url: VideoInput
    prompt: str
    ratio: Ratio
    image_url: NotRequired[ImageInput]


class Output(OutputModel):
    image: str | None = None
    """URL of a single image."""
    video: str | None = None
    """URL of a single video."""
    images: list[str] | None = None
    """URLs of several images."""
    videos: list[str] | None = None
    """URLs of several videos."""


class Client(ModelClient[Input, Output]):
    """Runs `runwayml/runway-aleph/video-to-video`."""

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
        video_url: VideoInput,
        prompt: str,
        ratio: Ratio,
        image_url: ImageInput | NotGiven = NOT_GIVEN,
    ) -> Result[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            video_url: media: video. Video URL. Media rule: file_size_mb< 16 (File size must be less than 16 MB.).
            prompt: at most 1000 characters. Prompt.
            ratio: Resolution (W:H). The resolution of the video to generate.
            image_url: media: image. Image Reference. Passing an image reference allows the model to emulate the style or content of the reference in the output.
                Media rule: file_size_mb< 16 (File size must be less than 16 MB.).
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
        video_url: VideoInput,
        prompt: str,
        ratio: Ratio,
        image_url: ImageInput | NotGiven = NOT_GIVEN,
    ) -> Request[Output]:
        """Submit a job and return its request at once.

        Args:
            video_url: media: video. Video URL. Media rule: file_size_mb< 16 (File size must be less than 16 MB.).
            prompt: at most 1000 characters. Prompt.
            ratio: Resolution (W:H). The resolution of the video to generate.
            image_url: media: image. Image Reference. Passing an image reference allows the model to emulate the style or content of the reference in the output.
                Media rule: file_size_mb< 16 (File size must be less than 16 MB.).
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
        video_url: VideoInput,
        prompt: str,
        ratio: Ratio,
        image_url: ImageInput | NotGiven = NOT_GIVEN,
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
        video_url: VideoInput,
        prompt: str,
        ratio: Ratio,
        image_url: ImageInput | NotGiven = NOT_GIVEN,
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
        video_url: VideoInput | NotGiven = NOT_GIVEN,
        prompt: str | NotGiven = NOT_GIVEN,
        ratio: Ratio | NotGiven = NOT_GIVEN,
        image_url: ImageInput | NotGiven = NOT_GIVEN,
    ) -> Price: ...

    def price(self, input: Input | NotGiven = NOT_GIVEN, /, **inputs: Any) -> Price:
        """Return what a job may cost; the inputs that it depends on are enough. Nothing is sent."""
        return self._price(input, inputs)


class AsyncClient(AsyncModelClient[Input, Output]):
    """Runs `runwayml/runway-aleph/video-to-video`, asynchronously."""

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
        video_url: VideoInput,
        prompt: str,
        ratio: Ratio,
        image_url: ImageInput | NotGiven = NOT_GIVEN,
    ) -> AsyncResult[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            video_url: media: video. Video URL. Media rule: file_size_mb< 16 (File size must be less than 16 MB.).
            prompt: at most 1000 characters. Prompt.
            ratio: Resolution (W:H). The resolution of the video to generate.
            image_url: media: image. Image Reference. Passing an image reference allows the model to emulate the style or content of the reference in the output.
                Media rule: file_size_mb< 16 (File size must be less than 16 MB.).
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
        video_url: VideoInput,
        prompt: str,
        ratio: Ratio,
        image_url: ImageInput | NotGiven = NOT_GIVEN,
    ) -> AsyncRequest[Output]:
        """Submit a job and return its request at once.

        Args:
            video_url: media: video. Video URL. Media rule: file_size_mb< 16 (File size must be less than 16 MB.).
            prompt: at most 1000 characters. Prompt.
            ratio: Resolution (W:H). The resolution of the video to generate.
            image_url: media: image. Image Reference. Passing an image reference allows the model to emulate the style or content of the reference in the output.
                Media rule: file_size_mb< 16 (File size must be less than 16 MB.).
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
        video_url: VideoInput,
        prompt: str,
        ratio: Ratio,
        image_url: ImageInput | NotGiven = NOT_GIVEN,
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
        video_url: VideoInput,
        prompt: str,
        ratio: Ratio,
        image_url: ImageInput | NotGiven = NOT_GIVEN,
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
        video_url: VideoInput | NotGiven = NOT_GIVEN,
        prompt: str | NotGiven = NOT_GIVEN,
        ratio: Ratio | NotGiven = NOT_GIVEN,
        image_url: ImageInput | NotGiven = NOT_GIVEN,
    ) -> Price: ...

    def price(self, input: Input | NotGiven = NOT_GIVEN, /, **inputs: Any) -> Price:
        """Return what a job may cost; the inputs that it depends on are enough. Nothing is sent."""
        return self._price(input, inputs)


Input.__json_schema__ = {
    "title": "Inputs",
    "type": "object",
    "required": ["prompt", "video_url", "ratio"],
    "properties": {
        "video_url": {
            "title": "Video URL",
            "type": "string",
            "x-media": "video",
            "format": "uri",
            "x-media-rules": [
                {
                    "rule": "file_size_mb<",
                    "value": 16,
                    "message": "File size must be less than 16 MB.",
                }
            ],
        },
        "prompt": {"title": "Prompt", "type": "string", "maxLength": 1000},
        "ratio": {
            "title": "Resolution (W:H)",
            "description": "The resolution of the video to generate.",
            "type": "string",
            "enum": [
                "1584:672",
                "1280:720",
                "848:480",
                "1104:832",
                "640:480",
                "960:960",
                "832:1104",
                "720:1280",
            ],
            "x-form-default": "1280:720",
        },
        "image_url": {
            "title": "Image Reference",
            "description": "Passing an image reference allows the model to emulate the style or content of the reference in the output.",
            "type": "string",
            "x-media": "image",
            "format": "uri",
            "x-media-rules": [
                {
                    "rule": "file_size_mb<",
                    "value": 16,
                    "message": "File size must be less than 16 MB.",
                }
            ],
        },
    },
    "additionalProperties": False,
    "examples": [
        {
            "video_url": "https://example.com/video.mp4",
            "prompt": "A red fox runs through fresh snow.",
            "ratio": "1280:720",
        }
    ],
}
Output.__json_schema__ = {
    "type": "object",
    "properties": {
        "image": {
            "description": "URL of a single image",
            "anyOf": [{"type": "string", "format": "uri"}, {"type": "null"}],
        },
        "video": {
            "description": "URL of a single video",
            "anyOf": [{"type": "string", "format": "uri"}, {"type": "null"}],
        },
        "images": {
            "description": "URLs of several images",
            "anyOf": [
                {"type": "array", "items": {"type": "string", "format": "uri"}},
                {"type": "null"},
            ],
        },
        "videos": {
            "description": "URLs of several videos",
            "anyOf": [
                {"type": "array", "items": {"type": "string", "format": "uri"}},
                {"type": "null"},
            ],
        },
    },
}
