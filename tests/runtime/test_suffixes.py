"""The content type of a medium by the suffix of its name, and its kind."""

from __future__ import annotations

import pytest

from runcomfy_models._runtime.media.content_types import by_name, kind_of

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
def test_a_name_without_a_known_suffix_has_no_content_type(name: str) -> None:
    assert by_name(name) is None


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
def test_the_kind_is_the_first_half_of_a_content_type_unless_it_is_generic(
    content_type: str, kind: str
) -> None:
    assert kind_of(content_type) == kind
