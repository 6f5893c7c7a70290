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

Where the schema was interpreted:

- output.json#: the output that the docs show elsewhere is assumed
"""

from collections.abc import Sequence
from typing import Annotated, Literal, NotRequired, TypedDict

from pydantic import Field

from runcomfy_models._runtime._async.client import AsyncModelClient
from runcomfy_models._runtime._async.request import AsyncRequest
from runcomfy_models._runtime._async.result import AsyncResult
from runcomfy_models._runtime._sync.client import ModelClient
from runcomfy_models._runtime._sync.request import Request
from runcomfy_models._runtime._sync.result import Result
from runcomfy_models._runtime.info import ModelInfo
from runcomfy_models._runtime.media.types import ImageInput, MediaTypes
from runcomfy_models._runtime.models import rules
from runcomfy_models._runtime.models.inputs import InputModel
from runcomfy_models._runtime.models.not_given import NOT_GIVEN, NotGiven
from runcomfy_models._runtime.models.outputs import OutputModel

__all__ = [
    "AsyncClient",
    "BoxesItem",
    "BoxesItemDict",
    "Client",
    "INFO",
    "Input",
    "MODEL_ID",
    "Output",
]

MODEL_ID = "acme/one"

INFO = ModelInfo(MODEL_ID)


def _rule_seed(_inputs: rules.Values) -> str | None:
    """a seed must be given"""
    ratio = _inputs["ratio"]
    if ratio != "it's" or rules.given(_inputs, "33_seed"):
        return None
    return '{{ratio}} {} needs a "seed"'.format(ratio)


def _rule_small_boxes(_inputs: rules.Values) -> str | None:
    """Boxes must be smaller than 0.5."""
    boxes = _inputs["boxes"]
    if all(
        [
            box.get("width", 0.1) * box["height"] < 0.5
            for box in boxes
            if box["height"] > 0
        ]
    ) and len(boxes) in (0, 1, 2):
        return None
    return "too large"


RULES = (
    rules.Rule(
        "seed",
        ("ratio", "33_seed"),
        _rule_seed,
        '{{ratio}} {ratio} needs a "seed"',
        "a seed must be given",
    ),
    rules.Rule(
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


class Input(InputModel, rules=RULES):
    ratio: Literal["16:9", "it's"] | NotGiven = NOT_GIVEN
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
    - media rule: image/png (Supports png.)
    """
    boxes: list[BoxesItem] | NotGiven = NOT_GIVEN
    """Boxes must be smaller than 0.5.

    - rule: `all(box.width * box.height < 0.5 for box in boxes if box.height > 0) and
      len(boxes) in (0, 1, 2)`
    """


class BoxesItemDict(TypedDict):
    """`BoxesItem` as a plain dict."""

    width: NotRequired[float]
    height: NotRequired[float]


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

    def submit(
        self,
        *,
        ratio: Literal["16:9", "it's"] | NotGiven = NOT_GIVEN,
        field_33_seed: int | None | NotGiven = NOT_GIVEN,
        images: Sequence[ImageInput] | NotGiven = NOT_GIVEN,
        boxes: Sequence[BoxesItem | BoxesItemDict] | NotGiven = NOT_GIVEN,
    ) -> Request[Output]:
        """Submit a job and return its request at once. The inputs are those of `run`."""
        return self._submit(locals())

    def run(
        self,
        *,
        ratio: Literal["16:9", "it's"] | NotGiven = NOT_GIVEN,
        field_33_seed: int | None | NotGiven = NOT_GIVEN,
        images: Sequence[ImageInput] | NotGiven = NOT_GIVEN,
        boxes: Sequence[BoxesItem | BoxesItemDict] | NotGiven = NOT_GIVEN,
    ) -> Result[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            ratio: Wide or "it's"; with "it's", a seed must be given.
            field_33_seed: …
            images: Supports png. (media: image; media rule: image/png (Supports png.))
            boxes: Boxes must be smaller than 0.5.
        """
        return self._run(locals())


class AsyncClient(AsyncModelClient[Input, Output]):
    """Runs `acme/one`, asynchronously."""

    model_id = MODEL_ID
    info = INFO
    input_type = Input
    output_type = Output

    async def submit(
        self,
        *,
        ratio: Literal["16:9", "it's"] | NotGiven = NOT_GIVEN,
        field_33_seed: int | None | NotGiven = NOT_GIVEN,
        images: Sequence[ImageInput] | NotGiven = NOT_GIVEN,
        boxes: Sequence[BoxesItem | BoxesItemDict] | NotGiven = NOT_GIVEN,
    ) -> AsyncRequest[Output]:
        """Submit a job and return its request at once. The inputs are those of `run`."""
        return await self._submit(locals())

    async def run(
        self,
        *,
        ratio: Literal["16:9", "it's"] | NotGiven = NOT_GIVEN,
        field_33_seed: int | None | NotGiven = NOT_GIVEN,
        images: Sequence[ImageInput] | NotGiven = NOT_GIVEN,
        boxes: Sequence[BoxesItem | BoxesItemDict] | NotGiven = NOT_GIVEN,
    ) -> AsyncResult[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            ratio: Wide or "it's"; with "it's", a seed must be given.
            field_33_seed: …
            images: Supports png. (media: image; media rule: image/png (Supports png.))
            boxes: Boxes must be smaller than 0.5.
        """
        return await self._run(locals())
