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
from typing import Annotated

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

__all__ = [
    "AsyncClient",
    "Client",
    "INFO",
    "Input",
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


class Output(OutputModel):
    image: str | None = None


class Client(ModelClient[Input, Output]):
    """Runs `acme/media-samples`."""

    model_id = MODEL_ID
    info = INFO
    input_type = Input
    output_type = Output

    def submit(
        self,
        *,
        image_url: ImageInput | NotGiven = NOT_GIVEN,
        audio_url: AudioInput | None | NotGiven = NOT_GIVEN,
        video: VideoInput | NotGiven = NOT_GIVEN,
        mask_urls: Sequence[ImageInput] | NotGiven = NOT_GIVEN,
        start_image_url: ImageInput | NotGiven = NOT_GIVEN,
        note: str | NotGiven = NOT_GIVEN,
    ) -> Request[Output]:
        """Submit a job and return its request at once. The inputs are those of `run`."""
        return self._submit(locals())

    def run(
        self,
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
            image_url: default: `"RunComfy_examples_1235_1.png"`; media: image
            audio_url: default: `"voice \\"1\\".mp3"`; media: audio
            video: media: video
            mask_urls: media: image; media rule: file_size_mb< 16
            start_image_url: default: `""`; media: image
            note: default: `"none.png"`
        """
        return self._run(locals())


class AsyncClient(AsyncModelClient[Input, Output]):
    """Runs `acme/media-samples`, asynchronously."""

    model_id = MODEL_ID
    info = INFO
    input_type = Input
    output_type = Output

    async def submit(
        self,
        *,
        image_url: ImageInput | NotGiven = NOT_GIVEN,
        audio_url: AudioInput | None | NotGiven = NOT_GIVEN,
        video: VideoInput | NotGiven = NOT_GIVEN,
        mask_urls: Sequence[ImageInput] | NotGiven = NOT_GIVEN,
        start_image_url: ImageInput | NotGiven = NOT_GIVEN,
        note: str | NotGiven = NOT_GIVEN,
    ) -> AsyncRequest[Output]:
        """Submit a job and return its request at once. The inputs are those of `run`."""
        return await self._submit(locals())

    async def run(
        self,
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
            image_url: default: `"RunComfy_examples_1235_1.png"`; media: image
            audio_url: default: `"voice \\"1\\".mp3"`; media: audio
            video: media: video
            mask_urls: media: image; media rule: file_size_mb< 16
            start_image_url: default: `""`; media: image
            note: default: `"none.png"`
        """
        return await self._run(locals())
