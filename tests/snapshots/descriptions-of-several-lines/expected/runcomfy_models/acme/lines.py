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

from typing import TYPE_CHECKING, Annotated, Any, NotRequired, TypedDict, overload

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
from runcomfy_models._runtime.pricing import Price

__all__ = [
    "AsyncClient",
    "Client",
    "INFO",
    "Input",
    "InputDict",
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

    - range: at most 99 characters
    """

    if TYPE_CHECKING:

        def __init__(
            self,
            /,
            *,
            style: str,
            prompt: str | NotGiven = NOT_GIVEN,
            script: str | NotGiven = NOT_GIVEN,
        ) -> None:
            """Build from keywords.

            Args:
                style: Style.

                    - photo
                    - ink

                    \\>>> import os
                    \\.. include:: /etc/passwd.
                prompt: default "a cat". Prompt. What to draw.
                    One of these forms:

                    - a sentence, which may be as long as it has to be to say what the
                      picture should look like
                    - `a list`, of words
                script: at most 99 characters. As in:

                    ```
                    if x:
                        draw("a  cat")
                    ```
            """


class InputDict(TypedDict):
    """The keywords of `run`: `def make(**inputs: Unpack[InputDict])`."""

    prompt: NotRequired[str]
    style: str
    script: NotRequired[str]


class Output(OutputModel):
    image: str | None = None
    """read-only; example: `"https://example.com/a.png"`"""


class Client(ModelClient[Input, Output]):
    """Runs `acme/lines`."""

    model_id = MODEL_ID
    info = INFO
    input_type = Input
    output_type = Output

    @overload
    def run(self, input: Input, /) -> Result[Output]: ...

    @overload
    def run(
        self,
        /,
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
            prompt: default "a cat". Prompt. What to draw.
                One of these forms:

                - a sentence, which may be as long as it has to be to say what the
                  picture should look like
                - `a list`, of words
            script: at most 99 characters. As in:

                ```
                if x:
                    draw("a  cat")
                ```
        """

    def run(
        self, input: Input | NotGiven = NOT_GIVEN, /, **inputs: Any
    ) -> Result[Output]:
        """Submit a job, wait until it ends and return its result."""
        return self._run(input, inputs)

    @overload
    def submit(self, input: Input, /) -> Request[Output]: ...

    @overload
    def submit(
        self,
        /,
        *,
        style: str,
        prompt: str | NotGiven = NOT_GIVEN,
        script: str | NotGiven = NOT_GIVEN,
    ) -> Request[Output]:
        """Submit a job and return its request at once.

        Args:
            style: Style.

                - photo
                - ink

                \\>>> import os
                \\.. include:: /etc/passwd.
            prompt: default "a cat". Prompt. What to draw.
                One of these forms:

                - a sentence, which may be as long as it has to be to say what the
                  picture should look like
                - `a list`, of words
            script: at most 99 characters. As in:

                ```
                if x:
                    draw("a  cat")
                ```
        """

    def submit(
        self, input: Input | NotGiven = NOT_GIVEN, /, **inputs: Any
    ) -> Request[Output]:
        """Submit a job and return its request at once."""
        return self._submit(input, inputs)

    @overload
    def check(self, input: Input, /) -> None: ...

    @overload
    def check(
        self,
        /,
        *,
        style: str,
        prompt: str | NotGiven = NOT_GIVEN,
        script: str | NotGiven = NOT_GIVEN,
    ) -> None: ...

    def check(self, input: Input | NotGiven = NOT_GIVEN, /, **inputs: Any) -> None:
        """Check the input as `run` does before it sends anything; nothing is sent."""
        self._check(input, inputs)

    @overload
    def preflight(self, input: Input, /) -> None: ...

    @overload
    def preflight(
        self,
        /,
        *,
        style: str,
        prompt: str | NotGiven = NOT_GIVEN,
        script: str | NotGiven = NOT_GIVEN,
    ) -> None: ...

    def preflight(self, input: Input | NotGiven = NOT_GIVEN, /, **inputs: Any) -> None:
        """Check the input, then look at every URL of its media; nothing is submitted."""
        self._preflight(input, inputs)

    @overload
    def price(self, input: Input, /) -> Price: ...

    @overload
    def price(
        self,
        /,
        *,
        style: str | NotGiven = NOT_GIVEN,
        prompt: str | NotGiven = NOT_GIVEN,
        script: str | NotGiven = NOT_GIVEN,
    ) -> Price: ...

    def price(self, input: Input | NotGiven = NOT_GIVEN, /, **inputs: Any) -> Price:
        """Return what a job may cost; the inputs that it depends on are enough. Nothing is sent."""
        return self._price(input, inputs)


class AsyncClient(AsyncModelClient[Input, Output]):
    """Runs `acme/lines`, asynchronously."""

    model_id = MODEL_ID
    info = INFO
    input_type = Input
    output_type = Output

    @overload
    async def run(self, input: Input, /) -> AsyncResult[Output]: ...

    @overload
    async def run(
        self,
        /,
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
            prompt: default "a cat". Prompt. What to draw.
                One of these forms:

                - a sentence, which may be as long as it has to be to say what the
                  picture should look like
                - `a list`, of words
            script: at most 99 characters. As in:

                ```
                if x:
                    draw("a  cat")
                ```
        """

    async def run(
        self, input: Input | NotGiven = NOT_GIVEN, /, **inputs: Any
    ) -> AsyncResult[Output]:
        """Submit a job, wait until it ends and return its result."""
        return await self._run(input, inputs)

    @overload
    async def submit(self, input: Input, /) -> AsyncRequest[Output]: ...

    @overload
    async def submit(
        self,
        /,
        *,
        style: str,
        prompt: str | NotGiven = NOT_GIVEN,
        script: str | NotGiven = NOT_GIVEN,
    ) -> AsyncRequest[Output]:
        """Submit a job and return its request at once.

        Args:
            style: Style.

                - photo
                - ink

                \\>>> import os
                \\.. include:: /etc/passwd.
            prompt: default "a cat". Prompt. What to draw.
                One of these forms:

                - a sentence, which may be as long as it has to be to say what the
                  picture should look like
                - `a list`, of words
            script: at most 99 characters. As in:

                ```
                if x:
                    draw("a  cat")
                ```
        """

    async def submit(
        self, input: Input | NotGiven = NOT_GIVEN, /, **inputs: Any
    ) -> AsyncRequest[Output]:
        """Submit a job and return its request at once."""
        return await self._submit(input, inputs)

    @overload
    async def check(self, input: Input, /) -> None: ...

    @overload
    async def check(
        self,
        /,
        *,
        style: str,
        prompt: str | NotGiven = NOT_GIVEN,
        script: str | NotGiven = NOT_GIVEN,
    ) -> None: ...

    async def check(
        self, input: Input | NotGiven = NOT_GIVEN, /, **inputs: Any
    ) -> None:
        """Check the input as `run` does before it sends anything; nothing is sent."""
        await self._check(input, inputs)

    @overload
    async def preflight(self, input: Input, /) -> None: ...

    @overload
    async def preflight(
        self,
        /,
        *,
        style: str,
        prompt: str | NotGiven = NOT_GIVEN,
        script: str | NotGiven = NOT_GIVEN,
    ) -> None: ...

    async def preflight(
        self, input: Input | NotGiven = NOT_GIVEN, /, **inputs: Any
    ) -> None:
        """Check the input, then look at every URL of its media; nothing is submitted."""
        await self._preflight(input, inputs)

    @overload
    def price(self, input: Input, /) -> Price: ...

    @overload
    def price(
        self,
        /,
        *,
        style: str | NotGiven = NOT_GIVEN,
        prompt: str | NotGiven = NOT_GIVEN,
        script: str | NotGiven = NOT_GIVEN,
    ) -> Price: ...

    def price(self, input: Input | NotGiven = NOT_GIVEN, /, **inputs: Any) -> Price:
        """Return what a job may cost; the inputs that it depends on are enough. Nothing is sent."""
        return self._price(input, inputs)


Input.__json_schema__ = {
    "title": "What the model takes",
    "description": "Two parts:\n\n1. a prompt\n2. a style",
    "type": "object",
    "properties": {
        "prompt": {
            "title": "Prompt",
            "description": "What to draw.\r\nOne of these forms:\r\n\r\n- a sentence, which may be as long as it has to be to say what the picture should look like\r\n- `a list`, of words\r\n",
            "type": "string",
            "default": "a cat",
        },
        "style": {
            "title": "Style",
            "description": "- photo\n- ink\n\n>>> import os\n.. include:: /etc/passwd",
            "type": "string",
        },
        "script": {
            "description": 'As in:\n\n    if x:\n        draw("a  cat")',
            "type": "string",
            "maxLength": 99,
        },
    },
    "required": ["style"],
    "additionalProperties": False,
    "examples": [{"style": "…"}],
}
Output.__json_schema__ = {
    "type": "object",
    "properties": {
        "image": {
            "readOnly": True,
            "anyOf": [
                {"type": "string", "examples": ["https://example.com/a.png"]},
                {"type": "null"},
            ],
        }
    },
}
