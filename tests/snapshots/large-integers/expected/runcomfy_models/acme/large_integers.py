# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""acme/large-integers

Example:

    from runcomfy_models.acme import large_integers

    with large_integers.Client() as client:
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

MODEL_ID = "acme/large-integers"

INFO = ModelInfo(MODEL_ID)


class Input(InputModel):
    seed: Annotated[int, Field(ge=-1, le=4294967295)] | NotGiven = NOT_GIVEN
    """range: -1 to 4294967295; default: `-1`"""
    big: Annotated[int, Field(le=18446744073709551615)] | NotGiven = NOT_GIVEN
    """range: 18446744073709551615 or less"""


class Output(OutputModel):
    image: str | None = None


class Client(ModelClient[Input, Output]):
    """Runs `acme/large-integers`."""

    model_id = MODEL_ID
    info = INFO
    input_type = Input
    output_type = Output

    def submit(
        self,
        *,
        seed: int | NotGiven = NOT_GIVEN,
        big: int | NotGiven = NOT_GIVEN,
    ) -> Request[Output]:
        """Submit a job and return its request at once. The inputs are those of `run`."""
        return self._submit(locals())

    def run(
        self,
        *,
        seed: int | NotGiven = NOT_GIVEN,
        big: int | NotGiven = NOT_GIVEN,
    ) -> Result[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            seed: range: -1 to 4294967295; default: `-1`
            big: range: 18446744073709551615 or less
        """
        return self._run(locals())


class AsyncClient(AsyncModelClient[Input, Output]):
    """Runs `acme/large-integers`, asynchronously."""

    model_id = MODEL_ID
    info = INFO
    input_type = Input
    output_type = Output

    async def submit(
        self,
        *,
        seed: int | NotGiven = NOT_GIVEN,
        big: int | NotGiven = NOT_GIVEN,
    ) -> AsyncRequest[Output]:
        """Submit a job and return its request at once. The inputs are those of `run`."""
        return await self._submit(locals())

    async def run(
        self,
        *,
        seed: int | NotGiven = NOT_GIVEN,
        big: int | NotGiven = NOT_GIVEN,
    ) -> AsyncResult[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            seed: range: -1 to 4294967295; default: `-1`
            big: range: 18446744073709551615 or less
        """
        return await self._run(locals())
