# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""acme/media-unions

Example:

    from runcomfy_models.acme import media_unions

    with media_unions.Client() as client:
        result = client.run()
    print(result.output)
"""

from collections.abc import Sequence
from typing import Annotated, Literal

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

__all__ = [
    "AsyncClient",
    "Client",
    "INFO",
    "Input",
    "MODEL_ID",
    "Output",
]

MODEL_ID = "acme/media-unions"

INFO = ModelInfo(MODEL_ID)


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
        Literal["auto"]
        | Annotated[VideoInput, MediaRules(("file_size_mb<", 50, "too large"))]
        | NotGiven
    ) = NOT_GIVEN
    """media: video; media rule: file_size_mb< 50 (too large)"""
    source: AudioInput | None | NotGiven = NOT_GIVEN
    """media: audio"""
    clips: list[VideoInput] | None | NotGiven = NOT_GIVEN
    """media: video"""


class Output(OutputModel):
    image: str | None = None


class Client(ModelClient[Input, Output]):
    """Runs `acme/media-unions`."""

    model_id = MODEL_ID
    info = INFO
    input_type = Input
    output_type = Output

    def submit(
        self,
        *,
        image_url: ImageInput | None | NotGiven = NOT_GIVEN,
        mask: ImageInput | NotGiven = NOT_GIVEN,
        reference_images: ImageInput | Sequence[ImageInput] | NotGiven = NOT_GIVEN,
        last_frame: ImageInput | None | NotGiven = NOT_GIVEN,
        video: Literal["auto"] | VideoInput | NotGiven = NOT_GIVEN,
        source: AudioInput | None | NotGiven = NOT_GIVEN,
        clips: Sequence[VideoInput] | None | NotGiven = NOT_GIVEN,
    ) -> Request[Output]:
        """Submit a job and return its request at once. The inputs are those of `run`."""
        return self._submit(locals())

    def run(
        self,
        *,
        image_url: ImageInput | None | NotGiven = NOT_GIVEN,
        mask: ImageInput | NotGiven = NOT_GIVEN,
        reference_images: ImageInput | Sequence[ImageInput] | NotGiven = NOT_GIVEN,
        last_frame: ImageInput | None | NotGiven = NOT_GIVEN,
        video: Literal["auto"] | VideoInput | NotGiven = NOT_GIVEN,
        source: AudioInput | None | NotGiven = NOT_GIVEN,
        clips: Sequence[VideoInput] | None | NotGiven = NOT_GIVEN,
    ) -> Result[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            image_url: default: `"RunComfy_example.png"`; media: image
            mask: media: image
            reference_images: media: image
            last_frame: media: image
            video: media: video; media rule: file_size_mb< 50 (too large)
            source: media: audio
            clips: media: video
        """
        return self._run(locals())


class AsyncClient(AsyncModelClient[Input, Output]):
    """Runs `acme/media-unions`, asynchronously."""

    model_id = MODEL_ID
    info = INFO
    input_type = Input
    output_type = Output

    async def submit(
        self,
        *,
        image_url: ImageInput | None | NotGiven = NOT_GIVEN,
        mask: ImageInput | NotGiven = NOT_GIVEN,
        reference_images: ImageInput | Sequence[ImageInput] | NotGiven = NOT_GIVEN,
        last_frame: ImageInput | None | NotGiven = NOT_GIVEN,
        video: Literal["auto"] | VideoInput | NotGiven = NOT_GIVEN,
        source: AudioInput | None | NotGiven = NOT_GIVEN,
        clips: Sequence[VideoInput] | None | NotGiven = NOT_GIVEN,
    ) -> AsyncRequest[Output]:
        """Submit a job and return its request at once. The inputs are those of `run`."""
        return await self._submit(locals())

    async def run(
        self,
        *,
        image_url: ImageInput | None | NotGiven = NOT_GIVEN,
        mask: ImageInput | NotGiven = NOT_GIVEN,
        reference_images: ImageInput | Sequence[ImageInput] | NotGiven = NOT_GIVEN,
        last_frame: ImageInput | None | NotGiven = NOT_GIVEN,
        video: Literal["auto"] | VideoInput | NotGiven = NOT_GIVEN,
        source: AudioInput | None | NotGiven = NOT_GIVEN,
        clips: Sequence[VideoInput] | None | NotGiven = NOT_GIVEN,
    ) -> AsyncResult[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            image_url: default: `"RunComfy_example.png"`; media: image
            mask: media: image
            reference_images: media: image
            last_frame: media: image
            video: media: video; media rule: file_size_mb< 50 (too large)
            source: media: audio
            clips: media: video
        """
        return await self._run(locals())
