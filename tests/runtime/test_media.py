"""Media inputs: which values are accepted, what is sent, and what is refused."""

from __future__ import annotations

import base64
import io
import os
import struct
import tempfile
import threading
import warnings
import zlib
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import quote

import pytest
from PIL import Image
from pydantic import Field, ValidationError

from runcomfy_models import InvalidInputError, Media
from runcomfy_models._runtime.media import file_rules, local_files
from runcomfy_models._runtime.media.file_rules import file_rule_problems
from runcomfy_models._runtime.media.measuring import measured
from runcomfy_models._runtime.media.types import (
    AudioInput,
    ImageInput,
    MediaInput,
    MediaRules,
    VideoInput,
)
from runcomfy_models._runtime.models.inputs import InputModel
from runcomfy_models._runtime.models.not_given import NOT_GIVEN, NotGiven
from runcomfy_models._runtime.models.problems import problems_of
from tests.platforms import needs_posix


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


WEBP = b"RIFF\x16\0\0\0WEBPVP8X"


def png(width: int = 8, height: int = 8) -> bytes:
    file = io.BytesIO()
    Image.new("L", (width, height)).save(file, "PNG")
    return file.getvalue()


def uri(data: bytes, content_type: str) -> str:
    return f"data:{content_type};base64,{base64.b64encode(data).decode()}"


def problems(**inputs: Any) -> dict[str, str]:
    """Return the path of each problem, with its message."""
    with pytest.raises(ValidationError) as caught:
        Input(**inputs)
    return {problem.path: problem.message for problem in problems_of(caught.value)}


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "a.PNG"
    path.write_bytes(png())
    return path


@pytest.mark.parametrize("url", ["https://x/a.png", "http://x", "data:image/png;base64,AA==", "ü"])
def test_a_string_is_sent_unchanged(url: str) -> None:
    assert Input.model_validate({"image": url}).to_payload() == {"image": url}


def test_a_path_becomes_a_data_uri(picture: Path) -> None:
    assert Input(image=picture).to_payload() == {"image": uri(png(), "image/png")}


def test_bytes_with_a_type_become_a_data_uri() -> None:
    media = Media(b"abc", "image/webp")
    assert Input(image=media).to_payload() == {"image": uri(b"abc", "image/webp")}
    assert "abc" not in repr(media)


def test_an_open_file_becomes_a_data_uri(picture: Path) -> None:
    with picture.open("rb") as file:
        assert Input(image=file).to_payload() == {"image": uri(png(), "image/png")}


def test_the_type_of_a_file_without_a_name_is_read_from_its_first_bytes() -> None:
    wav = b"RIFF\0\0\0\0WAVEfmt "
    inputs = Input(image=io.BytesIO(png()), audio=io.BytesIO(wav))
    assert inputs.to_payload() == {
        "image": uri(png(), "image/png"),
        "audio": uri(wav, "audio/wav"),
    }


def test_media_in_lists_and_nullable_media_are_converted(picture: Path) -> None:
    inputs = Input(images=[picture, "https://x"], audio=None)
    assert inputs.to_payload() == {"images": [uri(png(), "image/png"), "https://x"], "audio": None}


def test_all_problems_of_local_files_are_reported_at_once(tmp_path: Path, picture: Path) -> None:
    (tmp_path / "empty.png").touch()
    (tmp_path / "notes.txt").write_text("x")
    messages = problems(
        image=tmp_path / "none.png",
        any=tmp_path / "notes.txt",
        video=picture,
        audio=tmp_path,
        images=[picture, tmp_path / "empty.png"],
    )
    assert messages["image"] == "cannot be read: No such file or directory"
    assert messages["any"] == "has no known type (notes.txt): give Media(data, type)"
    assert messages["video"] == "should be video, not image/png"
    assert messages["audio"] == "is not a regular file, but a directory, a pipe or a device"
    assert messages["images[1]"] == "is empty"


def test_a_file_opened_as_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_text("x")
    with path.open() as file:
        assert "mode 'rb'" in problems(image=file)["image"]


