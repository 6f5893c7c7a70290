"""Downloads: whole files, from allowed hosts only, and never over an existing file."""

from __future__ import annotations

import asyncio
import pickle
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from runcomfy_models import DownloadError, RunComfyError
from runcomfy_models._runtime.download.file_names import MAX_NAME, file_name
from runcomfy_models._runtime.download.part_file import PartFile
from runcomfy_models._runtime.download.urls import file_urls, refusal_reason
from tests.runtime.files import DATA, Files
from tests.runtime.side import TOKEN, Side


def result_of(side: Side, files: Files, output: Any, **options: Any) -> Any:
    files.output = output
    return side.do(side.client(files.url, **options).run(prompt="x"))


def download(side: Side, files: Files, url: str, folder: Path, **options: Any) -> Any:
    result = result_of(side, files, {"video": url}, **options)
    return side.do(result.download(folder))


def test_every_file_of_an_output_is_downloaded_under_its_name(
    side: Side, files: Files, tmp_path: Path
) -> None:
    urls = [files.add(f"/a/{name}") for name in ("one.mp4", "two.png", "three.wav")]
    output = {"video": urls[0], "images": [urls[1], urls[1]], "note": "x", "more": {"a": urls[2]}}
    result = result_of(side, files, output)
    paths = side.do(result.download(tmp_path / "made" / "here"))
    assert [path.name for path in paths] == ["one.mp4", "two.png", "three.wav"]
    assert all(path.read_bytes() == DATA for path in paths)
    assert sorted(path.name for path in paths[0].parent.iterdir()) == sorted(
        path.name for path in paths
    )


def test_one_url_can_be_downloaded(side: Side, files: Files, tmp_path: Path) -> None:
    urls = [files.add("/one.mp4"), files.add("/two.mp4")]
    result = result_of(side, files, {"videos": urls})
    assert side.do(result.download(tmp_path, url=urls[1])) == [tmp_path / "two.mp4"]


def test_neither_the_token_nor_headers_of_the_options_are_sent_to_a_file_server(
    side: Side, files: Files, tmp_path: Path
) -> None:
    download(side, files, files.add("/a.mp4"), tmp_path, headers={"X-Mine": "secret"})
    (_, _, headers) = files.requests[0]
    assert TOKEN not in str(headers)
    assert not {"authorization", "cookie", "x-mine"} & headers.keys()


def test_a_passed_in_client_adds_no_credentials_to_a_download(
    side: Side, files: Files, tmp_path: Path
) -> None:
    http = side.http_client(
        headers={"Authorization": "Basic x", "X-Key": "k"},
        cookies={"session": "s"},
        auth=("u", "p"),
    )
    download(side, files, files.add("/a.mp4"), tmp_path, http_client=http)
    (_, _, headers) = files.requests[0]
    assert not {"authorization", "cookie", "x-key"} & headers.keys()


def test_nothing_is_overwritten(side: Side, files: Files, tmp_path: Path) -> None:
    (tmp_path / "a.mp4").write_text("mine")
    url = files.add("/a.mp4")
    assert download(side, files, url, tmp_path) == [tmp_path / "a-1.mp4"]
    assert download(side, files, url, tmp_path) == [tmp_path / "a-2.mp4"]
    assert (tmp_path / "a.mp4").read_text() == "mine"


def test_a_broken_download_is_resumed_where_it_broke(
    side: Side, files: Files, tmp_path: Path
) -> None:
    url = files.add("/a.mp4", breaks=[1000, 50_000, 1])
    [path] = download(side, files, url, tmp_path)
    assert path.read_bytes() == DATA
    assert files.header("range") == [None, "bytes=1000-", "bytes=51000-", "bytes=51001-"]
    assert files.header("if-range") == [None, '"v1"', '"v1"', '"v1"']


@pytest.mark.parametrize("etag", [None, 'W/"weak"'])
def test_without_a_strong_etag_a_download_starts_again(
    etag: str | None, side: Side, files: Files, tmp_path: Path
) -> None:
    url = files.add("/a.mp4", breaks=[1000], etag=etag)
    [path] = download(side, files, url, tmp_path)
    assert path.read_bytes() == DATA
    assert files.header("range") == [None, None]


def test_a_file_that_has_changed_is_downloaded_again(
    side: Side, files: Files, tmp_path: Path
) -> None:
    url = files.add("/a.mp4", breaks=[1000], data=b"x" * 5000)
    with pytest.raises(DownloadError):
        download(side, files, url, tmp_path, attempts=1)
    files.add("/a.mp4", etag='"v2"')
    [path] = download(side, files, url, tmp_path)
    assert path.read_bytes() == DATA


