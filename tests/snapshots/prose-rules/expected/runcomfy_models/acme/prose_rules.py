# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""acme/prose-rules

Example:

    from runcomfy_models.acme import prose_rules

    with prose_rules.Client() as client:
        result = client.run()
    print(result.output)
"""

from collections.abc import Sequence
from typing import NotRequired, TypedDict

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
    "SegmentsItem",
    "SegmentsItemDict",
]

MODEL_ID = "acme/prose-rules"

INFO = ModelInfo(MODEL_ID)


class SegmentsItem(InputModel):
    duration: int | NotGiven = NOT_GIVEN


class Input(InputModel):
    segments: list[SegmentsItem] | NotGiven = NOT_GIVEN
    """The sum of the segments' durations must equal the total duration."""


class SegmentsItemDict(TypedDict):
    """`SegmentsItem` as a plain dict."""

    duration: NotRequired[int]


class Output(OutputModel):
    image: str | None = None


class Client(ModelClient[Input, Output]):
    """Runs `acme/prose-rules`."""

    model_id = MODEL_ID
    info = INFO
    input_type = Input
    output_type = Output

    def submit(
        self,
        *,
        segments: Sequence[SegmentsItem | SegmentsItemDict] | NotGiven = NOT_GIVEN,
    ) -> Request[Output]:
        """Submit a job and return its request at once. The inputs are those of `run`."""
        return self._submit(locals())

    def run(
        self,
        *,
        segments: Sequence[SegmentsItem | SegmentsItemDict] | NotGiven = NOT_GIVEN,
    ) -> Result[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            segments: The sum of the segments' durations must equal the total duration.
        """
        return self._run(locals())


class AsyncClient(AsyncModelClient[Input, Output]):
    """Runs `acme/prose-rules`, asynchronously."""

    model_id = MODEL_ID
    info = INFO
    input_type = Input
    output_type = Output

    async def submit(
        self,
        *,
        segments: Sequence[SegmentsItem | SegmentsItemDict] | NotGiven = NOT_GIVEN,
    ) -> AsyncRequest[Output]:
        """Submit a job and return its request at once. The inputs are those of `run`."""
        return await self._submit(locals())

    async def run(
        self,
        *,
        segments: Sequence[SegmentsItem | SegmentsItemDict] | NotGiven = NOT_GIVEN,
    ) -> AsyncResult[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            segments: The sum of the segments' durations must equal the total duration.
        """
        return await self._run(locals())
