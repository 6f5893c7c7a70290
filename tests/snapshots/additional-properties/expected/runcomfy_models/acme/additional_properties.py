# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""acme/additional-properties

Example:

    from runcomfy_models.acme import additional_properties

    with additional_properties.Client() as client:
        result = client.run()
    print(result.output)
"""

from typing import TYPE_CHECKING, Annotated, Any, NotRequired, TypedDict

from pydantic import ConfigDict, Field

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

__all__ = [
    "AsyncClient",
    "Client",
    "INFO",
    "Input",
    "Loose",
    "LooseDict",
    "MODEL_ID",
    "Output",
]

MODEL_ID = "acme/additional-properties"

INFO = ModelInfo(MODEL_ID)


class Loose(InputModel):
    model_config = ConfigDict(extra="allow")

    a: str | NotGiven = NOT_GIVEN

    if TYPE_CHECKING:

        def __init__(
            self,
            /,
            *,
            a: str | NotGiven = NOT_GIVEN,
            **_further: Any,
        ) -> None: ...


class Input(
    InputModel,
    check=checks.fits(
        {
            "additionalProperties": {"type": "integer"},
            "properties": {
                "extra": True,
                "weights": True,
                "loose": True,
                "anything": True,
            },
        }
    ),
):
    model_config = ConfigDict(extra="allow")

    extra: dict[str, Any] | NotGiven = NOT_GIVEN
    weights: dict[str, Annotated[float, Field(ge=0)]] | NotGiven = NOT_GIVEN
    loose: Loose | NotGiven = NOT_GIVEN
    anything: Any | NotGiven = NOT_GIVEN

    if TYPE_CHECKING:

        def __init__(
            self,
            /,
            *,
            extra: dict[str, Any] | NotGiven = NOT_GIVEN,
            weights: dict[str, float] | NotGiven = NOT_GIVEN,
            loose: "Loose | LooseDict | dict[str, Any] | NotGiven" = NOT_GIVEN,
            anything: Any | NotGiven = NOT_GIVEN,
            **_further: Any,
        ) -> None: ...


class LooseDict(TypedDict):
    """`Loose` as a plain dict."""

    a: NotRequired[str]


class Output(OutputModel):
    image: str | None = None


class Client(ModelClient[Input, Output]):
    """Runs `acme/additional-properties`."""

    model_id = MODEL_ID
    info = INFO
    input_type = Input
    output_type = Output

    def submit(
        self,
        /,
        *,
        extra: dict[str, Any] | NotGiven = NOT_GIVEN,
        weights: dict[str, float] | NotGiven = NOT_GIVEN,
        loose: Loose | LooseDict | dict[str, Any] | NotGiven = NOT_GIVEN,
        anything: Any | NotGiven = NOT_GIVEN,
        **_further: Any,
    ) -> Request[Output]:
        """Submit a job and return its request at once. The inputs are those of `run`."""
        return self._submit(locals())

    def run(
        self,
        /,
        *,
        extra: dict[str, Any] | NotGiven = NOT_GIVEN,
        weights: dict[str, float] | NotGiven = NOT_GIVEN,
        loose: Loose | LooseDict | dict[str, Any] | NotGiven = NOT_GIVEN,
        anything: Any | NotGiven = NOT_GIVEN,
        **_further: Any,
    ) -> Result[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            extra: …
            weights: …
            loose: …
            anything: …
            **_further: Properties that the docs do not name, by their wire names.
        """
        return self._run(locals())


class AsyncClient(AsyncModelClient[Input, Output]):
    """Runs `acme/additional-properties`, asynchronously."""

    model_id = MODEL_ID
    info = INFO
    input_type = Input
    output_type = Output

    async def submit(
        self,
        /,
        *,
        extra: dict[str, Any] | NotGiven = NOT_GIVEN,
        weights: dict[str, float] | NotGiven = NOT_GIVEN,
        loose: Loose | LooseDict | dict[str, Any] | NotGiven = NOT_GIVEN,
        anything: Any | NotGiven = NOT_GIVEN,
        **_further: Any,
    ) -> AsyncRequest[Output]:
        """Submit a job and return its request at once. The inputs are those of `run`."""
        return await self._submit(locals())

    async def run(
        self,
        /,
        *,
        extra: dict[str, Any] | NotGiven = NOT_GIVEN,
        weights: dict[str, float] | NotGiven = NOT_GIVEN,
        loose: Loose | LooseDict | dict[str, Any] | NotGiven = NOT_GIVEN,
        anything: Any | NotGiven = NOT_GIVEN,
        **_further: Any,
    ) -> AsyncResult[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            extra: …
            weights: …
            loose: …
            anything: …
            **_further: Properties that the docs do not name, by their wire names.
        """
        return await self._run(locals())