def test_an_open_file_that_cannot_be_read_says_how_to_open_it(picture: Path) -> None:
    with picture.open() as text, picture.with_name("b.png").open("wb") as written:
        assert problems(image=text, any=written) == {
            "image": "is a file opened as text: open it in mode 'rb'",
            "any": "is not open for reading: open it in mode 'rb'",
        }


def test_an_open_file_can_be_checked_and_then_sent() -> None:
    file = io.BytesIO(b"skipped" + png())
    file.seek(7)
    for _ in range(2):
        assert Input(image=file).to_payload() == {"image": uri(png(), "image/png")}


def test_a_name_that_is_not_utf8_is_escaped_in_messages() -> None:
    file = io.BytesIO(b"x")
    file.name = "\udcff.txt"  # as `os.listdir` returns it
    assert problems(image=file)["image"].startswith(r"has no known type (\udcff.txt)")


@pytest.mark.parametrize(
    "medium",
    [
        "data:video/mp4;base64,AAAA",
        "DATA:Video/MP4,x",
        "data:audio%2Fwav,x",
        "data:text/plain,x",
        Media(b"x", "video/mp4"),
        Media(b"x", "application/pdf"),
        io.BytesIO(b"\0\0\0\x20ftypisom"),
    ],
)
@pytest.mark.parametrize("name", ["image", "small", "images[0]"])
def test_a_medium_of_another_kind_is_refused(name: str, medium: Any) -> None:
    if hasattr(medium, "seek"):
        medium.seek(0)
    path, _, inside = name.partition("[")
    messages = problems(**{path: [medium] if inside else medium})
    assert messages[name].startswith("should be image, not ")


@pytest.mark.parametrize(
    "medium",
    [
        "data:application/octet-stream;base64,AAAA",
        "data:;base64,AAAA",
        "data:,x",
        "data:IMAGE/png;x=y,x",
        Media(b"x", "application/octet-stream"),
        Media(b"x", "Image/PNG; q=1"),
        io.BytesIO(b"\0\0\0\x20ftypmif1"),
    ],
)
def test_a_medium_of_unknown_kind_is_accepted(medium: Any) -> None:
    assert Input(image=medium).to_payload()["image"][:5].lower() == "data:"


@pytest.mark.parametrize("content_type", ["application/mp4", "application/ogg", "video/mp4"])
def test_a_container_format_is_accepted_for_every_kind(content_type: str) -> None:
    media = Media(b"x", content_type)
    assert Input(any=media, video=media).to_payload()["video"].startswith("data:")


@pytest.mark.parametrize("value", [b"raw bytes", 5, None, ["x"], {"url": "x"}, object()])
def test_a_value_of_any_other_type_is_not_a_medium(value: Any) -> None:
    assert "image" in problems(image=value)


def test_a_pipe_is_read_to_its_end() -> None:
    data = png() + bytes(300_000)
    reader, writer = os.pipe()

    def write() -> None:
        with os.fdopen(writer, "wb") as end:
            end.write(data)

    thread = threading.Thread(target=write)
    thread.start()
    with os.fdopen(reader, "rb", buffering=0) as file:
        assert Input(image=file).to_payload() == {"image": uri(data, "image/png")}
    thread.join()


@needs_posix("devices or named pipes among its files")
def test_an_endless_file_is_read_no_further_than_the_limit() -> None:
    with Path("/dev/zero").open("rb") as file:
        assert "larger than 48 MiB" in problems(any=file)["any"]


@needs_posix("devices or named pipes among its files")
def test_a_path_that_is_not_a_regular_file_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.png")
    messages = problems(image=tmp_path / "a.png", any=Path("/dev/zero"), video=Path("a\0.mp4"))
    assert "not a regular file" in messages["image"]
    assert "not a regular file" in messages["any"]
    assert messages["video"].startswith("cannot be read: ValueError: ")


class OddFile:
    """A file object that returns its content and name, or raises them if they are exceptions."""

    def __init__(self, content: object, name: object = "a.png") -> None:
        self.content, self._name = content, name

    @property
    def name(self) -> object:
        return self._returned(self._name)

    def read(self, size: int) -> Any:
        return self._returned(self.content)

    def _returned(self, value: object) -> object:
        if isinstance(value, Exception):
            raise value
        return value