def test_a_server_without_ranges_sends_the_whole_file_again(
    side: Side, files: Files, tmp_path: Path
) -> None:
    url = files.add("/a.mp4", breaks=[1000], ranges=False)
    [path] = download(side, files, url, tmp_path)
    assert path.read_bytes() == DATA


def test_a_range_that_was_not_asked_for_is_refused(
    side: Side, files: Files, tmp_path: Path
) -> None:
    headers = {"Content-Range": f"bytes 7-{len(DATA)}/{len(DATA)}"}
    url = files.add("/a.mp4", statuses=[206], headers=headers)
    with pytest.raises(DownloadError, match="another range than was asked for"):
        download(side, files, url, tmp_path, attempts=1)
    assert list(tmp_path.glob("*.mp4")) == []


def test_a_later_call_resumes_where_an_earlier_call_ended(
    side: Side, files: Files, tmp_path: Path
) -> None:
    url = files.add("/a.mp4?signature=1", breaks=[1000])
    files.add("/a.mp4", breaks=[1000])
    with pytest.raises(DownloadError):
        download(side, files, url, tmp_path, attempts=1)
    [part] = tmp_path.glob("*.part")
    assert part.stat().st_size == 1000
    assert not list(tmp_path.glob("*.mp4"))
    [path] = download(side, files, url.replace("=1", "=2"), tmp_path)
    assert path.read_bytes() == DATA
    assert files.header("range")[-1] == "bytes=1000-"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("code", [408, 429, 500, 503])
def test_a_transient_failure_is_tried_again(
    code: int, side: Side, files: Files, tmp_path: Path
) -> None:
    url = files.add("/a.mp4", statuses=[code, code])
    [path] = download(side, files, url, tmp_path)
    assert path.read_bytes() == DATA


@pytest.mark.parametrize("code", [400, 401, 403, 410])
def test_a_refused_download_is_not_repeated(
    code: int, side: Side, files: Files, tmp_path: Path
) -> None:
    url = files.add("/a.mp4", statuses=[code]) + "?signature=secret"
    with pytest.raises(DownloadError, match=f"HTTP {code}") as caught:
        download(side, files, url, tmp_path)
    error = caught.value
    assert (error.request_id, error.http_status) == ("req-1", code)
    assert "secret" not in f"{error} {error.url}"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("code", [404, 409, 421, 425])
def test_a_file_may_be_missing_for_a_moment_after_its_job(
    code: int, side: Side, files: Files, tmp_path: Path
) -> None:
    url = files.add("/a.mp4", statuses=[code] * 6)
    [path] = download(side, files, url, tmp_path)
    assert path.read_bytes() == DATA


def test_a_file_that_stays_missing_is_given_up_after_half_a_minute(
    side: Side, files: Files, tmp_path: Path
) -> None:
    url = files.add("/a.mp4", statuses=[404] * 99)
    with pytest.raises(DownloadError, match="HTTP 404"):
        download(side, files, url, tmp_path)
    assert 30 <= sum(side.clock.pauses) <= 50


def test_a_failure_that_lasts_ends_the_download(side: Side, files: Files, tmp_path: Path) -> None:
    url = files.add("/a.mp4", statuses=[500] * 99)
    with pytest.raises(DownloadError, match="HTTP 500"):
        download(side, files, url, tmp_path, attempts=3)
    assert len(files.requests) == 3


def test_a_call_that_brings_more_of_the_file_is_not_counted_as_a_failure(
    side: Side, files: Files, tmp_path: Path
) -> None:
    url = files.add("/a.mp4", breaks=[5000] * 18)
    [path] = download(side, files, url, tmp_path, attempts=2)
    assert path.read_bytes() == DATA


@pytest.mark.parametrize("announced", [True, False])
def test_a_file_beyond_the_limit_is_refused(
    announced: bool, side: Side, files: Files, tmp_path: Path
) -> None:
    url = files.add("/a.mp4", length=announced)
    with pytest.raises(DownloadError, match="larger than 1,000 bytes"):
        download(side, files, url, tmp_path, download_limit=1000)
    assert list(tmp_path.iterdir()) == []


def test_a_file_at_the_limit_is_downloaded(side: Side, files: Files, tmp_path: Path) -> None:
    url = files.add("/a.mp4", breaks=[50])
    assert download(side, files, url, tmp_path, download_limit=len(DATA))


def test_a_redirect_is_followed_to_an_allowed_host(
    side: Side, files: Files, tmp_path: Path
) -> None:
    files.add("/b.mp4")
    url = files.add("/a.mp4", location="/b.mp4")
    [path] = download(side, files, url, tmp_path)
    assert (path.name, path.read_bytes()) == ("a.mp4", DATA)


