# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""acme/reserved-type-names

Example:

    from runcomfy_models.acme import reserved_type_names

    with reserved_type_names.Client() as client:
        result = client.run()
    print(result.output)
"""

from typing import TYPE_CHECKING, Any, Literal, NotRequired, TypedDict, overload

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
    "Holder",
    "HolderDict",
    "INFO",
    "Input",
    "InputDict",
    "Input_",
    "Input_Dict",
    "Kind",
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

Kind = Literal["a"]


class Input_(InputModel):
    a: int | NotGiven = NOT_GIVEN

    if TYPE_CHECKING:

        def __init__(
            self,
            /,
            *,
            a: int | NotGiven = NOT_GIVEN,
        ) -> None:
            """Build from keywords.

            Args:
                a: …
            """


class Literal_(InputModel):
    a: int | NotGiven = NOT_GIVEN

    if TYPE_CHECKING:

        def __init__(
            self,
            /,
            *,
            a: int | NotGiven = NOT_GIVEN,
        ) -> None:
            """Build from keywords.

            Args:
                a: …
            """


class None_(InputModel):
    a: int | NotGiven = NOT_GIVEN

    if TYPE_CHECKING:

        def __init__(
            self,
            /,
            *,
            a: int | NotGiven = NOT_GIVEN,
        ) -> None:
            """Build from keywords.

            Args:
                a: …
            """


class NotGiven_(InputModel):
    a: int | NotGiven = NOT_GIVEN

    if TYPE_CHECKING:

        def __init__(
            self,
            /,
            *,
            a: int | NotGiven = NOT_GIVEN,
        ) -> None:
            """Build from keywords.

            Args:
                a: …
            """


class TypedDict_(InputModel):
    a: int | NotGiven = NOT_GIVEN

    if TYPE_CHECKING:

        def __init__(
            self,
            /,
            *,
            a: int | NotGiven = NOT_GIVEN,
        ) -> None:
            """Build from keywords.

            Args:
                a: …
            """


class Holder(InputModel):
    a: int | NotGiven = NOT_GIVEN

    if TYPE_CHECKING:

        def __init__(
            self,
            /,
            *,
            a: int | NotGiven = NOT_GIVEN,
        ) -> None:
            """Build from keywords.

            Args:
                a: …
            """


class Input(InputModel):
    input: Input_ | NotGiven = NOT_GIVEN
    literal: Literal_ | NotGiven = NOT_GIVEN
    none: None_ | NotGiven = NOT_GIVEN
    not_given: NotGiven_ | NotGiven = NOT_GIVEN
    typed_dict: TypedDict_ | NotGiven = NOT_GIVEN
    holder: Holder | NotGiven = NOT_GIVEN
    kind: Kind | NotGiven = NOT_GIVEN

    if TYPE_CHECKING:

        def __init__(
            self,
            /,
            *,
            input: "Input_ | Input_Dict | NotGiven" = NOT_GIVEN,
            literal: "Literal_ | Literal_Dict | NotGiven" = NOT_GIVEN,
            none: "None_ | None_Dict | NotGiven" = NOT_GIVEN,
            not_given: "NotGiven_ | NotGiven_Dict | NotGiven" = NOT_GIVEN,
            typed_dict: "TypedDict_ | TypedDict_Dict | NotGiven" = NOT_GIVEN,
            holder: "Holder | HolderDict | NotGiven" = NOT_GIVEN,
            kind: Kind | NotGiven = NOT_GIVEN,
        ) -> None:
            """Build from keywords.

            Args:
                input: …
                literal: …
                none: …
                not_given: …
                typed_dict: …
                holder: …
                kind: …
            """


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


class InputDict(TypedDict):
    """The keywords of `run`: `def make(**inputs: Unpack[InputDict])`."""

    input: NotRequired[Input_ | Input_Dict]
    literal: NotRequired[Literal_ | Literal_Dict]
    none: NotRequired[None_ | None_Dict]
    not_given: NotRequired[NotGiven_ | NotGiven_Dict]
    typed_dict: NotRequired[TypedDict_ | TypedDict_Dict]
    holder: NotRequired[Holder | HolderDict]
    kind: NotRequired[Kind]


class Output(OutputModel):
    image: str | None = None


class Client(ModelClient[Input, Output]):
    """Runs `acme/reserved-type-names`."""

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
        input: Input_ | Input_Dict | NotGiven = NOT_GIVEN,
        literal: Literal_ | Literal_Dict | NotGiven = NOT_GIVEN,
        none: None_ | None_Dict | NotGiven = NOT_GIVEN,
        not_given: NotGiven_ | NotGiven_Dict | NotGiven = NOT_GIVEN,
        typed_dict: TypedDict_ | TypedDict_Dict | NotGiven = NOT_GIVEN,
        holder: Holder | HolderDict | NotGiven = NOT_GIVEN,
        kind: Kind | NotGiven = NOT_GIVEN,
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
        input: Input_ | Input_Dict | NotGiven = NOT_GIVEN,
        literal: Literal_ | Literal_Dict | NotGiven = NOT_GIVEN,
        none: None_ | None_Dict | NotGiven = NOT_GIVEN,
        not_given: NotGiven_ | NotGiven_Dict | NotGiven = NOT_GIVEN,
        typed_dict: TypedDict_ | TypedDict_Dict | NotGiven = NOT_GIVEN,
        holder: Holder | HolderDict | NotGiven = NOT_GIVEN,
        kind: Kind | NotGiven = NOT_GIVEN,
    ) -> Request[Output]:
        """Submit a job and return its request at once.

        Args:
            input: …
            literal: …
            none: …
            not_given: …
            typed_dict: …
            holder: …
            kind: …
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
        input: Input_ | Input_Dict | NotGiven = NOT_GIVEN,
        literal: Literal_ | Literal_Dict | NotGiven = NOT_GIVEN,
        none: None_ | None_Dict | NotGiven = NOT_GIVEN,
        not_given: NotGiven_ | NotGiven_Dict | NotGiven = NOT_GIVEN,
        typed_dict: TypedDict_ | TypedDict_Dict | NotGiven = NOT_GIVEN,
        holder: Holder | HolderDict | NotGiven = NOT_GIVEN,
        kind: Kind | NotGiven = NOT_GIVEN,
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
        input: Input_ | Input_Dict | NotGiven = NOT_GIVEN,
        literal: Literal_ | Literal_Dict | NotGiven = NOT_GIVEN,
        none: None_ | None_Dict | NotGiven = NOT_GIVEN,
        not_given: NotGiven_ | NotGiven_Dict | NotGiven = NOT_GIVEN,
        typed_dict: TypedDict_ | TypedDict_Dict | NotGiven = NOT_GIVEN,
        holder: Holder | HolderDict | NotGiven = NOT_GIVEN,
        kind: Kind | NotGiven = NOT_GIVEN,
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
        input: Input_ | Input_Dict | NotGiven = NOT_GIVEN,
        literal: Literal_ | Literal_Dict | NotGiven = NOT_GIVEN,
        none: None_ | None_Dict | NotGiven = NOT_GIVEN,
        not_given: NotGiven_ | NotGiven_Dict | NotGiven = NOT_GIVEN,
        typed_dict: TypedDict_ | TypedDict_Dict | NotGiven = NOT_GIVEN,
        holder: Holder | HolderDict | NotGiven = NOT_GIVEN,
        kind: Kind | NotGiven = NOT_GIVEN,
    ) -> Price: ...

    def price(self, input: Input | NotGiven = NOT_GIVEN, /, **inputs: Any) -> Price:
        """Return what a job may cost; the inputs that it depends on are enough. Nothing is sent."""
        return self._price(input, inputs)


