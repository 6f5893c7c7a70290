# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""acme/objects

Example:

    from runcomfy_models.acme import objects

    with objects.Client() as client:
        result = client.run()
    print(result.output)
"""

from typing import TYPE_CHECKING, Annotated, Any, NotRequired, TypedDict, overload

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
from runcomfy_models._runtime.pricing import Price

__all__ = [
    "AsyncClient",
    "Client",
    "INFO",
    "Input",
    "InputDict",
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
        ) -> None:
            """Build from keywords.

            Args:
                seed: …
                **_further: Properties that the docs do not name, by their wire names.
            """


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
    """range: 1 to 3 properties"""
    options: Options | NotGiven = NOT_GIVEN
    keyed: Annotated[dict[str, Any], checks.fits({"required": ["main"]})] | NotGiven = (
        NOT_GIVEN
    )
    mask: ImageInput | NotGiven = NOT_GIVEN
    """media: image"""
    image: ImageInput | NotGiven = NOT_GIVEN
    """media: image"""

    if TYPE_CHECKING:

        def __init__(
            self,
            /,
            *,
            headers: dict[str, str] | NotGiven = NOT_GIVEN,
            weights: dict[str, float] | NotGiven = NOT_GIVEN,
            options: "Options | OptionsDict | dict[str, Any] | NotGiven" = NOT_GIVEN,
            keyed: dict[str, Any] | NotGiven = NOT_GIVEN,
            mask: ImageInput | NotGiven = NOT_GIVEN,
            image: ImageInput | NotGiven = NOT_GIVEN,
        ) -> None:
            """Build from keywords.

            Args:
                headers: …
                weights: 1 to 3 properties.
                options: …
                keyed: …
                mask: media: image.
                image: media: image.
            """


class OptionsDict(TypedDict):
    """`Options` as a plain dict."""

    seed: NotRequired[int]


class InputDict(TypedDict):
    """The keywords of `run`: `def make(**inputs: Unpack[InputDict])`."""

    headers: NotRequired[dict[str, str]]
    weights: NotRequired[dict[str, float]]
    options: NotRequired[Options | OptionsDict | dict[str, Any]]
    keyed: NotRequired[dict[str, Any]]
    mask: NotRequired[ImageInput]
    image: NotRequired[ImageInput]


class Output(OutputModel):
    image: str | None = None


class Client(ModelClient[Input, Output]):
    """Runs `acme/objects`."""

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
            weights: 1 to 3 properties.
            options: …
            keyed: …
            mask: media: image.
            image: media: image.
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
        headers: dict[str, str] | NotGiven = NOT_GIVEN,
        weights: dict[str, float] | NotGiven = NOT_GIVEN,
        options: Options | OptionsDict | dict[str, Any] | NotGiven = NOT_GIVEN,
        keyed: dict[str, Any] | NotGiven = NOT_GIVEN,
        mask: ImageInput | NotGiven = NOT_GIVEN,
        image: ImageInput | NotGiven = NOT_GIVEN,
    ) -> Request[Output]:
        """Submit a job and return its request at once.

        Args:
            headers: …
            weights: 1 to 3 properties.
            options: …
            keyed: …
            mask: media: image.
            image: media: image.
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
        headers: dict[str, str] | NotGiven = NOT_GIVEN,
        weights: dict[str, float] | NotGiven = NOT_GIVEN,
        options: Options | OptionsDict | dict[str, Any] | NotGiven = NOT_GIVEN,
        keyed: dict[str, Any] | NotGiven = NOT_GIVEN,
        mask: ImageInput | NotGiven = NOT_GIVEN,
        image: ImageInput | NotGiven = NOT_GIVEN,
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
        headers: dict[str, str] | NotGiven = NOT_GIVEN,
        weights: dict[str, float] | NotGiven = NOT_GIVEN,
        options: Options | OptionsDict | dict[str, Any] | NotGiven = NOT_GIVEN,
        keyed: dict[str, Any] | NotGiven = NOT_GIVEN,
        mask: ImageInput | NotGiven = NOT_GIVEN,
        image: ImageInput | NotGiven = NOT_GIVEN,
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
        headers: dict[str, str] | NotGiven = NOT_GIVEN,
        weights: dict[str, float] | NotGiven = NOT_GIVEN,
        options: Options | OptionsDict | dict[str, Any] | NotGiven = NOT_GIVEN,
        keyed: dict[str, Any] | NotGiven = NOT_GIVEN,
        mask: ImageInput | NotGiven = NOT_GIVEN,
        image: ImageInput | NotGiven = NOT_GIVEN,
    ) -> Price: ...

    def price(self, input: Input | NotGiven = NOT_GIVEN, /, **inputs: Any) -> Price:
        """Return what a job may cost; the inputs that it depends on are enough. Nothing is sent."""
        return self._price(input, inputs)


