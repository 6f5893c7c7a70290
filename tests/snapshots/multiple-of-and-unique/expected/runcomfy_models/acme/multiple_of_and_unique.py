# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""acme/multiple-of-and-unique

Example:

    from runcomfy_models.acme import multiple_of_and_unique

    with multiple_of_and_unique.Client() as client:
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

MODEL_ID = "acme/multiple-of-and-unique"

INFO = ModelInfo(MODEL_ID)


class Input(InputModel):
    width: Annotated[int, Field(ge=64), checks.multiple_of(8)] | NotGiven = NOT_GIVEN
    """range: 64 or more; multiple of: `8`"""
    scale: Annotated[float, checks.multiple_of(0.1)] | NotGiven = NOT_GIVEN
    """multiple of: `0.1`"""
    tags: (
        Annotated[
            list[Annotated[str, Field(min_length=1, max_length=20)]],
            checks.unique_items(),
        ]
        | NotGiven
    ) = NOT_GIVEN
    """items: no two alike"""


class Output(OutputModel):
    image: str | None = None


class Client(ModelClient[Input, Output]):
    """Runs `acme/multiple-of-and-unique`."""

    model_id = MODEL_ID
    info = INFO
    input_type = Input
    output_type = Output

    def submit(
        self,
        *,
        width: int | NotGiven = NOT_GIVEN,
        scale: float | NotGiven = NOT_GIVEN,
        tags: list[str] | NotGiven = NOT_GIVEN,
    ) -> Request[Output]:
        """Submit a job and return its request at once. The inputs are those of `run`."""
        return self._submit(locals())

    def run(
        self,
        *,
        width: int | NotGiven = NOT_GIVEN,
        scale: float | NotGiven = NOT_GIVEN,
        tags: list[str] | NotGiven = NOT_GIVEN,
    ) -> Result[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            width: range: 64 or more; multiple of: `8`
            scale: multiple of: `0.1`
            tags: items: no two alike
        """
        return self._run(locals())


class AsyncClient(AsyncModelClient[Input, Output]):
    """Runs `acme/multiple-of-and-unique`, asynchronously."""

    model_id = MODEL_ID
    info = INFO
    input_type = Input
    output_type = Output

    async def submit(
        self,
        *,
        width: int | NotGiven = NOT_GIVEN,
        scale: float | NotGiven = NOT_GIVEN,
        tags: list[str] | NotGiven = NOT_GIVEN,
    ) -> AsyncRequest[Output]:
        """Submit a job and return its request at once. The inputs are those of `run`."""
        return await self._submit(locals())

    async def run(
        self,
        *,
        width: int | NotGiven = NOT_GIVEN,
        scale: float | NotGiven = NOT_GIVEN,
        tags: list[str] | NotGiven = NOT_GIVEN,
    ) -> AsyncResult[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            width: range: 64 or more; multiple of: `8`
            scale: multiple of: `0.1`
            tags: items: no two alike
        """
        return await self._run(locals())
