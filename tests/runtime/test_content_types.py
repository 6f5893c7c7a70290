"""The content type of a medium: by the suffix of its name, and by its first bytes."""

from __future__ import annotations

import pytest

from runcomfy_models._runtime.media.content_types import by_content, by_name, kind_of

SUFFIXES = {
    "image/png": "png",
    "image/jpeg": "jpg jpeg",
    "image/webp": "webp",
    "image/gif": "gif",
    "image/bmp": "bmp",
    "image/tiff": "tif tiff",
    "image/avif": "avif",
    "image/heic": "heic",
    "image/heif": "heif",
    "image/svg+xml": "svg",
    "video/mp4": "mp4 m4v",
    "video/quicktime": "mov",
    "video/webm": "webm",
    "video/x-matroska": "mkv",
    "video/x-msvideo": "avi",
    "audio/mpeg": "mp3",
    "audio/wav": "wav",
    "audio/flac": "flac",
    "audio/ogg": "ogg opus",
    "audio/mp4": "m4a",
    "audio/aac": "aac",
}


@pytest.mark.parametrize(("content_type", "suffixes"), SUFFIXES.items())
def test_a_suffix_has_its_content_type_in_either_case(content_type: str, suffixes: str) -> None:
    for suffix in suffixes.split():
        assert by_name(f"a.b/c.{suffix}") == by_name(f"C.{suffix.upper()}") == content_type


@pytest.mark.parametrize("name", ["", "png", ".png", "a.txt", "a.png.zip", "a"])
def test_another_name_has_none(name: str) -> None:
    assert by_name(name) is None


def box(brand: bytes) -> bytes:
    """Return the beginning of a file of the ISO base media format."""
    return b"\0\0\0\x18ftyp" + brand + b"\0\0\0\0isom"


FIRST_BYTES = {
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR": "image/png",
    b"\xff\xd8\xff\xe0\0\x10JFIF": "image/jpeg",
    b"GIF89a": "image/gif",
    b"GIF87a": "image/gif",
    b"BM\x36\0\0\0": "image/bmp",
    b"RIFF\x24\0\0\0WEBPVP8 ": "image/webp",
    b"RIFF\x24\0\0\0WAVEfmt ": "audio/wav",
    box(b"avif"): "image/avif",
    box(b"avis"): "image/avif",
    box(b"heic"): "image/heic",
    box(b"heix"): "image/heic",
    box(b"mif1"): "image/heif",
    box(b"msf1"): "image/heif",
    box(b"M4A "): "audio/mp4",
    box(b"qt  "): "video/quicktime",
    box(b"isom"): "video/mp4",
    box(b"mp42"): "video/mp4",
    b"\x1aE\xdf\xa3\x9f": "video/webm",
    b"ID3\x04\0": "audio/mpeg",
    b"fLaC\0\0\0\x22": "audio/flac",
    b"OggS\0\x02": "audio/ogg",
}


@pytest.mark.parametrize(("data", "content_type"), FIRST_BYTES.items())
def test_the_first_bytes_show_the_content_type(data: bytes, content_type: str) -> None:
    assert by_content(data) == content_type
    assert by_content(b"\0" + data) is None


@pytest.mark.parametrize("data", [b"", b"RIFF", b"RIFF\x24\0\0\0AVI ", b"<svg>", b"ftyp"])
def test_other_first_bytes_show_nothing(data: bytes) -> None:
    assert by_content(data) is None


@pytest.mark.parametrize(
    ("content_type", "kind"),
    [
        ("image/png", "image"),
        (" Video/MP4 ; codecs=x", "video"),
        ("text/html", "text"),
        ("", ""),
        ("application/mp4", ""),
        ("application/ogg", ""),
        ("application/octet-stream", ""),
        ("binary/octet-stream", ""),
        ("application/json", "application"),
    ],
)
def test_a_kind_is_the_first_half_unless_it_says_nothing(content_type: str, kind: str) -> None:
    assert kind_of(content_type) == kind
