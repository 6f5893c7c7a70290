"""The cache of responses: with anything in its files, a response is that of its URL."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from runcomfy_codegen.http.http_cache import CachedResponse, HttpCache

URL = "https://example.com/a"
RESPONSE = CachedResponse(
    etag='"v1"',
    data=b"\x00\xff",
    content_type="text/html",
    charset="utf-8",
    url=URL + "/b",
)


def read_after_change(folder: Path, **changes: Any) -> CachedResponse | None:
    """The values read after the cache's only file has changed."""
    cache = HttpCache(folder)
    cache.put(URL, RESPONSE)
    [path] = folder.iterdir()
    path.write_text(json.dumps(json.loads(path.read_text()) | changes))
    return cache.get(URL)


def test_a_response_is_read_as_it_was_stored(tmp_path: Path) -> None:
    assert read_after_change(tmp_path) == RESPONSE
    assert HttpCache(tmp_path).get(URL + "/b") is None


@pytest.mark.parametrize(
    "changes",
    [
        {"for": "https://example.com/other"},
        {"for": None},
        {"etag": 1},
        {"content_type": None},
        {"url": ["x"]},
        {"data": "not base64"},
        {"data": 5},
    ],
)
def test_an_altered_response_is_not_read(tmp_path: Path, changes: Any) -> None:
    assert read_after_change(tmp_path, **changes) is None


@pytest.mark.parametrize("text", ["", "{", "[]", "5", "null", "{}"])
def test_a_cache_file_with_other_content_is_not_read(tmp_path: Path, text: str) -> None:
    cache = HttpCache(tmp_path)
    cache.put(URL, RESPONSE)
    [path] = tmp_path.iterdir()
    path.write_text(text)
    assert cache.get(URL) is None
