# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""acme/all-of

Example:

    from runcomfy_models.acme import all_of

    with all_of.Client() as client:
        result = client.run()
    print(result.output)
"""

from typing import Annotated, TypedDict

from pydantic import Field

from runcomfy_models._runtime._async.client import AsyncModelClient
from runcomfy_models._runtime._async.request import AsyncRequest
from runcomfy_models._runtime._async.result import AsyncResult
from runcomfy_models._runtime._sync.client import ModelClient
from runcomfy_models._runtime._sync.request import Request
from runcomfy_models._runtime._sync.result import Result
from runcomfy_models._runtime.info import ModelInfo
from runcomfy_models._runtime.models import checks
from runcomfy_models._runtime.models.inputs import InputModel
from runcomfy_models._runtime.models.not_given import NOT_GIVEN, NotGiven
from runcomfy_models._runtime.models.outputs import OutputModel

__all__ = [
    "AsyncClient",
    "Client",
    "INFO",
    "Input",
    "Lora",
    "LoraDict",
    "MODEL_ID",
    "Model",
    "ModelDict",
    "Output",
]

MODEL_ID = "acme/all-of"

INFO = ModelInfo(MODEL_ID)


class Lora(InputModel):
    path: str
    scale: Annotated[float, Field(le=1)]
    """range: 1 or less"""


class Model(InputModel):
    path: str


class Input(InputModel):
    lora: Lora | NotGiven = NOT_GIVEN
    base: Model | NotGiven = NOT_GIVEN
    """The model to start from."""
    limited: (
        Annotated[int, Field(ge=1, le=9), checks.fits({"not": {"const": 5}})] | NotGiven
    ) = NOT_GIVEN
    """range: 1 to 9"""


class LoraDict(TypedDict):
    """`Lora` as a plain dict."""

    path: str
    scale: float


class ModelDict(TypedDict):
    """`Model` as a plain dict."""

    path: str


class Output(OutputModel):
    image: str | None = None


class Client(ModelClient[Input, Output]):
    """Runs `acme/all-of`."""

    model_id = MODEL_ID
    info = INFO
    input_type = Input
    output_type = Output

    def submit(
        self,
        *,
        lora: Lora | LoraDict | NotGiven = NOT_GIVEN,
        base: Model | ModelDict | NotGiven = NOT_GIVEN,
        limited: int | NotGiven = NOT_GIVEN,
    ) -> Request[Output]:
        """Submit a job and return its request at once. The inputs are those of `run`."""
        return self._submit(locals())

    def run(
        self,
        *,
        lora: Lora | LoraDict | NotGiven = NOT_GIVEN,
        base: Model | ModelDict | NotGiven = NOT_GIVEN,
        limited: int | NotGiven = NOT_GIVEN,
    ) -> Result[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            lora: …
            base: The model to start from.
            limited: range: 1 to 9
        """
        return self._run(locals())


class AsyncClient(AsyncModelClient[Input, Output]):
    """Runs `acme/all-of`, asynchronously."""

    model_id = MODEL_ID
    info = INFO
    input_type = Input
    output_type = Output

    async def submit(
        self,
        *,
        lora: Lora | LoraDict | NotGiven = NOT_GIVEN,
        base: Model | ModelDict | NotGiven = NOT_GIVEN,
        limited: int | NotGiven = NOT_GIVEN,
    ) -> AsyncRequest[Output]:
        """Submit a job and return its request at once. The inputs are those of `run`."""
        return await self._submit(locals())

    async def run(
        self,
        *,
        lora: Lora | LoraDict | NotGiven = NOT_GIVEN,
        base: Model | ModelDict | NotGiven = NOT_GIVEN,
        limited: int | NotGiven = NOT_GIVEN,
    ) -> AsyncResult[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            lora: …
            base: The model to start from.
            limited: range: 1 to 9
        """
        return await self._run(locals())
