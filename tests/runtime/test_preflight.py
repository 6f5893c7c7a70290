"""Looking at remote media before a job is paid for: on request, without the token."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

import pytest

from runcomfy_models import InvalidInputError
from runcomfy_models._runtime._async.client import AsyncModelClient
from runcomfy_models._runtime._sync.client import ModelClient
from runcomfy_models._runtime.inputs import InputModel
from runcomfy_models._runtime.media.inputs import ImageInput, MediaRules, VideoInput
from runcomfy_models._runtime.not_given import NOT_GIVEN, NotGiven
from tests.runtime.files import Files, serving_files
from tests.runtime.models import Output
from tests.runtime.side import TOKEN, Side


class Input(InputModel):
    prompt: str
    image: Annotated[ImageInput, MediaRules(("file_size_mb<", 1, "")), MediaRules()] | NotGiven = (
        NOT_GIVEN
    )
    videos: list[VideoInput] | NotGiven = NOT_GIVEN


class Client(ModelClient[Input, Output]):
    model_id = "acme/x"
    input_type = Input
    output_type = Output


class AsyncClient(AsyncModelClient[Input, Output]):
    model_id = "acme/x"
    input_type = Input
    output_type = Output


@pytest.fixture
def files() -> Iterator[Files]:
    with serving_files() as running:
        yield running


def preflight(side: Side, files: Files, *given: Any, **inputs: Any) -> None:
    kind: Any = AsyncClient if side.is_async else Client
    client = kind(token=TOKEN, base_url=files.url, clock=side.clock)
    try:
        side.do(client.preflight(*given, **inputs))
    finally:
        side.close(client)


def found(side: Side, files: Files, **inputs: Any) -> dict[str, str]:
    with pytest.raises(InvalidInputError, match="nothing was sent") as caught:
        preflight(side, files, prompt="x", **inputs)
    return {problem.path: problem.message for problem in caught.value.problems}


def test_files_that_are_there_pass(side: Side, files: Files) -> None:
    image = files.add("/a.png", content_type="image/png")
    video = files.add("/b", content_type="application/octet-stream")
    preflight(side, files, prompt="x", image=image, videos=[video, video])
    preflight(side, files, Input(prompt="x", image=image))
    assert [(method, path) for method, path, _ in files.asked] == [
        ("HEAD", "/a.png"),
        ("HEAD", "/b"),
        ("HEAD", "/a.png"),
    ]
    assert TOKEN not in str(files.asked)


def test_every_problem_is_told_at_once(side: Side, files: Files) -> None:
    large = files.add("/large.png", content_type="image/png", data=bytes(2**20 + 1))
    page = files.add("/page", content_type="text/html; charset=utf-8")
    away = "http://127.0.0.1:1/x.mp4"
    gone = files.url + "/none"
    plain = "http://example.com/x.mp4"
    problems = found(
        side, files, image=large, videos=[page, away, gone, plain, "not a url", "file:///etc/x"]
    )
    assert problems["image"] == "file_size_mb should be < 1, it is 1"
    assert problems["videos[0]"] == "should be video, not text/html"
    assert "is not reachable" in problems["videos[1]"]
    assert problems["videos[2]"] == "is not reachable: HTTP 404"
    assert problems["videos[3]"] == "is not https"
    assert problems["videos[4]"] == "is no URL of a file on the web"
    assert problems["videos[5]"] == "is no URL of a file on the web"


def test_a_server_without_head_is_asked_for_the_file(side: Side, files: Files) -> None:
    image = files.add("/a.png", content_type="image/png", statuses=[405])
    preflight(side, files, prompt="x", image=image)
    assert [method for method, _, _ in files.asked] == ["HEAD", "GET"]


def test_redirects_are_followed_to_https_alone(side: Side, files: Files) -> None:
    files.add("/b.png", content_type="image/png")
    preflight(side, files, prompt="x", image=files.add("/a.png", location="/b.png"))
    elsewhere = files.add("/c.png", location="http://example.com/x.png")
    assert found(side, files, image=elsewhere)["image"] == "is not https"


def test_inputs_that_do_not_fit_are_told_first(side: Side, files: Files) -> None:
    with pytest.raises(InvalidInputError, match="prompt"):
        preflight(side, files, prompt=5, image=files.add("/a.png"))
    assert files.asked == []


def test_local_files_need_no_look(side: Side, files: Files) -> None:
    preflight(side, files, prompt="x", image="data:image/png;base64,AAAA")
    assert files.asked == []
