# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""acme/references

Example:

    from runcomfy_models.acme import references

    with references.Client() as client:
        result = client.run()
    print(result.output)
"""

from collections.abc import Sequence
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
    "Frame",
    "FrameDict",
    "INFO",
    "Input",
    "InputDict",
    "MODEL_ID",
    "Node",
    "NodeDict",
    "Output",
]

MODEL_ID = "acme/references"

INFO = ModelInfo(MODEL_ID)


class Frame(InputModel):
    """One frame."""

    url: str | NotGiven = NOT_GIVEN

    if TYPE_CHECKING:

        def __init__(
            self,
            /,
            *,
            url: str | NotGiven = NOT_GIVEN,
        ) -> None:
            """Build from keywords.

            Args:
                url: …
            """


class Node(InputModel):
    name: str | NotGiven = NOT_GIVEN
    children: "list[Node] | NotGiven" = NOT_GIVEN

    if TYPE_CHECKING:

        def __init__(
            self,
            /,
            *,
            name: str | NotGiven = NOT_GIVEN,
            children: "Sequence[Node | NodeDict] | NotGiven" = NOT_GIVEN,
        ) -> None:
            """Build from keywords.

            Args:
                name: …
                children: …
            """


class Input(InputModel):
    start: Frame | NotGiven = NOT_GIVEN
    end: Frame | NotGiven = NOT_GIVEN
    seed: Annotated[int, Field(ge=0)] | NotGiven = NOT_GIVEN
    """range: at least 0"""
    tree: Node | NotGiven = NOT_GIVEN

    if TYPE_CHECKING:

        def __init__(
            self,
            /,
            *,
            start: "Frame | FrameDict | NotGiven" = NOT_GIVEN,
            end: "Frame | FrameDict | NotGiven" = NOT_GIVEN,
            seed: int | NotGiven = NOT_GIVEN,
            tree: "Node | NodeDict | NotGiven" = NOT_GIVEN,
        ) -> None:
            """Build from keywords.

            Args:
                start: …
                end: …
                seed: at least 0.
                tree: …
            """


class FrameDict(TypedDict):
    """`Frame` as a plain dict."""

    url: NotRequired[str]


class NodeDict(TypedDict):
    """`Node` as a plain dict."""

    name: NotRequired[str]
    children: NotRequired["Sequence[Node | NodeDict]"]


class InputDict(TypedDict):
    """The keywords of `run`: `def make(**inputs: Unpack[InputDict])`."""

    start: NotRequired[Frame | FrameDict]
    end: NotRequired[Frame | FrameDict]
    seed: NotRequired[int]
    tree: NotRequired[Node | NodeDict]


class Output(OutputModel):
    image: str | None = None


class Client(ModelClient[Input, Output]):
    """Runs `acme/references`."""

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
        start: Frame | FrameDict | NotGiven = NOT_GIVEN,
        end: Frame | FrameDict | NotGiven = NOT_GIVEN,
        seed: int | NotGiven = NOT_GIVEN,
        tree: Node | NodeDict | NotGiven = NOT_GIVEN,
    ) -> Result[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            start: …
            end: …
            seed: at least 0.
            tree: …
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
        start: Frame | FrameDict | NotGiven = NOT_GIVEN,
        end: Frame | FrameDict | NotGiven = NOT_GIVEN,
        seed: int | NotGiven = NOT_GIVEN,
        tree: Node | NodeDict | NotGiven = NOT_GIVEN,
    ) -> Request[Output]:
        """Submit a job and return its request at once.

        Args:
            start: …
            end: …
            seed: at least 0.
            tree: …
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
        start: Frame | FrameDict | NotGiven = NOT_GIVEN,
        end: Frame | FrameDict | NotGiven = NOT_GIVEN,
        seed: int | NotGiven = NOT_GIVEN,
        tree: Node | NodeDict | NotGiven = NOT_GIVEN,
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
        start: Frame | FrameDict | NotGiven = NOT_GIVEN,
        end: Frame | FrameDict | NotGiven = NOT_GIVEN,
        seed: int | NotGiven = NOT_GIVEN,
        tree: Node | NodeDict | NotGiven = NOT_GIVEN,
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
        start: Frame | FrameDict | NotGiven = NOT_GIVEN,
        end: Frame | FrameDict | NotGiven = NOT_GIVEN,
        seed: int | NotGiven = NOT_GIVEN,
        tree: Node | NodeDict | NotGiven = NOT_GIVEN,
    ) -> Price: ...

    def price(self, input: Input | NotGiven = NOT_GIVEN, /, **inputs: Any) -> Price:
        """Return what a job may cost; the inputs that it depends on are enough. Nothing is sent."""
        return self._price(input, inputs)


