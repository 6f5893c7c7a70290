# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""acme/reserved-names

Example:

    from runcomfy_models.acme import reserved_names

    with reserved_names.Client() as client:
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
    "Output",
]

MODEL_ID = "acme/reserved-names"

INFO = ModelInfo(MODEL_ID)


class Input(InputModel):
    schema_: Annotated[str | NotGiven, Field(alias="schema")] = NOT_GIVEN
    copy_: Annotated[str | NotGiven, Field(alias="copy")] = NOT_GIVEN
    json_: Annotated[str | NotGiven, Field(alias="json")] = NOT_GIVEN
    model_fields_: Annotated[str | NotGiven, Field(alias="model_fields")] = NOT_GIVEN
    model_config_: Annotated[str | NotGiven, Field(alias="model_config")] = NOT_GIVEN
    self_: Annotated[str | NotGiven, Field(alias="self")] = NOT_GIVEN
    list_: Annotated[str | NotGiven, Field(alias="list")] = NOT_GIVEN
    str_: Annotated[str | NotGiven, Field(alias="str")] = NOT_GIVEN
    Literal_: Annotated[str | NotGiven, Field(alias="Literal")] = NOT_GIVEN
    Input_: Annotated[str | NotGiven, Field(alias="Input")] = NOT_GIVEN
    locals_: Annotated[str | NotGiven, Field(alias="locals")] = NOT_GIVEN
    to_payload_: Annotated[str | NotGiven, Field(alias="to_payload")] = NOT_GIVEN
    timeout: str | NotGiven = NOT_GIVEN
    client: str | NotGiven = NOT_GIVEN
    options: str | NotGiven = NOT_GIVEN
    token: str | NotGiven = NOT_GIVEN
    model_name: str | NotGiven = NOT_GIVEN
    request_id: str | NotGiven = NOT_GIVEN

    if TYPE_CHECKING:

        def __init__(
            self,
            /,
            *,
            schema_: str | NotGiven = NOT_GIVEN,
            copy_: str | NotGiven = NOT_GIVEN,
            json_: str | NotGiven = NOT_GIVEN,
            model_fields_: str | NotGiven = NOT_GIVEN,
            model_config_: str | NotGiven = NOT_GIVEN,
            self_: str | NotGiven = NOT_GIVEN,
            list_: str | NotGiven = NOT_GIVEN,
            str_: str | NotGiven = NOT_GIVEN,
            Literal_: str | NotGiven = NOT_GIVEN,
            Input_: str | NotGiven = NOT_GIVEN,
            locals_: str | NotGiven = NOT_GIVEN,
            to_payload_: str | NotGiven = NOT_GIVEN,
            timeout: str | NotGiven = NOT_GIVEN,
            client: str | NotGiven = NOT_GIVEN,
            options: str | NotGiven = NOT_GIVEN,
            token: str | NotGiven = NOT_GIVEN,
            model_name: str | NotGiven = NOT_GIVEN,
            request_id: str | NotGiven = NOT_GIVEN,
        ) -> None:
            """Build from keywords.

            Args:
                schema_: …
                copy_: …
                json_: …
                model_fields_: …
                model_config_: …
                self_: …
                list_: …
                str_: …
                Literal_: …
                Input_: …
                locals_: …
                to_payload_: …
                timeout: …
                client: …
                options: …
                token: …
                model_name: …
                request_id: …
            """


class InputDict(TypedDict):
    """The keywords of `run`: `def make(**inputs: Unpack[InputDict])`."""

    schema_: NotRequired[str]
    copy_: NotRequired[str]
    json_: NotRequired[str]
    model_fields_: NotRequired[str]
    model_config_: NotRequired[str]
    self_: NotRequired[str]
    list_: NotRequired[str]
    str_: NotRequired[str]
    Literal_: NotRequired[str]
    Input_: NotRequired[str]
    locals_: NotRequired[str]
    to_payload_: NotRequired[str]
    timeout: NotRequired[str]
    client: NotRequired[str]
    options: NotRequired[str]
    token: NotRequired[str]
    model_name: NotRequired[str]
    request_id: NotRequired[str]


class Output(OutputModel):
    image: str | None = None


