# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""acme/no-type

Example:

    from runcomfy_models.acme import no_type

    with no_type.Client() as client:
        result = client.run()
    print(result.output)
"""

from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Literal,
    NotRequired,
    TypedDict,
    overload,
)

from pydantic import Field

from runcomfy_models._runtime._async.client import AsyncModelClient
from runcomfy_models._runtime._async.request import AsyncRequest
from runcomfy_models._runtime._async.result import AsyncResult
from runcomfy_models._runtime._sync.client import ModelClient
from runcomfy_models._runtime._sync.request import Request
from runcomfy_models._runtime._sync.result import Result
from runcomfy_models._runtime.info import ModelInfo
from runcomfy_models._runtime.models import checks
from runcomfy_models._runtime.models.inputs import InputModel
from runcomfy_models._runtime.models.not_given import NOT_GIVEN, NotGiven
from runcomfy_models._runtime.models.outputs import OutputModel
from runcomfy_models._runtime.pricing import Price

__all__ = [
    "AsyncClient",
    "Bounded",
    "Client",
    "INFO",
    "Input",
    "InputDict",
    "MODEL_ID",
    "Output",
]

MODEL_ID = "acme/no-type"

INFO = ModelInfo(MODEL_ID)

Bounded = Literal["a", "bb"]


class Input(InputModel):
    short: Annotated[Any, checks.fits({"maxLength": 3})] | NotGiven = NOT_GIVEN
    """range: at most 3 characters"""
    few: Annotated[Any, checks.fits({"maxItems": 2, "minimum": 1})] | NotGiven = (
        NOT_GIVEN
    )
    """range: at least 1, at most 2 items"""
    either: (
        Annotated[str, Field(max_length=3)] | Annotated[int, Field(ge=0)] | NotGiven
    ) = NOT_GIVEN
    """range: at least 0, at most 3 characters"""
    mixed: Annotated[Any, checks.one_of("a", 1, None, 2.5)] | NotGiven = NOT_GIVEN
    bounded: Annotated[Bounded, checks.fits({"maxLength": 1})] | NotGiven = NOT_GIVEN
    """range: at most 1 character"""
    true: Literal[True] | NotGiven = NOT_GIVEN

    if TYPE_CHECKING:

        def __init__(
            self,
            /,
            *,
            short: Any | NotGiven = NOT_GIVEN,
            few: Any | NotGiven = NOT_GIVEN,
            either: str | int | NotGiven = NOT_GIVEN,
            mixed: Any | NotGiven = NOT_GIVEN,
            bounded: Bounded | NotGiven = NOT_GIVEN,
            true: Literal[True] | NotGiven = NOT_GIVEN,
        ) -> None:
            """Build from keywords.

            Args:
                short: at most 3 characters.
                few: at least 1, at most 2 items.
                either: at least 0, at most 3 characters.
                mixed: …
                bounded: at most 1 character.
                true: …
            """


class InputDict(TypedDict):
    """The keywords of `run`: `def make(**inputs: Unpack[InputDict])`."""

    short: NotRequired[Any]
    few: NotRequired[Any]
    either: NotRequired[str | int]
    mixed: NotRequired[Any]
    bounded: NotRequired[Bounded]
    true: NotRequired[Literal[True]]


class Output(OutputModel):
    image: str | None = None


class Client(ModelClient[Input, Output]):
    """Runs `acme/no-type`."""

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
        short: Any | NotGiven = NOT_GIVEN,
        few: Any | NotGiven = NOT_GIVEN,
        either: str | int | NotGiven = NOT_GIVEN,
        mixed: Any | NotGiven = NOT_GIVEN,
        bounded: Bounded | NotGiven = NOT_GIVEN,
        true: Literal[True] | NotGiven = NOT_GIVEN,
    ) -> Result[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            short: at most 3 characters.
            few: at least 1, at most 2 items.
            either: at least 0, at most 3 characters.
            mixed: …
            bounded: at most 1 character.
            true: …
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
        short: Any | NotGiven = NOT_GIVEN,
        few: Any | NotGiven = NOT_GIVEN,
        either: str | int | NotGiven = NOT_GIVEN,
        mixed: Any | NotGiven = NOT_GIVEN,
        bounded: Bounded | NotGiven = NOT_GIVEN,
        true: Literal[True] | NotGiven = NOT_GIVEN,
    ) -> Request[Output]:
        """Submit a job and return its request at once.

        Args:
            short: at most 3 characters.
            few: at least 1, at most 2 items.
            either: at least 0, at most 3 characters.
            mixed: …
            bounded: at most 1 character.
            true: …
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
        short: Any | NotGiven = NOT_GIVEN,
        few: Any | NotGiven = NOT_GIVEN,
        either: str | int | NotGiven = NOT_GIVEN,
        mixed: Any | NotGiven = NOT_GIVEN,
        bounded: Bounded | NotGiven = NOT_GIVEN,
        true: Literal[True] | NotGiven = NOT_GIVEN,
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
        short: Any | NotGiven = NOT_GIVEN,
        few: Any | NotGiven = NOT_GIVEN,
        either: str | int | NotGiven = NOT_GIVEN,
        mixed: Any | NotGiven = NOT_GIVEN,
        bounded: Bounded | NotGiven = NOT_GIVEN,
        true: Literal[True] | NotGiven = NOT_GIVEN,
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
        short: Any | NotGiven = NOT_GIVEN,
        few: Any | NotGiven = NOT_GIVEN,
        either: str | int | NotGiven = NOT_GIVEN,
        mixed: Any | NotGiven = NOT_GIVEN,
        bounded: Bounded | NotGiven = NOT_GIVEN,
        true: Literal[True] | NotGiven = NOT_GIVEN,
    ) -> Price: ...

    def price(self, input: Input | NotGiven = NOT_GIVEN, /, **inputs: Any) -> Price:
        """Return what a job may cost; the inputs that it depends on are enough. Nothing is sent."""
        return self._price(input, inputs)


