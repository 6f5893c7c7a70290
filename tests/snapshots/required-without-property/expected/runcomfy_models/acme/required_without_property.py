# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""acme/required-without-property

Example:

    from runcomfy_models.acme import required_without_property

    with required_without_property.Client() as client:
        result = client.run(
            prompt="A red fox runs through fresh snow.",
        )
    print(result.output)

Where the schema was interpreted:

- input.json#/required/1: there is no property 'image_urls': not required
- input.json#/required/2: names 'prompt' twice
"""

from collections.abc import Sequence

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

MODEL_ID = "acme/required-without-property"

INFO = ModelInfo(MODEL_ID)


class Input(InputModel):
    images: list[ImageInput] | NotGiven = NOT_GIVEN
    """media: image"""
    prompt: str


class Output(OutputModel):
    image: str | None = None


class Client(ModelClient[Input, Output]):
    """Runs `acme/required-without-property`."""

    model_id = MODEL_ID
    info = INFO
    input_type = Input
    output_type = Output

    def submit(
        self,
        *,
        prompt: str,
        images: Sequence[ImageInput] | NotGiven = NOT_GIVEN,
    ) -> Request[Output]:
        """Submit a job and return its request at once. The inputs are those of `run`."""
        return self._submit(locals())

    def run(
        self,
        *,
        prompt: str,
        images: Sequence[ImageInput] | NotGiven = NOT_GIVEN,
    ) -> Result[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            prompt: …
            images: media: image
        """
        return self._run(locals())


class AsyncClient(AsyncModelClient[Input, Output]):
    """Runs `acme/required-without-property`, asynchronously."""

    model_id = MODEL_ID
    info = INFO
    input_type = Input
    output_type = Output

    async def submit(
        self,
        *,
        prompt: str,
        images: Sequence[ImageInput] | NotGiven = NOT_GIVEN,
    ) -> AsyncRequest[Output]:
        """Submit a job and return its request at once. The inputs are those of `run`."""
        return await self._submit(locals())

    async def run(
        self,
        *,
        prompt: str,
        images: Sequence[ImageInput] | NotGiven = NOT_GIVEN,
    ) -> AsyncResult[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            prompt: …
            images: media: image
        """
        return await self._run(locals())
