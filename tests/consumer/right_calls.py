"""Correct calls: never run, only read by mypy --strict and pyright strict."""

from decimal import Decimal
from http.client import HTTPResponse
from io import BytesIO
from pathlib import Path
from subprocess import Popen
from tempfile import NamedTemporaryFile, SpooledTemporaryFile
from typing import Literal, Unpack, assert_type

import httpx
import httpx2

from runcomfy_models import (
    AsyncRequest,
    AsyncResult,
    AsyncRunComfy,
    Balance,
    Media,
    NotGiven,
    Price,
    Request,
    Result,
    RunComfy,
)
from runcomfy_models.kling.kling_3_0.standard import image_to_video
from runcomfy_models.runwayml.runway_aleph import video_to_video
from runcomfy_models.testing import Course, Simulator, faults

IMAGE = "https://example.com/a.png"


def nested_objects_as_type_and_as_dict() -> None:
    """A list may mix both forms, and a list of either type may come from elsewhere."""
    segments = [image_to_video.MultiPromptItem(prompt="a", duration=5)]
    with image_to_video.Client() as client:
        result = client.run(prompt="x", start_image_url=IMAGE, multi_prompt=segments)
        client.run(
            prompt="x",
            start_image_url=IMAGE,
            multi_prompt=[{"prompt": "a", "duration": 5}, segments[0]],
            elements=[{"reference_image_urls": [IMAGE]}],
            shot_type="customize",
            cfg_scale=1,
        )
    assert_type(result, Result[image_to_video.Output])
    assert_type(result.output.video, str | None)
    assert_type(result.file, str)
    assert_type(result.output.images, list[str] | None)


def submit_and_follow() -> None:
    """A request knows the output of its model."""
    client = video_to_video.Client(token="t")
    request = client.submit(prompt="x", video_url="https://example.com/a.mp4", ratio="1280:720")
    assert_type(request, Request[video_to_video.Output])
    for update in request.updates():
        assert_type(update.queue_position, int | None)
    assert_type(client.request(request.id).result().output, video_to_video.Output)


async def asynchronously() -> None:
    """The asynchronous client has the same inputs."""
    async with video_to_video.AsyncClient() as client:
        request = await client.submit(prompt="x", video_url="v", ratio="960:960")
        assert_type(request, AsyncRequest[video_to_video.Output])
        assert_type(await request.result(), AsyncResult[video_to_video.Output])


def inputs_are_values() -> None:
    """Fields have the types of the schema; what was left out says so."""
    inputs = image_to_video.Input(prompt="x", start_image_url=IMAGE, duration=5)
    assert_type(inputs.prompt, str)
    assert_type(inputs.duration, int | NotGiven)
    assert_type(inputs.shot_type, Literal["customize"] | NotGiven)
    assert_type(inputs.multi_prompt, list[image_to_video.MultiPromptItem] | NotGiven)


def an_input_is_sent_in_place_of_keywords(row: dict[str, str]) -> None:
    """By position; a row of a CSV file becomes one."""
    client = image_to_video.Client()
    assert_type(image_to_video.Input.from_tool('{"prompt": "x"}'), image_to_video.Input)
    assert_type(image_to_video.Input.from_tool({"prompt": "x"}), image_to_video.Input)
    inputs = image_to_video.Input.from_strings(row)
    assert_type(inputs, image_to_video.Input)
    assert_type(client.run(inputs), Result[image_to_video.Output])
    assert_type(client.submit(inputs), Request[image_to_video.Output])
    client.check(inputs)
    client.check(prompt="x", start_image_url=IMAGE)
    client.preflight(prompt="x", start_image_url=IMAGE, duration=5)
    assert_type(client.price(inputs), Price)
    assert_type(client.price(duration=5), Price)
    assert_type(client.balance(), Balance)
    assert_type(image_to_video.AsyncClient().price(), Price)


def keywords_are_passed_on(**inputs: Unpack[image_to_video.InputDict]) -> None:
    """A function may take what `run` takes."""
    assert_type(inputs["prompt"], str)
    image_to_video.Client().run(**inputs)


def enums_have_names(ratio: video_to_video.Ratio = "960:960") -> video_to_video.Input:
    """A function may pass one on."""
    video_to_video.Client().submit(prompt="x", video_url="v", ratio=ratio)
    return video_to_video.Input(prompt="x", video_url="v", ratio=ratio)


async def an_input_is_sent_asynchronously(inputs: video_to_video.Input) -> None:
    """The asynchronous client accepts it, too."""
    client = video_to_video.AsyncClient()
    assert_type(await client.run(inputs), AsyncResult[video_to_video.Output])
    assert_type(await client.submit(inputs), AsyncRequest[video_to_video.Output])
    await client.check(inputs)
    await client.preflight(prompt="x", video_url="v", ratio="960:960")


def media_are_urls_or_local_files() -> None:
    """A path, bytes with their type or an open file stands where a URL does."""
    picture = Media(b"...", "image/png")
    more: list[str] = [IMAGE]
    with Path("b.png").open("rb") as file, RunComfy(token="t", wait_timeout=60) as account:
        client = image_to_video.Client(account, on_timeout="cancel", on_update=print)
        client.preflight(image_to_video.Input(prompt="x", start_image_url=picture))
        result = client.run(
            prompt="x",
            start_image_url=Path("a.png"),
            elements=[
                {"frontal_image_url": file, "reference_image_urls": more},
                image_to_video.ElementsItem(reference_image_urls=[picture, IMAGE]),
            ],
        )
    assert_type(result.download("out"), list[Path])


def every_open_file_is_a_medium(process: Popen[bytes], answer: HTTPResponse) -> None:
    """Anything with a `read` that returns bytes."""
    with NamedTemporaryFile() as named, SpooledTemporaryFile() as spooled:
        image_to_video.ElementsItem(reference_image_urls=[named, spooled, BytesIO(b"..."), answer])
        client = image_to_video.Client()
        client.submit(prompt="x", start_image_url=named)
        if process.stdout:
            client.submit(prompt="x", start_image_url=process.stdout)


def simulated(runcomfy_simulator: Simulator) -> None:
    """The simulator is typed as well."""
    runcomfy_simulator.faults.submit(faults.drop(before=True), None, faults.delay(0.5))
    runcomfy_simulator.jobs.next(Course(end="failed", cost=None))
    with Simulator(balance=1.5, log=print) as simulator:
        assert_type(simulator.base_url, str)
    assert_type(simulator.ledger.charged, Decimal)


def clients_of_both_libraries() -> None:
    """By name, or the user's own client."""
    RunComfy(http_client="httpx2")
    RunComfy(http_client=httpx.Client())
    image_to_video.Client(http_client=httpx2.Client())
    AsyncRunComfy(http_client="aiohttp")
    AsyncRunComfy(http_client="httpx2")
    image_to_video.AsyncClient(http_client=httpx2.AsyncClient())
