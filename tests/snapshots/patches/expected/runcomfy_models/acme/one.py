# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""acme/one

Example:

    from runcomfy_models.acme import one

    with one.Client() as client:
        result = client.run(
            prompt="A red fox runs through fresh snow.",
            images="https://example.com/image.png",
        )
    print(result.output)

Where the schema was interpreted:

- corrected: input.json#/required/1: the page means images
- corrected: input.json#/properties/images/format: it is the URL of an image
- corrected: input.json: 2 texts are our translation of the page's
- overrides.toml#: ["acme/one"] patch "input.json#/properties/prompt/title": it was
  "Testo", the page has "Descrizione" now
- output.json#: the output that the docs show elsewhere is assumed
"""

from runcomfy_models._runtime._async.client import AsyncModelClient
from runcomfy_models._runtime._async.request import AsyncRequest
from runcomfy_models._runtime._async.result import AsyncResult
from runcomfy_models._runtime._sync.client import ModelClient
from runcomfy_models._runtime._sync.request import Request
from runcomfy_models._runtime._sync.result import Result
from runcomfy_models._runtime.info import ModelInfo
from runcomfy_models._runtime.media.types import ImageInput
from runcomfy_models._runtime.models.inputs import InputModel
from runcomfy_models._runtime.models.outputs import OutputModel

__all__ = [
    "AsyncClient",
    "Client",
    "INFO",
    "Input",
    "MODEL_ID",
    "Output",
]

MODEL_ID = "acme/one"

INFO = ModelInfo(MODEL_ID)


class Input(InputModel):
    """Inputs."""

    prompt: str
    """Prompt."""
    images: ImageInput
    """media: image"""


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
        prompt: str,
        images: ImageInput,
    ) -> Request[Output]:
        """Submit a job and return its request at once. The inputs are those of `run`."""
        return self._submit(locals())

    def run(
        self,
        *,
        prompt: str,
        images: ImageInput,
    ) -> Result[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            prompt: Prompt.
            images: media: image
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
        prompt: str,
        images: ImageInput,
    ) -> AsyncRequest[Output]:
        """Submit a job and return its request at once. The inputs are those of `run`."""
        return await self._submit(locals())

    async def run(
        self,
        *,
        prompt: str,
        images: ImageInput,
    ) -> AsyncResult[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            prompt: Prompt.
            images: media: image
        """
        return await self._run(locals())
