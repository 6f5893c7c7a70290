# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""acme/objects

Example:

    from runcomfy_models.acme import objects

    with objects.Client() as client:
        result = client.run()
    print(result.output)
"""

from typing import TYPE_CHECKING, Annotated, Any, NotRequired, TypedDict

from pydantic import ConfigDict

from runcomfy_models._runtime._async.client import AsyncModelClient
from runcomfy_models._runtime._async.request import AsyncRequest
from runcomfy_models._runtime._async.result import AsyncResult
from runcomfy_models._runtime._sync.client import ModelClient
from runcomfy_models._runtime._sync.request import Request
from runcomfy_models._runtime._sync.result import Result
from runcomfy_models._runtime.info import ModelInfo
from runcomfy_models._runtime.media.types import ImageInput
from runcomfy_models._runtime.models import checks
from runcomfy_models._runtime.models.inputs import InputModel
from runcomfy_models._runtime.models.not_given import NOT_GIVEN, NotGiven
from runcomfy_models._runtime.models.outputs import OutputModel

__all__ = [
    "AsyncClient",
    "Client",
    "INFO",
    "Input",
    "MODEL_ID",
    "Options",
    "OptionsDict",
    "Output",
]

MODEL_ID = "acme/objects"

INFO = ModelInfo(MODEL_ID)


class Options(
    InputModel,
    check=checks.fits(
        {"additionalProperties": {"type": "string"}, "properties": {"seed": True}}
    ),
):
    model_config = ConfigDict(extra="allow")

    seed: int | NotGiven = NOT_GIVEN

    if TYPE_CHECKING:

        def __init__(
            self,
            /,
            *,
            seed: int | NotGiven = NOT_GIVEN,
            **_further: Any,
        ) -> None: ...


class Input(
    InputModel,
    check=checks.fits(
        {
            "dependentRequired": {"mask": ["image"]},
            "dependentSchemas": {"weights": {"required": ["options"]}},
        }
    ),
):
    headers: (
        Annotated[
            dict[str, str],
            checks.fits(
                {
                    "patternProperties": {"^x-": {"type": "string"}},
                    "additionalProperties": False,
                }
            ),
        ]
        | NotGiven
    ) = NOT_GIVEN
    weights: (
        Annotated[
            dict[str, float],
            checks.fits(
                {
                    "maxProperties": 3,
                    "minProperties": 1,
                    "propertyNames": {"maxLength": 8},
                }
            ),
        ]
        | NotGiven
    ) = NOT_GIVEN
    options: Options | NotGiven = NOT_GIVEN
    keyed: Annotated[dict[str, Any], checks.fits({"required": ["main"]})] | NotGiven = (
        NOT_GIVEN
    )
    mask: ImageInput | NotGiven = NOT_GIVEN
    """media: image"""
    image: ImageInput | NotGiven = NOT_GIVEN
    """media: image"""


class OptionsDict(TypedDict):
    """`Options` as a plain dict."""

    seed: NotRequired[int]


class Output(OutputModel):
    image: str | None = None


class Client(ModelClient[Input, Output]):
    """Runs `acme/objects`."""

    model_id = MODEL_ID
    info = INFO
    input_type = Input
    output_type = Output

    def submit(
        self,
        *,
        headers: dict[str, str] | NotGiven = NOT_GIVEN,
        weights: dict[str, float] | NotGiven = NOT_GIVEN,
        options: Options | OptionsDict | dict[str, Any] | NotGiven = NOT_GIVEN,
        keyed: dict[str, Any] | NotGiven = NOT_GIVEN,
        mask: ImageInput | NotGiven = NOT_GIVEN,
        image: ImageInput | NotGiven = NOT_GIVEN,
    ) -> Request[Output]:
        """Submit a job and return its request at once. The inputs are those of `run`."""
        return self._submit(locals())

    def run(
        self,
        *,
        headers: dict[str, str] | NotGiven = NOT_GIVEN,
        weights: dict[str, float] | NotGiven = NOT_GIVEN,
        options: Options | OptionsDict | dict[str, Any] | NotGiven = NOT_GIVEN,
        keyed: dict[str, Any] | NotGiven = NOT_GIVEN,
        mask: ImageInput | NotGiven = NOT_GIVEN,
        image: ImageInput | NotGiven = NOT_GIVEN,
    ) -> Result[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            headers: …
            weights: …
            options: …
            keyed: …
            mask: media: image
            image: media: image
        """
        return self._run(locals())


class AsyncClient(AsyncModelClient[Input, Output]):
    """Runs `acme/objects`, asynchronously."""

    model_id = MODEL_ID
    info = INFO
    input_type = Input
    output_type = Output

    async def submit(
        self,
        *,
        headers: dict[str, str] | NotGiven = NOT_GIVEN,
        weights: dict[str, float] | NotGiven = NOT_GIVEN,
        options: Options | OptionsDict | dict[str, Any] | NotGiven = NOT_GIVEN,
        keyed: dict[str, Any] | NotGiven = NOT_GIVEN,
        mask: ImageInput | NotGiven = NOT_GIVEN,
        image: ImageInput | NotGiven = NOT_GIVEN,
    ) -> AsyncRequest[Output]:
        """Submit a job and return its request at once. The inputs are those of `run`."""
        return await self._submit(locals())

    async def run(
        self,
        *,
        headers: dict[str, str] | NotGiven = NOT_GIVEN,
        weights: dict[str, float] | NotGiven = NOT_GIVEN,
        options: Options | OptionsDict | dict[str, Any] | NotGiven = NOT_GIVEN,
        keyed: dict[str, Any] | NotGiven = NOT_GIVEN,
        mask: ImageInput | NotGiven = NOT_GIVEN,
        image: ImageInput | NotGiven = NOT_GIVEN,
    ) -> AsyncResult[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            headers: …
            weights: …
            options: …
            keyed: …
            mask: media: image
            image: media: image
        """
        return await self._run(locals())
