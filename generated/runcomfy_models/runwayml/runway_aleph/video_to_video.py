# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 148bf13be70502fba73a9bbaa905f7c4
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

Where the schema was interpreted:

- corrected: input.json: 1 text is our translation of the page's
- corrected: output.json: 4 texts are our translation of the page's
"""

from typing import Annotated, Literal

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

__all__ = [
    "AsyncClient",
    "Client",
    "INFO",
    "Input",
    "MODEL_ID",
    "Output",
]

MODEL_ID = "runwayml/runway-aleph/video-to-video"

INFO = ModelInfo(MODEL_ID)


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

    - length in characters: 1000 or less
    """
    ratio: Literal[
        "1584:672",
        "1280:720",
        "848:480",
        "1104:832",
        "640:480",
        "960:960",
        "832:1104",
        "720:1280",
    ]
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

    def submit(
        self,
        *,
        video_url: VideoInput,
        prompt: str,
        ratio: Literal[
            "1584:672",
            "1280:720",
            "848:480",
            "1104:832",
            "640:480",
            "960:960",
            "832:1104",
            "720:1280",
        ],
        image_url: ImageInput | NotGiven = NOT_GIVEN,
    ) -> Request[Output]:
        """Submit a job and return its request at once. The inputs are those of `run`."""
        return self._submit(locals())

    def run(
        self,
        *,
        video_url: VideoInput,
        prompt: str,
        ratio: Literal[
            "1584:672",
            "1280:720",
            "848:480",
            "1104:832",
            "640:480",
            "960:960",
            "832:1104",
            "720:1280",
        ],
        image_url: ImageInput | NotGiven = NOT_GIVEN,
    ) -> Result[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            video_url: Video URL. (media: video; media rule: file_size_mb< 16 (File size
                must be less than 16 MB.))
            prompt: Prompt. (length in characters: 1000 or less)
            ratio: Resolution (W:H). The resolution of the video to generate.
            image_url: Image Reference. Passing an image reference allows the model to
                emulate the style or content of the reference in the output. (media:
                image; media rule: file_size_mb< 16 (File size must be less than 16
                MB.))
        """
        return self._run(locals())


class AsyncClient(AsyncModelClient[Input, Output]):
    """Runs `runwayml/runway-aleph/video-to-video`, asynchronously."""

    model_id = MODEL_ID
    info = INFO
    input_type = Input
    output_type = Output

    async def submit(
        self,
        *,
        video_url: VideoInput,
        prompt: str,
        ratio: Literal[
            "1584:672",
            "1280:720",
            "848:480",
            "1104:832",
            "640:480",
            "960:960",
            "832:1104",
            "720:1280",
        ],
        image_url: ImageInput | NotGiven = NOT_GIVEN,
    ) -> AsyncRequest[Output]:
        """Submit a job and return its request at once. The inputs are those of `run`."""
        return await self._submit(locals())

    async def run(
        self,
        *,
        video_url: VideoInput,
        prompt: str,
        ratio: Literal[
            "1584:672",
            "1280:720",
            "848:480",
            "1104:832",
            "640:480",
            "960:960",
            "832:1104",
            "720:1280",
        ],
        image_url: ImageInput | NotGiven = NOT_GIVEN,
    ) -> AsyncResult[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            video_url: Video URL. (media: video; media rule: file_size_mb< 16 (File size
                must be less than 16 MB.))
            prompt: Prompt. (length in characters: 1000 or less)
            ratio: Resolution (W:H). The resolution of the video to generate.
            image_url: Image Reference. Passing an image reference allows the model to
                emulate the style or content of the reference in the output. (media:
                image; media rule: file_size_mb< 16 (File size must be less than 16
                MB.))
        """
        return await self._run(locals())
