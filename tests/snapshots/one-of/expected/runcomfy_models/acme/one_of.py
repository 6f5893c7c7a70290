# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""acme/one-of

Example:

    from runcomfy_models.acme import one_of

    with one_of.Client() as client:
        result = client.run(
            source={"kind": "url", "url": "https://example.com"},
        )
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
    "Client",
    "INFO",
    "Input",
    "InputDict",
    "MODEL_ID",
    "Output",
    "ShapeRatio",
    "ShapeRatioDict",
    "ShapeWidth",
    "ShapeWidthDict",
    "SourceText",
    "SourceTextDict",
    "SourceUrl",
    "SourceUrlDict",
]

MODEL_ID = "acme/one-of"

INFO = ModelInfo(MODEL_ID)


class SourceUrl(InputModel):
    kind: Literal["url"]
    url: str

    if TYPE_CHECKING:

        def __init__(
            self,
            /,
            *,
            kind: Literal["url"],
            url: str,
        ) -> None:
            """Build from keywords.

            Args:
                kind: …
                url: …
            """


class SourceText(InputModel):
    kind: Literal["text"]
    text: str

    if TYPE_CHECKING:

        def __init__(
            self,
            /,
            *,
            kind: Literal["text"],
            text: str,
        ) -> None:
            """Build from keywords.

            Args:
                kind: …
                text: …
            """


class ShapeWidth(InputModel):
    width: int | NotGiven = NOT_GIVEN
    height: int | NotGiven = NOT_GIVEN

    if TYPE_CHECKING:

        def __init__(
            self,
            /,
            *,
            width: int | NotGiven = NOT_GIVEN,
            height: int | NotGiven = NOT_GIVEN,
        ) -> None:
            """Build from keywords.

            Args:
                width: …
                height: …
            """


class ShapeRatio(InputModel):
    ratio: str | NotGiven = NOT_GIVEN

    if TYPE_CHECKING:

        def __init__(
            self,
            /,
            *,
            ratio: str | NotGiven = NOT_GIVEN,
        ) -> None:
            """Build from keywords.

            Args:
                ratio: …
            """


class Input(
    InputModel,
    check=checks.fits({"anyOf": [{"required": ["source"]}, {"required": ["size"]}]}),
):
    source: SourceUrl | SourceText | NotGiven = NOT_GIVEN
    size: (
        Annotated[
            Annotated[int, checks.multiple_of(3)]
            | Annotated[int, checks.multiple_of(5)],
            checks.fits(
                {
                    "oneOf": [
                        {"type": "integer", "multipleOf": 3},
                        {"type": "integer", "multipleOf": 5},
                    ]
                }
            ),
        ]
        | NotGiven
    ) = NOT_GIVEN
    shape: ShapeWidth | ShapeRatio | None | NotGiven = NOT_GIVEN
    length: (
        Annotated[str, Field(max_length=2)]
        | Annotated[str, Field(min_length=8)]
        | NotGiven
    ) = NOT_GIVEN

    if TYPE_CHECKING:

        def __init__(
            self,
            /,
            *,
            source: "SourceUrl | SourceUrlDict | SourceText | SourceTextDict | NotGiven" = NOT_GIVEN,
            size: int | NotGiven = NOT_GIVEN,
            shape: "ShapeWidth | ShapeWidthDict | ShapeRatio | ShapeRatioDict | None | NotGiven" = NOT_GIVEN,
            length: str | NotGiven = NOT_GIVEN,
        ) -> None:
            """Build from keywords.

            Args:
                source: …
                size: …
                shape: …
                length: …
            """


class SourceUrlDict(TypedDict):
    """`SourceUrl` as a plain dict."""

    kind: Literal["url"]
    url: str


class SourceTextDict(TypedDict):
    """`SourceText` as a plain dict."""

    kind: Literal["text"]
    text: str


class ShapeWidthDict(TypedDict):
    """`ShapeWidth` as a plain dict."""

    width: NotRequired[int]
    height: NotRequired[int]


