# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""acme/descriptions

Example:

    from runcomfy_models.acme import descriptions

    with descriptions.Client() as client:
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
]

MODEL_ID = "acme/descriptions"

INFO = ModelInfo(MODEL_ID)


class Input(InputModel):
    empty: str | NotGiven = NOT_GIVEN
    quotes: str | NotGiven = NOT_GIVEN
    """Say \"\"\"hello\"\"\" and 'bye' with `code`, {braces}, {{ jinja }} and {% tags %}\\."""
    lines: str | NotGiven = NOT_GIVEN
    """first

      second third
    fourth
    fifth.
    """
    emoji: str | NotGiven = NOT_GIVEN
    """提示词. 🎬 cut — «ciao»."""
    hostile: str | NotGiven = NOT_GIVEN
    """\"\"\"+__import__('os').system('true')+\"\"\". \u202e gnp.exe \x00 # type: ignore."""


class Output(OutputModel):
    image: str | None = None


class Client(ModelClient[Input, Output]):
    """Runs `acme/descriptions`."""

    model_id = MODEL_ID
    info = INFO
    input_type = Input
    output_type = Output

    def submit(
        self,
        *,
        empty: str | NotGiven = NOT_GIVEN,
        quotes: str | NotGiven = NOT_GIVEN,
        lines: str | NotGiven = NOT_GIVEN,
        emoji: str | NotGiven = NOT_GIVEN,
        hostile: str | NotGiven = NOT_GIVEN,
    ) -> Request[Output]:
        """Submit a job and return its request at once. The inputs are those of `run`."""
        return self._submit(locals())

    def run(
        self,
        *,
        empty: str | NotGiven = NOT_GIVEN,
        quotes: str | NotGiven = NOT_GIVEN,
        lines: str | NotGiven = NOT_GIVEN,
        emoji: str | NotGiven = NOT_GIVEN,
        hostile: str | NotGiven = NOT_GIVEN,
    ) -> Result[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            empty: …
            quotes: Say \"\"\"hello\"\"\" and 'bye' with `code`, {braces}, {{ jinja }} and {%
                tags %}\\.
            lines: first

                  second third
                fourth
                fifth.
            emoji: 提示词. 🎬 cut — «ciao».
            hostile: \"\"\"+__import__('os').system('true')+\"\"\". \u202e gnp.exe \x00 # type:
                ignore.
        """
        return self._run(locals())


class AsyncClient(AsyncModelClient[Input, Output]):
    """Runs `acme/descriptions`, asynchronously."""

    model_id = MODEL_ID
    info = INFO
    input_type = Input
    output_type = Output

    async def submit(
        self,
        *,
        empty: str | NotGiven = NOT_GIVEN,
        quotes: str | NotGiven = NOT_GIVEN,
        lines: str | NotGiven = NOT_GIVEN,
        emoji: str | NotGiven = NOT_GIVEN,
        hostile: str | NotGiven = NOT_GIVEN,
    ) -> AsyncRequest[Output]:
        """Submit a job and return its request at once. The inputs are those of `run`."""
        return await self._submit(locals())

    async def run(
        self,
        *,
        empty: str | NotGiven = NOT_GIVEN,
        quotes: str | NotGiven = NOT_GIVEN,
        lines: str | NotGiven = NOT_GIVEN,
        emoji: str | NotGiven = NOT_GIVEN,
        hostile: str | NotGiven = NOT_GIVEN,
    ) -> AsyncResult[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            empty: …
            quotes: Say \"\"\"hello\"\"\" and 'bye' with `code`, {braces}, {{ jinja }} and {%
                tags %}\\.
            lines: first

                  second third
                fourth
                fifth.
            emoji: 提示词. 🎬 cut — «ciao».
            hostile: \"\"\"+__import__('os').system('true')+\"\"\". \u202e gnp.exe \x00 # type:
                ignore.
        """
        return await self._run(locals())
