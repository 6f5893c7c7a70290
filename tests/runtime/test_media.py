"""Media inputs: what may be given, what is sent, and what is refused before it is."""

from __future__ import annotations

import base64
import io
import warnings
from pathlib import Path
from typing import Annotated, Any

import pytest
from PIL import Image
from pydantic import Field, ValidationError

from runcomfy_models import InvalidInputError, Media
from runcomfy_models._runtime.inputs import InputModel
from runcomfy_models._runtime.media import rules, sources
from runcomfy_models._runtime.media.inputs import (
    AudioInput,
    ImageInput,
    MediaInput,
    MediaRules,
    VideoInput,
)
from runcomfy_models._runtime.media.rules import broken
from runcomfy_models._runtime.not_given import NOT_GIVEN, NotGiven
from runcomfy_models._runtime.problems import invalid_input


class Input(InputModel):
    image: ImageInput | NotGiven = NOT_GIVEN
    any: MediaInput | NotGiven = NOT_GIVEN
    video: VideoInput | NotGiven = NOT_GIVEN
    audio: AudioInput | NotGiven | None = NOT_GIVEN
    images: Annotated[list[ImageInput], Field(max_length=2)] | NotGiven = NOT_GIVEN
    small: (
        Annotated[
            ImageInput,
            MediaRules(("file_size_mb<", 0.5, "Too large."), ("width/height<", "2", "")),
        ]
        | NotGiven
    ) = NOT_GIVEN
    short: Annotated[ImageInput, Field(max_length=20)] | NotGiven = NOT_GIVEN


def png(width: int = 8, height: int = 8) -> bytes:
    file = io.BytesIO()
    Image.new("L", (width, height)).save(file, "PNG")
    return file.getvalue()


def uri(data: bytes, content_type: str) -> str:
    return f"data:{content_type};base64,{base64.b64encode(data).decode()}"


def problems(**given: Any) -> dict[str, str]:
    """Path of each problem: its message."""
    with pytest.raises(ValidationError) as caught:
        Input(**given)
    found = invalid_input(caught.value, "acme/x").problems
    return {problem.path: problem.message for problem in found}


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "a.PNG"
    path.write_bytes(png())
    return path


@pytest.mark.parametrize("url", ["https://x/a.png", "http://x", "data:image/png;base64,AA==", "ü"])
def test_a_string_goes_out_as_it_is(url: str) -> None:
    assert Input.model_validate({"image": url}).to_payload() == {"image": url}


def test_a_path_becomes_a_data_uri(picture: Path) -> None:
    assert Input(image=picture).to_payload() == {"image": uri(png(), "image/png")}


def test_bytes_with_a_type_become_a_data_uri() -> None:
    given = Media(b"abc", "image/webp")
    assert Input(image=given).to_payload() == {"image": uri(b"abc", "image/webp")}
    assert "abc" not in repr(given)


def test_an_open_file_becomes_a_data_uri(picture: Path) -> None:
    with picture.open("rb") as file:
        assert Input(image=file).to_payload() == {"image": uri(png(), "image/png")}


def test_a_file_without_a_name_is_told_by_its_first_bytes() -> None:
    wav = b"RIFF\0\0\0\0WAVEfmt "
    made = Input(image=io.BytesIO(png()), audio=io.BytesIO(wav))
    assert made.to_payload() == {
        "image": uri(png(), "image/png"),
        "audio": uri(wav, "audio/wav"),
    }


def test_media_in_lists_and_beside_null_are_media_too(picture: Path) -> None:
    made = Input(images=[picture, "https://x"], audio=None)
    assert made.to_payload() == {"images": [uri(png(), "image/png"), "https://x"], "audio": None}


def test_every_problem_of_local_files_is_told_at_once(tmp_path: Path, picture: Path) -> None:
    (tmp_path / "empty.png").touch()
    (tmp_path / "notes.txt").write_text("x")
    found = problems(
        image=tmp_path / "none.png",
        any=tmp_path / "notes.txt",
        video=picture,
        audio=tmp_path,
        images=[picture, tmp_path / "empty.png"],
    )
    assert found["image"] == "cannot be read: No such file or directory"
    assert found["any"] == "is of no known type (notes.txt): give Media(data, type)"
    assert found["video"] == "should be video, not image/png"
    assert found["audio"] == "cannot be read: Is a directory"
    assert found["images[1]"] == "is empty"