class AsyncClient(AsyncModelClient[Input, Output]):
    """Runs `acme/objects`, asynchronously."""

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
            weights: 1 to 3 properties.
            options: …
            keyed: …
            mask: media: image.
            image: media: image.
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
        headers: dict[str, str] | NotGiven = NOT_GIVEN,
        weights: dict[str, float] | NotGiven = NOT_GIVEN,
        options: Options | OptionsDict | dict[str, Any] | NotGiven = NOT_GIVEN,
        keyed: dict[str, Any] | NotGiven = NOT_GIVEN,
        mask: ImageInput | NotGiven = NOT_GIVEN,
        image: ImageInput | NotGiven = NOT_GIVEN,
    ) -> AsyncRequest[Output]:
        """Submit a job and return its request at once.

        Args:
            headers: …
            weights: 1 to 3 properties.
            options: …
            keyed: …
            mask: media: image.
            image: media: image.
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
        headers: dict[str, str] | NotGiven = NOT_GIVEN,
        weights: dict[str, float] | NotGiven = NOT_GIVEN,
        options: Options | OptionsDict | dict[str, Any] | NotGiven = NOT_GIVEN,
        keyed: dict[str, Any] | NotGiven = NOT_GIVEN,
        mask: ImageInput | NotGiven = NOT_GIVEN,
        image: ImageInput | NotGiven = NOT_GIVEN,
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
        headers: dict[str, str] | NotGiven = NOT_GIVEN,
        weights: dict[str, float] | NotGiven = NOT_GIVEN,
        options: Options | OptionsDict | dict[str, Any] | NotGiven = NOT_GIVEN,
        keyed: dict[str, Any] | NotGiven = NOT_GIVEN,
        mask: ImageInput | NotGiven = NOT_GIVEN,
        image: ImageInput | NotGiven = NOT_GIVEN,
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
        headers: dict[str, str] | NotGiven = NOT_GIVEN,
        weights: dict[str, float] | NotGiven = NOT_GIVEN,
        options: Options | OptionsDict | dict[str, Any] | NotGiven = NOT_GIVEN,
        keyed: dict[str, Any] | NotGiven = NOT_GIVEN,
        mask: ImageInput | NotGiven = NOT_GIVEN,
        image: ImageInput | NotGiven = NOT_GIVEN,
    ) -> Price: ...

    def price(self, input: Input | NotGiven = NOT_GIVEN, /, **inputs: Any) -> Price:
        """Return what a job may cost; the inputs that it depends on are enough. Nothing is sent."""
        return self._price(input, inputs)


Options.__json_schema__ = {
    "type": "object",
    "properties": {"seed": {"type": "integer"}},
    "additionalProperties": {"type": "string"},
}
Input.__json_schema__ = {
    "type": "object",
    "properties": {
        "headers": {
            "type": "object",
            "patternProperties": {"^x-": {"type": "string"}},
            "additionalProperties": False,
        },
        "weights": {
            "type": "object",
            "additionalProperties": {"type": "number"},
            "propertyNames": {"maxLength": 8},
            "minProperties": 1,
            "maxProperties": 3,
        },
        "options": {"$ref": Options},
        "keyed": {"type": "object", "required": ["main"]},
        "mask": {"type": "string", "x-media": "image", "format": "uri"},
        "image": {"type": "string", "x-media": "image", "format": "uri"},
        "never": False,
    },
    "dependentRequired": {"mask": ["image"]},
    "dependentSchemas": {"weights": {"required": ["options"]}},
    "additionalProperties": False,
    "examples": [{}],
}
Output.__json_schema__ = {
    "type": "object",
    "properties": {
        "image": {"anyOf": [{"type": "string", "format": "uri"}, {"type": "null"}]}
    },
}
