"""The type of a local file is read from its content: each row of the table, contradictions."""

from __future__ import annotations

import base64
import io
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from runcomfy_models import Media
from runcomfy_models._runtime.media.content_types import (
    BY_FIRST_BYTES,
    BY_SUFFIX,
    CONTAINERS,
    SAME_TYPE,
    by_content,
    contradicts,
)
from runcomfy_models._runtime.media.types import MediaInput, VideoInput
from runcomfy_models._runtime.models.inputs import InputModel
from runcomfy_models._runtime.models.not_given import NOT_GIVEN, NotGiven


class Input(InputModel):
    any: MediaInput | NotGiven = NOT_GIVEN
    video: VideoInput | NotGiven = NOT_GIVEN


def ftyp(*brands: bytes) -> bytes:
    major, *others = brands
    box = b"ftyp" + major + b"\0\0\0\0" + b"".join(others)
    return (len(box) + 4).to_bytes(4, "big") + box


EBML = b"\x1aE\xdf\xa3\x9fB\x86\x81\x01B\xf7\x81\x01B\xf2\x81\x04B\xf3\x81\x08"
WEBP = b"RIFF\x16\0\0\0WEBPVP8X"
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"

CONTENTS = [
    (PNG, "image/png"),
    (b"\xff\xd8\xff\xe0\0\x10JFIF", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"BM\x46\0\0\0\0\0\0\0\x36", "image/bmp"),
    (WEBP, "image/webp"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
    (b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- a -->\n<svg xmlns="x">', "image/svg+xml"),
    (ftyp(b"avif"), "image/avif"),
    (ftyp(b"avis"), "image/avif"),
    (ftyp(b"heic"), "image/heic"),
    (ftyp(b"heix"), "image/heic"),
    (ftyp(b"hevc"), "image/heic"),
    (ftyp(b"mif1", b"mif1", b"miaf", b"avif"), "image/avif"),
    (ftyp(b"mif1", b"mif1", b"heic"), "image/heic"),
    (ftyp(b"msf1"), "image/heif"),
    (ftyp(b"M4A "), "audio/mp4"),
    (ftyp(b"M4B "), "audio/mp4"),
    (ftyp(b"qt  "), "video/quicktime"),
    (ftyp(b"isom", b"avc1"), "video/mp4"),
    (ftyp(b"mp42"), "video/mp4"),
    (b"\0\0\0\x08wide\0\0\0\0mdat", "video/quicktime"),
    (EBML + b"B\x82\x84webmB\x87", "video/webm"),
    (EBML + b"B\x82\x88matroskaB\x87", "video/x-matroska"),
    (b"RIFF\0\0\0\0AVI LIST", "video/x-msvideo"),
    (b"RIFF\0\0\0\0WAVEfmt ", "audio/wav"),
    (b"fLaC\0\0\0\x22", "audio/flac"),
    (b"OggS\0\2" + bytes(20) + b"\1\x2a\x80theora", "video/ogg"),
    (b"OggS\0\2" + bytes(20) + b"\1\x1e\x01vorbis", "audio/ogg"),
    (b"ID3\x04\0\0", "audio/mpeg"),
    (b"\xff\xfb\x90\x64", "audio/mpeg"),
    (b"\xff\xf3\x40\xc0", "audio/mpeg"),
    (b"\xff\xe3\x18\xc4", "audio/mpeg"),
    (b"\xff\xf1\x50\x80", "audio/aac"),
    (b"\xff\xf9\x50\x80", "audio/aac"),
    (b"ADIF", "audio/aac"),
]


@pytest.mark.parametrize(("data", "content_type"), CONTENTS)
def test_a_format_is_recognised_by_its_first_bytes(data: bytes, content_type: str) -> None:
    assert by_content(data + b"\0" * 50) == content_type
    assert Input(any=io.BytesIO(data)).to_payload()["any"].startswith(f"data:{content_type};")


def test_every_row_of_the_table_is_tested() -> None:
    tested = {
        next(pattern for pattern, _ in BY_FIRST_BYTES if pattern.match(data))
        for data, _ in CONTENTS
    }
    assert tested == {pattern for pattern, _ in BY_FIRST_BYTES}


@pytest.mark.parametrize(
    "data",
    [b"", b"<html>403 Forbidden</html>", b"BMW is a car", b"RIFF\0\0\0\0", b"ID3 of Ohio",
     b"\xff\xff\xff\xff", b"\xff\xfb\xf0\0", b"\xff\xfb\x9c\0", b"\xff\xfe<\0h\0", b"%PDF-1.7",
     b"<?xml version='1.0'?><html>", b"GIF8", bytes(2000)],
)  # fmt: skip
def test_other_bytes_are_not_recognised(data: bytes) -> None:
    assert by_content(data) is None


def sent_type(path: Path) -> str:
    sent: str = Input(any=path).to_payload()["any"]
    return sent.removeprefix("data:").partition(";")[0]


@pytest.mark.parametrize(
    ("name", "data", "content_type"),
    [
        ("a.png", WEBP, "image/webp"),
        ("a.jpg", PNG, "image/png"),
        ("a.mp4", EBML + b"B\x82\x84webm", "video/webm"),
        ("a.mp3", b"RIFF\0\0\0\0WAVEfmt ", "audio/wav"),
        ("a.txt", PNG, "image/png"),
        ("a", PNG, "image/png"),
        # A container may hold several kinds: there, the suffix decides.
        ("a.m4a", ftyp(b"isom"), "audio/mp4"),
        ("a.m4v", ftyp(b"isom"), "video/mp4"),
        ("a.mov", ftyp(b"isom"), "video/mp4"),
        ("a.heif", ftyp(b"heic"), "image/heif"),
        ("a.PNG", PNG, "image/png"),
    ],
)
def test_the_type_of_a_file_is_read_from_its_content_not_its_suffix(
    name: str, data: bytes, content_type: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(data)
    assert sent_type(tmp_path / name) == content_type


@pytest.mark.parametrize("suffix", BY_SUFFIX)
def test_an_unknown_content_is_refused_with_any_suffix(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"page{suffix}"
    path.write_bytes(b"<html>403 Forbidden</html>")
    with pytest.raises(ValidationError, match=r"has an unknown content \(page\.\w+\): give Media"):
        Input(any=path)


def test_a_file_of_another_kind_is_refused_with_any_name(tmp_path: Path) -> None:
    (tmp_path / "a.mp4").write_bytes(PNG)
    with pytest.raises(ValidationError, match="should be video, not image/png"):
        Input(video=tmp_path / "a.mp4")


@pytest.mark.parametrize(
    ("data", "declared"),
    [(WEBP, "image/png"), (PNG, "image/jpeg"), (PNG, "video/mp4"), (ftyp(b"qt  "), "video/mp4")],
)
def test_a_declared_type_that_contradicts_the_content_is_refused(
    data: bytes, declared: str
) -> None:
    with pytest.raises(ValidationError, match=f"is {by_content(data)}, not {declared}"):
        Input(any=Media(data, declared))


@pytest.mark.parametrize(
    ("data", "declared"),
    [
        (PNG, "Image/PNG; q=1"),
        (PNG, "application/octet-stream"),
        (b"\xff\xd8\xff", "image/jpg"),
        (b"ID3\x04", "audio/mp3"),
        (b"RIFF\0\0\0\0WAVE", "audio/x-wav"),
        (ftyp(b"isom"), "audio/mp4"),
        (ftyp(b"M4A "), "audio/x-m4a"),
        (EBML, "video/webm"),
        (b"anything", "video/mp4"),
    ],
)
def test_a_declared_type_that_fits_is_sent_unchanged(data: bytes, declared: str) -> None:
    sent: Any = Input(any=Media(data, declared)).to_payload()["any"]
    assert sent == f"data:{declared.replace(' ', '')};base64,{base64.b64encode(data).decode()}"


OTHER_NAMES = {
    "image/png": "image/x-png",
    "image/jpeg": "image/jpg image/pjpeg",
    "image/bmp": "image/x-ms-bmp image/x-bmp",
    "image/heic": "image/heif image/heic-sequence image/heif-sequence",
    "image/heif": "image/heic image/heic-sequence image/heif-sequence",
    "image/avif": "image/avif-sequence",
    "video/mp4": "video/x-m4v audio/mp4 audio/aac video/3gpp audio/3gpp",
    "video/webm": "audio/webm",
    "video/x-matroska": "video/matroska audio/x-matroska video/webm audio/webm",
    "video/x-msvideo": "video/avi video/msvideo",
    "video/ogg": "audio/ogg",
    "audio/mpeg": "audio/mp3 audio/x-mp3",
    "audio/wav": "audio/wave audio/x-wav audio/vnd.wave",
    "audio/flac": "audio/x-flac",
    "audio/ogg": "audio/opus audio/vorbis",
    "audio/mp4": "audio/m4a audio/x-m4a",
    "audio/aac": "audio/x-aac audio/aacp",
}


@pytest.mark.parametrize(("content", "names"), OTHER_NAMES.items())
def test_a_type_may_be_declared_by_another_of_its_names(content: str, names: str) -> None:
    for name in names.split():
        assert not contradicts(content, name)
        assert contradicts("image/gif", name)


def test_every_other_name_is_tested() -> None:
    tested = {name for names in OTHER_NAMES.values() for name in names.split()}
    assert tested >= SAME_TYPE.keys() | set[str]().union(*CONTAINERS.values())