def test_a_file_open_as_text_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_text("x")
    with path.open() as file:
        assert "mode 'rb'" in problems(image=file)["image"]


@pytest.mark.parametrize("value", [b"raw bytes", 5, None, ["x"], {"url": "x"}, object()])
def test_anything_else_is_no_medium(value: Any) -> None:
    assert "image" in problems(image=value)


def test_a_file_too_large_for_a_body_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "huge.png"
    with path.open("wb") as file:
        file.truncate(sources.LARGEST + 1)  # a hole: no byte of it is on the disk
    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", lambda *_: pytest.fail("it was opened"))
        assert "larger than 48 MiB" in problems(image=path)["image"]
    with path.open("rb") as opened:
        assert "larger than 48 MiB" in problems(image=opened)["image"]


def test_a_body_beyond_the_services_limit_is_not_sent() -> None:
    from tests.runtime.models import Client

    client = Client(token="tok-0123456789")  # noqa: S106
    with pytest.raises(InvalidInputError, match=r"64\.0 MiB as JSON.*nothing was sent"):
        client.submit(prompt="x" * (64 * 2**20))
    client.close()


def test_the_docs_rules_are_kept_for_local_files_and_data_uris(tmp_path: Path) -> None:
    wide = png(40, 10)
    assert problems(small=Media(wide, "image/png")) == {
        "small": "width/height should be < 2, it is 4"
    }
    assert problems(small=uri(wide, "image/png")).keys() == {"small"}
    noise = Media(b"\x89PNG" + bytes(2**20), "image/png")
    with pytest.warns(UserWarning, match="was not checked"):
        found = problems(small=noise)
    assert found == {"small": "file_size_mb should be < 0.5, it is 1 (Too large.)"}
    assert Input(small=Media(png(), "image/png"))
    assert Input(small="https://x/whatever.png")


def test_bounds_of_the_schema_hold_for_what_is_sent() -> None:
    assert "short" in problems(short=Media(png(), "image/png"))
    assert "images" in problems(images=["a", "b", "c"])


FACTS = {"file_size_mb": 10, "width": 640, "height": 480}
HOLDS = {
    ("file_size_mb<", 10.5): True,
    ("file_size_mb<", 10): False,
    ("file_size_mb<=", 10): True,
    ("file_size_mb <", "30"): True,
    ("width/height<", 16): True,
    ("width/height>", "0.0625"): True,
    ("width/height>", 2): False,
    ("width_pixels>", 14): True,
    ("width_pixels>=", 641): False,
    ("height_pixels<=", 479): False,
    ("width*height<=", 307200): True,
    ("width==", 640): True,
}


@pytest.mark.parametrize(("rule", "holds"), HOLDS.items())
def test_rules_of_the_form_are_understood(rule: tuple[str, float | str], holds: bool) -> None:
    assert (broken(((*rule, ""),), FACTS) == []) == holds


@pytest.mark.parametrize(
    "rule",
    ["duration_seconds<", "width", "<5", "file_size_mb<>", "width-height<", "__import__('os')<"],
)
def test_an_unknown_rule_is_passed_over_with_one_warning(rule: str) -> None:
    rules._warn_once.cache_clear()  # pyright: ignore[reportPrivateUsage]
    with pytest.warns(UserWarning, match="not known: passed over"):
        assert broken(((rule, 1, ""),), FACTS) == []
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert broken(((rule, 1, ""),), FACTS) == []


def test_a_limit_that_is_no_number_is_an_unknown_rule() -> None:
    with pytest.warns(UserWarning, match="not known"):
        assert broken((("width/height<", "16:9", ""),), FACTS) == []


@pytest.mark.parametrize("data", [b"", b"\x89PNG\r\n\x1a\n", png()[:40], b"II*\0" + b"\xff" * 99])
def test_hostile_images_are_not_measured(data: bytes) -> None:
    from runcomfy_models._runtime.media.measures import measured

    assert measured(Media(data, "image/png")).keys() == {"file_size_mb"}


def test_an_image_that_unpacks_to_gigabytes_is_not_unpacked() -> None:
    from runcomfy_models._runtime.media.measures import measured

    bomb = bytearray(png())
    bomb[16:24] = (60_000).to_bytes(4, "big") * 2
    assert measured(Media(bytes(bomb), "image/png"))["file_size_mb"] < 1
