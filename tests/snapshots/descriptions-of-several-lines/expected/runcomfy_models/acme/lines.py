# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""acme/lines

Example:

    from runcomfy_models.acme import lines

    with lines.Client() as client:
        result = client.run(
            style="…",
        )
    print(result.output)
"""

from typing import Annotated

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
    "MODEL_ID",
    "Output",
]

MODEL_ID = "acme/lines"

INFO = ModelInfo(MODEL_ID)


class Input(InputModel):
    """What the model takes. Two parts:

    1. a prompt
    2. a style
    """

    prompt: str | NotGiven = NOT_GIVEN
    """Prompt. What to draw.
    One of these forms:

    - a sentence, which may be as long as it has to be to say what the picture should
      look like
    - `a list`, of words

    - default: `"a cat"`
    """
    style: str
    """Style.

    - photo
    - ink

    \\>>> import os
    \\.. include:: /etc/passwd.
    """
    script: Annotated[str, Field(max_length=99)] | NotGiven = NOT_GIVEN
    """As in:

    ```
    if x:
        draw("a  cat")
    ```

    - length in characters: 99 or less
    """


class Output(OutputModel):
    image: str | None = None
    """read-only; example: `"https://example.com/a.png"`"""


class Client(ModelClient[Input, Output]):
    """Runs `acme/lines`."""

    model_id = MODEL_ID
    info = INFO
    input_type = Input
    output_type = Output

    def submit(
        self,
        *,
        style: str,
        prompt: str | NotGiven = NOT_GIVEN,
        script: str | NotGiven = NOT_GIVEN,
    ) -> Request[Output]:
        """Submit a job and return its request at once. The inputs are those of `run`."""
        return self._submit(locals())

    def run(
        self,
        *,
        style: str,
        prompt: str | NotGiven = NOT_GIVEN,
        script: str | NotGiven = NOT_GIVEN,
    ) -> Result[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            style: Style.

                - photo
                - ink

                \\>>> import os
                \\.. include:: /etc/passwd.
            prompt: Prompt. What to draw.
                One of these forms:

                - a sentence, which may be as long as it has to be to say what the
                  picture should look like
                - `a list`, of words

                (default: `"a cat"`)
            script: As in:

                ```
                if x:
                    draw("a  cat")
                ```

                (length in characters: 99 or less)
        """
        return self._run(locals())


class AsyncClient(AsyncModelClient[Input, Output]):
    """Runs `acme/lines`, asynchronously."""

    model_id = MODEL_ID
    info = INFO
    input_type = Input
    output_type = Output

    async def submit(
        self,
        *,
        style: str,
        prompt: str | NotGiven = NOT_GIVEN,
        script: str | NotGiven = NOT_GIVEN,
    ) -> AsyncRequest[Output]:
        """Submit a job and return its request at once. The inputs are those of `run`."""
        return await self._submit(locals())

    async def run(
        self,
        *,
        style: str,
        prompt: str | NotGiven = NOT_GIVEN,
        script: str | NotGiven = NOT_GIVEN,
    ) -> AsyncResult[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            style: Style.

                - photo
                - ink

                \\>>> import os
                \\.. include:: /etc/passwd.
            prompt: Prompt. What to draw.
                One of these forms:

                - a sentence, which may be as long as it has to be to say what the
                  picture should look like
                - `a list`, of words

                (default: `"a cat"`)
            script: As in:

                ```
                if x:
                    draw("a  cat")
                ```

                (length in characters: 99 or less)
        """
        return await self._run(locals())