class ShapeRatioDict(TypedDict):
    """`ShapeRatio` as a plain dict."""

    ratio: NotRequired[str]


class InputDict(TypedDict):
    """The keywords of `run`: `def make(**inputs: Unpack[InputDict])`."""

    source: NotRequired[SourceUrl | SourceUrlDict | SourceText | SourceTextDict]
    size: NotRequired[int]
    shape: NotRequired[ShapeWidth | ShapeWidthDict | ShapeRatio | ShapeRatioDict | None]
    length: NotRequired[str]


class Output(OutputModel):
    image: str | None = None


class Client(ModelClient[Input, Output]):
    """Runs `acme/one-of`."""

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
        source: (
            SourceUrl | SourceUrlDict | SourceText | SourceTextDict | NotGiven
        ) = NOT_GIVEN,
        size: int | NotGiven = NOT_GIVEN,
        shape: (
            ShapeWidth | ShapeWidthDict | ShapeRatio | ShapeRatioDict | None | NotGiven
        ) = NOT_GIVEN,
        length: str | NotGiven = NOT_GIVEN,
    ) -> Result[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            source: …
            size: …
            shape: …
            length: …
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
        source: (
            SourceUrl | SourceUrlDict | SourceText | SourceTextDict | NotGiven
        ) = NOT_GIVEN,
        size: int | NotGiven = NOT_GIVEN,
        shape: (
            ShapeWidth | ShapeWidthDict | ShapeRatio | ShapeRatioDict | None | NotGiven
        ) = NOT_GIVEN,
        length: str | NotGiven = NOT_GIVEN,
    ) -> Request[Output]:
        """Submit a job and return its request at once.

        Args:
            source: …
            size: …
            shape: …
            length: …
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
        source: (
            SourceUrl | SourceUrlDict | SourceText | SourceTextDict | NotGiven
        ) = NOT_GIVEN,
        size: int | NotGiven = NOT_GIVEN,
        shape: (
            ShapeWidth | ShapeWidthDict | ShapeRatio | ShapeRatioDict | None | NotGiven
        ) = NOT_GIVEN,
        length: str | NotGiven = NOT_GIVEN,
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
        source: (
            SourceUrl | SourceUrlDict | SourceText | SourceTextDict | NotGiven
        ) = NOT_GIVEN,
        size: int | NotGiven = NOT_GIVEN,
        shape: (
            ShapeWidth | ShapeWidthDict | ShapeRatio | ShapeRatioDict | None | NotGiven
        ) = NOT_GIVEN,
        length: str | NotGiven = NOT_GIVEN,
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
        source: (
            SourceUrl | SourceUrlDict | SourceText | SourceTextDict | NotGiven
        ) = NOT_GIVEN,
        size: int | NotGiven = NOT_GIVEN,
        shape: (
            ShapeWidth | ShapeWidthDict | ShapeRatio | ShapeRatioDict | None | NotGiven
        ) = NOT_GIVEN,
        length: str | NotGiven = NOT_GIVEN,
    ) -> Price: ...

    def price(self, input: Input | NotGiven = NOT_GIVEN, /, **inputs: Any) -> Price:
        """Return what a job may cost; the inputs that it depends on are enough. Nothing is sent."""
        return self._price(input, inputs)


class AsyncClient(AsyncModelClient[Input, Output]):
    """Runs `acme/one-of`, asynchronously."""

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
        source: (
            SourceUrl | SourceUrlDict | SourceText | SourceTextDict | NotGiven
        ) = NOT_GIVEN,
        size: int | NotGiven = NOT_GIVEN,
        shape: (
            ShapeWidth | ShapeWidthDict | ShapeRatio | ShapeRatioDict | None | NotGiven
        ) = NOT_GIVEN,
        length: str | NotGiven = NOT_GIVEN,
    ) -> AsyncResult[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            source: …
            size: …
            shape: …
            length: …
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
        source: (
            SourceUrl | SourceUrlDict | SourceText | SourceTextDict | NotGiven
        ) = NOT_GIVEN,
        size: int | NotGiven = NOT_GIVEN,
        shape: (
            ShapeWidth | ShapeWidthDict | ShapeRatio | ShapeRatioDict | None | NotGiven
        ) = NOT_GIVEN,
        length: str | NotGiven = NOT_GIVEN,
    ) -> AsyncRequest[Output]:
        """Submit a job and return its request at once.

        Args:
            source: …
            size: …
            shape: …
            length: …
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
        source: (
            SourceUrl | SourceUrlDict | SourceText | SourceTextDict | NotGiven
        ) = NOT_GIVEN,
        size: int | NotGiven = NOT_GIVEN,
        shape: (
            ShapeWidth | ShapeWidthDict | ShapeRatio | ShapeRatioDict | None | NotGiven
        ) = NOT_GIVEN,
        length: str | NotGiven = NOT_GIVEN,
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
        source: (
            SourceUrl | SourceUrlDict | SourceText | SourceTextDict | NotGiven
        ) = NOT_GIVEN,
        size: int | NotGiven = NOT_GIVEN,
        shape: (
            ShapeWidth | ShapeWidthDict | ShapeRatio | ShapeRatioDict | None | NotGiven
        ) = NOT_GIVEN,
        length: str | NotGiven = NOT_GIVEN,
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
        source: (
            SourceUrl | SourceUrlDict | SourceText | SourceTextDict | NotGiven
        ) = NOT_GIVEN,
        size: int | NotGiven = NOT_GIVEN,
        shape: (
            ShapeWidth | ShapeWidthDict | ShapeRatio | ShapeRatioDict | None | NotGiven
        ) = NOT_GIVEN,
        length: str | NotGiven = NOT_GIVEN,
    ) -> Price: ...

    def price(self, input: Input | NotGiven = NOT_GIVEN, /, **inputs: Any) -> Price:
        """Return what a job may cost; the inputs that it depends on are enough. Nothing is sent."""
        return self._price(input, inputs)


