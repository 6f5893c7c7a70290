# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""acme/waivers

Example:

    from runcomfy_models.acme import waivers

    with waivers.Client() as client:
        result = client.run(
            b="…",
        )
    print(result.output)

Where the schema was interpreted:

- input.json#/properties/a/pattern: waived: the pattern is not supported: a reference to
  a group, or an unknown escape, at character 6
- input.json#/required/1: waived: there is no property 'c': not required
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
]

MODEL_ID = "acme/waivers"

INFO = ModelInfo(MODEL_ID)


class Input(InputModel):
    a: str | NotGiven = NOT_GIVEN
    b: str


class Output(OutputModel):
    image: str | None = None


class Client(ModelClient[Input, Output]):
    """Runs `acme/waivers`."""

    model_id = MODEL_ID
    info = INFO
    input_type = Input
    output_type = Output

    def submit(
        self,
        *,
        b: str,
        a: str | NotGiven = NOT_GIVEN,
    ) -> Request[Output]:
        """Submit a job and return its request at once. The inputs are those of `run`."""
        return self._submit(locals())

    def run(
        self,
        *,
        b: str,
        a: str | NotGiven = NOT_GIVEN,
    ) -> Result[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            b: …
            a: …
        """
        return self._run(locals())


class AsyncClient(AsyncModelClient[Input, Output]):
    """Runs `acme/waivers`, asynchronously."""

    model_id = MODEL_ID
    info = INFO
    input_type = Input
    output_type = Output

    async def submit(
        self,
        *,
        b: str,
        a: str | NotGiven = NOT_GIVEN,
    ) -> AsyncRequest[Output]:
        """Submit a job and return its request at once. The inputs are those of `run`."""
        return await self._submit(locals())

    async def run(
        self,
        *,
        b: str,
        a: str | NotGiven = NOT_GIVEN,
    ) -> AsyncResult[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            b: …
            a: …
        """
        return await self._run(locals())
