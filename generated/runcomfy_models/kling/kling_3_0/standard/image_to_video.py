# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 612ec9c3de6e2b4768cfd2e383656471
"""kling/kling-3.0/standard/image-to-video

Example:

    from runcomfy_models.kling.kling_3_0.standard import image_to_video

    with image_to_video.Client() as client:
        result = client.run(
            prompt=(
                "Bring this still photograph to life with cinematic motion. The "
                "young American woman in a flowing white linen sundress stands "
                "on a sunlit Pacific Coast cliff at golden hour: her chestnut "
                "hair drifts gently in the ocean breeze, the hem of her dress "
                "flutters, and she turns her head and breaks into a soft smile "
                "as warm sunlight catches her freckles. Behind her, foamy "
                "turquoise waves roll and crash against the rocks below, "
                "seabirds glide past, and tall coastal grass sways. The camera "
                "slowly dollies in from a wide shot to a tender medium close-up, "
                "a subtle parallax revealing the depth of the cliffside. Natural "
                "ambient sound: gentle Pacific surf, distant gulls, a soft "
                "breeze through the grass, faint acoustic guitar in the "
                "background. Photoreal skin and fabric textures, hair strand "
                "detail, realistic water physics, golden-hour rim lighting, lens "
                "flare, shot on Arri Alexa 35, 50mm anamorphic, shallow depth of "
                "field, premium cinematic color grade."
            ),
            start_image_url="https://playgrounds-storage-public.runcomfy.net/tools/7349/media-files/input.png",
        )
    print(result.output)

Rules that the docs state in words:

- segments-fill-the-video: La somma delle durate di tutti i segmenti deve essere uguale
  alla durata totale del video.

Corrections, and what the docs get wrong or leave out:

- corrected: input.json: 19 texts are our translation of the page's
- corrected: output.json: 4 texts are our translation of the page's
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
from runcomfy_models._runtime.media.types import ImageInput, MediaTypes, VideoInput
from runcomfy_models._runtime.models import rules as _rules
from runcomfy_models._runtime.models.inputs import InputModel
from runcomfy_models._runtime.models.not_given import NOT_GIVEN, NotGiven
from runcomfy_models._runtime.models.outputs import OutputModel
from runcomfy_models._runtime.pricing import Price

__all__ = [
    "AsyncClient",
    "Client",
    "ElementsItem",
    "ElementsItemDict",
    "INFO",
    "Input",
    "InputDict",
    "MODEL_ID",
    "MultiPromptItem",
    "MultiPromptItemDict",
    "Output",
    "ShotType",
]

MODEL_ID = "kling/kling-3.0/standard/image-to-video"

INFO = ModelInfo(MODEL_ID)

ShotType = Literal["customize"]


def _rule_segments_fill_the_video(_inputs: _rules.Values) -> str | None:
    """La somma delle durate di tutti i segmenti deve essere uguale alla durata totale
    del video.
    """
    multi_prompt = _inputs["multi_prompt"]
    duration = _inputs.get("duration", 10)
    if (
        len(multi_prompt) == 0
        or sum([segment.get("duration", 5) for segment in multi_prompt]) == duration
    ):
        return None
    return _rules.filled(
        "the segments last {} s together, the video {} s",
        sum([segment.get("duration", 5) for segment in multi_prompt]),
        duration,
    )


RULES = (
    _rules.Rule(
        "segments-fill-the-video",
        ("multi_prompt", "duration"),
        _rule_segments_fill_the_video,
        "the segments last {sum(segment.duration for segment in multi_prompt)} s together, the video {duration} s",
        "La somma delle durate di tutti i segmenti deve essere uguale alla durata totale del video.",
    ),
)


class MultiPromptItem(InputModel):
    prompt: str | NotGiven = NOT_GIVEN
    duration: Annotated[int, Field(ge=3, le=15)] | NotGiven = NOT_GIVEN
    """range: 3 to 15; default: `5`"""

    if TYPE_CHECKING:

        def __init__(
            self,
            /,
            *,
            prompt: str | NotGiven = NOT_GIVEN,
            duration: int | NotGiven = NOT_GIVEN,
        ) -> None:
            """Build from keywords.

            Args:
                prompt: …
                duration: 3 to 15, default 5.
            """


class ElementsItem(InputModel):
    frontal_image_url: ImageInput | NotGiven = NOT_GIVEN
    """Reference image of the subject, from the front.

    - media: image
    """
    reference_image_urls: list[ImageInput] | NotGiven = NOT_GIVEN
    """URLs of further reference images that guide the rendering.

    - media: image
    """
    video_url: VideoInput | NotGiven = NOT_GIVEN
    """Source video, as a reference for the motion; optional.

    - media: video
    """

    if TYPE_CHECKING:

        def __init__(
            self,
            /,
            *,
            frontal_image_url: ImageInput | NotGiven = NOT_GIVEN,
            reference_image_urls: Sequence[ImageInput] | NotGiven = NOT_GIVEN,
            video_url: VideoInput | NotGiven = NOT_GIVEN,
        ) -> None:
            """Build from keywords.

            Args:
                frontal_image_url: media: image. Reference image of the subject, from the front.
                reference_image_urls: media: image. URLs of further reference images that guide the rendering.
                video_url: media: video. Source video, as a reference for the motion; optional.
            """


class Input(InputModel, rules=RULES):
    """Inputs."""

    prompt: str
    """Prompt.

    - example: `"Bring this still photograph to life with cinematic motion. The young
      American woman in a flowing white linen sundress s…`
    """
    multi_prompt: Annotated[list[MultiPromptItem], Field(max_length=20)] | NotGiven = (
        NOT_GIVEN
    )
    """Prompts in segments. Several segments, each with a prompt of its own, for
    transitions between scenes. The durations of all segments must add up to the
    duration of the whole video.

    - range: at most 20 items
    - rule: `len(multi_prompt) == 0 or sum(segment.duration for segment in multi_prompt)
      == duration`
    """
    start_image_url: Annotated[
        ImageInput,
        MediaTypes(
            "image-formats",
            ("image/jpeg", "image/png", "image/bmp", "image/webp"),
            "Supporta i formati jpg, jpeg, png, bmp, webp.",
        ),
    ]
    """Start image. The first image of the video. The formats jpg, jpeg, png, bmp and
    webp are supported.

    - example:
      `"https://playgrounds-storage-public.runcomfy.net/tools/7349/media-files/input.png"`
    - media: image
    - media rule: accepts image/jpeg, image/png, image/bmp, image/webp (Supporta i
      formati jpg, jpeg, png, bmp, webp.)
    """
    duration: Annotated[int, Field(ge=3, le=15)] | NotGiven = NOT_GIVEN
    """Duration. Total length of the generated video, in seconds.

    - range: 3 to 15
    - default: `10`
    - rule: `len(multi_prompt) == 0 or sum(segment.duration for segment in multi_prompt)
      == duration`
    """
    generate_audio: bool | NotGiven = NOT_GIVEN
    """Generate audio. Whether to generate audio for the video.

    - default: `true`
    """
    elements: Annotated[list[ElementsItem], Field(max_length=3)] | NotGiven = NOT_GIVEN
    """Elements. What the generation refers to: reference images and video clips.

    - range: at most 3 items
    """
    shot_type: ShotType | NotGiven = NOT_GIVEN
    """Shot type. How the shot of the camera, or the framing of the scene, is handled.

    - default: `"customize"`
    """
    negative_prompt: str | NotGiven = NOT_GIVEN
    """Negative prompt."""
    cfg_scale: Annotated[float, Field(ge=0, le=1)] | NotGiven = NOT_GIVEN
    """Guidance scale. Scale of the classifier-free guidance: how closely the prompt is
    followed.

    - range: 0 to 1
    - default: `0.5`
    """

    if TYPE_CHECKING:

        def __init__(
            self,
            /,
            *,
            prompt: str,
            start_image_url: ImageInput,
            multi_prompt: "Sequence[MultiPromptItem | MultiPromptItemDict] | NotGiven" = NOT_GIVEN,
            duration: int | NotGiven = NOT_GIVEN,
            generate_audio: bool | NotGiven = NOT_GIVEN,
            elements: "Sequence[ElementsItem | ElementsItemDict] | NotGiven" = NOT_GIVEN,
            shot_type: ShotType | NotGiven = NOT_GIVEN,
            negative_prompt: str | NotGiven = NOT_GIVEN,
            cfg_scale: float | NotGiven = NOT_GIVEN,
        ) -> None:
            """Build from keywords.

            Args:
                prompt: Prompt.
                start_image_url: media: image. Start image. The first image of the video.
                    The formats jpg, jpeg, png, bmp and webp are supported. Media rule:
                    accepts image/jpeg, image/png, image/bmp, image/webp (Supporta i
                    formati jpg, jpeg, png, bmp, webp.).
                multi_prompt: at most 20 items. Prompts in segments. Several segments, each with a prompt of its own, for transitions between scenes.
                    The durations of all segments must add up to the duration of the
                    whole video. Rule: `len(multi_prompt) == 0 or sum(segment.duration
                    for segment in multi_prompt) == duration`.
                duration: 3 to 15, default 10. Duration. Total length of the generated video, in seconds.
                    Rule: `len(multi_prompt) == 0 or sum(segment.duration for segment in
                    multi_prompt) == duration`.
                generate_audio: default true. Generate audio. Whether to generate audio for the video.
                elements: at most 3 items. Elements. What the generation refers to: reference images and video clips.
                shot_type: default "customize". Shot type. How the shot of the camera, or the framing of the scene, is handled.
                negative_prompt: Negative prompt.
                cfg_scale: 0 to 1, default 0.5. Guidance scale. Scale of the classifier-free guidance: how closely the prompt is followed.
            """


class MultiPromptItemDict(TypedDict):
    """`MultiPromptItem` as a plain dict."""

    prompt: NotRequired[str]
    duration: NotRequired[int]


class ElementsItemDict(TypedDict):
    """`ElementsItem` as a plain dict."""

    frontal_image_url: NotRequired[ImageInput]
    reference_image_urls: NotRequired[Sequence[ImageInput]]
    video_url: NotRequired[VideoInput]


class InputDict(TypedDict):
    """The keywords of `run`: `def make(**inputs: Unpack[InputDict])`."""

    prompt: str
    multi_prompt: NotRequired[Sequence[MultiPromptItem | MultiPromptItemDict]]
    start_image_url: ImageInput
    duration: NotRequired[int]
    generate_audio: NotRequired[bool]
    elements: NotRequired[Sequence[ElementsItem | ElementsItemDict]]
    shot_type: NotRequired[ShotType]
    negative_prompt: NotRequired[str]
    cfg_scale: NotRequired[float]


class Output(OutputModel):
    image: str | None = None
    """URL of a single image."""
    video: str | None = None
    """URL of a single video."""
    images: list[str] | None = None
    """URLs of several images."""
    videos: list[str] | None = None
    """URLs of several videos."""


class Client(ModelClient[Input, Output]):
    """Runs `kling/kling-3.0/standard/image-to-video`."""

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
        prompt: str,
        start_image_url: ImageInput,
        multi_prompt: (
            Sequence[MultiPromptItem | MultiPromptItemDict] | NotGiven
        ) = NOT_GIVEN,
        duration: int | NotGiven = NOT_GIVEN,
        generate_audio: bool | NotGiven = NOT_GIVEN,
        elements: Sequence[ElementsItem | ElementsItemDict] | NotGiven = NOT_GIVEN,
        shot_type: ShotType | NotGiven = NOT_GIVEN,
        negative_prompt: str | NotGiven = NOT_GIVEN,
        cfg_scale: float | NotGiven = NOT_GIVEN,
    ) -> Result[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            prompt: Prompt.
            start_image_url: media: image. Start image. The first image of the video.
                The formats jpg, jpeg, png, bmp and webp are supported. Media rule:
                accepts image/jpeg, image/png, image/bmp, image/webp (Supporta i formati
                jpg, jpeg, png, bmp, webp.).
            multi_prompt: at most 20 items. Prompts in segments. Several segments, each with a prompt of its own, for transitions between scenes.
                The durations of all segments must add up to the duration of the whole
                video. Rule: `len(multi_prompt) == 0 or sum(segment.duration for segment
                in multi_prompt) == duration`.
            duration: 3 to 15, default 10. Duration. Total length of the generated video, in seconds.
                Rule: `len(multi_prompt) == 0 or sum(segment.duration for segment in
                multi_prompt) == duration`.
            generate_audio: default true. Generate audio. Whether to generate audio for the video.
            elements: at most 3 items. Elements. What the generation refers to: reference images and video clips.
            shot_type: default "customize". Shot type. How the shot of the camera, or the framing of the scene, is handled.
            negative_prompt: Negative prompt.
            cfg_scale: 0 to 1, default 0.5. Guidance scale. Scale of the classifier-free guidance: how closely the prompt is followed.
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
        prompt: str,
        start_image_url: ImageInput,
        multi_prompt: (
            Sequence[MultiPromptItem | MultiPromptItemDict] | NotGiven
        ) = NOT_GIVEN,
        duration: int | NotGiven = NOT_GIVEN,
        generate_audio: bool | NotGiven = NOT_GIVEN,
        elements: Sequence[ElementsItem | ElementsItemDict] | NotGiven = NOT_GIVEN,
        shot_type: ShotType | NotGiven = NOT_GIVEN,
        negative_prompt: str | NotGiven = NOT_GIVEN,
        cfg_scale: float | NotGiven = NOT_GIVEN,
    ) -> Request[Output]:
        """Submit a job and return its request at once.

        Args:
            prompt: Prompt.
            start_image_url: media: image. Start image. The first image of the video.
                The formats jpg, jpeg, png, bmp and webp are supported. Media rule:
                accepts image/jpeg, image/png, image/bmp, image/webp (Supporta i formati
                jpg, jpeg, png, bmp, webp.).
            multi_prompt: at most 20 items. Prompts in segments. Several segments, each with a prompt of its own, for transitions between scenes.
                The durations of all segments must add up to the duration of the whole
                video. Rule: `len(multi_prompt) == 0 or sum(segment.duration for segment
                in multi_prompt) == duration`.
            duration: 3 to 15, default 10. Duration. Total length of the generated video, in seconds.
                Rule: `len(multi_prompt) == 0 or sum(segment.duration for segment in
                multi_prompt) == duration`.
            generate_audio: default true. Generate audio. Whether to generate audio for the video.
            elements: at most 3 items. Elements. What the generation refers to: reference images and video clips.
            shot_type: default "customize". Shot type. How the shot of the camera, or the framing of the scene, is handled.
            negative_prompt: Negative prompt.
            cfg_scale: 0 to 1, default 0.5. Guidance scale. Scale of the classifier-free guidance: how closely the prompt is followed.
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
        prompt: str,
        start_image_url: ImageInput,
        multi_prompt: (
            Sequence[MultiPromptItem | MultiPromptItemDict] | NotGiven
        ) = NOT_GIVEN,
        duration: int | NotGiven = NOT_GIVEN,
        generate_audio: bool | NotGiven = NOT_GIVEN,
        elements: Sequence[ElementsItem | ElementsItemDict] | NotGiven = NOT_GIVEN,
        shot_type: ShotType | NotGiven = NOT_GIVEN,
        negative_prompt: str | NotGiven = NOT_GIVEN,
        cfg_scale: float | NotGiven = NOT_GIVEN,
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
        prompt: str,
        start_image_url: ImageInput,
        multi_prompt: (
            Sequence[MultiPromptItem | MultiPromptItemDict] | NotGiven
        ) = NOT_GIVEN,
        duration: int | NotGiven = NOT_GIVEN,
        generate_audio: bool | NotGiven = NOT_GIVEN,
        elements: Sequence[ElementsItem | ElementsItemDict] | NotGiven = NOT_GIVEN,
        shot_type: ShotType | NotGiven = NOT_GIVEN,
        negative_prompt: str | NotGiven = NOT_GIVEN,
        cfg_scale: float | NotGiven = NOT_GIVEN,
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
        prompt: str | NotGiven = NOT_GIVEN,
        start_image_url: ImageInput | NotGiven = NOT_GIVEN,
        multi_prompt: (
            Sequence[MultiPromptItem | MultiPromptItemDict] | NotGiven
        ) = NOT_GIVEN,
        duration: int | NotGiven = NOT_GIVEN,
        generate_audio: bool | NotGiven = NOT_GIVEN,
        elements: Sequence[ElementsItem | ElementsItemDict] | NotGiven = NOT_GIVEN,
        shot_type: ShotType | NotGiven = NOT_GIVEN,
        negative_prompt: str | NotGiven = NOT_GIVEN,
        cfg_scale: float | NotGiven = NOT_GIVEN,
    ) -> Price: ...

    def price(self, input: Input | NotGiven = NOT_GIVEN, /, **inputs: Any) -> Price:
        """Return what a job may cost; the inputs that it depends on are enough. Nothing is sent."""
        return self._price(input, inputs)