@pytest.mark.parametrize(
    "location", ["https://example.com/x", "http://169.254.169.254/", "file:///etc/passwd", "//x.y/"]
)
def test_a_redirect_to_another_host_is_not_followed(
    location: str, side: Side, files: Files, tmp_path: Path
) -> None:
    url = files.add("/a.mp4", location=location)
    with pytest.raises(DownloadError, match="not fetched"):
        download(side, files, url, tmp_path)


def test_an_endless_redirect_is_an_error(side: Side, files: Files, tmp_path: Path) -> None:
    with pytest.raises(DownloadError, match="redirects more than"):
        download(side, files, files.add("/a.mp4", location="/a.mp4"), tmp_path)


BASE = "http://127.0.0.1:8000"
ALLOWED = {
    "https://runcomfy.net/a",
    "https://cdn.runcomfy.com/a",
    "https://CDN.RunComfy.com:443/a",
    "https://cdn.runcomfy.net./a",
    "http://127.0.0.1:8000/files/a",
}
REFUSED = {
    "http://cdn.runcomfy.net/a",
    "https://cdn.runcomfy.net:8443/a",
    "https://evilruncomfy.net/a",
    "https://runcomfy.net.evil.com/a",
    "https://runcomfy.net@evil.com/a",
    "https://u:p@cdn.runcomfy.net/a",
    "https://evil.com/runcomfy.net",
    "https://evil.com\\@runcomfy.net/",
    "https://evil.com\\.runcomfy.net/",
    "https://evil.com%00.runcomfy.net/",
    "https://evil.com%2f.runcomfy.net/",
    "https://.runcomfy.net/a",
    "http://127.0.0.1:9000/a",
    "http://localhost:8000/a",
    "https://[::1/a",
    "https://runcomfy.net:99999/a",
    "ftp://runcomfy.net/a",
    "/relative",
    "",
}


@pytest.mark.parametrize("url", sorted(ALLOWED | REFUSED))
def test_only_allowed_urls_are_downloaded(url: str) -> None:
    reason = refusal_reason(url, ("runcomfy.net", "runcomfy.com"), BASE)
    assert (reason is None) == (url in ALLOWED)


@pytest.mark.parametrize(
    ("base_url", "port", "is_allowed"),
    [
        ("https://api.example.com", ":443", True),
        ("https://api.example.com:443", "", True),
        ("https://api.example.com:8443", ":8443", True),
        ("http://api.example.com", ":80", True),
        ("http://api.example.com:80", "", True),
        ("https://api.example.com", ":80", False),
        ("https://api.example.com:8443", "", False),
        ("http://api.example.com", ":443", False),
    ],
)
def test_files_of_the_api_itself_are_allowed_with_the_usual_port_or_without(
    base_url: str, port: str, is_allowed: bool
) -> None:
    scheme = base_url.partition(":")[0]
    reason = refusal_reason(f"{scheme}://api.example.com{port}/a", (), base_url)
    assert (reason is None) == is_allowed


def test_the_allowed_hosts_can_be_set(side: Side, files: Files, tmp_path: Path) -> None:
    with pytest.raises(DownloadError, match="download_hosts"):
        download(side, files, "https://cdn.example.com/a", tmp_path)
    assert refusal_reason("https://cdn.example.com/a", ("example.com",), BASE) is None


NAMES = {
    "https://x/a/video.mp4?sig=1#f": "video.mp4",
    "https://x/..%2F..%2Fetc%2Fpasswd": "etc_passwd.mp4",
    "https://x/a/..": "output.mp4",
    "https://x/": "output.mp4",
    "https://x/.bashrc": "bashrc.mp4",
    "https://x/CON.png": "_CON.png",
    "https://x/nul": "_nul.mp4",
    "https://x/a%00b%0Ac.png": "a_b_c.png",
    "https://x/%E2%80%AEgpj.exe.png": "gpj.exe.png",
    "https://x/C:%5Cx%5Cy.png": "C_x_y.png",
    "https://x/f%C3%BCr%20dich.png": "für_dich.png",
    "https://x/%FF%FE.png": "output.png",
    "https://x/-rf.png": "rf.png",
}


@pytest.mark.parametrize(("url", "name"), NAMES.items())
def test_file_names_are_safe(url: str, name: str) -> None:
    assert file_name(url, "video/mp4; codecs=avc1") == name


