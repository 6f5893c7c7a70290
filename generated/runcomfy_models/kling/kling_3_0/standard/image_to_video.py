# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 988e2e1742b10e40fd85f1e77d737562
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

Where the schema was interpreted:

- corrected: input.json: 19 texts are our translation of the page's
- corrected: output.json: 4 texts are our translation of the page's
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
from runcomfy_models._runtime.media.types import ImageInput, MediaTypes, VideoInput
from runcomfy_models._runtime.models import rules
from runcomfy_models._runtime.models.inputs import InputModel
from runcomfy_models._runtime.models.not_given import NOT_GIVEN, NotGiven
from runcomfy_models._runtime.models.outputs import OutputModel

__all__ = [
    "AsyncClient",
    "Client",
    "ElementsItem",
    "ElementsItemDict",
    "INFO",
    "Input",
    "MODEL_ID",
    "MultiPromptItem",
    "MultiPromptItemDict",
    "Output",
]

MODEL_ID = "kling/kling-3.0/standard/image-to-video"

INFO = ModelInfo(MODEL_ID)


def _rule_segments_fill_the_video(_inputs: rules.Values) -> str | None:
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
    return "the segments last {} s together, the video {} s".format(
        sum([segment.get("duration", 5) for segment in multi_prompt]), duration
    )


RULES = (
    rules.Rule(
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

    - items: 0 to 20
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
    - media rule: image/jpeg, image/png, image/bmp, image/webp (Supporta i formati jpg,
      jpeg, png, bmp, webp.)
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

    - items: 0 to 3
    """
    shot_type: Literal["customize"] | NotGiven = NOT_GIVEN
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


class MultiPromptItemDict(TypedDict):
    """`MultiPromptItem` as a plain dict."""

    prompt: NotRequired[str]
    duration: NotRequired[int]


class ElementsItemDict(TypedDict):
    """`ElementsItem` as a plain dict."""

    frontal_image_url: NotRequired[ImageInput]
    reference_image_urls: NotRequired[Sequence[ImageInput]]
    video_url: NotRequired[VideoInput]


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

    def submit(
        self,
        *,
        prompt: str,
        start_image_url: ImageInput,
        multi_prompt: (
            Sequence[MultiPromptItem | MultiPromptItemDict] | NotGiven
        ) = NOT_GIVEN,
        duration: int | NotGiven = NOT_GIVEN,
        generate_audio: bool | NotGiven = NOT_GIVEN,
        elements: Sequence[ElementsItem | ElementsItemDict] | NotGiven = NOT_GIVEN,
        shot_type: Literal["customize"] | NotGiven = NOT_GIVEN,
        negative_prompt: str | NotGiven = NOT_GIVEN,
        cfg_scale: float | NotGiven = NOT_GIVEN,
    ) -> Request[Output]:
        """Submit a job and return its request at once. The inputs are those of `run`."""
        return self._submit(locals())

    def run(
        self,
        *,
        prompt: str,
        start_image_url: ImageInput,
        multi_prompt: (
            Sequence[MultiPromptItem | MultiPromptItemDict] | NotGiven
        ) = NOT_GIVEN,
        duration: int | NotGiven = NOT_GIVEN,
        generate_audio: bool | NotGiven = NOT_GIVEN,
        elements: Sequence[ElementsItem | ElementsItemDict] | NotGiven = NOT_GIVEN,
        shot_type: Literal["customize"] | NotGiven = NOT_GIVEN,
        negative_prompt: str | NotGiven = NOT_GIVEN,
        cfg_scale: float | NotGiven = NOT_GIVEN,
    ) -> Result[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            prompt: Prompt.
            start_image_url: Start image. The first image of the video. The formats jpg,
                jpeg, png, bmp and webp are supported. (media: image; media rule:
                image/jpeg, image/png, image/bmp, image/webp (Supporta i formati jpg,
                jpeg, png, bmp, webp.))
            multi_prompt: Prompts in segments. Several segments, each with a prompt of
                its own, for transitions between scenes. The durations of all segments
                must add up to the duration of the whole video. (items: 0 to 20)
            duration: Duration. Total length of the generated video, in seconds. (range:
                3 to 15; default: `10`)
            generate_audio: Generate audio. Whether to generate audio for the video.
                (default: `true`)
            elements: Elements. What the generation refers to: reference images and
                video clips. (items: 0 to 3)
            shot_type: Shot type. How the shot of the camera, or the framing of the
                scene, is handled. (default: `"customize"`)
            negative_prompt: Negative prompt.
            cfg_scale: Guidance scale. Scale of the classifier-free guidance: how
                closely the prompt is followed. (range: 0 to 1; default: `0.5`)
        """
        return self._run(locals())


class AsyncClient(AsyncModelClient[Input, Output]):
    """Runs `kling/kling-3.0/standard/image-to-video`, asynchronously."""

    model_id = MODEL_ID
    info = INFO
    input_type = Input
    output_type = Output

    async def submit(
        self,
        *,
        prompt: str,
        start_image_url: ImageInput,
        multi_prompt: (
            Sequence[MultiPromptItem | MultiPromptItemDict] | NotGiven
        ) = NOT_GIVEN,
        duration: int | NotGiven = NOT_GIVEN,
        generate_audio: bool | NotGiven = NOT_GIVEN,
        elements: Sequence[ElementsItem | ElementsItemDict] | NotGiven = NOT_GIVEN,
        shot_type: Literal["customize"] | NotGiven = NOT_GIVEN,
        negative_prompt: str | NotGiven = NOT_GIVEN,
        cfg_scale: float | NotGiven = NOT_GIVEN,
    ) -> AsyncRequest[Output]:
        """Submit a job and return its request at once. The inputs are those of `run`."""
        return await self._submit(locals())

    async def run(
        self,
        *,
        prompt: str,
        start_image_url: ImageInput,
        multi_prompt: (
            Sequence[MultiPromptItem | MultiPromptItemDict] | NotGiven
        ) = NOT_GIVEN,
        duration: int | NotGiven = NOT_GIVEN,
        generate_audio: bool | NotGiven = NOT_GIVEN,
        elements: Sequence[ElementsItem | ElementsItemDict] | NotGiven = NOT_GIVEN,
        shot_type: Literal["customize"] | NotGiven = NOT_GIVEN,
        negative_prompt: str | NotGiven = NOT_GIVEN,
        cfg_scale: float | NotGiven = NOT_GIVEN,
    ) -> AsyncResult[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            prompt: Prompt.
            start_image_url: Start image. The first image of the video. The formats jpg,
                jpeg, png, bmp and webp are supported. (media: image; media rule:
                image/jpeg, image/png, image/bmp, image/webp (Supporta i formati jpg,
                jpeg, png, bmp, webp.))
            multi_prompt: Prompts in segments. Several segments, each with a prompt of
                its own, for transitions between scenes. The durations of all segments
                must add up to the duration of the whole video. (items: 0 to 20)
            duration: Duration. Total length of the generated video, in seconds. (range:
                3 to 15; default: `10`)
            generate_audio: Generate audio. Whether to generate audio for the video.
                (default: `true`)
            elements: Elements. What the generation refers to: reference images and
                video clips. (items: 0 to 3)
            shot_type: Shot type. How the shot of the camera, or the framing of the
                scene, is handled. (default: `"customize"`)
            negative_prompt: Negative prompt.
            cfg_scale: Guidance scale. Scale of the classifier-free guidance: how
                closely the prompt is followed. (range: 0 to 1; default: `0.5`)
        """
        return await self._run(locals())
