# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""acme/names-python-changes

Example:

    from runcomfy_models.acme import names_python_changes

    with names_python_changes.Client() as client:
        result = client.run()
    print(result.output)
"""

from typing import TYPE_CHECKING, Annotated, Any, NotRequired, TypedDict, overload

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
from runcomfy_models._runtime.pricing import Price

__all__ = [
    "AsyncClient",
    "Client",
    "INFO",
    "Input",
    "InputDict",
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

    if TYPE_CHECKING:

        def __init__(
            self,
            /,
            *,
            field_secret: str | NotGiven = NOT_GIVEN,
        ) -> None:
            """Build from keywords.

            Args:
                field_secret: …
            """


class Normalised(InputModel):
    field: Annotated[str | NotGiven, Field(alias="ﬁeld")] = NOT_GIVEN

    if TYPE_CHECKING:

        def __init__(
            self,
            /,
            *,
            field: str | NotGiven = NOT_GIVEN,
        ) -> None:
            """Build from keywords.

            Args:
                field: …
            """


class Input(InputModel):
    mangled: Mangled | NotGiven = NOT_GIVEN
    normalised: Normalised | NotGiven = NOT_GIVEN
    mro_: Annotated[str | NotGiven, Field(alias="mro")] = NOT_GIVEN
    register_: Annotated[str | NotGiven, Field(alias="register")] = NOT_GIVEN

    if TYPE_CHECKING:

        def __init__(
            self,
            /,
            *,
            mangled: "Mangled | MangledDict | NotGiven" = NOT_GIVEN,
            normalised: "Normalised | NormalisedDict | NotGiven" = NOT_GIVEN,
            mro_: str | NotGiven = NOT_GIVEN,
            register_: str | NotGiven = NOT_GIVEN,
        ) -> None:
            """Build from keywords.

            Args:
                mangled: …
                normalised: …
                mro_: …
                register_: …
            """


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


class InputDict(TypedDict):
    """The keywords of `run`: `def make(**inputs: Unpack[InputDict])`."""

    mangled: NotRequired[Mangled | MangledDict]
    normalised: NotRequired[Normalised | NormalisedDict]
    mro_: NotRequired[str]
    register_: NotRequired[str]


class Output(OutputModel):
    image: str | None = None


class Client(ModelClient[Input, Output]):
    """Runs `acme/names-python-changes`."""

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
        mangled: Mangled | MangledDict | NotGiven = NOT_GIVEN,
        normalised: Normalised | NormalisedDict | NotGiven = NOT_GIVEN,
        mro_: str | NotGiven = NOT_GIVEN,
        register_: str | NotGiven = NOT_GIVEN,
    ) -> Request[Output]:
        """Submit a job and return its request at once.

        Args:
            mangled: …
            normalised: …
            mro_: …
            register_: …
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
        mangled: Mangled | MangledDict | NotGiven = NOT_GIVEN,
        normalised: Normalised | NormalisedDict | NotGiven = NOT_GIVEN,
        mro_: str | NotGiven = NOT_GIVEN,
        register_: str | NotGiven = NOT_GIVEN,
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
        mangled: Mangled | MangledDict | NotGiven = NOT_GIVEN,
        normalised: Normalised | NormalisedDict | NotGiven = NOT_GIVEN,
        mro_: str | NotGiven = NOT_GIVEN,
        register_: str | NotGiven = NOT_GIVEN,
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
        mangled: Mangled | MangledDict | NotGiven = NOT_GIVEN,
        normalised: Normalised | NormalisedDict | NotGiven = NOT_GIVEN,
        mro_: str | NotGiven = NOT_GIVEN,
        register_: str | NotGiven = NOT_GIVEN,
    ) -> Price: ...

    def price(self, input: Input | NotGiven = NOT_GIVEN, /, **inputs: Any) -> Price:
        """Return what a job may cost; the inputs that it depends on are enough. Nothing is sent."""
        return self._price(input, inputs)


class AsyncClient(AsyncModelClient[Input, Output]):
    """Runs `acme/names-python-changes`, asynchronously."""

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
        mangled: Mangled | MangledDict | NotGiven = NOT_GIVEN,
        normalised: Normalised | NormalisedDict | NotGiven = NOT_GIVEN,
        mro_: str | NotGiven = NOT_GIVEN,
        register_: str | NotGiven = NOT_GIVEN,
    ) -> AsyncRequest[Output]:
        """Submit a job and return its request at once.

        Args:
            mangled: …
            normalised: …
            mro_: …
            register_: …
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
        mangled: Mangled | MangledDict | NotGiven = NOT_GIVEN,
        normalised: Normalised | NormalisedDict | NotGiven = NOT_GIVEN,
        mro_: str | NotGiven = NOT_GIVEN,
        register_: str | NotGiven = NOT_GIVEN,
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
        mangled: Mangled | MangledDict | NotGiven = NOT_GIVEN,
        normalised: Normalised | NormalisedDict | NotGiven = NOT_GIVEN,
        mro_: str | NotGiven = NOT_GIVEN,
        register_: str | NotGiven = NOT_GIVEN,
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
        mangled: Mangled | MangledDict | NotGiven = NOT_GIVEN,
        normalised: Normalised | NormalisedDict | NotGiven = NOT_GIVEN,
        mro_: str | NotGiven = NOT_GIVEN,
        register_: str | NotGiven = NOT_GIVEN,
    ) -> Price: ...

    def price(self, input: Input | NotGiven = NOT_GIVEN, /, **inputs: Any) -> Price:
        """Return what a job may cost; the inputs that it depends on are enough. Nothing is sent."""
        return self._price(input, inputs)


Mangled.__json_schema__ = {
    "type": "object",
    "properties": {"__secret": {"type": "string"}},
    "additionalProperties": False,
}
Normalised.__json_schema__ = {
    "type": "object",
    "properties": {"ﬁeld": {"type": "string"}},
    "additionalProperties": False,
}
Input.__json_schema__ = {
    "type": "object",
    "properties": {
        "mangled": {"$ref": Mangled},
        "normalised": {"$ref": Normalised},
        "mro": {"type": "string"},
        "register": {"type": "string"},
    },
    "additionalProperties": False,
    "examples": [{}],
}
Output.__json_schema__ = {
    "type": "object",
    "properties": {
        "image": {"anyOf": [{"type": "string", "format": "uri"}, {"type": "null"}]}
    },
}
