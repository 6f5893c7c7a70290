# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""acme/name-overrides

Docs: https://www.runcomfy.com/models/acme-pinned/api

Example:

    from runcomfy_models.acme import pinned

    with pinned.Client() as client:
        result = client.run()
    print(result.output)
"""

from collections.abc import Sequence
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
    "INFO",
    "Input",
    "LoraSpec",
    "LoraSpecDict",
    "MODEL_ID",
    "Output",
]

MODEL_ID = "acme/name-overrides"

INFO = ModelInfo(MODEL_ID, docs_url="https://www.runcomfy.com/models/acme-pinned/api")


class LoraSpec(InputModel):
    path: str | NotGiven = NOT_GIVEN


class Input(InputModel):
    a_minus_b: Annotated[str | NotGiven, Field(alias="a-b")] = NOT_GIVEN
    a_b: str | NotGiven = NOT_GIVEN
    loras: list[LoraSpec] | NotGiven = NOT_GIVEN


class LoraSpecDict(TypedDict):
    """`LoraSpec` as a plain dict."""

    path: NotRequired[str]


class Output(OutputModel):
    image: str | None = None


class Client(ModelClient[Input, Output]):
    """Runs `acme/name-overrides`."""

    model_id = MODEL_ID
    info = INFO
    input_type = Input
    output_type = Output

    def submit(
        self,
        *,
        a_minus_b: str | NotGiven = NOT_GIVEN,
        a_b: str | NotGiven = NOT_GIVEN,
        loras: Sequence[LoraSpec | LoraSpecDict] | NotGiven = NOT_GIVEN,
    ) -> Request[Output]:
        """Submit a job and return its request at once. The inputs are those of `run`."""
        return self._submit(locals())

    def run(
        self,
        *,
        a_minus_b: str | NotGiven = NOT_GIVEN,
        a_b: str | NotGiven = NOT_GIVEN,
        loras: Sequence[LoraSpec | LoraSpecDict] | NotGiven = NOT_GIVEN,
    ) -> Result[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            a_minus_b: …
            a_b: …
            loras: …
        """
        return self._run(locals())


class AsyncClient(AsyncModelClient[Input, Output]):
    """Runs `acme/name-overrides`, asynchronously."""

    model_id = MODEL_ID
    info = INFO
    input_type = Input
    output_type = Output

    async def submit(
        self,
        *,
        a_minus_b: str | NotGiven = NOT_GIVEN,
        a_b: str | NotGiven = NOT_GIVEN,
        loras: Sequence[LoraSpec | LoraSpecDict] | NotGiven = NOT_GIVEN,
    ) -> AsyncRequest[Output]:
        """Submit a job and return its request at once. The inputs are those of `run`."""
        return await self._submit(locals())

    async def run(
        self,
        *,
        a_minus_b: str | NotGiven = NOT_GIVEN,
        a_b: str | NotGiven = NOT_GIVEN,
        loras: Sequence[LoraSpec | LoraSpecDict] | NotGiven = NOT_GIVEN,
    ) -> AsyncResult[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            a_minus_b: …
            a_b: …
            loras: …
        """
        return await self._run(locals())
