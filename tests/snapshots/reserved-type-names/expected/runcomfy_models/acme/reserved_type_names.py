# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""acme/reserved-type-names

Example:

    from runcomfy_models.acme import reserved_type_names

    with reserved_type_names.Client() as client:
        result = client.run()
    print(result.output)
"""

from typing import Literal, NotRequired, TypedDict

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
    "Holder",
    "HolderDict",
    "INFO",
    "Input",
    "Input_",
    "Input_Dict",
    "Literal_",
    "Literal_Dict",
    "MODEL_ID",
    "None_",
    "None_Dict",
    "NotGiven_",
    "NotGiven_Dict",
    "Output",
    "TypedDict_",
    "TypedDict_Dict",
]

MODEL_ID = "acme/reserved-type-names"

INFO = ModelInfo(MODEL_ID)


class Input_(InputModel):
    a: int | NotGiven = NOT_GIVEN


class Literal_(InputModel):
    a: int | NotGiven = NOT_GIVEN


class None_(InputModel):
    a: int | NotGiven = NOT_GIVEN


class NotGiven_(InputModel):
    a: int | NotGiven = NOT_GIVEN


class TypedDict_(InputModel):
    a: int | NotGiven = NOT_GIVEN


class Holder(InputModel):
    a: int | NotGiven = NOT_GIVEN


class Input(InputModel):
    input: Input_ | NotGiven = NOT_GIVEN
    literal: Literal_ | NotGiven = NOT_GIVEN
    none: None_ | NotGiven = NOT_GIVEN
    not_given: NotGiven_ | NotGiven = NOT_GIVEN
    typed_dict: TypedDict_ | NotGiven = NOT_GIVEN
    holder: Holder | NotGiven = NOT_GIVEN
    kind: Literal["a"] | NotGiven = NOT_GIVEN


class Input_Dict(TypedDict):
    """`Input_` as a plain dict."""

    a: NotRequired[int]


class Literal_Dict(TypedDict):
    """`Literal_` as a plain dict."""

    a: NotRequired[int]


class None_Dict(TypedDict):
    """`None_` as a plain dict."""

    a: NotRequired[int]


class NotGiven_Dict(TypedDict):
    """`NotGiven_` as a plain dict."""

    a: NotRequired[int]


class TypedDict_Dict(TypedDict):
    """`TypedDict_` as a plain dict."""

    a: NotRequired[int]


class HolderDict(TypedDict):
    """`Holder` as a plain dict."""

    a: NotRequired[int]


class Output(OutputModel):
    image: str | None = None


class Client(ModelClient[Input, Output]):
    """Runs `acme/reserved-type-names`."""

    model_id = MODEL_ID
    info = INFO
    input_type = Input
    output_type = Output

    def submit(
        self,
        *,
        input: Input_ | Input_Dict | NotGiven = NOT_GIVEN,
        literal: Literal_ | Literal_Dict | NotGiven = NOT_GIVEN,
        none: None_ | None_Dict | NotGiven = NOT_GIVEN,
        not_given: NotGiven_ | NotGiven_Dict | NotGiven = NOT_GIVEN,
        typed_dict: TypedDict_ | TypedDict_Dict | NotGiven = NOT_GIVEN,
        holder: Holder | HolderDict | NotGiven = NOT_GIVEN,
        kind: Literal["a"] | NotGiven = NOT_GIVEN,
    ) -> Request[Output]:
        """Submit a job and return its request at once. The inputs are those of `run`."""
        return self._submit(locals())

    def run(
        self,
        *,
        input: Input_ | Input_Dict | NotGiven = NOT_GIVEN,
        literal: Literal_ | Literal_Dict | NotGiven = NOT_GIVEN,
        none: None_ | None_Dict | NotGiven = NOT_GIVEN,
        not_given: NotGiven_ | NotGiven_Dict | NotGiven = NOT_GIVEN,
        typed_dict: TypedDict_ | TypedDict_Dict | NotGiven = NOT_GIVEN,
        holder: Holder | HolderDict | NotGiven = NOT_GIVEN,
        kind: Literal["a"] | NotGiven = NOT_GIVEN,
    ) -> Result[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            input: …
            literal: …
            none: …
            not_given: …
            typed_dict: …
            holder: …
            kind: …
        """
        return self._run(locals())


class AsyncClient(AsyncModelClient[Input, Output]):
    """Runs `acme/reserved-type-names`, asynchronously."""

    model_id = MODEL_ID
    info = INFO
    input_type = Input
    output_type = Output

    async def submit(
        self,
        *,
        input: Input_ | Input_Dict | NotGiven = NOT_GIVEN,
        literal: Literal_ | Literal_Dict | NotGiven = NOT_GIVEN,
        none: None_ | None_Dict | NotGiven = NOT_GIVEN,
        not_given: NotGiven_ | NotGiven_Dict | NotGiven = NOT_GIVEN,
        typed_dict: TypedDict_ | TypedDict_Dict | NotGiven = NOT_GIVEN,
        holder: Holder | HolderDict | NotGiven = NOT_GIVEN,
        kind: Literal["a"] | NotGiven = NOT_GIVEN,
    ) -> AsyncRequest[Output]:
        """Submit a job and return its request at once. The inputs are those of `run`."""
        return await self._submit(locals())

    async def run(
        self,
        *,
        input: Input_ | Input_Dict | NotGiven = NOT_GIVEN,
        literal: Literal_ | Literal_Dict | NotGiven = NOT_GIVEN,
        none: None_ | None_Dict | NotGiven = NOT_GIVEN,
        not_given: NotGiven_ | NotGiven_Dict | NotGiven = NOT_GIVEN,
        typed_dict: TypedDict_ | TypedDict_Dict | NotGiven = NOT_GIVEN,
        holder: Holder | HolderDict | NotGiven = NOT_GIVEN,
        kind: Literal["a"] | NotGiven = NOT_GIVEN,
    ) -> AsyncResult[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            input: …
            literal: …
            none: …
            not_given: …
            typed_dict: …
            holder: …
            kind: …
        """
        return await self._run(locals())