class AsyncClient(AsyncModelClient[Input, Output]):
    """Runs `acme/reserved-type-names`, asynchronously."""

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
        input: Input_ | Input_Dict | NotGiven = NOT_GIVEN,
        literal: Literal_ | Literal_Dict | NotGiven = NOT_GIVEN,
        none: None_ | None_Dict | NotGiven = NOT_GIVEN,
        not_given: NotGiven_ | NotGiven_Dict | NotGiven = NOT_GIVEN,
        typed_dict: TypedDict_ | TypedDict_Dict | NotGiven = NOT_GIVEN,
        holder: Holder | HolderDict | NotGiven = NOT_GIVEN,
        kind: Kind | NotGiven = NOT_GIVEN,
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
        input: Input_ | Input_Dict | NotGiven = NOT_GIVEN,
        literal: Literal_ | Literal_Dict | NotGiven = NOT_GIVEN,
        none: None_ | None_Dict | NotGiven = NOT_GIVEN,
        not_given: NotGiven_ | NotGiven_Dict | NotGiven = NOT_GIVEN,
        typed_dict: TypedDict_ | TypedDict_Dict | NotGiven = NOT_GIVEN,
        holder: Holder | HolderDict | NotGiven = NOT_GIVEN,
        kind: Kind | NotGiven = NOT_GIVEN,
    ) -> AsyncRequest[Output]:
        """Submit a job and return its request at once.

        Args:
            input: …
            literal: …
            none: …
            not_given: …
            typed_dict: …
            holder: …
            kind: …
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
        input: Input_ | Input_Dict | NotGiven = NOT_GIVEN,
        literal: Literal_ | Literal_Dict | NotGiven = NOT_GIVEN,
        none: None_ | None_Dict | NotGiven = NOT_GIVEN,
        not_given: NotGiven_ | NotGiven_Dict | NotGiven = NOT_GIVEN,
        typed_dict: TypedDict_ | TypedDict_Dict | NotGiven = NOT_GIVEN,
        holder: Holder | HolderDict | NotGiven = NOT_GIVEN,
        kind: Kind | NotGiven = NOT_GIVEN,
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
        input: Input_ | Input_Dict | NotGiven = NOT_GIVEN,
        literal: Literal_ | Literal_Dict | NotGiven = NOT_GIVEN,
        none: None_ | None_Dict | NotGiven = NOT_GIVEN,
        not_given: NotGiven_ | NotGiven_Dict | NotGiven = NOT_GIVEN,
        typed_dict: TypedDict_ | TypedDict_Dict | NotGiven = NOT_GIVEN,
        holder: Holder | HolderDict | NotGiven = NOT_GIVEN,
        kind: Kind | NotGiven = NOT_GIVEN,
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
        input: Input_ | Input_Dict | NotGiven = NOT_GIVEN,
        literal: Literal_ | Literal_Dict | NotGiven = NOT_GIVEN,
        none: None_ | None_Dict | NotGiven = NOT_GIVEN,
        not_given: NotGiven_ | NotGiven_Dict | NotGiven = NOT_GIVEN,
        typed_dict: TypedDict_ | TypedDict_Dict | NotGiven = NOT_GIVEN,
        holder: Holder | HolderDict | NotGiven = NOT_GIVEN,
        kind: Kind | NotGiven = NOT_GIVEN,
    ) -> Price: ...

    def price(self, input: Input | NotGiven = NOT_GIVEN, /, **inputs: Any) -> Price:
        """Return what a job may cost; the inputs that it depends on are enough. Nothing is sent."""
        return self._price(input, inputs)


Input_.__json_schema__ = {
    "type": "object",
    "properties": {"a": {"type": "integer"}},
    "additionalProperties": False,
}
Literal_.__json_schema__ = {
    "type": "object",
    "properties": {"a": {"type": "integer"}},
    "additionalProperties": False,
}
None_.__json_schema__ = {
    "type": "object",
    "properties": {"a": {"type": "integer"}},
    "additionalProperties": False,
}
NotGiven_.__json_schema__ = {
    "type": "object",
    "properties": {"a": {"type": "integer"}},
    "additionalProperties": False,
}
TypedDict_.__json_schema__ = {
    "type": "object",
    "properties": {"a": {"type": "integer"}},
    "additionalProperties": False,
}
Holder.__json_schema__ = {
    "type": "object",
    "properties": {"a": {"type": "integer"}},
    "additionalProperties": False,
}
Input.__json_schema__ = {
    "type": "object",
    "properties": {
        "input": {"$ref": Input_},
        "literal": {"$ref": Literal_},
        "none": {"$ref": None_},
        "not_given": {"$ref": NotGiven_},
        "typed_dict": {"$ref": TypedDict_},
        "holder": {"$ref": Holder},
        "kind": {"type": "string", "enum": ["a"]},
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
