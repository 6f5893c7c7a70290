# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""acme/media-validations

Example:

    from runcomfy_models.acme import media_validations

    with media_validations.Client() as client:
        result = client.run()
    print(result.output)

Where the schema was interpreted:

- input.json#/properties/odd/validations/0: ignored: 'file_size_mb<30'
"""

from collections.abc import Sequence
from typing import Annotated

from runcomfy_models._runtime._async.client import AsyncModelClient
from runcomfy_models._runtime._async.request import AsyncRequest
from runcomfy_models._runtime._async.result import AsyncResult
from runcomfy_models._runtime._sync.client import ModelClient
from runcomfy_models._runtime._sync.request import Request
from runcomfy_models._runtime._sync.result import Result
from runcomfy_models._runtime.info import ModelInfo
from runcomfy_models._runtime.media.types import ImageInput, MediaRules
from runcomfy_models._runtime.models.inputs import InputModel
from runcomfy_models._runtime.models.not_given import NOT_GIVEN, NotGiven
from runcomfy_models._runtime.models.outputs import OutputModel

__all__ = [
    "AsyncClient",
    "Client",
    "INFO",
    "Input",
    "MODEL_ID",
    "Output",
]

MODEL_ID = "acme/media-validations"

INFO = ModelInfo(MODEL_ID)


class Input(InputModel):
    image: (
        Annotated[
            ImageInput,
            MediaRules(
                ("file_size_mb<", 30, "The file must stay under 30 MB."),
                ("width/height<", 16, ""),
                ("some_new_rule>", 2, ""),
            ),
        ]
        | NotGiven
    ) = NOT_GIVEN
    """media: image; media rule: file_size_mb< 30 (The file must stay under 30 MB.);
    media rule: width/height< 16; media rule: some_new_rule> 2
    """
    images: (
        list[Annotated[ImageInput, MediaRules(("width_pixels>", 14, ""))]] | NotGiven
    ) = NOT_GIVEN
    """media: image; media rule: width_pixels> 14"""
    odd: str | NotGiven = NOT_GIVEN


class Output(OutputModel):
    image: str | None = None


class Client(ModelClient[Input, Output]):
    """Runs `acme/media-validations`."""

    model_id = MODEL_ID
    info = INFO
    input_type = Input
    output_type = Output

    def submit(
        self,
        *,
        image: ImageInput | NotGiven = NOT_GIVEN,
        images: Sequence[ImageInput] | NotGiven = NOT_GIVEN,
        odd: str | NotGiven = NOT_GIVEN,
    ) -> Request[Output]:
        """Submit a job and return its request at once. The inputs are those of `run`."""
        return self._submit(locals())

    def run(
        self,
        *,
        image: ImageInput | NotGiven = NOT_GIVEN,
        images: Sequence[ImageInput] | NotGiven = NOT_GIVEN,
        odd: str | NotGiven = NOT_GIVEN,
    ) -> Result[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            image: media: image; media rule: file_size_mb< 30 (The file must stay under
                30 MB.); media rule: width/height< 16; media rule: some_new_rule> 2
            images: media: image; media rule: width_pixels> 14
            odd: …
        """
        return self._run(locals())


class AsyncClient(AsyncModelClient[Input, Output]):
    """Runs `acme/media-validations`, asynchronously."""

    model_id = MODEL_ID
    info = INFO
    input_type = Input
    output_type = Output

    async def submit(
        self,
        *,
        image: ImageInput | NotGiven = NOT_GIVEN,
        images: Sequence[ImageInput] | NotGiven = NOT_GIVEN,
        odd: str | NotGiven = NOT_GIVEN,
    ) -> AsyncRequest[Output]:
        """Submit a job and return its request at once. The inputs are those of `run`."""
        return await self._submit(locals())

    async def run(
        self,
        *,
        image: ImageInput | NotGiven = NOT_GIVEN,
        images: Sequence[ImageInput] | NotGiven = NOT_GIVEN,
        odd: str | NotGiven = NOT_GIVEN,
    ) -> AsyncResult[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            image: media: image; media rule: file_size_mb< 30 (The file must stay under
                30 MB.); media rule: width/height< 16; media rule: some_new_rule> 2
            images: media: image; media rule: width_pixels> 14
            odd: …
        """
        return await self._run(locals())
