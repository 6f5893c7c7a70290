# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""acme/no-type

Example:

    from runcomfy_models.acme import no_type

    with no_type.Client() as client:
        result = client.run()
    print(result.output)
"""

from typing import Annotated, Any, Literal

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

MODEL_ID = "acme/no-type"

INFO = ModelInfo(MODEL_ID)


class Input(InputModel):
    short: Annotated[Any, checks.fits({"maxLength": 3})] | NotGiven = NOT_GIVEN
    """length in characters: 3 or less"""
    few: Annotated[Any, checks.fits({"maxItems": 2, "minimum": 1})] | NotGiven = (
        NOT_GIVEN
    )
    """range: 1 or more; items: 2 or less"""
    either: (
        Annotated[str, Field(max_length=3)] | Annotated[int, Field(ge=0)] | NotGiven
    ) = NOT_GIVEN
    """range: 0 or more; length in characters: 3 or less"""
    mixed: Annotated[Any, checks.one_of("a", 1, None, 2.5)] | NotGiven = NOT_GIVEN
    bounded: Annotated[Literal["a", "bb"], checks.fits({"maxLength": 1})] | NotGiven = (
        NOT_GIVEN
    )
    """length in characters: 1 or less"""
    true: Literal[True] | NotGiven = NOT_GIVEN


class Output(OutputModel):
    image: str | None = None


class Client(ModelClient[Input, Output]):
    """Runs `acme/no-type`."""

    model_id = MODEL_ID
    info = INFO
    input_type = Input
    output_type = Output

    def submit(
        self,
        *,
        short: Any | NotGiven = NOT_GIVEN,
        few: Any | NotGiven = NOT_GIVEN,
        either: str | int | NotGiven = NOT_GIVEN,
        mixed: Any | NotGiven = NOT_GIVEN,
        bounded: Literal["a", "bb"] | NotGiven = NOT_GIVEN,
        true: Literal[True] | NotGiven = NOT_GIVEN,
    ) -> Request[Output]:
        """Submit a job and return its request at once. The inputs are those of `run`."""
        return self._submit(locals())

    def run(
        self,
        *,
        short: Any | NotGiven = NOT_GIVEN,
        few: Any | NotGiven = NOT_GIVEN,
        either: str | int | NotGiven = NOT_GIVEN,
        mixed: Any | NotGiven = NOT_GIVEN,
        bounded: Literal["a", "bb"] | NotGiven = NOT_GIVEN,
        true: Literal[True] | NotGiven = NOT_GIVEN,
    ) -> Result[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            short: length in characters: 3 or less
            few: range: 1 or more; items: 2 or less
            either: range: 0 or more; length in characters: 3 or less
            mixed: …
            bounded: length in characters: 1 or less
            true: …
        """
        return self._run(locals())


class AsyncClient(AsyncModelClient[Input, Output]):
    """Runs `acme/no-type`, asynchronously."""

    model_id = MODEL_ID
    info = INFO
    input_type = Input
    output_type = Output

    async def submit(
        self,
        *,
        short: Any | NotGiven = NOT_GIVEN,
        few: Any | NotGiven = NOT_GIVEN,
        either: str | int | NotGiven = NOT_GIVEN,
        mixed: Any | NotGiven = NOT_GIVEN,
        bounded: Literal["a", "bb"] | NotGiven = NOT_GIVEN,
        true: Literal[True] | NotGiven = NOT_GIVEN,
    ) -> AsyncRequest[Output]:
        """Submit a job and return its request at once. The inputs are those of `run`."""
        return await self._submit(locals())

    async def run(
        self,
        *,
        short: Any | NotGiven = NOT_GIVEN,
        few: Any | NotGiven = NOT_GIVEN,
        either: str | int | NotGiven = NOT_GIVEN,
        mixed: Any | NotGiven = NOT_GIVEN,
        bounded: Literal["a", "bb"] | NotGiven = NOT_GIVEN,
        true: Literal[True] | NotGiven = NOT_GIVEN,
    ) -> AsyncResult[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            short: length in characters: 3 or less
            few: range: 1 or more; items: 2 or less
            either: range: 0 or more; length in characters: 3 or less
            mixed: …
            bounded: length in characters: 1 or less
            true: …
        """
        return await self._run(locals())
