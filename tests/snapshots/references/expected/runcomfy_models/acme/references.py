# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""acme/references

Example:

    from runcomfy_models.acme import references

    with references.Client() as client:
        result = client.run()
    print(result.output)
"""

from collections.abc import Sequence
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
    "Frame",
    "FrameDict",
    "INFO",
    "Input",
    "MODEL_ID",
    "Node",
    "NodeDict",
    "Output",
]

MODEL_ID = "acme/references"

INFO = ModelInfo(MODEL_ID)


class Frame(InputModel):
    """One frame."""

    url: str | NotGiven = NOT_GIVEN


class Node(InputModel):
    name: str | NotGiven = NOT_GIVEN
    children: "list[Node] | NotGiven" = NOT_GIVEN


class Input(InputModel):
    start: Frame | NotGiven = NOT_GIVEN
    end: Frame | NotGiven = NOT_GIVEN
    seed: Annotated[int, Field(ge=0)] | NotGiven = NOT_GIVEN
    """range: 0 or more"""
    tree: Node | NotGiven = NOT_GIVEN


class FrameDict(TypedDict):
    """`Frame` as a plain dict."""

    url: NotRequired[str]


class NodeDict(TypedDict):
    """`Node` as a plain dict."""

    name: NotRequired[str]
    children: NotRequired["Sequence[Node | NodeDict]"]


class Output(OutputModel):
    image: str | None = None


class Client(ModelClient[Input, Output]):
    """Runs `acme/references`."""

    model_id = MODEL_ID
    info = INFO
    input_type = Input
    output_type = Output

    def submit(
        self,
        *,
        start: Frame | FrameDict | NotGiven = NOT_GIVEN,
        end: Frame | FrameDict | NotGiven = NOT_GIVEN,
        seed: int | NotGiven = NOT_GIVEN,
        tree: Node | NodeDict | NotGiven = NOT_GIVEN,
    ) -> Request[Output]:
        """Submit a job and return its request at once. The inputs are those of `run`."""
        return self._submit(locals())

    def run(
        self,
        *,
        start: Frame | FrameDict | NotGiven = NOT_GIVEN,
        end: Frame | FrameDict | NotGiven = NOT_GIVEN,
        seed: int | NotGiven = NOT_GIVEN,
        tree: Node | NodeDict | NotGiven = NOT_GIVEN,
    ) -> Result[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            start: …
            end: …
            seed: range: 0 or more
            tree: …
        """
        return self._run(locals())


class AsyncClient(AsyncModelClient[Input, Output]):
    """Runs `acme/references`, asynchronously."""

    model_id = MODEL_ID
    info = INFO
    input_type = Input
    output_type = Output

    async def submit(
        self,
        *,
        start: Frame | FrameDict | NotGiven = NOT_GIVEN,
        end: Frame | FrameDict | NotGiven = NOT_GIVEN,
        seed: int | NotGiven = NOT_GIVEN,
        tree: Node | NodeDict | NotGiven = NOT_GIVEN,
    ) -> AsyncRequest[Output]:
        """Submit a job and return its request at once. The inputs are those of `run`."""
        return await self._submit(locals())

    async def run(
        self,
        *,
        start: Frame | FrameDict | NotGiven = NOT_GIVEN,
        end: Frame | FrameDict | NotGiven = NOT_GIVEN,
        seed: int | NotGiven = NOT_GIVEN,
        tree: Node | NodeDict | NotGiven = NOT_GIVEN,
    ) -> AsyncResult[Output]:
        """Submit a job, wait until it ends and return its result.

        Args:
            start: …
            end: …
            seed: range: 0 or more
            tree: …
        """
        return await self._run(locals())
