# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""acme/recursive-references

Example:

    from runcomfy_models.acme import recursive_references

    with recursive_references.Client() as client:
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
    "Tree",
    "TreeDict",
]

MODEL_ID = "acme/recursive-references"

INFO = ModelInfo(MODEL_ID)


class Tree(InputModel):
    name: str | NotGiven = NOT_GIVEN
    children: "list[Tree] | NotGiven" = NOT_GIVEN

    if TYPE_CHECKING:

        def __init__(
            self,
            /,
            *,
            name: str | NotGiven = NOT_GIVEN,
            children: "Sequence[Tree | TreeDict] | NotGiven" = NOT_GIVEN,
        ) -> None:
            """Build from keywords.

            Args:
                name: …
                children: …
            """


class Input(InputModel):
    tree: Tree | NotGiven = NOT_GIVEN
    json_: Annotated[
        Annotated[
            str | list[Any],
            checks.fits(
                {"$ref": "#/$defs/json"},
                {
                    "#/$defs/json": {
                        "anyOf": [
                            {"type": "string"},
                            {"type": "array", "items": {"$ref": "#/$defs/json"}},
                        ]
                    }
                },
            ),
        ]
        | NotGiven,
        Field(alias="json"),
    ] = NOT_GIVEN
    again: "Input | NotGiven" = NOT_GIVEN
    same: Tree | NotGiven = NOT_GIVEN

    if TYPE_CHECKING:

        def __init__(
            self,
            /,
            *,
            tree: "Tree | TreeDict | NotGiven" = NOT_GIVEN,
            json_: str | list[Any] | NotGiven = NOT_GIVEN,
            again: "Input | dict[str, Any] | NotGiven" = NOT_GIVEN,
            same: "Tree | TreeDict | NotGiven" = NOT_GIVEN,
        ) -> None:
            """Build from keywords.

            Args:
                tree: …
                json_: …
                again: …
                same: …
            """


class TreeDict(TypedDict):
    """`Tree` as a plain dict."""

    name: NotRequired[str]
    children: NotRequired["Sequence[Tree | TreeDict]"]


class InputDict(TypedDict):
    """The keywords of `run`: `def make(**inputs: Unpack[InputDict])`."""

    tree: NotRequired[Tree | TreeDict]
    json_: NotRequired[str | list[Any]]
    again: NotRequired["Input | dict[str, Any]"]
    same: NotRequired[Tree | TreeDict]


class Output(OutputModel):
    image: str | None = None


