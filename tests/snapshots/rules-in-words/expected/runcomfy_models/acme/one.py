# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""acme/one

Example:

    from runcomfy_models.acme import one

    with one.Client() as client:
        result = client.run()
    print(result.output)

Rules that the docs state in words:

- seed: a seed must be given
- small-boxes: Boxes must be smaller than 0.5.

Corrections, and what the docs get wrong or leave out:

- output.json#: the output that the docs show elsewhere is assumed
"""

from collections.abc import Sequence
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
from runcomfy_models._runtime.media.types import ImageInput, MediaTypes
from runcomfy_models._runtime.models import rules as _rules
from runcomfy_models._runtime.models.inputs import InputModel
from runcomfy_models._runtime.models.not_given import NOT_GIVEN, NotGiven
from runcomfy_models._runtime.models.outputs import OutputModel
from runcomfy_models._runtime.pricing import Price

__all__ = [
    "AsyncClient",
    "BoxesItem",
    "BoxesItemDict",
    "Client",
    "INFO",
    "Input",
    "InputDict",
    "MODEL_ID",
    "Output",
    "Ratio",
]

MODEL_ID = "acme/one"

INFO = ModelInfo(MODEL_ID)

Ratio = Literal["16:9", "it's"]


def _rule_seed(_inputs: _rules.Values) -> str | None:
    """a seed must be given"""
    ratio = _inputs["ratio"]
    if ratio != "it's" or _rules.given(_inputs, "33_seed"):
        return None
    return _rules.filled('{{ratio}} {} needs a "seed"', ratio)


def _rule_small_boxes(_inputs: _rules.Values) -> str | None:
    """Boxes must be smaller than 0.5."""
    boxes = _inputs["boxes"]
    if all(
        [
            box.get("width", _rules.exact(0.1)) * box["height"] < _rules.exact(0.5)
            for box in boxes
            if box["height"] > 0
        ]
    ) and len(boxes) in (0, 1, 2):
        return None
    return "too large"


RULES = (
    _rules.Rule(
        "seed",
        ("ratio", "33_seed"),
        _rule_seed,
        '{{ratio}} {ratio} needs a "seed"',
        "a seed must be given",
    ),
    _rules.Rule(
        "small-boxes",
        ("boxes",),
        _rule_small_boxes,
        "too large",
        "Boxes must be smaller than 0.5.",
    ),
)


class BoxesItem(InputModel):
    width: float | NotGiven = NOT_GIVEN
    """default: `0.1`"""
    height: float | NotGiven = NOT_GIVEN

    if TYPE_CHECKING:

        def __init__(
            self,
            /,
            *,
            width: float | NotGiven = NOT_GIVEN,
            height: float | NotGiven = NOT_GIVEN,
        ) -> None:
            """Build from keywords.

            Args:
                width: default 0.1.
                height: …
            """


class Input(InputModel, rules=RULES):
    ratio: Ratio | NotGiven = NOT_GIVEN
    """Wide or "it's"; with "it's", a seed must be given.

    - rule: `ratio != "it's" or given(field_33_seed)`
    """
    field_33_seed: Annotated[int | None | NotGiven, Field(alias="33_seed")] = NOT_GIVEN
    """rule: `ratio != "it's" or given(field_33_seed)`"""
    images: (
        list[Annotated[ImageInput, MediaTypes("png", ("image/png",), "Supports png.")]]
        | NotGiven
    ) = NOT_GIVEN
    """Supports png.

    - media: image
    - media rule: accepts image/png (Supports png.)
    """
    boxes: list[BoxesItem] | NotGiven = NOT_GIVEN
    """Boxes must be smaller than 0.5.

    - rule: `all(box.width * box.height < 0.5 for box in boxes if box.height > 0) and
      len(boxes) in (0, 1, 2)`
    """

    if TYPE_CHECKING:

        def __init__(
            self,
            /,
            *,
            ratio: Ratio | NotGiven = NOT_GIVEN,
            field_33_seed: int | None | NotGiven = NOT_GIVEN,
            images: Sequence[ImageInput] | NotGiven = NOT_GIVEN,
            boxes: "Sequence[BoxesItem | BoxesItemDict] | NotGiven" = NOT_GIVEN,
        ) -> None:
            """Build from keywords.

            Args:
                ratio: Wide or "it's"; with "it's", a seed must be given. Rule: `ratio != "it's" or given(field_33_seed)`.
                field_33_seed: Rule: `ratio != "it's" or given(field_33_seed)`.
                images: media: image. Supports png. Media rule: accepts image/png (Supports png.).
                boxes: Boxes must be smaller than 0.5. Rule: `all(box.width * box.height < 0.5 for box in boxes if box.height > 0) and len(boxes) in (0, 1, 2)`.
            """


class BoxesItemDict(TypedDict):
    """`BoxesItem` as a plain dict."""

    width: NotRequired[float]
    height: NotRequired[float]


class InputDict(TypedDict):
    """The keywords of `run`: `def make(**inputs: Unpack[InputDict])`."""

    ratio: NotRequired[Ratio]
    field_33_seed: NotRequired[int | None]
    images: NotRequired[Sequence[ImageInput]]
    boxes: NotRequired[Sequence[BoxesItem | BoxesItemDict]]


class Output(OutputModel):
    image: str | None = None
    """URL of the image."""
    video: str | None = None
    """URL of the video."""
    audio: str | None = None
    """URL of the audio."""
    images: list[str] | None = None
    """URLs of the images."""
    videos: list[str] | None = None
    """URLs of the videos."""
    audios: list[str] | None = None
    """URLs of the audios."""


class Client(ModelClient[Input, Output]):
    """Runs `acme/one`."""

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
        ratio: Ratio | NotGiven = NOT_GIVEN,
        field_33_seed: int | None | NotGiven = NOT_GIVEN,
        images: Sequence[ImageInput] | NotGiven = NOT_GIVEN,
        boxes: Sequence[BoxesItem | BoxesItemDict] | NotGiven = NOT_GIVEN,
    ) -> Result[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            ratio: Wide or "it's"; with "it's", a seed must be given. Rule: `ratio != "it's" or given(field_33_seed)`.
            field_33_seed: Rule: `ratio != "it's" or given(field_33_seed)`.
            images: media: image. Supports png. Media rule: accepts image/png (Supports png.).
            boxes: Boxes must be smaller than 0.5. Rule: `all(box.width * box.height < 0.5 for box in boxes if box.height > 0) and len(boxes) in (0, 1, 2)`.
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
        ratio: Ratio | NotGiven = NOT_GIVEN,
        field_33_seed: int | None | NotGiven = NOT_GIVEN,
        images: Sequence[ImageInput] | NotGiven = NOT_GIVEN,
        boxes: Sequence[BoxesItem | BoxesItemDict] | NotGiven = NOT_GIVEN,
    ) -> Request[Output]:
        """Submit a job and return its request at once.

        Args:
            ratio: Wide or "it's"; with "it's", a seed must be given. Rule: `ratio != "it's" or given(field_33_seed)`.
            field_33_seed: Rule: `ratio != "it's" or given(field_33_seed)`.
            images: media: image. Supports png. Media rule: accepts image/png (Supports png.).
            boxes: Boxes must be smaller than 0.5. Rule: `all(box.width * box.height < 0.5 for box in boxes if box.height > 0) and len(boxes) in (0, 1, 2)`.
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
        ratio: Ratio | NotGiven = NOT_GIVEN,
        field_33_seed: int | None | NotGiven = NOT_GIVEN,
        images: Sequence[ImageInput] | NotGiven = NOT_GIVEN,
        boxes: Sequence[BoxesItem | BoxesItemDict] | NotGiven = NOT_GIVEN,
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
        ratio: Ratio | NotGiven = NOT_GIVEN,
        field_33_seed: int | None | NotGiven = NOT_GIVEN,
        images: Sequence[ImageInput] | NotGiven = NOT_GIVEN,
        boxes: Sequence[BoxesItem | BoxesItemDict] | NotGiven = NOT_GIVEN,
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
        ratio: Ratio | NotGiven = NOT_GIVEN,
        field_33_seed: int | None | NotGiven = NOT_GIVEN,
        images: Sequence[ImageInput] | NotGiven = NOT_GIVEN,
        boxes: Sequence[BoxesItem | BoxesItemDict] | NotGiven = NOT_GIVEN,
    ) -> Price: ...

    def price(self, input: Input | NotGiven = NOT_GIVEN, /, **inputs: Any) -> Price:
        """Return what a job may cost; the inputs that it depends on are enough. Nothing is sent."""
        return self._price(input, inputs)