class Client(ModelClient[Input, Output]):
    """Runs `acme/reserved-names`."""

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
        schema_: str | NotGiven = NOT_GIVEN,
        copy_: str | NotGiven = NOT_GIVEN,
        json_: str | NotGiven = NOT_GIVEN,
        model_fields_: str | NotGiven = NOT_GIVEN,
        model_config_: str | NotGiven = NOT_GIVEN,
        self_: str | NotGiven = NOT_GIVEN,
        list_: str | NotGiven = NOT_GIVEN,
        str_: str | NotGiven = NOT_GIVEN,
        Literal_: str | NotGiven = NOT_GIVEN,
        Input_: str | NotGiven = NOT_GIVEN,
        locals_: str | NotGiven = NOT_GIVEN,
        to_payload_: str | NotGiven = NOT_GIVEN,
        timeout: str | NotGiven = NOT_GIVEN,
        client: str | NotGiven = NOT_GIVEN,
        options: str | NotGiven = NOT_GIVEN,
        token: str | NotGiven = NOT_GIVEN,
        model_name: str | NotGiven = NOT_GIVEN,
        request_id: str | NotGiven = NOT_GIVEN,
    ) -> Result[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            schema_: …
            copy_: …
            json_: …
            model_fields_: …
            model_config_: …
            self_: …
            list_: …
            str_: …
            Literal_: …
            Input_: …
            locals_: …
            to_payload_: …
            timeout: …
            client: …
            options: …
            token: …
            model_name: …
            request_id: …
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
        schema_: str | NotGiven = NOT_GIVEN,
        copy_: str | NotGiven = NOT_GIVEN,
        json_: str | NotGiven = NOT_GIVEN,
        model_fields_: str | NotGiven = NOT_GIVEN,
        model_config_: str | NotGiven = NOT_GIVEN,
        self_: str | NotGiven = NOT_GIVEN,
        list_: str | NotGiven = NOT_GIVEN,
        str_: str | NotGiven = NOT_GIVEN,
        Literal_: str | NotGiven = NOT_GIVEN,
        Input_: str | NotGiven = NOT_GIVEN,
        locals_: str | NotGiven = NOT_GIVEN,
        to_payload_: str | NotGiven = NOT_GIVEN,
        timeout: str | NotGiven = NOT_GIVEN,
        client: str | NotGiven = NOT_GIVEN,
        options: str | NotGiven = NOT_GIVEN,
        token: str | NotGiven = NOT_GIVEN,
        model_name: str | NotGiven = NOT_GIVEN,
        request_id: str | NotGiven = NOT_GIVEN,
    ) -> Request[Output]:
        """Submit a job and return its request at once.

        Args:
            schema_: …
            copy_: …
            json_: …
            model_fields_: …
            model_config_: …
            self_: …
            list_: …
            str_: …
            Literal_: …
            Input_: …
            locals_: …
            to_payload_: …
            timeout: …
            client: …
            options: …
            token: …
            model_name: …
            request_id: …
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
        schema_: str | NotGiven = NOT_GIVEN,
        copy_: str | NotGiven = NOT_GIVEN,
        json_: str | NotGiven = NOT_GIVEN,
        model_fields_: str | NotGiven = NOT_GIVEN,
        model_config_: str | NotGiven = NOT_GIVEN,
        self_: str | NotGiven = NOT_GIVEN,
        list_: str | NotGiven = NOT_GIVEN,
        str_: str | NotGiven = NOT_GIVEN,
        Literal_: str | NotGiven = NOT_GIVEN,
        Input_: str | NotGiven = NOT_GIVEN,
        locals_: str | NotGiven = NOT_GIVEN,
        to_payload_: str | NotGiven = NOT_GIVEN,
        timeout: str | NotGiven = NOT_GIVEN,
        client: str | NotGiven = NOT_GIVEN,
        options: str | NotGiven = NOT_GIVEN,
        token: str | NotGiven = NOT_GIVEN,
        model_name: str | NotGiven = NOT_GIVEN,
        request_id: str | NotGiven = NOT_GIVEN,
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
        schema_: str | NotGiven = NOT_GIVEN,
        copy_: str | NotGiven = NOT_GIVEN,
        json_: str | NotGiven = NOT_GIVEN,
        model_fields_: str | NotGiven = NOT_GIVEN,
        model_config_: str | NotGiven = NOT_GIVEN,
        self_: str | NotGiven = NOT_GIVEN,
        list_: str | NotGiven = NOT_GIVEN,
        str_: str | NotGiven = NOT_GIVEN,
        Literal_: str | NotGiven = NOT_GIVEN,
        Input_: str | NotGiven = NOT_GIVEN,
        locals_: str | NotGiven = NOT_GIVEN,
        to_payload_: str | NotGiven = NOT_GIVEN,
        timeout: str | NotGiven = NOT_GIVEN,
        client: str | NotGiven = NOT_GIVEN,
        options: str | NotGiven = NOT_GIVEN,
        token: str | NotGiven = NOT_GIVEN,
        model_name: str | NotGiven = NOT_GIVEN,
        request_id: str | NotGiven = NOT_GIVEN,
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
        schema_: str | NotGiven = NOT_GIVEN,
        copy_: str | NotGiven = NOT_GIVEN,
        json_: str | NotGiven = NOT_GIVEN,
        model_fields_: str | NotGiven = NOT_GIVEN,
        model_config_: str | NotGiven = NOT_GIVEN,
        self_: str | NotGiven = NOT_GIVEN,
        list_: str | NotGiven = NOT_GIVEN,
        str_: str | NotGiven = NOT_GIVEN,
        Literal_: str | NotGiven = NOT_GIVEN,
        Input_: str | NotGiven = NOT_GIVEN,
        locals_: str | NotGiven = NOT_GIVEN,
        to_payload_: str | NotGiven = NOT_GIVEN,
        timeout: str | NotGiven = NOT_GIVEN,
        client: str | NotGiven = NOT_GIVEN,
        options: str | NotGiven = NOT_GIVEN,
        token: str | NotGiven = NOT_GIVEN,
        model_name: str | NotGiven = NOT_GIVEN,
        request_id: str | NotGiven = NOT_GIVEN,
    ) -> Price: ...

    def price(self, input: Input | NotGiven = NOT_GIVEN, /, **inputs: Any) -> Price:
        """Return what a job may cost; the inputs that it depends on are enough. Nothing is sent."""
        return self._price(input, inputs)


class AsyncClient(AsyncModelClient[Input, Output]):
    """Runs `acme/reserved-names`, asynchronously."""

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
        schema_: str | NotGiven = NOT_GIVEN,
        copy_: str | NotGiven = NOT_GIVEN,
        json_: str | NotGiven = NOT_GIVEN,
        model_fields_: str | NotGiven = NOT_GIVEN,
        model_config_: str | NotGiven = NOT_GIVEN,
        self_: str | NotGiven = NOT_GIVEN,
        list_: str | NotGiven = NOT_GIVEN,
        str_: str | NotGiven = NOT_GIVEN,
        Literal_: str | NotGiven = NOT_GIVEN,
        Input_: str | NotGiven = NOT_GIVEN,
        locals_: str | NotGiven = NOT_GIVEN,
        to_payload_: str | NotGiven = NOT_GIVEN,
        timeout: str | NotGiven = NOT_GIVEN,
        client: str | NotGiven = NOT_GIVEN,
        options: str | NotGiven = NOT_GIVEN,
        token: str | NotGiven = NOT_GIVEN,
        model_name: str | NotGiven = NOT_GIVEN,
        request_id: str | NotGiven = NOT_GIVEN,
    ) -> AsyncResult[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            schema_: …
            copy_: …
            json_: …
            model_fields_: …
            model_config_: …
            self_: …
            list_: …
            str_: …
            Literal_: …
            Input_: …
            locals_: …
            to_payload_: …
            timeout: …
            client: …
            options: …
            token: …
            model_name: …
            request_id: …
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
        schema_: str | NotGiven = NOT_GIVEN,
        copy_: str | NotGiven = NOT_GIVEN,
        json_: str | NotGiven = NOT_GIVEN,
        model_fields_: str | NotGiven = NOT_GIVEN,
        model_config_: str | NotGiven = NOT_GIVEN,
        self_: str | NotGiven = NOT_GIVEN,
        list_: str | NotGiven = NOT_GIVEN,
        str_: str | NotGiven = NOT_GIVEN,
        Literal_: str | NotGiven = NOT_GIVEN,
        Input_: str | NotGiven = NOT_GIVEN,
        locals_: str | NotGiven = NOT_GIVEN,
        to_payload_: str | NotGiven = NOT_GIVEN,
        timeout: str | NotGiven = NOT_GIVEN,
        client: str | NotGiven = NOT_GIVEN,
        options: str | NotGiven = NOT_GIVEN,
        token: str | NotGiven = NOT_GIVEN,
        model_name: str | NotGiven = NOT_GIVEN,
        request_id: str | NotGiven = NOT_GIVEN,
    ) -> AsyncRequest[Output]:
        """Submit a job and return its request at once.

        Args:
            schema_: …
            copy_: …
            json_: …
            model_fields_: …
            model_config_: …
            self_: …
            list_: …
            str_: …
            Literal_: …
            Input_: …
            locals_: …
            to_payload_: …
            timeout: …
            client: …
            options: …
            token: …
            model_name: …
            request_id: …
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
        schema_: str | NotGiven = NOT_GIVEN,
        copy_: str | NotGiven = NOT_GIVEN,
        json_: str | NotGiven = NOT_GIVEN,
        model_fields_: str | NotGiven = NOT_GIVEN,
        model_config_: str | NotGiven = NOT_GIVEN,
        self_: str | NotGiven = NOT_GIVEN,
        list_: str | NotGiven = NOT_GIVEN,
        str_: str | NotGiven = NOT_GIVEN,
        Literal_: str | NotGiven = NOT_GIVEN,
        Input_: str | NotGiven = NOT_GIVEN,
        locals_: str | NotGiven = NOT_GIVEN,
        to_payload_: str | NotGiven = NOT_GIVEN,
        timeout: str | NotGiven = NOT_GIVEN,
        client: str | NotGiven = NOT_GIVEN,
        options: str | NotGiven = NOT_GIVEN,
        token: str | NotGiven = NOT_GIVEN,
        model_name: str | NotGiven = NOT_GIVEN,
        request_id: str | NotGiven = NOT_GIVEN,
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
        schema_: str | NotGiven = NOT_GIVEN,
        copy_: str | NotGiven = NOT_GIVEN,
        json_: str | NotGiven = NOT_GIVEN,
        model_fields_: str | NotGiven = NOT_GIVEN,
        model_config_: str | NotGiven = NOT_GIVEN,
        self_: str | NotGiven = NOT_GIVEN,
        list_: str | NotGiven = NOT_GIVEN,
        str_: str | NotGiven = NOT_GIVEN,
        Literal_: str | NotGiven = NOT_GIVEN,
        Input_: str | NotGiven = NOT_GIVEN,
        locals_: str | NotGiven = NOT_GIVEN,
        to_payload_: str | NotGiven = NOT_GIVEN,
        timeout: str | NotGiven = NOT_GIVEN,
        client: str | NotGiven = NOT_GIVEN,
        options: str | NotGiven = NOT_GIVEN,
        token: str | NotGiven = NOT_GIVEN,
        model_name: str | NotGiven = NOT_GIVEN,
        request_id: str | NotGiven = NOT_GIVEN,
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
        schema_: str | NotGiven = NOT_GIVEN,
        copy_: str | NotGiven = NOT_GIVEN,
        json_: str | NotGiven = NOT_GIVEN,
        model_fields_: str | NotGiven = NOT_GIVEN,
        model_config_: str | NotGiven = NOT_GIVEN,
        self_: str | NotGiven = NOT_GIVEN,
        list_: str | NotGiven = NOT_GIVEN,
        str_: str | NotGiven = NOT_GIVEN,
        Literal_: str | NotGiven = NOT_GIVEN,
        Input_: str | NotGiven = NOT_GIVEN,
        locals_: str | NotGiven = NOT_GIVEN,
        to_payload_: str | NotGiven = NOT_GIVEN,
        timeout: str | NotGiven = NOT_GIVEN,
        client: str | NotGiven = NOT_GIVEN,
        options: str | NotGiven = NOT_GIVEN,
        token: str | NotGiven = NOT_GIVEN,
        model_name: str | NotGiven = NOT_GIVEN,
        request_id: str | NotGiven = NOT_GIVEN,
    ) -> Price: ...

    def price(self, input: Input | NotGiven = NOT_GIVEN, /, **inputs: Any) -> Price:
        """Return what a job may cost; the inputs that it depends on are enough. Nothing is sent."""
        return self._price(input, inputs)


Input.__json_schema__ = {
    "type": "object",
    "properties": {
        "schema": {"type": "string"},
        "copy": {"type": "string"},
        "json": {"type": "string"},
        "model_fields": {"type": "string"},
        "model_config": {"type": "string"},
        "self": {"type": "string"},
        "list": {"type": "string"},
        "str": {"type": "string"},
        "Literal": {"type": "string"},
        "Input": {"type": "string"},
        "locals": {"type": "string"},
        "to_payload": {"type": "string"},
        "timeout": {"type": "string"},
        "client": {"type": "string"},
        "options": {"type": "string"},
        "token": {"type": "string"},
        "model_name": {"type": "string"},
        "request_id": {"type": "string"},
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