SourceUrl.__json_schema__ = {
    "type": "object",
    "properties": {"kind": {"const": "url"}, "url": {"type": "string"}},
    "required": ["kind", "url"],
    "additionalProperties": False,
}
SourceText.__json_schema__ = {
    "type": "object",
    "properties": {"kind": {"const": "text"}, "text": {"type": "string"}},
    "required": ["kind", "text"],
    "additionalProperties": False,
}
ShapeWidth.__json_schema__ = {
    "type": "object",
    "properties": {"width": {"type": "integer"}, "height": {"type": "integer"}},
    "additionalProperties": False,
}
ShapeRatio.__json_schema__ = {
    "type": "object",
    "properties": {"ratio": {"type": "string"}},
    "additionalProperties": False,
}
Input.__json_schema__ = {
    "type": "object",
    "properties": {
        "source": {
            "oneOf": [
                {
                    "type": "object",
                    "properties": {"kind": {"const": "url"}, "url": {"type": "string"}},
                    "required": ["kind", "url"],
                    "additionalProperties": False,
                },
                {
                    "type": "object",
                    "properties": {
                        "kind": {"const": "text"},
                        "text": {"type": "string"},
                    },
                    "required": ["kind", "text"],
                    "additionalProperties": False,
                },
            ]
        },
        "size": {
            "oneOf": [
                {"type": "integer", "multipleOf": 3},
                {"type": "integer", "multipleOf": 5},
            ]
        },
        "shape": {
            "anyOf": [{"$ref": ShapeWidth}, {"$ref": ShapeRatio}, {"type": "null"}]
        },
        "length": {"type": "string", "anyOf": [{"maxLength": 2}, {"minLength": 8}]},
    },
    "anyOf": [{"required": ["source"]}, {"required": ["size"]}],
    "additionalProperties": False,
    "examples": [{"source": {"kind": "url", "url": "https://example.com"}}],
}
Output.__json_schema__ = {
    "type": "object",
    "properties": {
        "image": {"anyOf": [{"type": "string", "format": "uri"}, {"type": "null"}]}
    },
}
