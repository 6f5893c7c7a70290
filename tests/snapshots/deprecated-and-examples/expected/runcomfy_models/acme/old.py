# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""acme/old

Example:

    from runcomfy_models.acme import old

    with old.Client() as client:
        result = client.run()
    print(result.output)
"""

from typing import Annotated, NotRequired, TypedDict

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
    "Format",
    "FormatDict",
    "INFO",
    "Input",
    "MODEL_ID",
    "Output",
]

MODEL_ID = "acme/old"

INFO = ModelInfo(MODEL_ID)


class Format(InputModel):
    """A format."""

    name: str | NotGiven = NOT_GIVEN


class Input(InputModel):
    size: Annotated[int, Field(ge=1)] | NotGiven = NOT_GIVEN
    """Use scale.

    - deprecated
    - range: 1 or more
    """
    id: str | NotGiven = NOT_GIVEN
    """read-only"""
    scale: float | NotGiven = NOT_GIVEN
    """default: `1`; example: `1.5`; example: `2`; example: `3`; example: `4`; example:
    `5`
    """
    format: Format | NotGiven = NOT_GIVEN
    """deprecated; example: `{"name": "png"}`"""


class FormatDict(TypedDict):
    """`Format` as a plain dict."""

    name: NotRequired[str]


class Output(OutputModel):
    image: str | None = None
    """read-only; example: `"https://example.com/a.png"`"""


class Client(ModelClient[Input, Output]):
    """Runs `acme/old`."""

    model_id = MODEL_ID
    info = INFO
    input_type = Input
    output_type = Output

    def submit(
        self,
        *,
        size: int | NotGiven = NOT_GIVEN,
        id: str | NotGiven = NOT_GIVEN,
        scale: float | NotGiven = NOT_GIVEN,
        format: Format | FormatDict | NotGiven = NOT_GIVEN,
    ) -> Request[Output]:
        """Submit a job and return its request at once. The inputs are those of `run`."""
        return self._submit(locals())

    def run(
        self,
        *,
        size: int | NotGiven = NOT_GIVEN,
        id: str | NotGiven = NOT_GIVEN,
        scale: float | NotGiven = NOT_GIVEN,
        format: Format | FormatDict | NotGiven = NOT_GIVEN,
    ) -> Result[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            size: Use scale. (deprecated; range: 1 or more)
            id: read-only
            scale: default: `1`
            format: deprecated
        """
        return self._run(locals())


class AsyncClient(AsyncModelClient[Input, Output]):
    """Runs `acme/old`, asynchronously."""

    model_id = MODEL_ID
    info = INFO
    input_type = Input
    output_type = Output

    async def submit(
        self,
        *,
        size: int | NotGiven = NOT_GIVEN,
        id: str | NotGiven = NOT_GIVEN,
        scale: float | NotGiven = NOT_GIVEN,
        format: Format | FormatDict | NotGiven = NOT_GIVEN,
    ) -> AsyncRequest[Output]:
        """Submit a job and return its request at once. The inputs are those of `run`."""
        return await self._submit(locals())

    async def run(
        self,
        *,
        size: int | NotGiven = NOT_GIVEN,
        id: str | NotGiven = NOT_GIVEN,
        scale: float | NotGiven = NOT_GIVEN,
        format: Format | FormatDict | NotGiven = NOT_GIVEN,
    ) -> AsyncResult[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            size: Use scale. (deprecated; range: 1 or more)
            id: read-only
            scale: default: `1`
            format: deprecated
        """
        return await self._run(locals())
