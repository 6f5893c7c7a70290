# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""acme/patterns

Example:

    from runcomfy_models.acme import patterns

    with patterns.Client() as client:
        result = client.run()
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
from runcomfy_models._runtime.media.types import ImageInput
from runcomfy_models._runtime.models import checks
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

MODEL_ID = "acme/patterns"

INFO = ModelInfo(MODEL_ID)


class Input(InputModel):
    plain: Annotated[str, Field(max_length=9, pattern="^[a-z]+$")] | NotGiven = (
        NOT_GIVEN
    )
    """range: at most 9 characters; matches the pattern `"^[a-z]+$"`"""
    translated: (
        Annotated[
            str,
            Field(
                pattern="^[0-9]{4}-[0-9A-Z_a-z]+[\\u0009-\\u000D \\u00A0\\u1680\\u2000-\\u200A\\u2028-\\u2029\\u202F\\u205F\\u3000\\uFEFF]$"
            ),
        ]
        | NotGiven
    ) = NOT_GIVEN
    """matches the pattern `"^\\\\d{4}-(?<day>\\\\w+)\\\\s$"`"""
    looking: (
        Annotated[
            str,
            checks.fits({"pattern": "^(?!bad\\Z)[^\\u000A\\u000D\\u2028-\\u2029]+\\Z"}),
        ]
        | NotGiven
    ) = NOT_GIVEN
    """matches the pattern `"^(?!bad$).+$"`"""
    image_url: Annotated[ImageInput, checks.fits({"pattern": "^https:"})] | NotGiven = (
        NOT_GIVEN
    )
    """matches the pattern `"^https:"`; media: image"""

    if TYPE_CHECKING:

        def __init__(
            self,
            /,
            *,
            plain: str | NotGiven = NOT_GIVEN,
            translated: str | NotGiven = NOT_GIVEN,
            looking: str | NotGiven = NOT_GIVEN,
            image_url: ImageInput | NotGiven = NOT_GIVEN,
        ) -> None:
            """Build from keywords.

            Args:
                plain: at most 9 characters, matches the pattern `"^[a-z]+$"`.
                translated: matches the pattern `"^\\\\d{4}-(?<day>\\\\w+)\\\\s$"`.
                looking: matches the pattern `"^(?!bad$).+$"`.
                image_url: matches the pattern `"^https:"`, media: image.
            """


class InputDict(TypedDict):
    """The keywords of `run`: `def make(**inputs: Unpack[InputDict])`."""

    plain: NotRequired[str]
    translated: NotRequired[str]
    looking: NotRequired[str]
    image_url: NotRequired[ImageInput]


class Output(OutputModel):
    image: str | None = None


