# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""acme/names-python-changes

Example:

    from runcomfy_models.acme import names_python_changes

    with names_python_changes.Client() as client:
        result = client.run()
    print(result.output)
"""

from typing import Annotated, NotRequired, TypedDict

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

__all__ = [
    "AsyncClient",
    "Client",
    "INFO",
    "Input",
    "MODEL_ID",
    "Mangled",
    "MangledDict",
    "Normalised",
    "NormalisedDict",
    "Output",
]

MODEL_ID = "acme/names-python-changes"

INFO = ModelInfo(MODEL_ID)


class Mangled(InputModel):
    field_secret: Annotated[str | NotGiven, Field(alias="__secret")] = NOT_GIVEN


class Normalised(InputModel):
    field: Annotated[str | NotGiven, Field(alias="ﬁeld")] = NOT_GIVEN


class Input(InputModel):
    mangled: Mangled | NotGiven = NOT_GIVEN
    normalised: Normalised | NotGiven = NOT_GIVEN
    mro_: Annotated[str | NotGiven, Field(alias="mro")] = NOT_GIVEN
    register_: Annotated[str | NotGiven, Field(alias="register")] = NOT_GIVEN


MangledDict = TypedDict(
    "MangledDict",
    {
        "__secret": NotRequired[str],
    },
)
"""`Mangled` as a plain dict."""


NormalisedDict = TypedDict(
    "NormalisedDict",
    {
        "ﬁeld": NotRequired[str],
    },
)
"""`Normalised` as a plain dict."""


class Output(OutputModel):
    image: str | None = None


class Client(ModelClient[Input, Output]):
    """Runs `acme/names-python-changes`."""

    model_id = MODEL_ID
    info = INFO
    input_type = Input
    output_type = Output

    def submit(
        self,
        *,
        mangled: Mangled | MangledDict | NotGiven = NOT_GIVEN,
        normalised: Normalised | NormalisedDict | NotGiven = NOT_GIVEN,
        mro_: str | NotGiven = NOT_GIVEN,
        register_: str | NotGiven = NOT_GIVEN,
    ) -> Request[Output]:
        """Submit a job and return its request at once. The inputs are those of `run`."""
        return self._submit(locals())

    def run(
        self,
        *,
        mangled: Mangled | MangledDict | NotGiven = NOT_GIVEN,
        normalised: Normalised | NormalisedDict | NotGiven = NOT_GIVEN,
        mro_: str | NotGiven = NOT_GIVEN,
        register_: str | NotGiven = NOT_GIVEN,
    ) -> Result[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            mangled: …
            normalised: …
            mro_: …
            register_: …
        """
        return self._run(locals())


class AsyncClient(AsyncModelClient[Input, Output]):
    """Runs `acme/names-python-changes`, asynchronously."""

    model_id = MODEL_ID
    info = INFO
    input_type = Input
    output_type = Output

    async def submit(
        self,
        *,
        mangled: Mangled | MangledDict | NotGiven = NOT_GIVEN,
        normalised: Normalised | NormalisedDict | NotGiven = NOT_GIVEN,
        mro_: str | NotGiven = NOT_GIVEN,
        register_: str | NotGiven = NOT_GIVEN,
    ) -> AsyncRequest[Output]:
        """Submit a job and return its request at once. The inputs are those of `run`."""
        return await self._submit(locals())

    async def run(
        self,
        *,
        mangled: Mangled | MangledDict | NotGiven = NOT_GIVEN,
        normalised: Normalised | NormalisedDict | NotGiven = NOT_GIVEN,
        mro_: str | NotGiven = NOT_GIVEN,
        register_: str | NotGiven = NOT_GIVEN,
    ) -> AsyncResult[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            mangled: …
            normalised: …
            mro_: …
            register_: …
        """
        return await self._run(locals())
