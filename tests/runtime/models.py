"""A small model as the generator would write it, and clocks that tests control."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Annotated, Any

from pydantic import Field

from runcomfy_models._runtime._async.client import AsyncModelClient
from runcomfy_models._runtime._async.request import AsyncRequest
from runcomfy_models._runtime._async.result import AsyncResult
from runcomfy_models._runtime._sync.client import ModelClient
from runcomfy_models._runtime._sync.request import Request
from runcomfy_models._runtime._sync.result import Result
from runcomfy_models._runtime.concurrency import AsyncClock, Clock
from runcomfy_models._runtime.models.input_or_keywords import InputT
from runcomfy_models._runtime.models.inputs import InputModel
from runcomfy_models._runtime.models.not_given import NOT_GIVEN, NotGiven
from runcomfy_models._runtime.models.outputs import OutputModel, OutputT
from runcomfy_models._runtime.pricing import Price
from runcomfy_models._runtime.timing import Timing

MODEL_ID = "acme/Live Video 01/text-to-video"


class Lora(InputModel):
    path: str
    scale: Annotated[float, Field(le=1)] | NotGiven = NOT_GIVEN


class Input(InputModel):
    prompt: str
    steps: Annotated[Annotated[int, Field(ge=1, le=50)] | NotGiven, Field(alias="33_steps")] = (
        NOT_GIVEN
    )
    loras: list[Lora] | NotGiven = NOT_GIVEN


class Output(OutputModel):
    video: str | None = None


class UntypedClient(ModelClient[InputT, OutputT]):
    """The methods of a generated client, without the types of its keywords."""

    def run(self, given_input: InputT | NotGiven = NOT_GIVEN, /, **inputs: Any) -> Result[OutputT]:
        return self._run(given_input, inputs)

    def submit(
        self, given_input: InputT | NotGiven = NOT_GIVEN, /, **inputs: Any
    ) -> Request[OutputT]:
        return self._submit(given_input, inputs)

    def check(self, given_input: InputT | NotGiven = NOT_GIVEN, /, **inputs: Any) -> None:
        return self._check(given_input, inputs)

    def preflight(self, given_input: InputT | NotGiven = NOT_GIVEN, /, **inputs: Any) -> None:
        return self._preflight(given_input, inputs)

    def price(self, given_input: InputT | NotGiven = NOT_GIVEN, /, **inputs: Any) -> Price:
        return self._price(given_input, inputs)


class UntypedAsyncClient(AsyncModelClient[InputT, OutputT]):
    """The methods of a generated client, without the types of its keywords."""

    async def run(
        self, given_input: InputT | NotGiven = NOT_GIVEN, /, **inputs: Any
    ) -> AsyncResult[OutputT]:
        return await self._run(given_input, inputs)

    async def submit(
        self, given_input: InputT | NotGiven = NOT_GIVEN, /, **inputs: Any
    ) -> AsyncRequest[OutputT]:
        return await self._submit(given_input, inputs)

    async def check(self, given_input: InputT | NotGiven = NOT_GIVEN, /, **inputs: Any) -> None:
        return await self._check(given_input, inputs)

    async def preflight(self, given_input: InputT | NotGiven = NOT_GIVEN, /, **inputs: Any) -> None:
        return await self._preflight(given_input, inputs)

    def price(self, given_input: InputT | NotGiven = NOT_GIVEN, /, **inputs: Any) -> Price:
        return self._price(given_input, inputs)


class Client(UntypedClient[Input, Output]):
    model_id = MODEL_ID
    input_type = Input
    output_type = Output


class AsyncClient(UntypedAsyncClient[Input, Output]):
    model_id = MODEL_ID
    input_type = Input
    output_type = Output


class ManualTiming(Timing):
    """Time passes only during `sleep`; random numbers are always `dice`."""

    def __init__(self) -> None:
        self.pauses: list[float] = []
        self.dice = 0.5

    def monotonic(self) -> float:
        return sum(self.pauses)

    def now(self) -> datetime:
        return datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=sum(self.pauses))

    def random(self) -> float:
        return self.dice


class ManualClock(ManualTiming, Clock):
    def sleep(self, seconds: float) -> None:
        self.pauses.append(seconds)


class ManualAsyncClock(ManualTiming, AsyncClock):
    async def sleep(self, seconds: float) -> None:
        self.pauses.append(seconds)
