"""Media given as text: only text that the service can fetch or read is sent."""

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
def test_text_that_the_service_can_use_is_accepted(text: str) -> None:
    assert text_problem(text, "image", API) is None


TEST_DOMAIN_URL = "https://files.acme.test/a.png"


def test_a_test_domain_is_public_only_for_a_simulated_service() -> None:
    assert text_problem(TEST_DOMAIN_URL, "image", "http://127.0.0.1:8188") is None
    assert "is not a public host" in str(text_problem(TEST_DOMAIN_URL, "image", API))
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


@pytest.mark.parametrize(("text", "reason"), REFUSED.items())
def test_any_other_text_is_refused_with_advice(text: str, reason: str) -> None:
    assert reason in (text_problem(text, "image", API) or "")


def test_a_data_uri_beyond_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_check, "MAX_MEDIUM_BYTES", 2)
    assert "is larger than" in (text_problem(uri(b"xxx"), "image", API) or "")


def test_the_message_names_the_path_of_an_existing_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "portrait.png").write_bytes(PNG)
    monkeypatch.chdir(tmp_path)
    assert text_problem("portrait.png", "image", API) == (
        "is a local file: give Path('portrait.png')"
    )
    url = (tmp_path / "portrait.png").as_uri()
    assert str(tmp_path / "portrait.png") in (text_problem(url, "image", API) or "")


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


def call_method(side: Side, service: Loopback, method: str, *arguments: Any, **inputs: Any) -> None:
    client = client_of(side, service.url)
    try:
        side.do(getattr(client, method)(*arguments, **inputs))
    finally:
        side.close(client)


METHODS = ("submit", "run", "check", "preflight")


@pytest.mark.parametrize("method", METHODS)
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
def test_every_method_refuses_the_same_inputs_and_sends_nothing(
    method: str, inputs: dict[str, Any], path: str, side: Side, service: Loopback
) -> None:
    with pytest.raises(InvalidInputError, match="nothing was sent") as caught:
        call_method(side, service, method, prompt="x", **inputs)
    assert path in [problem.path for problem in caught.value.problems]
    assert service.calls == []


def test_check_reports_all_problems_at_once(side: Side, service: Loopback) -> None:
    with pytest.raises(InvalidInputError) as caught:
        call_method(side, service, "check", prompt=5, image="a.png", audio=Path("/none.mp3"))
    codes = {problem.path: problem.code for problem in caught.value.problems}
    assert codes == {"prompt": "string_type", "image": "media_text", "audio": "media"}


def test_check_takes_an_input_or_keywords_and_returns_nothing(
    side: Side, service: Loopback
) -> None:
    call_method(side, service, "check", prompt="x", image="https://example.com/a.png")
    call_method(side, service, "check", Input(prompt="x", audio=None))
    with pytest.raises(InvalidInputError, match=r"image: is not a URL"):
        call_method(side, service, "check", Input(prompt="x", image="a.png"))
    with pytest.raises(TypeError, match="not both"):
        call_method(side, service, "check", Input(prompt="x"), image="a.png")
    assert service.calls == []


@pytest.mark.parametrize("method", METHODS)
def test_a_sample_of_the_model_page_is_accepted(method: str, side: Side, service: Loopback) -> None:
    call_method(side, service, method, prompt="x", image="sample_1.png")


@pytest.mark.parametrize("method", ["submit", "run", "check"])
def test_http_on_loopback_is_accepted_by_a_service_on_loopback(
    method: str, side: Side, service: Loopback
) -> None:
    call_method(side, service, method, prompt="x", image="http://127.0.0.1:9/a.png")


def test_without_media_checks_any_text_is_accepted(side: Side, service: Loopback) -> None:
    client = client_of(side, service.url)
    unchecked = client.with_options(media_checks=False)
    side.do(unchecked.check(prompt="x", image="name-at-the-service.png"))
    assert side.do(unchecked.submit(prompt="x", image="name-at-the-service.png")).id
    with pytest.raises(InvalidInputError):
        side.do(client.check(prompt="x", image="name-at-the-service.png"))
    side.close(client)


@pytest.mark.parametrize("value", [0, "no", None])
def test_media_checks_is_true_or_false(value: Any, side: Side, service: Loopback) -> None:
    with pytest.raises(ValueError, match="media_checks has to be True or False"):
        client_of(side, service.url, media_checks=value)


@pytest.mark.parametrize("text", ["portrait.png", "", "http://x", *ACCEPTED])
def test_an_input_by_itself_accepts_any_text(text: str) -> None:
    values: Sequence[Input] = (
        Input(prompt="x", image=text),
        Input.model_validate({"prompt": "x", "image": text}),
    )
    assert [value.to_payload()["image"] for value in values] == [text, text]
