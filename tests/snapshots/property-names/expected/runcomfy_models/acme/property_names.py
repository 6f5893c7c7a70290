# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""acme/property-names

Example:

    from runcomfy_models.acme import property_names

    with property_names.Client() as client:
        result = client.run(
            field_33_string="a dog",
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

MODEL_ID = "acme/property-names"

INFO = ModelInfo(MODEL_ID)


class Input(InputModel):
    field_33_string: Annotated[str, Field(alias="33_string")]
    """Prompt."""
    field_243_text: Annotated[str | NotGiven, Field(alias="243_text")] = NOT_GIVEN
    promptText: str | NotGiven = NOT_GIVEN
    aspect_ratio: Annotated[str | NotGiven, Field(alias="aspect-ratio")] = NOT_GIVEN
    größe: str | NotGiven = NOT_GIVEN
    class_: Annotated[str | NotGiven, Field(alias="class")] = NOT_GIVEN
    type: str | NotGiven = NOT_GIVEN
    match: str | NotGiven = NOT_GIVEN
    field_init_: Annotated[str | NotGiven, Field(alias="__init__")] = NOT_GIVEN
    field_hidden: Annotated[str | NotGiven, Field(alias="_hidden")] = NOT_GIVEN
    a_b: Annotated[str | NotGiven, Field(alias="a b")] = NOT_GIVEN

    if TYPE_CHECKING:

        def __init__(
            self,
            /,
            *,
            field_33_string: str,
            field_243_text: str | NotGiven = NOT_GIVEN,
            promptText: str | NotGiven = NOT_GIVEN,
            aspect_ratio: str | NotGiven = NOT_GIVEN,
            größe: str | NotGiven = NOT_GIVEN,
            class_: str | NotGiven = NOT_GIVEN,
            type: str | NotGiven = NOT_GIVEN,
            match: str | NotGiven = NOT_GIVEN,
            field_init_: str | NotGiven = NOT_GIVEN,
            field_hidden: str | NotGiven = NOT_GIVEN,
            a_b: str | NotGiven = NOT_GIVEN,
        ) -> None:
            """Build from keywords.

            Args:
                field_33_string: Prompt.
                field_243_text: …
                promptText: …
                aspect_ratio: …
                größe: …
                class_: …
                type: …
                match: …
                field_init_: …
                field_hidden: …
                a_b: …
            """


class InputDict(TypedDict):
    """The keywords of `run`: `def make(**inputs: Unpack[InputDict])`."""

    field_33_string: str
    field_243_text: NotRequired[str]
    promptText: NotRequired[str]
    aspect_ratio: NotRequired[str]
    größe: NotRequired[str]
    class_: NotRequired[str]
    type: NotRequired[str]
    match: NotRequired[str]
    field_init_: NotRequired[str]
    field_hidden: NotRequired[str]
    a_b: NotRequired[str]


class Output(OutputModel):
    image: str | None = None


class Client(ModelClient[Input, Output]):
    """Runs `acme/property-names`."""

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
        field_33_string: str,
        field_243_text: str | NotGiven = NOT_GIVEN,
        promptText: str | NotGiven = NOT_GIVEN,
        aspect_ratio: str | NotGiven = NOT_GIVEN,
        größe: str | NotGiven = NOT_GIVEN,
        class_: str | NotGiven = NOT_GIVEN,
        type: str | NotGiven = NOT_GIVEN,
        match: str | NotGiven = NOT_GIVEN,
        field_init_: str | NotGiven = NOT_GIVEN,
        field_hidden: str | NotGiven = NOT_GIVEN,
        a_b: str | NotGiven = NOT_GIVEN,
    ) -> Result[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            field_33_string: Prompt.
            field_243_text: …
            promptText: …
            aspect_ratio: …
            größe: …
            class_: …
            type: …
            match: …
            field_init_: …
            field_hidden: …
            a_b: …
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
        field_33_string: str,
        field_243_text: str | NotGiven = NOT_GIVEN,
        promptText: str | NotGiven = NOT_GIVEN,
        aspect_ratio: str | NotGiven = NOT_GIVEN,
        größe: str | NotGiven = NOT_GIVEN,
        class_: str | NotGiven = NOT_GIVEN,
        type: str | NotGiven = NOT_GIVEN,
        match: str | NotGiven = NOT_GIVEN,
        field_init_: str | NotGiven = NOT_GIVEN,
        field_hidden: str | NotGiven = NOT_GIVEN,
        a_b: str | NotGiven = NOT_GIVEN,
    ) -> Request[Output]:
        """Submit a job and return its request at once.

        Args:
            field_33_string: Prompt.
            field_243_text: …
            promptText: …
            aspect_ratio: …
            größe: …
            class_: …
            type: …
            match: …
            field_init_: …
            field_hidden: …
            a_b: …
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
        field_33_string: str,
        field_243_text: str | NotGiven = NOT_GIVEN,
        promptText: str | NotGiven = NOT_GIVEN,
        aspect_ratio: str | NotGiven = NOT_GIVEN,
        größe: str | NotGiven = NOT_GIVEN,
        class_: str | NotGiven = NOT_GIVEN,
        type: str | NotGiven = NOT_GIVEN,
        match: str | NotGiven = NOT_GIVEN,
        field_init_: str | NotGiven = NOT_GIVEN,
        field_hidden: str | NotGiven = NOT_GIVEN,
        a_b: str | NotGiven = NOT_GIVEN,
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
        field_33_string: str,
        field_243_text: str | NotGiven = NOT_GIVEN,
        promptText: str | NotGiven = NOT_GIVEN,
        aspect_ratio: str | NotGiven = NOT_GIVEN,
        größe: str | NotGiven = NOT_GIVEN,
        class_: str | NotGiven = NOT_GIVEN,
        type: str | NotGiven = NOT_GIVEN,
        match: str | NotGiven = NOT_GIVEN,
        field_init_: str | NotGiven = NOT_GIVEN,
        field_hidden: str | NotGiven = NOT_GIVEN,
        a_b: str | NotGiven = NOT_GIVEN,
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
        field_33_string: str | NotGiven = NOT_GIVEN,
        field_243_text: str | NotGiven = NOT_GIVEN,
        promptText: str | NotGiven = NOT_GIVEN,
        aspect_ratio: str | NotGiven = NOT_GIVEN,
        größe: str | NotGiven = NOT_GIVEN,
        class_: str | NotGiven = NOT_GIVEN,
        type: str | NotGiven = NOT_GIVEN,
        match: str | NotGiven = NOT_GIVEN,
        field_init_: str | NotGiven = NOT_GIVEN,
        field_hidden: str | NotGiven = NOT_GIVEN,
        a_b: str | NotGiven = NOT_GIVEN,
    ) -> Price: ...

    def price(self, input: Input | NotGiven = NOT_GIVEN, /, **inputs: Any) -> Price:
        """Return what a job may cost; the inputs that it depends on are enough. Nothing is sent."""
        return self._price(input, inputs)


class AsyncClient(AsyncModelClient[Input, Output]):
    """Runs `acme/property-names`, asynchronously."""

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
        field_33_string: str,
        field_243_text: str | NotGiven = NOT_GIVEN,
        promptText: str | NotGiven = NOT_GIVEN,
        aspect_ratio: str | NotGiven = NOT_GIVEN,
        größe: str | NotGiven = NOT_GIVEN,
        class_: str | NotGiven = NOT_GIVEN,
        type: str | NotGiven = NOT_GIVEN,
        match: str | NotGiven = NOT_GIVEN,
        field_init_: str | NotGiven = NOT_GIVEN,
        field_hidden: str | NotGiven = NOT_GIVEN,
        a_b: str | NotGiven = NOT_GIVEN,
    ) -> AsyncResult[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            field_33_string: Prompt.
            field_243_text: …
            promptText: …
            aspect_ratio: …
            größe: …
            class_: …
            type: …
            match: …
            field_init_: …
            field_hidden: …
            a_b: …
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
        field_33_string: str,
        field_243_text: str | NotGiven = NOT_GIVEN,
        promptText: str | NotGiven = NOT_GIVEN,
        aspect_ratio: str | NotGiven = NOT_GIVEN,
        größe: str | NotGiven = NOT_GIVEN,
        class_: str | NotGiven = NOT_GIVEN,
        type: str | NotGiven = NOT_GIVEN,
        match: str | NotGiven = NOT_GIVEN,
        field_init_: str | NotGiven = NOT_GIVEN,
        field_hidden: str | NotGiven = NOT_GIVEN,
        a_b: str | NotGiven = NOT_GIVEN,
    ) -> AsyncRequest[Output]:
        """Submit a job and return its request at once.

        Args:
            field_33_string: Prompt.
            field_243_text: …
            promptText: …
            aspect_ratio: …
            größe: …
            class_: …
            type: …
            match: …
            field_init_: …
            field_hidden: …
            a_b: …
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
        field_33_string: str,
        field_243_text: str | NotGiven = NOT_GIVEN,
        promptText: str | NotGiven = NOT_GIVEN,
        aspect_ratio: str | NotGiven = NOT_GIVEN,
        größe: str | NotGiven = NOT_GIVEN,
        class_: str | NotGiven = NOT_GIVEN,
        type: str | NotGiven = NOT_GIVEN,
        match: str | NotGiven = NOT_GIVEN,
        field_init_: str | NotGiven = NOT_GIVEN,
        field_hidden: str | NotGiven = NOT_GIVEN,
        a_b: str | NotGiven = NOT_GIVEN,
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
        field_33_string: str,
        field_243_text: str | NotGiven = NOT_GIVEN,
        promptText: str | NotGiven = NOT_GIVEN,
        aspect_ratio: str | NotGiven = NOT_GIVEN,
        größe: str | NotGiven = NOT_GIVEN,
        class_: str | NotGiven = NOT_GIVEN,
        type: str | NotGiven = NOT_GIVEN,
        match: str | NotGiven = NOT_GIVEN,
        field_init_: str | NotGiven = NOT_GIVEN,
        field_hidden: str | NotGiven = NOT_GIVEN,
        a_b: str | NotGiven = NOT_GIVEN,
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
        field_33_string: str | NotGiven = NOT_GIVEN,
        field_243_text: str | NotGiven = NOT_GIVEN,
        promptText: str | NotGiven = NOT_GIVEN,
        aspect_ratio: str | NotGiven = NOT_GIVEN,
        größe: str | NotGiven = NOT_GIVEN,
        class_: str | NotGiven = NOT_GIVEN,
        type: str | NotGiven = NOT_GIVEN,
        match: str | NotGiven = NOT_GIVEN,
        field_init_: str | NotGiven = NOT_GIVEN,
        field_hidden: str | NotGiven = NOT_GIVEN,
        a_b: str | NotGiven = NOT_GIVEN,
    ) -> Price: ...

    def price(self, input: Input | NotGiven = NOT_GIVEN, /, **inputs: Any) -> Price:
        """Return what a job may cost; the inputs that it depends on are enough. Nothing is sent."""
        return self._price(input, inputs)


Input.__json_schema__ = {
    "type": "object",
    "required": ["33_string"],
    "properties": {
        "33_string": {"title": "Prompt", "type": "string"},
        "243_text": {"type": "string"},
        "promptText": {"type": "string"},
        "aspect-ratio": {"type": "string"},
        "größe": {"type": "string"},
        "class": {"type": "string"},
        "type": {"type": "string"},
        "match": {"type": "string"},
        "__init__": {"type": "string"},
        "_hidden": {"type": "string"},
        "a b": {"type": "string"},
    },
    "additionalProperties": False,
    "examples": [{"33_string": "a dog"}],
}
Output.__json_schema__ = {
    "type": "object",
    "properties": {
        "image": {"anyOf": [{"type": "string", "format": "uri"}, {"type": "null"}]}
    },
}
