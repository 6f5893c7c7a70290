# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""acme/widget-formats

Example:

    from runcomfy_models.acme import widget_formats

    with widget_formats.Client() as client:
        result = client.run()
    print(result.output)
"""

from typing import Annotated

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

__all__ = [
    "AsyncClient",
    "Client",
    "INFO",
    "Input",
    "MODEL_ID",
    "Output",
]

MODEL_ID = "acme/widget-formats"

INFO = ModelInfo(MODEL_ID)


class Input(InputModel):
    text: str | NotGiven = NOT_GIVEN
    steps: Annotated[int, Field(ge=1, le=50)] | NotGiven = NOT_GIVEN
    """range: 1 to 50"""
    scale: Annotated[float, Field(ge=0.5)] | NotGiven = NOT_GIVEN
    """range: 0.5 or more"""


class Output(OutputModel):
    image: str | None = None


class Client(ModelClient[Input, Output]):
    """Runs `acme/widget-formats`."""

    model_id = MODEL_ID
    info = INFO
    input_type = Input
    output_type = Output

    def submit(
        self,
        *,
        text: str | NotGiven = NOT_GIVEN,
        steps: int | NotGiven = NOT_GIVEN,
        scale: float | NotGiven = NOT_GIVEN,
    ) -> Request[Output]:
        """Submit a job and return its request at once. The inputs are those of `run`."""
        return self._submit(locals())

    def run(
        self,
        *,
        text: str | NotGiven = NOT_GIVEN,
        steps: int | NotGiven = NOT_GIVEN,
        scale: float | NotGiven = NOT_GIVEN,
    ) -> Result[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            text: …
            steps: range: 1 to 50
            scale: range: 0.5 or more
        """
        return self._run(locals())


class AsyncClient(AsyncModelClient[Input, Output]):
    """Runs `acme/widget-formats`, asynchronously."""

    model_id = MODEL_ID
    info = INFO
    input_type = Input
    output_type = Output

    async def submit(
        self,
        *,
        text: str | NotGiven = NOT_GIVEN,
        steps: int | NotGiven = NOT_GIVEN,
        scale: float | NotGiven = NOT_GIVEN,
    ) -> AsyncRequest[Output]:
        """Submit a job and return its request at once. The inputs are those of `run`."""
        return await self._submit(locals())

    async def run(
        self,
        *,
        text: str | NotGiven = NOT_GIVEN,
        steps: int | NotGiven = NOT_GIVEN,
        scale: float | NotGiven = NOT_GIVEN,
    ) -> AsyncResult[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            text: …
            steps: range: 1 to 50
            scale: range: 0.5 or more
        """
        return await self._run(locals())
