"""Preflight: look at remote media before paying for a job, without the token."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from socketserver import StreamRequestHandler, ThreadingTCPServer
from typing import Annotated, Any

import pytest

from runcomfy_models import InvalidInputError
from runcomfy_models._runtime.media.remote_files import RemoteFile, remote_file
from runcomfy_models._runtime.media.types import ImageInput, MediaRules, VideoInput
from runcomfy_models._runtime.models.inputs import InputModel
from runcomfy_models._runtime.models.not_given import NOT_GIVEN, NotGiven
from tests.runtime.files import Files
from tests.runtime.models import Output, UntypedAsyncClient, UntypedClient
from tests.runtime.side import TOKEN, Side


class Input(InputModel):
    prompt: str
    image: Annotated[ImageInput, MediaRules(("file_size_mb<", 1, "")), MediaRules()] | NotGiven = (
        NOT_GIVEN
    )
    videos: list[VideoInput] | NotGiven = NOT_GIVEN


class Client(UntypedClient[Input, Output]):
    model_id = "acme/x"
    input_type = Input
    output_type = Output


class AsyncClient(UntypedAsyncClient[Input, Output]):
    model_id = "acme/x"
    input_type = Input
    output_type = Output


@contextmanager
def dripping() -> Iterator[str]:
    """Run a server whose headers never end."""
    is_stopped = threading.Event()

    class Handler(StreamRequestHandler):
        def handle(self) -> None:
            self.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
            with suppress(OSError):
                while not is_stopped.wait(0.02):
                    self.wfile.write(b"a")

    with ThreadingTCPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        is_stopped.set()
        server.shutdown()


def preflight(side: Side, files: Files, *arguments: Any, **inputs: Any) -> None:
    kind: Any = AsyncClient if side.is_async else Client
    client = kind(token=TOKEN, base_url=files.url, clock=side.clock)
    try:
        side.do(client.preflight(*arguments, **inputs))
    finally:
        side.close(client)


def preflight_problems(side: Side, files: Files, **inputs: Any) -> dict[str, str]:
    with pytest.raises(InvalidInputError, match="nothing was sent") as caught:
        preflight(side, files, prompt="x", **inputs)
    return {problem.path: problem.message for problem in caught.value.problems}


def test_reachable_files_of_the_right_type_are_accepted(side: Side, files: Files) -> None:
    image = files.add("/a.png", content_type="image/png")
    video = files.add("/b", content_type="application/octet-stream")
    preflight(side, files, prompt="x", image=image, videos=[video, video])
    preflight(side, files, Input(prompt="x", image=image))
    assert [(method, path) for method, path, _ in files.requests] == [
        ("HEAD", "/a.png"),
        ("HEAD", "/b"),
        ("HEAD", "/a.png"),
    ]
    assert TOKEN not in str(files.requests)


def test_all_problems_are_reported_at_once(side: Side, files: Files) -> None:
    large = files.add("/large.png", content_type="image/png", data=bytes(2**20 + 1))
    page = files.add("/page", content_type="text/html; charset=utf-8")
    unreachable = "http://127.0.0.1:1/x.mp4"
    missing = files.url + "/none"
    problems = preflight_problems(side, files, image=large, videos=[page, unreachable, missing])
    assert problems["image"] == "file_size_mb should be < 1, it is 1"
    assert problems["videos[0]"] == "should be video, not text/html"
    assert "is not reachable" in problems["videos[1]"]
    assert problems["videos[2]"] == "is not reachable: HTTP 404"


@pytest.mark.parametrize("status", [200, 206, 299, 300, 304, 404, 500])
def test_a_file_is_reachable_if_the_status_means_success(status: int) -> None:
    problem = None if status < 300 else f"is not reachable: HTTP {status}"
    assert remote_file(status, {}) == RemoteFile(problem)


@pytest.mark.parametrize(
    ("headers", "content_type", "size"),
    [
        ({"Content-Type": "Image/PNG ; q=1", "Content-Length": "5"}, "image/png", 5),
        ({"Content-Length": "5", "Content-Encoding": "identity"}, "", 5),
        ({"Content-Length": "5", "Content-Encoding": "gzip"}, "", None),
        ({"Content-Length": "-5"}, "", None),
        ({}, "", None),
    ],
)
def test_headers_say_the_type_and_size_of_a_file(
    headers: dict[str, str], content_type: str, size: int | None
) -> None:
    assert remote_file(200, headers) == RemoteFile(None, content_type, size)


def test_media_given_as_text_are_reported_before_any_url_is_called(
    side: Side, files: Files
) -> None:
    texts = ["http://example.com/x.mp4", "not a url", "file:///none/x"]
    problems = preflight_problems(side, files, image=files.add("/a.png"), videos=texts)
    assert problems["videos[0]"] == "is http: the service fetches https URLs only"
    assert problems["videos[1]"].startswith("is not a URL that the service can fetch: give")
    assert problems["videos[2]"].startswith("is not a URL that the service can fetch: give")
    assert files.requests == []


def test_a_server_without_head_is_asked_with_get(side: Side, files: Files) -> None:
    image = files.add("/a.png", content_type="image/png", statuses=[405])
    preflight(side, files, prompt="x", image=image)
    assert [method for method, _, _ in files.requests] == ["HEAD", "GET"]


def test_redirects_are_followed_to_https_only(side: Side, files: Files) -> None:
    files.add("/b.png", content_type="image/png")
    preflight(side, files, prompt="x", image=files.add("/a.png", location="/b.png"))
    elsewhere = files.add("/c.png", location="http://example.com/x.png")
    assert preflight_problems(side, files, image=elsewhere)["image"].startswith("is http: ")


def test_invalid_inputs_are_reported_before_any_url_is_called(side: Side, files: Files) -> None:
    with pytest.raises(InvalidInputError, match="prompt"):
        preflight(side, files, prompt=5, image=files.add("/a.png"))
    assert files.requests == []


def test_data_uris_need_no_call(side: Side, files: Files) -> None:
    preflight(side, files, prompt="x", image="data:image/png;base64,AAAA")
    assert files.requests == []


def test_an_unvalidated_input_is_validated(side: Side, files: Files) -> None:
    unvalidated = Input.model_construct(prompt="x", image=5)
    with pytest.raises(InvalidInputError, match="image"):
        preflight(side, files, unvalidated)


def test_a_server_that_sends_headers_for_ever_is_given_up(side: Side) -> None:
    with dripping() as url:
        kind: Any = AsyncClient if side.is_async else Client
        client = kind(token=TOKEN, base_url=url, call_timeout=0.3, read_timeout=90)
        started = time.monotonic()
        with pytest.raises(InvalidInputError, match="image: is not reachable"):
            side.do(client.preflight(prompt="x", image=url + "/a.png"))
        side.close(client)
    assert time.monotonic() - started < 30


def test_a_body_that_is_too_large_is_reported(side: Side, files: Files) -> None:
    parts = ["data:video/mp4;base64," + "AAAA" * (33 * 2**18)] * 2
    with pytest.raises(InvalidInputError, match="64 MiB"):
        preflight(side, files, prompt="x", videos=parts)