SUFFIXES = {
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/webp": ".webp",
    "image/gif": ".gif",
    "image/avif": ".avif",
    "video/mp4": ".mp4",
    "video/webm": ".webm",
    "video/quicktime": ".mov",
    "audio/mpeg": ".mp3",
    "audio/wav": ".wav",
    "audio/x-wav": ".wav",
    "audio/ogg": ".ogg",
    "audio/flac": ".flac",
    "audio/mp4": ".m4a",
    "Image/PNG ; x=1": ".png",
    "text/html": "",
    "": "",
}


@pytest.mark.parametrize(("content_type", "suffix"), SUFFIXES.items())
def test_the_content_type_gives_a_missing_suffix(content_type: str, suffix: str) -> None:
    assert file_name("https://x/made", content_type) == f"made{suffix}"
    assert file_name("https://x/made.bin", content_type) == "made.bin"


def test_file_names_are_not_too_long() -> None:
    for url in ("https://x/" + "ü" * 5000 + ".png", "https://x/a." + "b" * 5000):
        assert len(file_name(url).encode()) <= MAX_NAME


def test_each_url_in_an_output_is_found_once_at_any_depth() -> None:
    output = {"a": ["https://x/1", {"b": "HTTP://x/2"}], "c": "data:,", "d": 5, "e": "https://x/1"}
    assert file_urls(output) == ["https://x/1", "HTTP://x/2"]
    assert file_urls(None) == []


def test_files_can_be_downloaded_after_the_client_is_closed(
    side: Side, files: Files, tmp_path: Path
) -> None:
    url = files.add("/a.mp4")
    files.output = {"video": url}
    client = side.client(files.url)
    result = side.do(client.run(prompt="x"))
    side.close(client)
    assert side.do(result.download(tmp_path)) == [tmp_path / "a.mp4"]


def test_an_unpickled_result_downloads_with_the_default_options(
    side: Side, files: Files, tmp_path: Path
) -> None:
    result = pickle.loads(pickle.dumps(result_of(side, files, {"video": files.add("/a.mp4")})))  # noqa: S301
    with pytest.raises(DownloadError, match="not https"):
        side.do(result.download(tmp_path))


def test_simultaneous_downloads_of_one_file_do_not_mix(files: Files, tmp_path: Path) -> None:
    files.output = {"video": files.add("/a.mp4", breaks=[70_000] * 5)}
    with Side("sync") as side:
        result = side.client(files.url).run(prompt="x")
        with ThreadPoolExecutor(6) as threads:
            paths = list(threads.map(lambda _: result.download(tmp_path)[0], range(6)))
    assert len(set(paths)) == 6
    assert all(path.read_bytes() == DATA for path in paths)
    assert sorted(tmp_path.iterdir()) == sorted(paths)


def test_a_cancelled_download_leaves_no_file(files: Files, tmp_path: Path) -> None:
    files.output = {"video": files.add("/a.mp4", statuses=[503] * 1000)}

    async def cancelled() -> None:
        client = side.client(files.url, clock=None)
        result = await client.run(prompt="x")
        task = asyncio.create_task(result.download(tmp_path))
        while not files.requests:
            await asyncio.sleep(0.01)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    with Side("async") as side:
        side.do(cancelled())
    assert list(tmp_path.iterdir()) == []


def test_a_download_that_is_cancelled_while_its_file_is_opened_leaves_none(
    files: Files, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files.output = {"video": files.add("/a.mp4")}
    open_part = PartFile.open

    async def cancelled() -> None:
        loop, is_cancelled = asyncio.get_running_loop(), threading.Event()
        result = await side.client(files.url).run(prompt="x")
        task = asyncio.create_task(result.download(tmp_path))

        def cancel() -> None:
            task.cancel()
            loop.call_later(0.01, is_cancelled.set)  # after the cancellation has reached the task

        def open_afterwards(folder: Path, url: str) -> PartFile:
            loop.call_soon_threadsafe(cancel)
            is_cancelled.wait()
            return open_part(folder, url)

        monkeypatch.setattr(PartFile, "open", open_afterwards)
        with pytest.raises(asyncio.CancelledError):
            await task

    with Side("async") as side:
        side.do(cancelled())
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_a_file_is_an_error(side: Side, files: Files, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(DownloadError, match="not stored") as caught:
        download(side, files, files.add("/a.mp4"), tmp_path / "file")
    assert isinstance(caught.value.__cause__, FileExistsError)


def test_an_output_without_files_downloads_nothing(
    side: Side, files: Files, tmp_path: Path
) -> None:
    assert side.do(result_of(side, files, {"text": "x"}).download(tmp_path)) == []
    assert issubclass(DownloadError, RunComfyError)
