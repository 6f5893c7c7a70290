"""Media given as text: what the service can fetch or read is sent, nothing else is."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import pytest

from runcomfy_models import InvalidInputError
from runcomfy_models._runtime.media import text_check
from runcomfy_models._runtime.media.text_check import text_problem
from runcomfy_models._runtime.media.types import (
    AudioInput,
    ImageInput,
    MediaSamples,
    VideoInput,
)
from runcomfy_models._runtime.models.inputs import InputModel
from runcomfy_models._runtime.models.not_given import NOT_GIVEN, NotGiven
from tests.loopback import Loopback
from tests.runtime.models import Output, UntypedAsyncClient, UntypedClient
from tests.runtime.side import TOKEN, Side

API = "https://model-api.runcomfy.net"
PNG = b"\x89PNG\r\n\x1a\n"


def uri(data: bytes, content_type: str = "image/png") -> str:
    return f"data:{content_type};base64,{base64.b64encode(data).decode()}"


ACCEPTED = [
    "https://example.com/a.png",
    "HTTPS://EXAMPLE.com/a.png?x=%20#y",
    "https://user:pass@cdn.example.com:8443/a",
    "https://8.8.8.8/a.png",
    "https://[2606:4700::1111]/a.png",
    "https://bücher.de/ä.png",
    "https://xn--bcher-kva.de./a.png",
    "https://my_bucket.s3.amazonaws.com/a.png",
    uri(b"x"),
    uri(PNG),
    "DATA:Image/PNG;BASE64,AAAA",
    "data:image/png;name=a.png;base64,AAAA",
    uri(PNG, "application/octet-stream"),
]


@pytest.mark.parametrize("text", ACCEPTED)
def test_what_the_service_can_take_is_accepted(text: str) -> None:
    assert text_problem(text, "image", API) is None


TEST_NAME = "https://files.acme.test/a.png"


def test_a_name_for_tests_is_public_only_for_a_simulated_service() -> None:
    assert text_problem(TEST_NAME, "image", "http://127.0.0.1:8188") is None
    assert "is not a public host" in str(text_problem(TEST_NAME, "image", API))
    assert text_problem("https://..test", "image", "http://127.0.0.1:8188") is not None


REFUSED = {
    "": "is empty",
    " \n": "is empty",
    "portrait.png": "Path(…) for a local file",
    "C:\\Users\\me\\a.png": "Path(…) for a local file",
    "file:///none/x.png": "Path(…) for a local file",
    "s3://b/k.png": "is not a URL that the service can fetch",
    "not a url": "is not a URL that the service can fetch",
    "//example.com/a.png": "is not a URL that the service can fetch",
    "http://example.com/a.png": "the service fetches https URLs only",
    "HTTP://example.com/a.png": "the service fetches https URLs only",
    "http://127.0.0.1/a.png": "the service fetches https URLs only",
    "https://": "is not a public host",
    "https:example.com": "is not a public host",
    "https:///a.png": "is not a public host",
    "https://localhost/a.png": "is not a public host",
    "https://a.localhost/a.png": "is not a public host",
    "https://intranet/a.png": "is not a public host",
    "https://nas.local/a.png": "is not a public host",
    "https://127.0.0.1/a.png": "is not a public host",
    "https://127.1/a.png": "is not a public host",
    "https://2130706433/a.png": "is not a public host",
    "https://0x7f.0.0.1/a.png": "is not a public host",
    "https://0x7f.0.0.0x1/a.png": "is not a public host",
    "https://１２７.0.0.1/a.png": "is not a public host",
    "https://10.0.0.1/a.png": "is not a public host",
    "https://192.168.1.5/a.png": "is not a public host",
    "https://169.254.169.254/latest": "is not a public host",
    "https://224.0.0.1/a.png": "is not a public host",
    "https://[::1]/a.png": "is not a public host",
    "https://[fe80::1]/a.png": "is not a public host",
    "https://[::ffff:127.0.0.1]/a.png": "is not a public host",
    "https://a..b/a.png": "is not a public host",
    "https://exa\\mple.com/a.png": "is not a public host",
    "https://[::1/a.png": "is not a valid URL",
    "https://example.com:99999/a.png": "is not a valid URL",
    "https://example.com/a b.png": "percent-encode",
    " https://example.com/a.png": "percent-encode",
    "https://example.com/a.png\n": "percent-encode",
    "https://example.com/a\u00a0b.png": "percent-encode",
    "https://example.com/\x00": "percent-encode",
    "data:": "is not of the form",
    "data:image/png,abc": "is not of the form",
    "data:;base64,AAAA": "is not of the form",
    "data:image;base64,AAAA": "is not of the form",
    "data:image/png;base64,": "without data",
    "data:image/png;base64,xx": "is not valid base64",
    "data:image/png;base64,AA AA": "is not valid base64",
    "data:image/png;base64,AA-_": "is not valid base64",
    "data:image/png;base64,ÄÄÄÄ": "is not valid base64",
    uri(PNG, "image/webp"): "is image/png, not image/webp",
    # Paths that no system can have
    "~nobody-has-this-name/a.png": "is not a URL that the service can fetch",
    "a\0.png": "is not a URL that the service can fetch",
    "x" * 5000: "is not a URL that the service can fetch",
}


@pytest.mark.parametrize(("text", "why"), REFUSED.items())
def test_anything_else_is_refused_with_what_to_do(text: str, why: str) -> None:
    assert why in (text_problem(text, "image", API) or "")


def test_a_data_uri_beyond_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_check, "MAX_MEDIUM_BYTES", 2)
    assert "is larger than" in (text_problem(uri(b"xxx"), "image", API) or "")


def test_the_message_names_the_path_of_a_file_that_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "portrait.png").write_bytes(PNG)
    monkeypatch.chdir(tmp_path)
    assert text_problem("portrait.png", "image", API) == (
        "is a local file: give Path('portrait.png')"
    )
    given = (tmp_path / "portrait.png").as_uri()
    assert str(tmp_path / "portrait.png") in (text_problem(given, "image", API) or "")


class Scene(InputModel):
    frames: list[ImageInput | list[VideoInput]] | NotGiven = NOT_GIVEN


class Input(InputModel):
    prompt: str
    image: Annotated[ImageInput, MediaSamples("sample_1.png", "")] | NotGiven = NOT_GIVEN
    audio: AudioInput | NotGiven | None = NOT_GIVEN
    scenes: dict[str, Scene] | list[Scene] | NotGiven = NOT_GIVEN


class Client(UntypedClient[Input, Output]):
    model_id = "acme/x"
    input_type = Input
    output_type = Output


class AsyncClient(UntypedAsyncClient[Input, Output]):
    model_id = "acme/x"
    input_type = Input
    output_type = Output


def client_of(side: Side, url: str, **options: Any) -> Any:
    kind: Any = AsyncClient if side.is_async else Client
    return kind(token=TOKEN, base_url=url, clock=side.clock, **options)


def called(side: Side, service: Loopback, way: str, *given: Any, **inputs: Any) -> None:
    client = client_of(side, service.url)
    try:
        side.do(getattr(client, way)(*given, **inputs))
    finally:
        side.close(client)


WAYS = ("submit", "run", "check", "preflight")


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    ("inputs", "path"),
    [
        ({"image": "portrait.png"}, "image"),
        ({"audio": "http://example.com/a.mp3"}, "audio"),
        ({"audio": uri(b"x")}, "audio"),
        ({"scenes": [{"frames": ["a.png"]}]}, "scenes[0].frames[0]"),
        ({"scenes": [Scene(frames=["a.png"])]}, "scenes[0].frames[0]"),
        ({"scenes": {"one": {"frames": [["a.mp4"]]}}}, "scenes.one.frames[0][0]"),
    ],
)
def test_every_way_to_call_refuses_the_same_and_sends_nothing(
    way: str, inputs: dict[str, Any], path: str, side: Side, service: Loopback
) -> None:
    with pytest.raises(InvalidInputError, match="nothing was sent") as caught:
        called(side, service, way, prompt="x", **inputs)
    assert path in [problem.path for problem in caught.value.problems]
    assert service.calls == []


def test_check_reports_all_problems_at_once(side: Side, service: Loopback) -> None:
    with pytest.raises(InvalidInputError) as caught:
        called(side, service, "check", prompt=5, image="a.png", audio=Path("/none.mp3"))
    codes = {problem.path: problem.code for problem in caught.value.problems}
    assert codes == {"prompt": "string_type", "image": "media_text", "audio": "media"}


def test_check_takes_an_input_or_keywords_and_returns_nothing(
    side: Side, service: Loopback
) -> None:
    called(side, service, "check", prompt="x", image="https://example.com/a.png")
    called(side, service, "check", Input(prompt="x", audio=None))
    with pytest.raises(InvalidInputError, match=r"image: is not a URL"):
        called(side, service, "check", Input(prompt="x", image="a.png"))
    with pytest.raises(TypeError, match="not both"):
        called(side, service, "check", Input(prompt="x"), image="a.png")
    assert service.calls == []


@pytest.mark.parametrize("way", WAYS)
def test_a_sample_of_the_page_is_let_through(way: str, side: Side, service: Loopback) -> None:
    called(side, service, way, prompt="x", image="sample_1.png")


@pytest.mark.parametrize("way", ["submit", "run", "check"])
def test_http_on_loopback_is_accepted_by_a_service_on_loopback(
    way: str, side: Side, service: Loopback
) -> None:
    called(side, service, way, prompt="x", image="http://127.0.0.1:9/a.png")


def test_an_option_lets_any_text_through(side: Side, service: Loopback) -> None:
    client = client_of(side, service.url)
    free = client.with_options(media_checks=False)
    side.do(free.check(prompt="x", image="name-at-the-service.png"))
    assert side.do(free.submit(prompt="x", image="name-at-the-service.png")).id
    with pytest.raises(InvalidInputError):
        side.do(client.check(prompt="x", image="name-at-the-service.png"))
    side.close(client)


@pytest.mark.parametrize("value", [0, "no", None])
def test_the_option_is_true_or_false(value: Any, side: Side, service: Loopback) -> None:
    with pytest.raises(ValueError, match="media_checks has to be True or False"):
        client_of(side, service.url, media_checks=value)


@pytest.mark.parametrize("text", ["portrait.png", "", "http://x", *ACCEPTED])
def test_an_input_gives_the_verdict_of_the_json_schema(text: str) -> None:
    values: Sequence[Input] = (
        Input(prompt="x", image=text),
        Input.model_validate({"prompt": "x", "image": text}),
    )
    assert [one.to_payload()["image"] for one in values] == [text, text]