class AsyncClient(AsyncModelClient[Input, Output]):
    """Runs `acme/no-type`, asynchronously."""

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
        short: Any | NotGiven = NOT_GIVEN,
        few: Any | NotGiven = NOT_GIVEN,
        either: str | int | NotGiven = NOT_GIVEN,
        mixed: Any | NotGiven = NOT_GIVEN,
        bounded: Bounded | NotGiven = NOT_GIVEN,
        true: Literal[True] | NotGiven = NOT_GIVEN,
    ) -> AsyncResult[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            short: at most 3 characters.
            few: at least 1, at most 2 items.
            either: at least 0, at most 3 characters.
            mixed: …
            bounded: at most 1 character.
            true: …
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
        short: Any | NotGiven = NOT_GIVEN,
        few: Any | NotGiven = NOT_GIVEN,
        either: str | int | NotGiven = NOT_GIVEN,
        mixed: Any | NotGiven = NOT_GIVEN,
        bounded: Bounded | NotGiven = NOT_GIVEN,
        true: Literal[True] | NotGiven = NOT_GIVEN,
    ) -> AsyncRequest[Output]:
        """Submit a job and return its request at once.

        Args:
            short: at most 3 characters.
            few: at least 1, at most 2 items.
            either: at least 0, at most 3 characters.
            mixed: …
            bounded: at most 1 character.
            true: …
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
        short: Any | NotGiven = NOT_GIVEN,
        few: Any | NotGiven = NOT_GIVEN,
        either: str | int | NotGiven = NOT_GIVEN,
        mixed: Any | NotGiven = NOT_GIVEN,
        bounded: Bounded | NotGiven = NOT_GIVEN,
        true: Literal[True] | NotGiven = NOT_GIVEN,
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
        short: Any | NotGiven = NOT_GIVEN,
        few: Any | NotGiven = NOT_GIVEN,
        either: str | int | NotGiven = NOT_GIVEN,
        mixed: Any | NotGiven = NOT_GIVEN,
        bounded: Bounded | NotGiven = NOT_GIVEN,
        true: Literal[True] | NotGiven = NOT_GIVEN,
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
        short: Any | NotGiven = NOT_GIVEN,
        few: Any | NotGiven = NOT_GIVEN,
        either: str | int | NotGiven = NOT_GIVEN,
        mixed: Any | NotGiven = NOT_GIVEN,
        bounded: Bounded | NotGiven = NOT_GIVEN,
        true: Literal[True] | NotGiven = NOT_GIVEN,
    ) -> Price: ...

    def price(self, input: Input | NotGiven = NOT_GIVEN, /, **inputs: Any) -> Price:
        """Return what a job may cost; the inputs that it depends on are enough. Nothing is sent."""
        return self._price(input, inputs)


Input.__json_schema__ = {
    "type": "object",
    "properties": {
        "short": {"maxLength": 3},
        "few": {"maxItems": 2, "minimum": 1},
        "either": {"type": ["string", "integer"], "maxLength": 3, "minimum": 0},
        "mixed": {"enum": ["a", 1, None, 2.5]},
        "bounded": {"enum": ["a", "bb"], "maxLength": 1},
        "true": {"const": True},
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
