# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""acme/enum-of-one

Example:

    from runcomfy_models.acme import enum_of_one

    with enum_of_one.Client() as client:
        result = client.run()
    print(result.output)
"""

from typing import Literal

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

MODEL_ID = "acme/enum-of-one"

INFO = ModelInfo(MODEL_ID)


class Input(InputModel):
    shot_type: Literal["customize"] | NotGiven = NOT_GIVEN
    """default: `"customize"`"""
    kind: Literal["fixed"] | NotGiven = NOT_GIVEN


class Output(OutputModel):
    image: str | None = None


class Client(ModelClient[Input, Output]):
    """Runs `acme/enum-of-one`."""

    model_id = MODEL_ID
    info = INFO
    input_type = Input
    output_type = Output

    def submit(
        self,
        *,
        shot_type: Literal["customize"] | NotGiven = NOT_GIVEN,
        kind: Literal["fixed"] | NotGiven = NOT_GIVEN,
    ) -> Request[Output]:
        """Submit a job and return its request at once. The inputs are those of `run`."""
        return self._submit(locals())

    def run(
        self,
        *,
        shot_type: Literal["customize"] | NotGiven = NOT_GIVEN,
        kind: Literal["fixed"] | NotGiven = NOT_GIVEN,
    ) -> Result[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            shot_type: default: `"customize"`
            kind: …
        """
        return self._run(locals())


class AsyncClient(AsyncModelClient[Input, Output]):
    """Runs `acme/enum-of-one`, asynchronously."""

    model_id = MODEL_ID
    info = INFO
    input_type = Input
    output_type = Output

    async def submit(
        self,
        *,
        shot_type: Literal["customize"] | NotGiven = NOT_GIVEN,
        kind: Literal["fixed"] | NotGiven = NOT_GIVEN,
    ) -> AsyncRequest[Output]:
        """Submit a job and return its request at once. The inputs are those of `run`."""
        return await self._submit(locals())

    async def run(
        self,
        *,
        shot_type: Literal["customize"] | NotGiven = NOT_GIVEN,
        kind: Literal["fixed"] | NotGiven = NOT_GIVEN,
    ) -> AsyncResult[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            shot_type: default: `"customize"`
            kind: …
        """
        return await self._run(locals())
