"""The headers of an answer say which bytes of a file it has."""

from __future__ import annotations

import httpx
import pytest

from runcomfy_models._runtime.download.responses import (
    Piece,
    Version,
    content_encoding,
    next_piece,
    whole_file,
)

HELD = Version('"v1"', 100)
RANGE_REQUEST = httpx.Request("GET", "https://x/a", headers={"Range": "bytes=10-"})


def partial_response(
    content_range: str, etag: str = '"v1"', request: httpx.Request = RANGE_REQUEST
) -> httpx.Response:
    headers = {"Content-Range": content_range, "ETag": etag}
    return httpx.Response(206, headers=headers, request=request)


def test_a_range_that_continues_the_file_is_a_piece() -> None:
    assert next_piece(partial_response("bytes 10-99/100"), 10, HELD) == Piece(100, HELD)
    assert next_piece(partial_response("bytes 10-10/100"), 10, HELD) == Piece(11, HELD)
    assert next_piece(partial_response("bytes 10-19/*"), 10, HELD) == Piece(20, HELD)
    assert next_piece(partial_response("bytes 10-19/100", etag=""), 10, HELD) == Piece(20, HELD)
    assert next_piece(partial_response("bytes 10-19/100"), 10, Version('"v1"')) == Piece(20, HELD)


@pytest.mark.parametrize(
    "content_range",
    [
        "",
        "bytes",
        "bytes 10-19",
        "bytes 10-19/",
        "bytes 10-19/100x",
        "bytes 10-1x/100",
        "xbytes 10-19/100",
        "items 10-19/100",
        "bytes */100",
        "bytes 9-19/100",
        "bytes 11-19/100",
        "bytes 10-9/100",
        "bytes 10-100/100",
        "bytes 10-19/99",
        "bytes 10-19/101",
        "bytes 10-19/1" + "0" * 18,
    ],
)
def test_any_other_range_is_not_a_piece(content_range: str) -> None:
    assert next_piece(partial_response(content_range), 10, HELD) is None


def test_a_piece_has_to_be_requested_and_of_a_known_version() -> None:
    without_range = httpx.Request("GET", "https://x/a")
    assert next_piece(partial_response("bytes 10-19/100", request=without_range), 10, HELD) is None
    assert next_piece(partial_response("bytes 10-19/100"), 10, None) is None
    assert next_piece(partial_response("bytes 10-19/100", etag='"v2"'), 10, HELD) is None
    assert next_piece(partial_response("bytes 10-19/*"), 10, Version('"v1"')) is None


@pytest.mark.parametrize(
    ("headers", "total"),
    [
        ({"Content-Length": "100"}, 100),
        ({"Content-Length": "0"}, 0),
        ({"Content-Length": "-1"}, None),
        ({"Content-Length": "1e2"}, None),
        ({}, None),
        ({"Content-Length": "100", "Transfer-Encoding": "chunked"}, None),
    ],
)
def test_a_whole_file_has_the_size_that_is_announced(
    headers: dict[str, str], total: int | None
) -> None:
    response = httpx.Response(200, headers={**headers, "ETag": '"v1"'})
    assert whole_file(response) == Piece(total, Version('"v1"', total))


@pytest.mark.parametrize(
    ("header", "encoding"), [(None, ""), ("identity", ""), (" Identity ", ""), (" GZIP", "gzip")]
)
def test_only_identity_is_not_an_encoding(header: str | None, encoding: str) -> None:
    headers = {} if header is None else {"Content-Encoding": header}
    assert content_encoding(httpx.Response(200, headers=headers)) == encoding
