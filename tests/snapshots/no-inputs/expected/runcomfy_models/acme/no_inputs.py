# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""acme/no-inputs

Example:

    from runcomfy_models.acme import no_inputs

    with no_inputs.Client() as client:
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
from runcomfy_models._runtime.models.outputs import OutputModel

__all__ = [
    "AsyncClient",
    "Client",
    "INFO",
    "Input",
    "MODEL_ID",
    "Output",
]

MODEL_ID = "acme/no-inputs"

INFO = ModelInfo(MODEL_ID)


class Input(InputModel):
    pass


class Output(OutputModel):
    image: str | None = None


class Client(ModelClient[Input, Output]):
    """Runs `acme/no-inputs`."""

    model_id = MODEL_ID
    info = INFO
    input_type = Input
    output_type = Output

    def submit(self) -> Request[Output]:
        """Submit a job and return its request at once. The inputs are those of `run`."""
        return self._submit(locals())

    def run(self) -> Result[Output]:
        """Submit a job, wait until it ends and return its result."""
        return self._run(locals())


class AsyncClient(AsyncModelClient[Input, Output]):
    """Runs `acme/no-inputs`, asynchronously."""

    model_id = MODEL_ID
    info = INFO
    input_type = Input
    output_type = Output

    async def submit(self) -> AsyncRequest[Output]:
        """Submit a job and return its request at once. The inputs are those of `run`."""
        return await self._submit(locals())

    async def run(self) -> AsyncResult[Output]:
        """Submit a job, wait until it ends and return its result."""
        return await self._run(locals())
