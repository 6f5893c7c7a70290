"""A page comes from a file, standard input or a URL; a failure is reported in one line."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from runcomfy_codegen.http import fetcher
from runcomfy_codegen.pages import sources
from runcomfy_codegen.pages.sources import SourceError, load

from .conftest import Answer, Server


def problem(page: str | Path) -> str:
    with pytest.raises(SourceError) as caught:
        load(str(page))
    return str(caught.value)


def test_a_file_is_read(page_file: Path) -> None:
    assert load(str(page_file)).data == page_file.read_bytes()


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"page")))
    assert load("-").data == b"page"


def test_files_that_cannot_be_read_are_reported(tmp_path: Path) -> None:
    assert problem(tmp_path) == "cannot be read: Is a directory"
    assert problem(tmp_path / "none.txt") == "cannot be read: No such file or directory"
    assert problem("a\0b").startswith("cannot be read: ")
    assert problem("ftp://x/y").startswith("ftp:// is not supported")


def test_a_page_is_fetched_and_redirects_are_followed(server: Server) -> None:
    server.answers["/a"] = Answer(status=302, headers={"Location": "/b"})
    server.answers["/b"] = Answer(
        b"<p>x</p>", headers={"Content-Type": "text/html; charset=latin-1"}
    )
    source = load(f"{server.url}/a")
    assert source.data == b"<p>x</p>"
    assert source.html_expected
    assert source.charset == "latin-1"
    assert source.url == f"{server.url}/b"


@pytest.mark.parametrize(
    ("answer", "expected_error"),
    [
        (Answer(status=404), "cannot be fetched: HTTP 404 Not Found"),
        (Answer(status=500), "HTTP 500"),
        (
            Answer(b"x", headers={"Content-Type": "image/png"}),
            "the server sends image/png, not text",
        ),
        (Answer(status=302, headers={"Location": "/page"}), "Exceeded maximum allowed redirects"),
        (Answer(status=302, headers={"Location": "file:///etc/passwd"}), "unsupported protocol"),
    ],
)
def test_responses_that_are_not_a_page_are_reported(
    server: Server, answer: Answer, expected_error: str
) -> None:
    server.answers["/page"] = answer
    assert expected_error in problem(f"{server.url}/page")


def test_addresses_that_cannot_be_reached_are_reported(server: Server) -> None:
    assert "refused" in problem("http://127.0.0.1:1/")
    assert problem("http://[").startswith("cannot be fetched: ")
    assert problem("https://" + "a" * 70 + ".invalid/").startswith("cannot be fetched: ")


def test_a_page_that_is_too_large_is_refused(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "MAX_PAGE_BYTES", 10)
    server.answers["/page"] = Answer(b"x" * 11)
    assert problem(f"{server.url}/page") == "too large: more than 10 bytes"


def test_a_page_that_takes_too_long_is_refused(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetcher, "MAX_BODY_SECONDS", -1.0)
    server.answers["/page"] = Answer(b"x")
    assert "not complete after" in problem(f"{server.url}/page")
