# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""acme/unions

Example:

    from runcomfy_models.acme import unions

    with unions.Client() as client:
        result = client.run()
    print(result.output)
"""

from collections.abc import Sequence
from typing import Annotated, Literal, NotRequired, TypedDict

from pydantic import Field

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
    "Size",
    "SizeDict",
]

MODEL_ID = "acme/unions"

INFO = ModelInfo(MODEL_ID)


class Size(InputModel):
    width: int | NotGiven = NOT_GIVEN
    height: int | NotGiven = NOT_GIVEN


class Input(InputModel):
    size: Literal["auto"] | Size | NotGiven = NOT_GIVEN
    images: ImageInput | Annotated[list[ImageInput], Field(max_length=4)] | NotGiven = (
        NOT_GIVEN
    )
    """media: image"""
    value: str | float | NotGiven = NOT_GIVEN


class SizeDict(TypedDict):
    """`Size` as a plain dict."""

    width: NotRequired[int]
    height: NotRequired[int]


class Output(OutputModel):
    image: str | None = None


class Client(ModelClient[Input, Output]):
    """Runs `acme/unions`."""

    model_id = MODEL_ID
    info = INFO
    input_type = Input
    output_type = Output

    def submit(
        self,
        *,
        size: Literal["auto"] | Size | SizeDict | NotGiven = NOT_GIVEN,
        images: ImageInput | Sequence[ImageInput] | NotGiven = NOT_GIVEN,
        value: str | float | NotGiven = NOT_GIVEN,
    ) -> Request[Output]:
        """Submit a job and return its request at once. The inputs are those of `run`."""
        return self._submit(locals())

    def run(
        self,
        *,
        size: Literal["auto"] | Size | SizeDict | NotGiven = NOT_GIVEN,
        images: ImageInput | Sequence[ImageInput] | NotGiven = NOT_GIVEN,
        value: str | float | NotGiven = NOT_GIVEN,
    ) -> Result[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            size: …
            images: media: image
            value: …
        """
        return self._run(locals())


class AsyncClient(AsyncModelClient[Input, Output]):
    """Runs `acme/unions`, asynchronously."""

    model_id = MODEL_ID
    info = INFO
    input_type = Input
    output_type = Output

    async def submit(
        self,
        *,
        size: Literal["auto"] | Size | SizeDict | NotGiven = NOT_GIVEN,
        images: ImageInput | Sequence[ImageInput] | NotGiven = NOT_GIVEN,
        value: str | float | NotGiven = NOT_GIVEN,
    ) -> AsyncRequest[Output]:
        """Submit a job and return its request at once. The inputs are those of `run`."""
        return await self._submit(locals())

    async def run(
        self,
        *,
        size: Literal["auto"] | Size | SizeDict | NotGiven = NOT_GIVEN,
        images: ImageInput | Sequence[ImageInput] | NotGiven = NOT_GIVEN,
        value: str | float | NotGiven = NOT_GIVEN,
    ) -> AsyncResult[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            size: …
            images: media: image
            value: …
        """
        return await self._run(locals())