class AsyncClient(AsyncModelClient[Input, Output]):
    """Runs `kling/kling-3.0/standard/image-to-video`, asynchronously."""

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
        prompt: str,
        start_image_url: ImageInput,
        multi_prompt: (
            Sequence[MultiPromptItem | MultiPromptItemDict] | NotGiven
        ) = NOT_GIVEN,
        duration: int | NotGiven = NOT_GIVEN,
        generate_audio: bool | NotGiven = NOT_GIVEN,
        elements: Sequence[ElementsItem | ElementsItemDict] | NotGiven = NOT_GIVEN,
        shot_type: ShotType | NotGiven = NOT_GIVEN,
        negative_prompt: str | NotGiven = NOT_GIVEN,
        cfg_scale: float | NotGiven = NOT_GIVEN,
    ) -> AsyncResult[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            prompt: Prompt.
            start_image_url: media: image. Start image. The first image of the video.
                The formats jpg, jpeg, png, bmp and webp are supported. Media rule:
                accepts image/jpeg, image/png, image/bmp, image/webp (Supporta i formati
                jpg, jpeg, png, bmp, webp.).
            multi_prompt: at most 20 items. Prompts in segments. Several segments, each with a prompt of its own, for transitions between scenes.
                The durations of all segments must add up to the duration of the whole
                video. Rule: `len(multi_prompt) == 0 or sum(segment.duration for segment
                in multi_prompt) == duration`.
            duration: 3 to 15, default 10. Duration. Total length of the generated video, in seconds.
                Rule: `len(multi_prompt) == 0 or sum(segment.duration for segment in
                multi_prompt) == duration`.
            generate_audio: default true. Generate audio. Whether to generate audio for the video.
            elements: at most 3 items. Elements. What the generation refers to: reference images and video clips.
            shot_type: default "customize". Shot type. How the shot of the camera, or the framing of the scene, is handled.
            negative_prompt: Negative prompt.
            cfg_scale: 0 to 1, default 0.5. Guidance scale. Scale of the classifier-free guidance: how closely the prompt is followed.
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
        prompt: str,
        start_image_url: ImageInput,
        multi_prompt: (
            Sequence[MultiPromptItem | MultiPromptItemDict] | NotGiven
        ) = NOT_GIVEN,
        duration: int | NotGiven = NOT_GIVEN,
        generate_audio: bool | NotGiven = NOT_GIVEN,
        elements: Sequence[ElementsItem | ElementsItemDict] | NotGiven = NOT_GIVEN,
        shot_type: ShotType | NotGiven = NOT_GIVEN,
        negative_prompt: str | NotGiven = NOT_GIVEN,
        cfg_scale: float | NotGiven = NOT_GIVEN,
    ) -> AsyncRequest[Output]:
        """Submit a job and return its request at once.

        Args:
            prompt: Prompt.
            start_image_url: media: image. Start image. The first image of the video.
                The formats jpg, jpeg, png, bmp and webp are supported. Media rule:
                accepts image/jpeg, image/png, image/bmp, image/webp (Supporta i formati
                jpg, jpeg, png, bmp, webp.).
            multi_prompt: at most 20 items. Prompts in segments. Several segments, each with a prompt of its own, for transitions between scenes.
                The durations of all segments must add up to the duration of the whole
                video. Rule: `len(multi_prompt) == 0 or sum(segment.duration for segment
                in multi_prompt) == duration`.
            duration: 3 to 15, default 10. Duration. Total length of the generated video, in seconds.
                Rule: `len(multi_prompt) == 0 or sum(segment.duration for segment in
                multi_prompt) == duration`.
            generate_audio: default true. Generate audio. Whether to generate audio for the video.
            elements: at most 3 items. Elements. What the generation refers to: reference images and video clips.
            shot_type: default "customize". Shot type. How the shot of the camera, or the framing of the scene, is handled.
            negative_prompt: Negative prompt.
            cfg_scale: 0 to 1, default 0.5. Guidance scale. Scale of the classifier-free guidance: how closely the prompt is followed.
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
        prompt: str,
        start_image_url: ImageInput,
        multi_prompt: (
            Sequence[MultiPromptItem | MultiPromptItemDict] | NotGiven
        ) = NOT_GIVEN,
        duration: int | NotGiven = NOT_GIVEN,
        generate_audio: bool | NotGiven = NOT_GIVEN,
        elements: Sequence[ElementsItem | ElementsItemDict] | NotGiven = NOT_GIVEN,
        shot_type: ShotType | NotGiven = NOT_GIVEN,
        negative_prompt: str | NotGiven = NOT_GIVEN,
        cfg_scale: float | NotGiven = NOT_GIVEN,
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
        prompt: str,
        start_image_url: ImageInput,
        multi_prompt: (
            Sequence[MultiPromptItem | MultiPromptItemDict] | NotGiven
        ) = NOT_GIVEN,
        duration: int | NotGiven = NOT_GIVEN,
        generate_audio: bool | NotGiven = NOT_GIVEN,
        elements: Sequence[ElementsItem | ElementsItemDict] | NotGiven = NOT_GIVEN,
        shot_type: ShotType | NotGiven = NOT_GIVEN,
        negative_prompt: str | NotGiven = NOT_GIVEN,
        cfg_scale: float | NotGiven = NOT_GIVEN,
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
        prompt: str | NotGiven = NOT_GIVEN,
        start_image_url: ImageInput | NotGiven = NOT_GIVEN,
        multi_prompt: (
            Sequence[MultiPromptItem | MultiPromptItemDict] | NotGiven
        ) = NOT_GIVEN,
        duration: int | NotGiven = NOT_GIVEN,
        generate_audio: bool | NotGiven = NOT_GIVEN,
        elements: Sequence[ElementsItem | ElementsItemDict] | NotGiven = NOT_GIVEN,
        shot_type: ShotType | NotGiven = NOT_GIVEN,
        negative_prompt: str | NotGiven = NOT_GIVEN,
        cfg_scale: float | NotGiven = NOT_GIVEN,
    ) -> Price: ...

    def price(self, input: Input | NotGiven = NOT_GIVEN, /, **inputs: Any) -> Price:
        """Return what a job may cost; the inputs that it depends on are enough. Nothing is sent."""
        return self._price(input, inputs)


MultiPromptItem.__json_schema__ = {
    "type": "object",
    "properties": {
        "prompt": {"type": "string"},
        "duration": {"type": "integer", "minimum": 3, "maximum": 15, "default": 5},
    },
    "additionalProperties": False,
}
ElementsItem.__json_schema__ = {
    "type": "object",
    "properties": {
        "frontal_image_url": {
            "description": "Reference image of the subject, from the front.",
            "type": "string",
            "x-media": "image",
            "format": "uri",
        },
        "reference_image_urls": {
            "description": "URLs of further reference images that guide the rendering.",
            "type": "array",
            "items": {"type": "string", "x-media": "image", "format": "uri"},
        },
        "video_url": {
            "description": "Source video, as a reference for the motion; optional.",
            "type": "string",
            "x-media": "video",
            "format": "uri",
        },
    },
    "additionalProperties": False,
}
Input.__json_schema__ = {
    "title": "Inputs",
    "type": "object",
    "required": ["prompt", "start_image_url"],
    "properties": {
        "prompt": {
            "title": "Prompt",
            "type": "string",
            "examples": [
                "Bring this still photograph to life with cinematic motion. The young American woman in a flowing white linen sundress stands on a sunlit Pacific Coast cliff at golden hour: her chestnut hair drifts gently in the ocean breeze, the hem of her dress flutters, and she turns her head and breaks into a soft smile as warm sunlight catches her freckles. Behind her, foamy turquoise waves roll and crash against the rocks below, seabirds glide past, and tall coastal grass sways. The camera slowly dollies in from a wide shot to a tender medium close-up, a subtle parallax revealing the depth of the cliffside. Natural ambient sound: gentle Pacific surf, distant gulls, a soft breeze through the grass, faint acoustic guitar in the background. Photoreal skin and fabric textures, hair strand detail, realistic water physics, golden-hour rim lighting, lens flare, shot on Arri Alexa 35, 50mm anamorphic, shallow depth of field, premium cinematic color grade."
            ],
        },
        "multi_prompt": {
            "title": "Prompts in segments",
            "description": "Several segments, each with a prompt of its own, for transitions between scenes. The durations of all segments must add up to the duration of the whole video.",
            "type": "array",
            "items": {"$ref": MultiPromptItem},
            "maxItems": 20,
            "minItems": 0,
        },
        "start_image_url": {
            "title": "Start image",
            "description": "The first image of the video. The formats jpg, jpeg, png, bmp and webp are supported.",
            "type": "string",
            "x-media": "image",
            "format": "uri",
            "x-media-rules": [
                {
                    "id": "image-formats",
                    "accepts": ["image/jpeg", "image/png", "image/bmp", "image/webp"],
                    "quote": "Supporta i formati jpg, jpeg, png, bmp, webp.",
                }
            ],
            "examples": [
                "https://playgrounds-storage-public.runcomfy.net/tools/7349/media-files/input.png"
            ],
        },
        "duration": {
            "title": "Duration",
            "description": "Total length of the generated video, in seconds.",
            "type": "integer",
            "minimum": 3,
            "maximum": 15,
            "default": 10,
        },
        "generate_audio": {
            "title": "Generate audio",
            "description": "Whether to generate audio for the video.",
            "type": "boolean",
            "default": True,
        },
        "elements": {
            "title": "Elements",
            "description": "What the generation refers to: reference images and video clips.",
            "type": "array",
            "items": {"$ref": ElementsItem},
            "minItems": 0,
            "maxItems": 3,
        },
        "shot_type": {
            "title": "Shot type",
            "description": "How the shot of the camera, or the framing of the scene, is handled.",
            "type": "string",
            "enum": ["customize"],
            "default": "customize",
        },
        "negative_prompt": {"title": "Negative prompt", "type": "string"},
        "cfg_scale": {
            "title": "Guidance scale",
            "description": "Scale of the classifier-free guidance: how closely the prompt is followed.",
            "type": "number",
            "minimum": 0,
            "maximum": 1,
            "default": 0.5,
        },
    },
    "additionalProperties": False,
    "examples": [
        {
            "prompt": "Bring this still photograph to life with cinematic motion. The young American woman in a flowing white linen sundress stands on a sunlit Pacific Coast cliff at golden hour: her chestnut hair drifts gently in the ocean breeze, the hem of her dress flutters, and she turns her head and breaks into a soft smile as warm sunlight catches her freckles. Behind her, foamy turquoise waves roll and crash against the rocks below, seabirds glide past, and tall coastal grass sways. The camera slowly dollies in from a wide shot to a tender medium close-up, a subtle parallax revealing the depth of the cliffside. Natural ambient sound: gentle Pacific surf, distant gulls, a soft breeze through the grass, faint acoustic guitar in the background. Photoreal skin and fabric textures, hair strand detail, realistic water physics, golden-hour rim lighting, lens flare, shot on Arri Alexa 35, 50mm anamorphic, shallow depth of field, premium cinematic color grade.",
            "start_image_url": "https://playgrounds-storage-public.runcomfy.net/tools/7349/media-files/input.png",
        }
    ],
}
Output.__json_schema__ = {
    "type": "object",
    "properties": {
        "image": {
            "description": "URL of a single image",
            "anyOf": [{"type": "string", "format": "uri"}, {"type": "null"}],
        },
        "video": {
            "description": "URL of a single video",
            "anyOf": [{"type": "string", "format": "uri"}, {"type": "null"}],
        },
        "images": {
            "description": "URLs of several images",
            "anyOf": [
                {"type": "array", "items": {"type": "string", "format": "uri"}},
                {"type": "null"},
            ],
        },
        "videos": {
            "description": "URLs of several videos",
            "anyOf": [
                {"type": "array", "items": {"type": "string", "format": "uri"}},
                {"type": "null"},
            ],
        },
    },
}
