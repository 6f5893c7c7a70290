# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""acme/media-array-without-items

Example:

    from runcomfy_models.acme import media_array_without_items

    with media_array_without_items.Client() as client:
        result = client.run(
            images=["https://example.com/image.png"],
        )
    print(result.output)
"""

from collections.abc import Sequence
from typing import Annotated

from pydantic import Field

from runcomfy_models._runtime._async.client import AsyncModelClient
from runcomfy_models._runtime._async.request import AsyncRequest
from runcomfy_models._runtime._async.result import AsyncResult
from runcomfy_models._runtime._sync.client import ModelClient
from runcomfy_models._runtime._sync.request import Request
from runcomfy_models._runtime._sync.result import Result
from runcomfy_models._runtime.info import ModelInfo
from runcomfy_models._runtime.media.types import AudioInput, ImageInput
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

MODEL_ID = "acme/media-array-without-items"

INFO = ModelInfo(MODEL_ID)


class Input(InputModel):
    images: Annotated[list[ImageInput], Field(min_length=1, max_length=9)]
    """items: 1 to 9; media: image"""
    audios: list[AudioInput] | NotGiven = NOT_GIVEN
    """media: audio"""


class Output(OutputModel):
    image: str | None = None


class Client(ModelClient[Input, Output]):
    """Runs `acme/media-array-without-items`."""

    model_id = MODEL_ID
    info = INFO
    input_type = Input
    output_type = Output

    def submit(
        self,
        *,
        images: Sequence[ImageInput],
        audios: Sequence[AudioInput] | NotGiven = NOT_GIVEN,
    ) -> Request[Output]:
        """Submit a job and return its request at once. The inputs are those of `run`."""
        return self._submit(locals())

    def run(
        self,
        *,
        images: Sequence[ImageInput],
        audios: Sequence[AudioInput] | NotGiven = NOT_GIVEN,
    ) -> Result[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            images: items: 1 to 9; media: image
            audios: media: audio
        """
        return self._run(locals())


class AsyncClient(AsyncModelClient[Input, Output]):
    """Runs `acme/media-array-without-items`, asynchronously."""

    model_id = MODEL_ID
    info = INFO
    input_type = Input
    output_type = Output

    async def submit(
        self,
        *,
        images: Sequence[ImageInput],
        audios: Sequence[AudioInput] | NotGiven = NOT_GIVEN,
    ) -> AsyncRequest[Output]:
        """Submit a job and return its request at once. The inputs are those of `run`."""
        return await self._submit(locals())

    async def run(
        self,
        *,
        images: Sequence[ImageInput],
        audios: Sequence[AudioInput] | NotGiven = NOT_GIVEN,
    ) -> AsyncResult[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            images: items: 1 to 9; media: image
            audios: media: audio
        """
        return await self._run(locals())
