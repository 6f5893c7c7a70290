"""Local files are read in a thread beside the event loop, and nothing is sent if that fails."""

from __future__ import annotations

import asyncio
import threading
from typing import Any

import pytest

from runcomfy_models import InvalidInputError, Media
from runcomfy_models._runtime.media.local_files import contains_local_file
from runcomfy_models._runtime.media.types import ImageInput
from runcomfy_models._runtime.models.inputs import InputModel
from runcomfy_models._runtime.models.not_given import NOT_GIVEN, NotGiven
from runcomfy_models._runtime.models.outputs import OutputModel
from tests.loopback import REQUEST_ID, Loopback
from tests.runtime.models import UntypedAsyncClient
from tests.runtime.side import TOKEN


class Frame(InputModel):
    image: ImageInput


class Input(InputModel):
    image: ImageInput | NotGiven = NOT_GIVEN
    frames: list[Frame] | NotGiven = NOT_GIVEN


class Client(UntypedAsyncClient[Input, OutputModel]):
    model_id = "acme/frames"
    input_type = Input
    output_type = OutputModel


class Slow:
    """A file that can be read only after the event loop has run something else."""

    name = "slow.png"

    def __init__(self) -> None:
        self.has_moved_on = threading.Event()
        self.pieces = [b"\x89PNG\r\n\x1a\n", b""]

    def read(self, size: int, /) -> bytes:
        if not self.has_moved_on.wait(5):
            raise OSError("the event loop is blocked")
        return self.pieces.pop(0)


def inputs_with(position: str, file: Slow) -> dict[str, Any]:
    return {"image": file} if position == "alone" else {"frames": [{"image": file}]}


@pytest.mark.parametrize("position", ["alone", "inside of a list"])
@pytest.mark.parametrize("method", ["submit", "preflight"])
def test_reading_a_file_does_not_block_the_event_loop(
    position: str, method: str, service: Loopback
) -> None:
    async def read(client: Client) -> None:
        file = Slow()
        asyncio.get_running_loop().call_later(0.01, file.has_moved_on.set)
        await getattr(client, method)(**inputs_with(position, file))

    async def main() -> None:
        async with Client(token=TOKEN, base_url=service.url) as client:
            await read(client)

    asyncio.run(main())
    assert len(service.submitted()) == (method == "submit")


def test_a_task_cancelled_while_it_reads_sends_nothing(service: Loopback) -> None:
    async def main() -> None:
        file = Slow()
        async with Client(token=TOKEN, base_url=service.url) as client:
            task = asyncio.create_task(client.submit(image=file))
            await asyncio.sleep(0.02)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            file.has_moved_on.set()
            with pytest.raises(InvalidInputError, match="is empty"):
                await client.submit(image=Media(b"", "image/png"))
            assert (await client.submit(image="https://example.com/a.png")).id == REQUEST_ID

    asyncio.run(main())
    assert [call.body for call in service.submitted()] == [{"image": "https://example.com/a.png"}]


def test_local_media_are_found_in_lists_and_objects() -> None:
    medium = Media(b"x", "image/png")
    for value in (medium, [medium], {"a": ({"b": medium},)}):
        assert contains_local_file(value)
    endless: list[Any] = []
    endless += [endless]
    for value in ("x", 5, None, ["x", {"y": "z"}], endless):
        assert not contains_local_file(value)