def test_an_error_in_a_file_object_is_reported_as_a_problem() -> None:
    assert "KeyError" in problems(image=OddFile(KeyError("x")))["image"]
    assert "ZeroDivisionError" in problems(image=OddFile(b"", ZeroDivisionError()))["image"]
    assert "gives NoneType, not bytes" in problems(image=OddFile(None))["image"]
    assert "cannot be read: TypeError" in problems(image=io.BytesIO)["image"]


def test_a_temporary_file_is_a_medium() -> None:
    with tempfile.NamedTemporaryFile(suffix=".webp") as file:
        file.write(WEBP)
        file.seek(0)
        assert Input(image=file).to_payload() == {"image": uri(WEBP, "image/webp")}


@pytest.mark.parametrize(
    ("data", "content_type"),
    [("abc", "image/png"), (5, "image/png"), (b"x", None), (bytearray(b"x"), "image/png")],
)
def test_media_need_bytes_and_a_string(data: Any, content_type: Any) -> None:
    with pytest.raises(TypeError, match="of Media has to be"):
        Media(data, content_type)


@pytest.mark.parametrize(
    "content_type",
    ["", "png", "image/", " image/png", "image/png;", "image/png;base64,AAAA\r\n", "image/png\n",
     "image/ü", "image/png;a", 'image/png;a="\n"', "image/png,x"],
)  # fmt: skip
def test_a_malformed_content_type_is_refused_at_once(content_type: str) -> None:
    with pytest.raises(ValueError, match="is not a content type"):
        Media(b"a", content_type)


def test_a_content_type_may_have_capitals_and_parameters() -> None:
    media = Media(b"a", 'Image/PNG; a="b,c"; d=e')
    sent = Input(image=media).to_payload()["image"]
    assert sent == "data:Image/PNG;a=%22b%2Cc%22;d=e;base64,YQ=="


def test_a_file_that_is_too_large_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "huge.png"
    with path.open("wb") as file:
        file.truncate(local_files.MAX_MEDIUM_BYTES + 1)  # a hole: no byte of it is on the disk
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


def test_local_files_and_data_uris_are_checked_against_the_rules(tmp_path: Path) -> None:
    wide = png(40, 10)
    assert problems(small=Media(wide, "image/png")) == {
        "small": "width/height should be < 2, it is 4"
    }
    assert problems(small=uri(wide, "image/png")).keys() == {"small"}
    noise = Media(b"\x89PNG" + bytes(2**20), "image/png")
    with pytest.warns(UserWarning, match="was not checked"):
        messages = problems(small=noise)
    assert messages == {"small": "file_size_mb should be < 0.5, it is 1 (Too large.)"}
    assert Input(small=Media(png(), "image/png"))
    assert Input(small="https://x/any.png")


def test_limits_of_the_schema_apply_to_the_data_uri() -> None:
    assert "short" in problems(short=Media(png(), "image/png"))
    assert "images" in problems(images=["a", "b", "c"])


FACTS = {"file_size_mb": 10, "width": 640, "height": 480}
RULES = {
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
    ("width*height>=", 307200): True,
    ("width==", 640): True,
}


@pytest.mark.parametrize(("rule", "holds"), RULES.items())
def test_a_rule_compares_facts_with_its_limit(rule: tuple[str, float | str], holds: bool) -> None:
    assert (file_rule_problems(((*rule, ""),), FACTS) == []) == holds


@pytest.mark.parametrize(
    "rule",
    ["duration_seconds<", "width", "<5", "file_size_mb<>", "width-height<", "__import__('os')<"],
)
def test_an_unknown_rule_is_skipped_with_one_warning(rule: str) -> None:
    file_rules.warn_once.cache_clear()
    with pytest.warns(UserWarning, match="is unknown and was skipped"):
        assert file_rule_problems(((rule, 1, ""),), FACTS) == []
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert file_rule_problems(((rule, 1, ""),), FACTS) == []