class Client(ModelClient[Input, Output]):
    """Runs `acme/patterns`."""

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
        plain: str | NotGiven = NOT_GIVEN,
        translated: str | NotGiven = NOT_GIVEN,
        looking: str | NotGiven = NOT_GIVEN,
        image_url: ImageInput | NotGiven = NOT_GIVEN,
    ) -> Result[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            plain: at most 9 characters, matches the pattern `"^[a-z]+$"`.
            translated: matches the pattern `"^\\\\d{4}-(?<day>\\\\w+)\\\\s$"`.
            looking: matches the pattern `"^(?!bad$).+$"`.
            image_url: matches the pattern `"^https:"`, media: image.
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
        plain: str | NotGiven = NOT_GIVEN,
        translated: str | NotGiven = NOT_GIVEN,
        looking: str | NotGiven = NOT_GIVEN,
        image_url: ImageInput | NotGiven = NOT_GIVEN,
    ) -> Request[Output]:
        """Submit a job and return its request at once.

        Args:
            plain: at most 9 characters, matches the pattern `"^[a-z]+$"`.
            translated: matches the pattern `"^\\\\d{4}-(?<day>\\\\w+)\\\\s$"`.
            looking: matches the pattern `"^(?!bad$).+$"`.
            image_url: matches the pattern `"^https:"`, media: image.
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
        plain: str | NotGiven = NOT_GIVEN,
        translated: str | NotGiven = NOT_GIVEN,
        looking: str | NotGiven = NOT_GIVEN,
        image_url: ImageInput | NotGiven = NOT_GIVEN,
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
        plain: str | NotGiven = NOT_GIVEN,
        translated: str | NotGiven = NOT_GIVEN,
        looking: str | NotGiven = NOT_GIVEN,
        image_url: ImageInput | NotGiven = NOT_GIVEN,
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
        plain: str | NotGiven = NOT_GIVEN,
        translated: str | NotGiven = NOT_GIVEN,
        looking: str | NotGiven = NOT_GIVEN,
        image_url: ImageInput | NotGiven = NOT_GIVEN,
    ) -> Price: ...

    def price(self, input: Input | NotGiven = NOT_GIVEN, /, **inputs: Any) -> Price:
        """Return what a job may cost; the inputs that it depends on are enough. Nothing is sent."""
        return self._price(input, inputs)


class AsyncClient(AsyncModelClient[Input, Output]):
    """Runs `acme/patterns`, asynchronously."""

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
        plain: str | NotGiven = NOT_GIVEN,
        translated: str | NotGiven = NOT_GIVEN,
        looking: str | NotGiven = NOT_GIVEN,
        image_url: ImageInput | NotGiven = NOT_GIVEN,
    ) -> AsyncResult[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            plain: at most 9 characters, matches the pattern `"^[a-z]+$"`.
            translated: matches the pattern `"^\\\\d{4}-(?<day>\\\\w+)\\\\s$"`.
            looking: matches the pattern `"^(?!bad$).+$"`.
            image_url: matches the pattern `"^https:"`, media: image.
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
        plain: str | NotGiven = NOT_GIVEN,
        translated: str | NotGiven = NOT_GIVEN,
        looking: str | NotGiven = NOT_GIVEN,
        image_url: ImageInput | NotGiven = NOT_GIVEN,
    ) -> AsyncRequest[Output]:
        """Submit a job and return its request at once.

        Args:
            plain: at most 9 characters, matches the pattern `"^[a-z]+$"`.
            translated: matches the pattern `"^\\\\d{4}-(?<day>\\\\w+)\\\\s$"`.
            looking: matches the pattern `"^(?!bad$).+$"`.
            image_url: matches the pattern `"^https:"`, media: image.
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
        plain: str | NotGiven = NOT_GIVEN,
        translated: str | NotGiven = NOT_GIVEN,
        looking: str | NotGiven = NOT_GIVEN,
        image_url: ImageInput | NotGiven = NOT_GIVEN,
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
        plain: str | NotGiven = NOT_GIVEN,
        translated: str | NotGiven = NOT_GIVEN,
        looking: str | NotGiven = NOT_GIVEN,
        image_url: ImageInput | NotGiven = NOT_GIVEN,
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
        plain: str | NotGiven = NOT_GIVEN,
        translated: str | NotGiven = NOT_GIVEN,
        looking: str | NotGiven = NOT_GIVEN,
        image_url: ImageInput | NotGiven = NOT_GIVEN,
    ) -> Price: ...

    def price(self, input: Input | NotGiven = NOT_GIVEN, /, **inputs: Any) -> Price:
        """Return what a job may cost; the inputs that it depends on are enough. Nothing is sent."""
        return self._price(input, inputs)


Input.__json_schema__ = {
    "type": "object",
    "properties": {
        "plain": {"type": "string", "pattern": "^[a-z]+$", "maxLength": 9},
        "translated": {"type": "string", "pattern": "^\\d{4}-(?<day>\\w+)\\s$"},
        "looking": {"type": "string", "pattern": "^(?!bad$).+$"},
        "image_url": {
            "type": "string",
            "pattern": "^https:",
            "x-media": "image",
            "format": "uri",
        },
    },
    "additionalProperties": False,
    "examples": [{}],
}
Output.__json_schema__ = {
    "type": "object",
    "properties": {
        "image": {"anyOf": [{"type": "string", "format": "uri"}, {"type": "null"}]}
    },
}