class AsyncClient(AsyncModelClient[Input, Output]):
    """Runs `acme/one`, asynchronously."""

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
        ratio: Ratio | NotGiven = NOT_GIVEN,
        field_33_seed: int | None | NotGiven = NOT_GIVEN,
        images: Sequence[ImageInput] | NotGiven = NOT_GIVEN,
        boxes: Sequence[BoxesItem | BoxesItemDict] | NotGiven = NOT_GIVEN,
    ) -> AsyncResult[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            ratio: Wide or "it's"; with "it's", a seed must be given. Rule: `ratio != "it's" or given(field_33_seed)`.
            field_33_seed: Rule: `ratio != "it's" or given(field_33_seed)`.
            images: media: image. Supports png. Media rule: accepts image/png (Supports png.).
            boxes: Boxes must be smaller than 0.5. Rule: `all(box.width * box.height < 0.5 for box in boxes if box.height > 0) and len(boxes) in (0, 1, 2)`.
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
        ratio: Ratio | NotGiven = NOT_GIVEN,
        field_33_seed: int | None | NotGiven = NOT_GIVEN,
        images: Sequence[ImageInput] | NotGiven = NOT_GIVEN,
        boxes: Sequence[BoxesItem | BoxesItemDict] | NotGiven = NOT_GIVEN,
    ) -> AsyncRequest[Output]:
        """Submit a job and return its request at once.

        Args:
            ratio: Wide or "it's"; with "it's", a seed must be given. Rule: `ratio != "it's" or given(field_33_seed)`.
            field_33_seed: Rule: `ratio != "it's" or given(field_33_seed)`.
            images: media: image. Supports png. Media rule: accepts image/png (Supports png.).
            boxes: Boxes must be smaller than 0.5. Rule: `all(box.width * box.height < 0.5 for box in boxes if box.height > 0) and len(boxes) in (0, 1, 2)`.
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
        ratio: Ratio | NotGiven = NOT_GIVEN,
        field_33_seed: int | None | NotGiven = NOT_GIVEN,
        images: Sequence[ImageInput] | NotGiven = NOT_GIVEN,
        boxes: Sequence[BoxesItem | BoxesItemDict] | NotGiven = NOT_GIVEN,
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
        ratio: Ratio | NotGiven = NOT_GIVEN,
        field_33_seed: int | None | NotGiven = NOT_GIVEN,
        images: Sequence[ImageInput] | NotGiven = NOT_GIVEN,
        boxes: Sequence[BoxesItem | BoxesItemDict] | NotGiven = NOT_GIVEN,
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
        ratio: Ratio | NotGiven = NOT_GIVEN,
        field_33_seed: int | None | NotGiven = NOT_GIVEN,
        images: Sequence[ImageInput] | NotGiven = NOT_GIVEN,
        boxes: Sequence[BoxesItem | BoxesItemDict] | NotGiven = NOT_GIVEN,
    ) -> Price: ...

    def price(self, input: Input | NotGiven = NOT_GIVEN, /, **inputs: Any) -> Price:
        """Return what a job may cost; the inputs that it depends on are enough. Nothing is sent."""
        return self._price(input, inputs)


BoxesItem.__json_schema__ = {
    "type": "object",
    "properties": {
        "width": {"type": "number", "default": 0.1},
        "height": {"type": "number"},
    },
    "additionalProperties": False,
}
Input.__json_schema__ = {
    "type": "object",
    "properties": {
        "ratio": {
            "description": 'Wide or "it\'s"; with "it\'s", a seed must be given.',
            "enum": ["16:9", "it's"],
        },
        "33_seed": {"type": ["integer", "null"]},
        "images": {
            "description": "Supports png.",
            "type": "array",
            "items": {
                "type": "string",
                "x-media": "image",
                "format": "uri",
                "x-media-rules": [
                    {"id": "png", "accepts": ["image/png"], "quote": "Supports png."}
                ],
            },
        },
        "boxes": {
            "description": "Boxes must be smaller than 0.5.",
            "type": "array",
            "items": {"$ref": BoxesItem},
        },
    },
    "additionalProperties": False,
    "examples": [{}],
}
Output.__json_schema__ = {
    "type": "object",
    "properties": {
        "image": {
            "description": "URL of the image.",
            "anyOf": [{"type": "string", "format": "uri"}, {"type": "null"}],
        },
        "video": {
            "description": "URL of the video.",
            "anyOf": [{"type": "string", "format": "uri"}, {"type": "null"}],
        },
        "audio": {
            "description": "URL of the audio.",
            "anyOf": [{"type": "string", "format": "uri"}, {"type": "null"}],
        },
        "images": {
            "description": "URLs of the images.",
            "anyOf": [
                {"type": "array", "items": {"type": "string", "format": "uri"}},
                {"type": "null"},
            ],
        },
        "videos": {
            "description": "URLs of the videos.",
            "anyOf": [
                {"type": "array", "items": {"type": "string", "format": "uri"}},
                {"type": "null"},
            ],
        },
        "audios": {
            "description": "URLs of the audios.",
            "anyOf": [
                {"type": "array", "items": {"type": "string", "format": "uri"}},
                {"type": "null"},
            ],
        },
    },
}
