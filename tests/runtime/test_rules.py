"""Rules from the text of a page are checked with all other problems, before each call."""

from __future__ import annotations

import asyncio
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from runcomfy_models import InvalidInputError
from runcomfy_models.kling.kling_3_0.standard import image_to_video
from runcomfy_models.testing import Simulator

URL = "https://example.com/a.png"
WRONG: dict[str, Any] = {"prompt": "x", "start_image_url": URL, "multi_prompt": [{"duration": 5}]}
RIGHT: dict[str, Any] = {**WRONG, "duration": 5}
MESSAGE = "the segments last 5 s together, the video 10 s"
PNG, JPEG, GIF = (start + bytes(20) for start in (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF89a"))


@pytest.fixture(scope="module")
def simulator() -> Iterator[Simulator]:
    with Simulator() as running:
        yield running


@pytest.fixture(params=[image_to_video.Client, image_to_video.AsyncClient])
def client(request: pytest.FixtureRequest, simulator: Simulator) -> Iterator[Any]:
    instance = request.param(base_url=simulator.base_url, token=simulator.token)
    yield instance
    if isinstance(instance, image_to_video.Client):
        instance.close()


def run(call: Any) -> Any:
    return asyncio.run(call) if asyncio.iscoroutine(call) else call


def do(client: Any, method: str, **inputs: Any) -> Any:
    if isinstance(client, image_to_video.Client):
        return getattr(client, method)(**inputs)

    async def call() -> Any:
        async with client:
            return await getattr(client, method)(**inputs)

    return asyncio.run(call())


@pytest.mark.parametrize("method", ["run", "submit", "check", "preflight"])
def test_a_broken_rule_is_a_problem_and_nothing_is_sent(
    method: str, client: Any, simulator: Simulator
) -> None:
    before = len(simulator.ledger.calls)
    with pytest.raises(InvalidInputError) as caught:
        do(client, method, **WRONG)
    (problem,) = caught.value.problems
    assert (problem.path, problem.message) == ("multi_prompt, duration", MESSAGE)
    assert problem.code == "segments-fill-the-video"
    assert len(simulator.ledger.calls) == before


def test_inputs_that_satisfy_the_rule_are_sent(client: Any) -> None:
    assert do(client, "run", **RIGHT).output.video


def test_an_input_that_breaks_a_rule_is_valid_by_itself_and_refused_by_a_client(
    client: Any,
) -> None:
    inputs = image_to_video.Input.model_validate(WRONG)
    with pytest.raises(InvalidInputError, match=MESSAGE):
        run(client.check(inputs))


def test_rules_are_checked_even_if_unrelated_inputs_are_wrong(client: Any) -> None:
    with pytest.raises(InvalidInputError) as caught:
        do(client, "check", **{**WRONG, "prompt": 5, "cfg_scale": 2})
    assert [problem.path for problem in caught.value.problems] == [
        "prompt",
        "cfg_scale",
        "multi_prompt, duration",
    ]


def test_a_rule_about_a_wrong_input_is_not_checked(client: Any) -> None:
    with pytest.raises(InvalidInputError) as caught:
        do(client, "check", **{**WRONG, "duration": "10"})
    assert [problem.path for problem in caught.value.problems] == ["duration"]


def test_an_option_turns_rules_into_warnings_or_off(client: Any, simulator: Simulator) -> None:
    with pytest.warns(UserWarning, match=f"multi_prompt, duration: {MESSAGE}"):
        do(client.with_options(rules="warn"), "check", **WRONG)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        do(client.with_options(rules="off"), "check", **WRONG)


def test_the_rules_option_is_refuse_warn_or_off() -> None:
    with pytest.raises(ValueError, match="rules has to be one of refuse, warn, off"):
        image_to_video.Client(token="t-123", rules="no")  # type: ignore[arg-type]  # noqa: S106


@pytest.mark.parametrize(("content", "name"), [(PNG, "a.png"), (JPEG, "a.jpg"), (PNG, "a.gif")])
def test_a_local_file_is_accepted_by_the_type_of_its_content(
    content: bytes, name: str, client: Any, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(content)
    do(client, "check", **{**RIGHT, "start_image_url": tmp_path / name})


def test_a_local_file_of_another_type_is_refused(client: Any, tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(GIF)
    wrong = {**RIGHT, "start_image_url": tmp_path / "a.png"}
    with pytest.raises(InvalidInputError) as caught:
        do(client, "check", **wrong)
    (problem,) = caught.value.problems
    assert (problem.path, problem.code) == ("start_image_url", "image-formats")
    assert problem.message == (
        "is image/gif, not image/jpeg or image/png or image/bmp or image/webp "
        "(Supporta i formati jpg, jpeg, png, bmp, webp.)"
    )
    do(client.with_options(rules="off"), "check", **wrong)
    with pytest.warns(UserWarning, match="is image/gif"):
        do(client.with_options(rules="warn"), "check", **wrong)


@pytest.mark.parametrize(
    ("data", "content_type", "is_accepted"),
    [
        (GIF, "image/gif", False),
        (PNG, "image/png", True),
        (JPEG, "image/jpg", True),
        (b"x", "application/octet-stream", True),
    ],
)
def test_a_preflight_checks_the_content_type_of_a_remote_file(
    data: bytes, content_type: str, is_accepted: bool, client: Any, simulator: Simulator
) -> None:
    url = simulator.files.put("one.bin", data, content_type)
    inputs = {**RIGHT, "start_image_url": url}
    do(client, "check", **inputs)
    if is_accepted:
        do(client, "preflight", **inputs)
        return
    with pytest.raises(InvalidInputError, match="is image/gif, not image/jpeg"):
        do(client, "preflight", **inputs)


def test_an_input_by_itself_is_validated_by_the_schema_only() -> None:
    gif = "data:image/gif;base64,R0lGODlh"
    image_to_video.Input(prompt="x", start_image_url=gif, multi_prompt=[{"duration": 5}])


def test_the_rules_are_in_the_json_schema() -> None:
    schema = image_to_video.Input.model_json_schema()
    (rule,) = schema["x-rules"]
    assert rule["id"] == "segments-fill-the-video"
    assert rule["quote"].startswith("La somma delle durate")
    assert "{duration}" in rule["message"]
    (media,) = schema["properties"]["start_image_url"]["x-media-rules"]
    assert media["accepts"] == ["image/jpeg", "image/png", "image/bmp", "image/webp"]


def test_the_rules_are_in_the_docs() -> None:
    text = image_to_video.__doc__ or ""
    assert "segments-fill-the-video: La somma delle durate" in text
    assert "Media rule: accepts image/jpeg" in " ".join(
        (image_to_video.Client.run.__doc__ or "").split()
    )