class Client(ModelClient[Input, Output]):
    """Runs `acme/recursive-references`."""

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
        tree: Tree | TreeDict | NotGiven = NOT_GIVEN,
        json_: str | list[Any] | NotGiven = NOT_GIVEN,
        again: Input | dict[str, Any] | NotGiven = NOT_GIVEN,
        same: Tree | TreeDict | NotGiven = NOT_GIVEN,
    ) -> Result[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            tree: …
            json_: …
            again: …
            same: …
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
        tree: Tree | TreeDict | NotGiven = NOT_GIVEN,
        json_: str | list[Any] | NotGiven = NOT_GIVEN,
        again: Input | dict[str, Any] | NotGiven = NOT_GIVEN,
        same: Tree | TreeDict | NotGiven = NOT_GIVEN,
    ) -> Request[Output]:
        """Submit a job and return its request at once.

        Args:
            tree: …
            json_: …
            again: …
            same: …
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
        tree: Tree | TreeDict | NotGiven = NOT_GIVEN,
        json_: str | list[Any] | NotGiven = NOT_GIVEN,
        again: Input | dict[str, Any] | NotGiven = NOT_GIVEN,
        same: Tree | TreeDict | NotGiven = NOT_GIVEN,
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
        tree: Tree | TreeDict | NotGiven = NOT_GIVEN,
        json_: str | list[Any] | NotGiven = NOT_GIVEN,
        again: Input | dict[str, Any] | NotGiven = NOT_GIVEN,
        same: Tree | TreeDict | NotGiven = NOT_GIVEN,
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
        tree: Tree | TreeDict | NotGiven = NOT_GIVEN,
        json_: str | list[Any] | NotGiven = NOT_GIVEN,
        again: Input | dict[str, Any] | NotGiven = NOT_GIVEN,
        same: Tree | TreeDict | NotGiven = NOT_GIVEN,
    ) -> Price: ...

    def price(self, input: Input | NotGiven = NOT_GIVEN, /, **inputs: Any) -> Price:
        """Return what a job may cost; the inputs that it depends on are enough. Nothing is sent."""
        return self._price(input, inputs)


class AsyncClient(AsyncModelClient[Input, Output]):
    """Runs `acme/recursive-references`, asynchronously."""

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
        tree: Tree | TreeDict | NotGiven = NOT_GIVEN,
        json_: str | list[Any] | NotGiven = NOT_GIVEN,
        again: Input | dict[str, Any] | NotGiven = NOT_GIVEN,
        same: Tree | TreeDict | NotGiven = NOT_GIVEN,
    ) -> AsyncResult[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            tree: …
            json_: …
            again: …
            same: …
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
        tree: Tree | TreeDict | NotGiven = NOT_GIVEN,
        json_: str | list[Any] | NotGiven = NOT_GIVEN,
        again: Input | dict[str, Any] | NotGiven = NOT_GIVEN,
        same: Tree | TreeDict | NotGiven = NOT_GIVEN,
    ) -> AsyncRequest[Output]:
        """Submit a job and return its request at once.

        Args:
            tree: …
            json_: …
            again: …
            same: …
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
        tree: Tree | TreeDict | NotGiven = NOT_GIVEN,
        json_: str | list[Any] | NotGiven = NOT_GIVEN,
        again: Input | dict[str, Any] | NotGiven = NOT_GIVEN,
        same: Tree | TreeDict | NotGiven = NOT_GIVEN,
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
        tree: Tree | TreeDict | NotGiven = NOT_GIVEN,
        json_: str | list[Any] | NotGiven = NOT_GIVEN,
        again: Input | dict[str, Any] | NotGiven = NOT_GIVEN,
        same: Tree | TreeDict | NotGiven = NOT_GIVEN,
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
        tree: Tree | TreeDict | NotGiven = NOT_GIVEN,
        json_: str | list[Any] | NotGiven = NOT_GIVEN,
        again: Input | dict[str, Any] | NotGiven = NOT_GIVEN,
        same: Tree | TreeDict | NotGiven = NOT_GIVEN,
    ) -> Price: ...

    def price(self, input: Input | NotGiven = NOT_GIVEN, /, **inputs: Any) -> Price:
        """Return what a job may cost; the inputs that it depends on are enough. Nothing is sent."""
        return self._price(input, inputs)


Tree.__json_schema__ = {
    "type": "object",
    "properties": {
        "name": {"type": "string"},
        "children": {"type": "array", "items": {"$ref": "#/$defs/tree"}},
    },
    "additionalProperties": False,
    "$defs": {
        "tree": {
            "type": "object",
            "properties": {
                "name": {"type": "string"},
                "children": {"type": "array", "items": {"$ref": "#/$defs/tree"}},
            },
            "additionalProperties": False,
        }
    },
}
Input.__json_schema__ = {
    "type": "object",
    "properties": {
        "tree": {"$ref": "#/$defs/tree"},
        "json": {"$ref": "#/$defs/json"},
        "again": {"$ref": "#/$defs/Input"},
        "same": {"$ref": "#/$defs/properties_tree"},
    },
    "additionalProperties": False,
    "$defs": {
        "Input": {
            "type": "object",
            "properties": {
                "tree": {"$ref": "#/$defs/tree"},
                "json": {"$ref": "#/$defs/json"},
                "again": {"$ref": "#/$defs/Input"},
                "same": {"$ref": "#/$defs/properties_tree"},
            },
            "additionalProperties": False,
        },
        "json": {
            "anyOf": [
                {"type": "string"},
                {"type": "array", "items": {"$ref": "#/$defs/json"}},
            ]
        },
        "properties_tree": {"$ref": "#/$defs/tree"},
        "tree": {"$ref": Tree},
    },
    "examples": [{}],
}
Output.__json_schema__ = {
    "type": "object",
    "properties": {
        "image": {"anyOf": [{"type": "string", "format": "uri"}, {"type": "null"}]}
    },
}
