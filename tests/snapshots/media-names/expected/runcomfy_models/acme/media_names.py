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
from typing import Literal

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

__all__ = [
    "AsyncClient",
    "Client",
    "INFO",
    "Input",
    "MODEL_ID",
    "Output",
]

MODEL_ID = "acme/media-names"

INFO = ModelInfo(MODEL_ID)


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
    video_url: Literal["a", "b"] | NotGiven = NOT_GIVEN


class Output(OutputModel):
    image: str | None = None


class Client(ModelClient[Input, Output]):
    """Runs `acme/media-names`."""

    model_id = MODEL_ID
    info = INFO
    input_type = Input
    output_type = Output

    def submit(
        self,
        *,
        start_image_url: ImageInput,
        maskUrl: ImageInput | NotGiven = NOT_GIVEN,
        reference_video_urls: Sequence[VideoInput] | NotGiven = NOT_GIVEN,
        audio_url: AudioInput | None | NotGiven = NOT_GIVEN,
        webhook_url: str | NotGiven = NOT_GIVEN,
        image_url_kind: str | NotGiven = NOT_GIVEN,
        video_url: Literal["a", "b"] | NotGiven = NOT_GIVEN,
    ) -> Request[Output]:
        """Submit a job and return its request at once. The inputs are those of `run`."""
        return self._submit(locals())

    def run(
        self,
        *,
        start_image_url: ImageInput,
        maskUrl: ImageInput | NotGiven = NOT_GIVEN,
        reference_video_urls: Sequence[VideoInput] | NotGiven = NOT_GIVEN,
        audio_url: AudioInput | None | NotGiven = NOT_GIVEN,
        webhook_url: str | NotGiven = NOT_GIVEN,
        image_url_kind: str | NotGiven = NOT_GIVEN,
        video_url: Literal["a", "b"] | NotGiven = NOT_GIVEN,
    ) -> Result[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            start_image_url: media: image
            maskUrl: media: image
            reference_video_urls: media: video
            audio_url: media: audio
            webhook_url: …
            image_url_kind: …
            video_url: …
        """
        return self._run(locals())


class AsyncClient(AsyncModelClient[Input, Output]):
    """Runs `acme/media-names`, asynchronously."""

    model_id = MODEL_ID
    info = INFO
    input_type = Input
    output_type = Output

    async def submit(
        self,
        *,
        start_image_url: ImageInput,
        maskUrl: ImageInput | NotGiven = NOT_GIVEN,
        reference_video_urls: Sequence[VideoInput] | NotGiven = NOT_GIVEN,
        audio_url: AudioInput | None | NotGiven = NOT_GIVEN,
        webhook_url: str | NotGiven = NOT_GIVEN,
        image_url_kind: str | NotGiven = NOT_GIVEN,
        video_url: Literal["a", "b"] | NotGiven = NOT_GIVEN,
    ) -> AsyncRequest[Output]:
        """Submit a job and return its request at once. The inputs are those of `run`."""
        return await self._submit(locals())

    async def run(
        self,
        *,
        start_image_url: ImageInput,
        maskUrl: ImageInput | NotGiven = NOT_GIVEN,
        reference_video_urls: Sequence[VideoInput] | NotGiven = NOT_GIVEN,
        audio_url: AudioInput | None | NotGiven = NOT_GIVEN,
        webhook_url: str | NotGiven = NOT_GIVEN,
        image_url_kind: str | NotGiven = NOT_GIVEN,
        video_url: Literal["a", "b"] | NotGiven = NOT_GIVEN,
    ) -> AsyncResult[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            start_image_url: media: image
            maskUrl: media: image
            reference_video_urls: media: video
            audio_url: media: audio
            webhook_url: …
            image_url_kind: …
            video_url: …
        """
        return await self._run(locals())
