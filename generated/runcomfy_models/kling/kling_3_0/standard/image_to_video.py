# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 4aafbddd770a800d3fac76cfbd355405
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
from runcomfy_models._runtime.media.types import ImageInput, VideoInput
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
        ) -> None: ...


class ElementsItem(InputModel):
    frontal_image_url: ImageInput | NotGiven = NOT_GIVEN
    """Riferimento all'immagine frontale del soggetto.

    - media: image
    """
    reference_image_urls: list[ImageInput] | NotGiven = NOT_GIVEN
    """URL di immagini di riferimento aggiuntivi utilizzati per guidare il rendering.

    - media: image
    """
    video_url: VideoInput | NotGiven = NOT_GIVEN
    """Video sorgente opzionale utilizzato per riferimento al movimento.

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
        ) -> None: ...


class Input(InputModel):
    """Schema di input."""

    prompt: str
    """Prompt.

    - example: `"Bring this still photograph to life with cinematic motion. The young
      American woman in a flowing white linen sundress s…`
    """
    multi_prompt: Annotated[list[MultiPromptItem], Field(max_length=20)] | NotGiven = (
        NOT_GIVEN
    )
    """Segmenti con più prompt. Fornire più segmenti di prompt per le transizioni di
    scena. La somma delle durate di tutti i segmenti deve essere uguale alla durata
    totale del video.

    - items: 0 to 20
    """
    start_image_url: ImageInput
    """Avvia immagine. Immagine iniziale del video. Supporta i formati jpg, jpeg, png,
    bmp, webp.

    - example:
      `"https://playgrounds-storage-public.runcomfy.net/tools/7349/media-files/input.png"`
    - media: image
    """
    duration: Annotated[int, Field(ge=3, le=15)] | NotGiven = NOT_GIVEN
    """Durata. Durata totale del video generato in secondi.

    - range: 3 to 15
    - default: `10`
    """
    generate_audio: bool | NotGiven = NOT_GIVEN
    """Genera audio. Abilita questa opzione per generare audio per il video.

    - default: `true`
    """
    elements: Annotated[list[ElementsItem], Field(max_length=3)] | NotGiven = NOT_GIVEN
    """Elementi. Risorse di input utilizzate per la generazione, incluse immagini di
    riferimento e segmenti video.

    - items: 0 to 3
    """
    shot_type: ShotType | NotGiven = NOT_GIVEN
    """Tipo di tiro. Definisce come viene gestita la ripresa della telecamera o
    l'inquadratura della scena.

    - default: `"customize"`
    """
    negative_prompt: str | NotGiven = NOT_GIVEN
    """Richiesta negativa."""
    cfg_scale: Annotated[float, Field(ge=0, le=1)] | NotGiven = NOT_GIVEN
    """Scala di orientamento. Scala di guida senza classificatore che controlla
    l'aderenza al prompt.

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
        ) -> None: ...


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
    """URL immagine singola."""
    video: str | None = None
    """URL video singolo."""
    images: list[str] | None = None
    """più URL immagine."""
    videos: list[str] | None = None
    """più URL video."""


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
            start_image_url: media: image. Avvia immagine. Immagine iniziale del video.
                Supporta i formati jpg, jpeg, png, bmp, webp.
            multi_prompt: items: 0 to 20. Segmenti con più prompt. Fornire più segmenti di prompt per le transizioni di scena.
                La somma delle durate di tutti i segmenti deve essere uguale alla durata
                totale del video.
            duration: 3 to 15, default 10. Durata. Durata totale del video generato in secondi.
            generate_audio: default true. Genera audio. Abilita questa opzione per generare audio per il video.
            elements: items: 0 to 3. Elementi. Risorse di input utilizzate per la generazione, incluse immagini di riferimento e segmenti video.
            shot_type: default "customize". Tipo di tiro. Definisce come viene gestita la ripresa della telecamera o l'inquadratura della scena.
            negative_prompt: Richiesta negativa.
            cfg_scale: 0 to 1, default 0.5. Scala di orientamento. Scala di guida senza classificatore che controlla l'aderenza al prompt.
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
    ) -> Request[Output]: ...

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
            start_image_url: media: image. Avvia immagine. Immagine iniziale del video.
                Supporta i formati jpg, jpeg, png, bmp, webp.
            multi_prompt: items: 0 to 20. Segmenti con più prompt. Fornire più segmenti di prompt per le transizioni di scena.
                La somma delle durate di tutti i segmenti deve essere uguale alla durata
                totale del video.
            duration: 3 to 15, default 10. Durata. Durata totale del video generato in secondi.
            generate_audio: default true. Genera audio. Abilita questa opzione per generare audio per il video.
            elements: items: 0 to 3. Elementi. Risorse di input utilizzate per la generazione, incluse immagini di riferimento e segmenti video.
            shot_type: default "customize". Tipo di tiro. Definisce come viene gestita la ripresa della telecamera o l'inquadratura della scena.
            negative_prompt: Richiesta negativa.
            cfg_scale: 0 to 1, default 0.5. Scala di orientamento. Scala di guida senza classificatore che controlla l'aderenza al prompt.
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
    ) -> AsyncRequest[Output]: ...

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
            "description": "Riferimento all'immagine frontale del soggetto.",
            "type": "string",
            "x-media": "image",
            "format": "uri",
        },
        "reference_image_urls": {
            "description": "URL di immagini di riferimento aggiuntivi utilizzati per guidare il rendering.",
            "type": "array",
            "items": {"type": "string", "x-media": "image", "format": "uri"},
        },
        "video_url": {
            "description": "Video sorgente opzionale utilizzato per riferimento al movimento.",
            "type": "string",
            "x-media": "video",
            "format": "uri",
        },
    },
    "additionalProperties": False,
}
Input.__json_schema__ = {
    "title": "Schema di input",
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
            "title": "Segmenti con più prompt",
            "description": "Fornire più segmenti di prompt per le transizioni di scena. La somma delle durate di tutti i segmenti deve essere uguale alla durata totale del video.",
            "type": "array",
            "items": {"$ref": MultiPromptItem},
            "maxItems": 20,
            "minItems": 0,
        },
        "start_image_url": {
            "title": "Avvia immagine",
            "description": "Immagine iniziale del video. Supporta i formati jpg, jpeg, png, bmp, webp.",
            "type": "string",
            "x-media": "image",
            "format": "uri",
            "examples": [
                "https://playgrounds-storage-public.runcomfy.net/tools/7349/media-files/input.png"
            ],
        },
        "duration": {
            "title": "Durata",
            "description": "Durata totale del video generato in secondi.",
            "type": "integer",
            "minimum": 3,
            "maximum": 15,
            "default": 10,
        },
        "generate_audio": {
            "title": "Genera audio",
            "description": "Abilita questa opzione per generare audio per il video.",
            "type": "boolean",
            "default": True,
        },
        "elements": {
            "title": "Elementi",
            "description": "Risorse di input utilizzate per la generazione, incluse immagini di riferimento e segmenti video.",
            "type": "array",
            "items": {"$ref": ElementsItem},
            "minItems": 0,
            "maxItems": 3,
        },
        "shot_type": {
            "title": "Tipo di tiro",
            "description": "Definisce come viene gestita la ripresa della telecamera o l'inquadratura della scena.",
            "type": "string",
            "enum": ["customize"],
            "default": "customize",
        },
        "negative_prompt": {"title": "Richiesta negativa", "type": "string"},
        "cfg_scale": {
            "title": "Scala di orientamento",
            "description": "Scala di guida senza classificatore che controlla l'aderenza al prompt.",
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
            "description": "URL immagine singola",
            "anyOf": [{"type": "string", "format": "uri"}, {"type": "null"}],
        },
        "video": {
            "description": "URL video singolo",
            "anyOf": [{"type": "string", "format": "uri"}, {"type": "null"}],
        },
        "images": {
            "description": "più URL immagine",
            "anyOf": [
                {"type": "array", "items": {"type": "string", "format": "uri"}},
                {"type": "null"},
            ],
        },
        "videos": {
            "description": "più URL video",
            "anyOf": [
                {"type": "array", "items": {"type": "string", "format": "uri"}},
                {"type": "null"},
            ],
        },
    },
}
