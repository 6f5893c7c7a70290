# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""acme/one

Docs: https://www.runcomfy.com/models/acme/one

Example:

    from runcomfy_models.acme import one

    with one.Client() as client:
        result = client.run()
    print(result.output)

Where the schema was interpreted:

- output.json#: the output that the docs show elsewhere is assumed
"""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from runcomfy_models._runtime._async.client import AsyncModelClient
from runcomfy_models._runtime._async.request import AsyncRequest
from runcomfy_models._runtime._async.result import AsyncResult
from runcomfy_models._runtime._sync.client import ModelClient
from runcomfy_models._runtime._sync.request import Request
from runcomfy_models._runtime._sync.result import Result
from runcomfy_models._runtime.info import ModelInfo
from runcomfy_models._runtime.models.inputs import InputModel
from runcomfy_models._runtime.models.not_given import NOT_GIVEN, NotGiven
from runcomfy_models._runtime.models.outputs import OutputModel
from runcomfy_models._runtime.pricing import PriceAmount, PriceChoice

__all__ = [
    "AsyncClient",
    "Client",
    "INFO",
    "Input",
    "MODEL_ID",
    "Output",
]

MODEL_ID = "acme/one"

INFO = ModelInfo(
    MODEL_ID,
    display_name='One "quoted"',
    description="Makes a video.\nIn lines.",
    categories=("text-to-video", "video"),
    kind="model",
    docs_url="https://www.runcomfy.com/models/acme/one",
    price=Decimal("0.1"),
    price_unit="second",
    pricing_note="4k costs three times as much",
)

PRICE_FACTORS = (
    PriceAmount("duration", 3, 15),
    PriceChoice("resolution", (("720p", 1), ("4k", 3))),
)


class Input(InputModel):
    duration: Annotated[int, Field(ge=3, le=15)] | NotGiven = NOT_GIVEN
    """range: 3 to 15; default: `5`"""
    resolution: Literal["720p", "4k"] | NotGiven = NOT_GIVEN
    """default: `"720p"`"""


class Output(OutputModel):
    image: str | None = None
    """URL of the image."""
    video: str | None = None
    """URL of the video."""
    audio: str | None = None
    """URL of the audio."""
    images: list[str] | None = None
    """URLs of the images."""
    videos: list[str] | None = None
    """URLs of the videos."""
    audios: list[str] | None = None
    """URLs of the audios."""


class Client(ModelClient[Input, Output]):
    """Runs `acme/one`."""

    model_id = MODEL_ID
    info = INFO
    price_factors = PRICE_FACTORS
    input_type = Input
    output_type = Output

    def submit(
        self,
        *,
        duration: int | NotGiven = NOT_GIVEN,
        resolution: Literal["720p", "4k"] | NotGiven = NOT_GIVEN,
    ) -> Request[Output]:
        """Submit a job and return its request at once. The inputs are those of `run`."""
        return self._submit(locals())

    def run(
        self,
        *,
        duration: int | NotGiven = NOT_GIVEN,
        resolution: Literal["720p", "4k"] | NotGiven = NOT_GIVEN,
    ) -> Result[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            duration: range: 3 to 15; default: `5`
            resolution: default: `"720p"`
        """
        return self._run(locals())


class AsyncClient(AsyncModelClient[Input, Output]):
    """Runs `acme/one`, asynchronously."""

    model_id = MODEL_ID
    info = INFO
    price_factors = PRICE_FACTORS
    input_type = Input
    output_type = Output

    async def submit(
        self,
        *,
        duration: int | NotGiven = NOT_GIVEN,
        resolution: Literal["720p", "4k"] | NotGiven = NOT_GIVEN,
    ) -> AsyncRequest[Output]:
        """Submit a job and return its request at once. The inputs are those of `run`."""
        return await self._submit(locals())

    async def run(
        self,
        *,
        duration: int | NotGiven = NOT_GIVEN,
        resolution: Literal["720p", "4k"] | NotGiven = NOT_GIVEN,
    ) -> AsyncResult[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            duration: range: 3 to 15; default: `5`
            resolution: default: `"720p"`
        """
        return await self._run(locals())
