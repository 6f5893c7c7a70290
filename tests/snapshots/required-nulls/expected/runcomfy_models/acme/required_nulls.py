# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""acme/required-nulls

Example:

    from runcomfy_models.acme import required_nulls

    with required_nulls.Client() as client:
        result = client.run(
            seed=1,
            nothing=None,
            constant=None,
        )
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

MODEL_ID = "acme/required-nulls"

INFO = ModelInfo(MODEL_ID)


class Input(InputModel):
    seed: int | None
    nothing: None
    constant: None


class Output(OutputModel):
    image: str | None = None


class Client(ModelClient[Input, Output]):
    """Runs `acme/required-nulls`."""

    model_id = MODEL_ID
    info = INFO
    input_type = Input
    output_type = Output

    def submit(
        self,
        *,
        seed: int | None,
        nothing: None,
        constant: None,
    ) -> Request[Output]:
        """Submit a job and return its request at once. The inputs are those of `run`."""
        return self._submit(locals())

    def run(
        self,
        *,
        seed: int | None,
        nothing: None,
        constant: None,
    ) -> Result[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            seed: …
            nothing: …
            constant: …
        """
        return self._run(locals())


class AsyncClient(AsyncModelClient[Input, Output]):
    """Runs `acme/required-nulls`, asynchronously."""

    model_id = MODEL_ID
    info = INFO
    input_type = Input
    output_type = Output

    async def submit(
        self,
        *,
        seed: int | None,
        nothing: None,
        constant: None,
    ) -> AsyncRequest[Output]:
        """Submit a job and return its request at once. The inputs are those of `run`."""
        return await self._submit(locals())

    async def run(
        self,
        *,
        seed: int | None,
        nothing: None,
        constant: None,
    ) -> AsyncResult[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            seed: …
            nothing: …
            constant: …
        """
        return await self._run(locals())
