# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""acme/not-and-if

Example:

    from runcomfy_models.acme import not_and_if

    with not_and_if.Client() as client:
        result = client.run()
    print(result.output)
"""

from typing import Annotated, Literal

from runcomfy_models._runtime._async.client import AsyncModelClient
from runcomfy_models._runtime._async.request import AsyncRequest
from runcomfy_models._runtime._async.result import AsyncResult
from runcomfy_models._runtime._sync.client import ModelClient
from runcomfy_models._runtime._sync.request import Request
from runcomfy_models._runtime._sync.result import Result
from runcomfy_models._runtime.info import ModelInfo
from runcomfy_models._runtime.media.types import ImageInput
from runcomfy_models._runtime.models import checks
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

MODEL_ID = "acme/not-and-if"

INFO = ModelInfo(MODEL_ID)


class Input(
    InputModel,
    check=checks.fits(
        {
            "if": {"properties": {"mode": {"const": "image"}}, "required": ["mode"]},
            "then": {"required": ["image"]},
            "not": {"required": ["image", "seed"]},
        }
    ),
):
    mode: Literal["text", "image"] | NotGiven = NOT_GIVEN
    image: ImageInput | NotGiven = NOT_GIVEN
    """media: image"""
    seed: Annotated[int, checks.fits({"not": {"const": 0}})] | NotGiven = NOT_GIVEN


class Output(OutputModel):
    image: str | None = None


class Client(ModelClient[Input, Output]):
    """Runs `acme/not-and-if`."""

    model_id = MODEL_ID
    info = INFO
    input_type = Input
    output_type = Output

    def submit(
        self,
        *,
        mode: Literal["text", "image"] | NotGiven = NOT_GIVEN,
        image: ImageInput | NotGiven = NOT_GIVEN,
        seed: int | NotGiven = NOT_GIVEN,
    ) -> Request[Output]:
        """Submit a job and return its request at once. The inputs are those of `run`."""
        return self._submit(locals())

    def run(
        self,
        *,
        mode: Literal["text", "image"] | NotGiven = NOT_GIVEN,
        image: ImageInput | NotGiven = NOT_GIVEN,
        seed: int | NotGiven = NOT_GIVEN,
    ) -> Result[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            mode: …
            image: media: image
            seed: …
        """
        return self._run(locals())


class AsyncClient(AsyncModelClient[Input, Output]):
    """Runs `acme/not-and-if`, asynchronously."""

    model_id = MODEL_ID
    info = INFO
    input_type = Input
    output_type = Output

    async def submit(
        self,
        *,
        mode: Literal["text", "image"] | NotGiven = NOT_GIVEN,
        image: ImageInput | NotGiven = NOT_GIVEN,
        seed: int | NotGiven = NOT_GIVEN,
    ) -> AsyncRequest[Output]:
        """Submit a job and return its request at once. The inputs are those of `run`."""
        return await self._submit(locals())

    async def run(
        self,
        *,
        mode: Literal["text", "image"] | NotGiven = NOT_GIVEN,
        image: ImageInput | NotGiven = NOT_GIVEN,
        seed: int | NotGiven = NOT_GIVEN,
    ) -> AsyncResult[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            mode: …
            image: media: image
            seed: …
        """
        return await self._run(locals())
