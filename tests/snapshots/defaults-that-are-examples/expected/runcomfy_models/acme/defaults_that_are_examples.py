# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""acme/defaults-that-are-examples

Example:

    from runcomfy_models.acme import defaults_that_are_examples

    with defaults_that_are_examples.Client() as client:
        result = client.run(
            ratio="16:9",
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
from runcomfy_models._runtime.media.types import ImageInput
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

MODEL_ID = "acme/defaults-that-are-examples"

INFO = ModelInfo(MODEL_ID)


class Input(InputModel):
    prompt: str | NotGiven = NOT_GIVEN
    """example: `"A couple at dinner on a terrace at dusk, a soft guitar, the waiter's
    smile, warm light."`
    """
    image_url: ImageInput | NotGiven = NOT_GIVEN
    """example: `"https://example.com/a.png"`; media: image"""
    style: str | NotGiven = NOT_GIVEN
    """default: `"vivid"`"""
    images: list[ImageInput] | NotGiven = NOT_GIVEN
    """example: `["https://example.com/a.png"]`; media: image"""
    ratio: Literal["16:9", "1:1"]
    """example: `"16:9"`"""
    seconds: int | NotGiven = NOT_GIVEN
    """default: `5`"""


class Output(OutputModel):
    image: str | None = None


class Client(ModelClient[Input, Output]):
    """Runs `acme/defaults-that-are-examples`."""

    model_id = MODEL_ID
    info = INFO
    input_type = Input
    output_type = Output

    def submit(
        self,
        *,
        ratio: Literal["16:9", "1:1"],
        prompt: str | NotGiven = NOT_GIVEN,
        image_url: ImageInput | NotGiven = NOT_GIVEN,
        style: str | NotGiven = NOT_GIVEN,
        images: Sequence[ImageInput] | NotGiven = NOT_GIVEN,
        seconds: int | NotGiven = NOT_GIVEN,
    ) -> Request[Output]:
        """Submit a job and return its request at once. The inputs are those of `run`."""
        return self._submit(locals())

    def run(
        self,
        *,
        ratio: Literal["16:9", "1:1"],
        prompt: str | NotGiven = NOT_GIVEN,
        image_url: ImageInput | NotGiven = NOT_GIVEN,
        style: str | NotGiven = NOT_GIVEN,
        images: Sequence[ImageInput] | NotGiven = NOT_GIVEN,
        seconds: int | NotGiven = NOT_GIVEN,
    ) -> Result[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            ratio: …
            prompt: …
            image_url: media: image
            style: default: `"vivid"`
            images: media: image
            seconds: default: `5`
        """
        return self._run(locals())


class AsyncClient(AsyncModelClient[Input, Output]):
    """Runs `acme/defaults-that-are-examples`, asynchronously."""

    model_id = MODEL_ID
    info = INFO
    input_type = Input
    output_type = Output

    async def submit(
        self,
        *,
        ratio: Literal["16:9", "1:1"],
        prompt: str | NotGiven = NOT_GIVEN,
        image_url: ImageInput | NotGiven = NOT_GIVEN,
        style: str | NotGiven = NOT_GIVEN,
        images: Sequence[ImageInput] | NotGiven = NOT_GIVEN,
        seconds: int | NotGiven = NOT_GIVEN,
    ) -> AsyncRequest[Output]:
        """Submit a job and return its request at once. The inputs are those of `run`."""
        return await self._submit(locals())

    async def run(
        self,
        *,
        ratio: Literal["16:9", "1:1"],
        prompt: str | NotGiven = NOT_GIVEN,
        image_url: ImageInput | NotGiven = NOT_GIVEN,
        style: str | NotGiven = NOT_GIVEN,
        images: Sequence[ImageInput] | NotGiven = NOT_GIVEN,
        seconds: int | NotGiven = NOT_GIVEN,
    ) -> AsyncResult[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            ratio: …
            prompt: …
            image_url: media: image
            style: default: `"vivid"`
            images: media: image
            seconds: default: `5`
        """
        return await self._run(locals())
