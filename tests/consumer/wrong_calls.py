"""Mistakes that a type checker has to find: an ignore that is not needed fails the check."""

from io import StringIO
from typing import Unpack

from runcomfy_models.kling.kling_3_0.standard import image_to_video
from runcomfy_models.runwayml.runway_aleph import video_to_video

client = image_to_video.Client()
aleph = video_to_video.AsyncClient()
aleph_input = video_to_video.Input(prompt="x", video_url="v", ratio="960:960")


def wrong_calls() -> None:
    """One mistake a line."""
    client.run(prompt="x")  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]
    client.run(prompt=3, start_image_url="u")  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]
    client.run(prompt="x", start_image_url="u", seed=1)  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]
    client.run(prompt="x", start_image_url="u", duration="5")  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]
    client.run(prompt="x", start_image_url="u", duration=None)  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]
    client.run(prompt="x", start_image_url="u", shot_type="wide")  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]
    client.run(prompt="x", start_image_url="u", multi_prompt=[{"prompt": 1}])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
    client.run(prompt="x", start_image_url="u", multi_prompt=[{"promt": "a"}])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
    client.run("x", "u")  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]
    client.submit(prompt="x", start_image_url=StringIO("u"))  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]
    client.submit(prompt="x", start_image_url=b"u")  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]
    client.preflight(prompt="x", start_image_url="u", seed=1)  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]
    client.price(duration="5")  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]
    client.price(seed=1)  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]
    client.check(prompt="x")  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]
    client.run(image_to_video.Input(prompt="x", start_image_url="u"), duration=5)  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]
    client.submit(aleph_input)  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]
    client.run({"prompt": "x", "start_image_url": "u"})  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]
    client.run(None)  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]
    client.run(input=image_to_video.Input(prompt="x", start_image_url="u"))  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]
    image_to_video.Client(http_client="aiohttp")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    image_to_video.Input(prompt="x")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    image_to_video.Input(prompt="x", start_image_url="u", duration="5")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    image_to_video.MultiPromptItem(duration=1.5)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def wrong_keywords(**inputs: Unpack[image_to_video.InputDict]) -> None:
    """Names and types of keywords that are passed on are known."""
    inputs["promt"]  # type: ignore[typeddict-item]  # pyright: ignore[reportGeneralTypeIssues]
    wrong_keywords(prompt="x")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    wrong_keywords(prompt="x", start_image_url="u", duration="5")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def wrong_enum(ratio: video_to_video.Ratio) -> None:
    """A name for an enum has its values."""
    wrong_enum("1:1")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


async def wrong_asynchronous_calls() -> None:
    """The asynchronous client has the same inputs."""
    await aleph.run(prompt="x", video_url="v", ratio="1280x720")  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]
    (await aleph.run(prompt="x", video_url="v", ratio="960:960")).output.vido  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