class AsyncClient(AsyncModelClient[Input, Output]):
    """Runs `acme/references`, asynchronously."""

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
        start: Frame | FrameDict | NotGiven = NOT_GIVEN,
        end: Frame | FrameDict | NotGiven = NOT_GIVEN,
        seed: int | NotGiven = NOT_GIVEN,
        tree: Node | NodeDict | NotGiven = NOT_GIVEN,
    ) -> AsyncResult[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            start: …
            end: …
            seed: at least 0.
            tree: …
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
        start: Frame | FrameDict | NotGiven = NOT_GIVEN,
        end: Frame | FrameDict | NotGiven = NOT_GIVEN,
        seed: int | NotGiven = NOT_GIVEN,
        tree: Node | NodeDict | NotGiven = NOT_GIVEN,
    ) -> AsyncRequest[Output]:
        """Submit a job and return its request at once.

        Args:
            start: …
            end: …
            seed: at least 0.
            tree: …
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
        start: Frame | FrameDict | NotGiven = NOT_GIVEN,
        end: Frame | FrameDict | NotGiven = NOT_GIVEN,
        seed: int | NotGiven = NOT_GIVEN,
        tree: Node | NodeDict | NotGiven = NOT_GIVEN,
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
        start: Frame | FrameDict | NotGiven = NOT_GIVEN,
        end: Frame | FrameDict | NotGiven = NOT_GIVEN,
        seed: int | NotGiven = NOT_GIVEN,
        tree: Node | NodeDict | NotGiven = NOT_GIVEN,
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
        start: Frame | FrameDict | NotGiven = NOT_GIVEN,
        end: Frame | FrameDict | NotGiven = NOT_GIVEN,
        seed: int | NotGiven = NOT_GIVEN,
        tree: Node | NodeDict | NotGiven = NOT_GIVEN,
    ) -> Price: ...

    def price(self, input: Input | NotGiven = NOT_GIVEN, /, **inputs: Any) -> Price:
        """Return what a job may cost; the inputs that it depends on are enough. Nothing is sent."""
        return self._price(input, inputs)


Frame.__json_schema__ = {
    "description": "One frame.",
    "type": "object",
    "properties": {"url": {"type": "string"}},
    "additionalProperties": False,
}
Node.__json_schema__ = {
    "type": "object",
    "properties": {
        "name": {"type": "string"},
        "children": {"type": "array", "items": {"$ref": "#/$defs/node"}},
    },
    "additionalProperties": False,
    "$defs": {
        "node": {
            "type": "object",
            "properties": {
                "name": {"type": "string"},
                "children": {"type": "array", "items": {"$ref": "#/$defs/node"}},
            },
            "additionalProperties": False,
        }
    },
}
Input.__json_schema__ = {
    "type": "object",
    "properties": {
        "start": {"$ref": "#/$defs/frame"},
        "end": {"$ref": "#/$defs/frame"},
        "seed": {"$ref": "#/$defs/seed"},
        "tree": {"$ref": "#/$defs/node"},
    },
    "additionalProperties": False,
    "$defs": {
        "frame": {"$ref": Frame},
        "node": {"$ref": Node},
        "seed": {"type": "integer", "minimum": 0},
    },
    "examples": [{}],
}
Output.__json_schema__ = {
    "type": "object",
    "properties": {
        "image": {"anyOf": [{"type": "string", "format": "uri"}, {"type": "null"}]}
    },
}