def test_a_rule_with_a_limit_that_is_not_a_number_is_skipped() -> None:
    with pytest.warns(UserWarning, match="is unknown"):
        assert file_rule_problems((("width/height<", "16:9", ""),), FACTS) == []


@pytest.mark.parametrize("data", [b"", b"\x89PNG\r\n\x1a\n", png()[:40], b"II*\0" + b"\xff" * 99])
def test_a_broken_image_has_only_its_file_size(data: bytes) -> None:
    assert measured(Media(data, "image/png")).keys() == {"file_size_mb"}


HUGE = 2**31 - 1


def header(form: str, width: int, height: int) -> bytes:
    """Return an image that is little more than its header."""
    if form == "png":
        data = bytearray(png())
        data[16:24] = struct.pack(">II", width, height)
        data[29:33] = struct.pack(">I", zlib.crc32(data[12:29]))
        return bytes(data)
    if form == "gif":
        return b"GIF89a" + struct.pack("<HH", width, height) + b"\0\0\0,\0\0\0\0\1\0\1\0\0\2"
    size = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return b"RIFF\x16\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0" + size


@pytest.mark.parametrize(
    ("form", "width", "height"),
    [
        ("png", 12_000, 12_000),
        ("png", 20_000, 20_000),
        ("png", HUGE, HUGE),
        ("gif", 65_535, 65_535),
        ("webp", 16_384, 16_000),
    ],
)
def test_the_size_of_a_huge_image_is_read_without_decoding_it(
    form: str, width: int, height: int
) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        facts = measured(Media(header(form, width, height), f"image/{form}"))
    assert (facts["width"], facts["height"]) == (width, height)


@pytest.mark.parametrize("form", ["PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP", "WEBP lossless"])
def test_every_image_format_is_measured(form: str) -> None:
    file = io.BytesIO()
    name, _, lossless = form.partition(" ")
    Image.new("RGB", (33, 7)).save(file, name, **({"lossless": True} if lossless else {}))
    facts = measured(Media(file.getvalue(), f"image/{name.lower()}"))
    assert (facts["width"], facts["height"]) == (33, 7)


def data_uri(form: str) -> str:
    """Return the `data:` URI of an image four times as wide as high, written in one form."""
    data = png(40, 10)
    return {
        "with line breaks": "data:image/png;base64," + base64.encodebytes(data * 2).decode(),
        "without padding": uri(data + bytes(-len(data) % 3 + 1), "image/png").rstrip("="),
        "for URLs": "data:image/png;base64," + base64.urlsafe_b64encode(data).decode(),
        "with a name": uri(data, 'image/png;name="a;b,c"'),
        "percent-encoded": "data:image/png," + quote(data),
        "percent-encoded base64": uri(data, "IMAGE/PNG").replace("=", "%3D").replace("+", "%2B"),
    }[form]


@pytest.mark.parametrize(
    "form",
    ["with line breaks", "without padding", "for URLs", "with a name", "percent-encoded",
     "percent-encoded base64"],
)  # fmt: skip
def test_rules_are_checked_for_every_form_of_data_uri(form: str) -> None:
    assert problems(small=data_uri(form)) == {"small": "width/height should be < 2, it is 4"}


@pytest.mark.parametrize(
    "text", ["data:", "data:image/png;base64,A", "data:image,xx", 'data:;a=",']
)
def test_a_data_uri_that_cannot_be_read_is_sent_with_a_warning(text: str) -> None:
    file_rules.warn_once.cache_clear()
    with pytest.warns(UserWarning, match="cannot be read"):
        assert Input.model_validate({"small": text}).to_payload() == {"small": text}


def test_the_extra_is_suggested_only_if_pillow_is_missing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rule = ("width<", 5, "")
    for installed in (True, False):
        file_rules.warn_once.cache_clear()
        monkeypatch.setattr(file_rules, "has_pillow", lambda installed=installed: installed)
        with pytest.warns(UserWarning, match="was not checked") as caught:
            assert file_rule_problems((rule,), {}) == []
        assert ("[media]" in str(caught[0].message)) is not installed
