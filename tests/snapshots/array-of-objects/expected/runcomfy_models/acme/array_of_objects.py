# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""acme/array-of-objects

Example:

    from runcomfy_models.acme import array_of_objects

    with array_of_objects.Client() as client:
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
    "Camera",
    "CameraDict",
    "Client",
    "INFO",
    "Input",
    "InputDict",
    "LorasItem",
    "LorasItemDict",
    "MODEL_ID",
    "Output",
    "Zoom",
    "ZoomDict",
]

MODEL_ID = "acme/array-of-objects"

INFO = ModelInfo(MODEL_ID)


class LorasItem(InputModel):
    path: str
    scale: Annotated[float, Field(ge=0, le=4)] | NotGiven = NOT_GIVEN
    """range: 0 to 4; default: `1`"""

    if TYPE_CHECKING:

        def __init__(
            self,
            /,
            *,
            path: str,
            scale: float | NotGiven = NOT_GIVEN,
        ) -> None:
            """Build from keywords.

            Args:
                path: …
                scale: 0 to 4, default 1.
            """


class Zoom(InputModel):
    to: int | NotGiven = NOT_GIVEN

    if TYPE_CHECKING:

        def __init__(
            self,
            /,
            *,
            to: int | NotGiven = NOT_GIVEN,
        ) -> None:
            """Build from keywords.

            Args:
                to: …
            """


class Camera(InputModel):
    """Where it looks."""

    pan_left: Annotated[float | NotGiven, Field(alias="pan-left")] = NOT_GIVEN
    zoom: Zoom | NotGiven = NOT_GIVEN

    if TYPE_CHECKING:

        def __init__(
            self,
            /,
            *,
            pan_left: float | NotGiven = NOT_GIVEN,
            zoom: "Zoom | ZoomDict | NotGiven" = NOT_GIVEN,
        ) -> None:
            """Build from keywords.

            Args:
                pan_left: …
                zoom: …
            """


class Input(InputModel):
    loras: Annotated[list[LorasItem], Field(max_length=3)] | NotGiven = NOT_GIVEN
    """range: at most 3 items"""
    camera: Camera | NotGiven = NOT_GIVEN
    """Where it looks."""

    if TYPE_CHECKING:

        def __init__(
            self,
            /,
            *,
            loras: "Sequence[LorasItem | LorasItemDict] | NotGiven" = NOT_GIVEN,
            camera: "Camera | CameraDict | NotGiven" = NOT_GIVEN,
        ) -> None:
            """Build from keywords.

            Args:
                loras: at most 3 items.
                camera: Where it looks.
            """


class LorasItemDict(TypedDict):
    """`LorasItem` as a plain dict."""

    path: str
    scale: NotRequired[float]


class ZoomDict(TypedDict):
    """`Zoom` as a plain dict."""

    to: NotRequired[int]


CameraDict = TypedDict(
    "CameraDict",
    {
        "pan-left": NotRequired[float],
        "zoom": NotRequired[Zoom | ZoomDict],
    },
)
"""`Camera` as a plain dict."""


class InputDict(TypedDict):
    """The keywords of `run`: `def make(**inputs: Unpack[InputDict])`."""

    loras: NotRequired[Sequence[LorasItem | LorasItemDict]]
    camera: NotRequired[Camera | CameraDict]


class Output(OutputModel):
    image: str | None = None


class Client(ModelClient[Input, Output]):
    """Runs `acme/array-of-objects`."""

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
        loras: Sequence[LorasItem | LorasItemDict] | NotGiven = NOT_GIVEN,
        camera: Camera | CameraDict | NotGiven = NOT_GIVEN,
    ) -> Result[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            loras: at most 3 items.
            camera: Where it looks.
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
        loras: Sequence[LorasItem | LorasItemDict] | NotGiven = NOT_GIVEN,
        camera: Camera | CameraDict | NotGiven = NOT_GIVEN,
    ) -> Request[Output]:
        """Submit a job and return its request at once.

        Args:
            loras: at most 3 items.
            camera: Where it looks.
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
        loras: Sequence[LorasItem | LorasItemDict] | NotGiven = NOT_GIVEN,
        camera: Camera | CameraDict | NotGiven = NOT_GIVEN,
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
        loras: Sequence[LorasItem | LorasItemDict] | NotGiven = NOT_GIVEN,
        camera: Camera | CameraDict | NotGiven = NOT_GIVEN,
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
        loras: Sequence[LorasItem | LorasItemDict] | NotGiven = NOT_GIVEN,
        camera: Camera | CameraDict | NotGiven = NOT_GIVEN,
    ) -> Price: ...

    def price(self, input: Input | NotGiven = NOT_GIVEN, /, **inputs: Any) -> Price:
        """Return what a job may cost; the inputs that it depends on are enough. Nothing is sent."""
        return self._price(input, inputs)


class AsyncClient(AsyncModelClient[Input, Output]):
    """Runs `acme/array-of-objects`, asynchronously."""

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
        loras: Sequence[LorasItem | LorasItemDict] | NotGiven = NOT_GIVEN,
        camera: Camera | CameraDict | NotGiven = NOT_GIVEN,
    ) -> AsyncResult[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            loras: at most 3 items.
            camera: Where it looks.
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
        loras: Sequence[LorasItem | LorasItemDict] | NotGiven = NOT_GIVEN,
        camera: Camera | CameraDict | NotGiven = NOT_GIVEN,
    ) -> AsyncRequest[Output]:
        """Submit a job and return its request at once.

        Args:
            loras: at most 3 items.
            camera: Where it looks.
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
        loras: Sequence[LorasItem | LorasItemDict] | NotGiven = NOT_GIVEN,
        camera: Camera | CameraDict | NotGiven = NOT_GIVEN,
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
        loras: Sequence[LorasItem | LorasItemDict] | NotGiven = NOT_GIVEN,
        camera: Camera | CameraDict | NotGiven = NOT_GIVEN,
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
        loras: Sequence[LorasItem | LorasItemDict] | NotGiven = NOT_GIVEN,
        camera: Camera | CameraDict | NotGiven = NOT_GIVEN,
    ) -> Price: ...

    def price(self, input: Input | NotGiven = NOT_GIVEN, /, **inputs: Any) -> Price:
        """Return what a job may cost; the inputs that it depends on are enough. Nothing is sent."""
        return self._price(input, inputs)


LorasItem.__json_schema__ = {
    "type": "object",
    "required": ["path"],
    "properties": {
        "path": {"type": "string"},
        "scale": {"type": "number", "minimum": 0, "maximum": 4, "default": 1},
    },
    "additionalProperties": False,
}
Zoom.__json_schema__ = {
    "type": "object",
    "properties": {"to": {"type": "integer"}},
    "additionalProperties": False,
}
Camera.__json_schema__ = {
    "description": "Where it looks.",
    "type": "object",
    "properties": {"pan-left": {"type": "number"}, "zoom": {"$ref": Zoom}},
    "additionalProperties": False,
}
Input.__json_schema__ = {
    "type": "object",
    "properties": {
        "loras": {"type": "array", "maxItems": 3, "items": {"$ref": LorasItem}},
        "camera": {"$ref": Camera},
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
