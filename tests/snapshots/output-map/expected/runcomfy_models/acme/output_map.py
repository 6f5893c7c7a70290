# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""acme/output-map

Example:

    from runcomfy_models.acme import output_map

    with output_map.Client() as client:
        result = client.run()
    print(result.output)
"""

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
]

MODEL_ID = "acme/output-map"

INFO = ModelInfo(MODEL_ID)


class Input(InputModel):
    prompt: str | NotGiven = NOT_GIVEN


class SegmentsItem(OutputModel):
    start: float | None = None
    label: str | None = None


class Output(OutputModel):
    image: str | None = None
    """one image."""
    videos: list[str] | None = None
    segments: list[SegmentsItem] | None = None


class Client(ModelClient[Input, Output]):
    """Runs `acme/output-map`."""

    model_id = MODEL_ID
    info = INFO
    input_type = Input
    output_type = Output

    def submit(
        self,
        *,
        prompt: str | NotGiven = NOT_GIVEN,
    ) -> Request[Output]:
        """Submit a job and return its request at once. The inputs are those of `run`."""
        return self._submit(locals())

    def run(
        self,
        *,
        prompt: str | NotGiven = NOT_GIVEN,
    ) -> Result[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            prompt: …
        """
        return self._run(locals())


class AsyncClient(AsyncModelClient[Input, Output]):
    """Runs `acme/output-map`, asynchronously."""

    model_id = MODEL_ID
    info = INFO
    input_type = Input
    output_type = Output

    async def submit(
        self,
        *,
        prompt: str | NotGiven = NOT_GIVEN,
    ) -> AsyncRequest[Output]:
        """Submit a job and return its request at once. The inputs are those of `run`."""
        return await self._submit(locals())

    async def run(
        self,
        *,
        prompt: str | NotGiven = NOT_GIVEN,
    ) -> AsyncResult[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            prompt: …
        """
        return await self._run(locals())
