"""Downloads from servers that cut, mix and mislead, to folders with obstacles."""

from __future__ import annotations

import asyncio
import errno
import gzip
import io
import os
import socket
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from runcomfy_models import DownloadError
from runcomfy_models._runtime.download.file_names import file_name
from runcomfy_models._runtime.download.part_file import PartFile
from tests.platforms import needs_posix
from tests.runtime.files import DATA, Files
from tests.runtime.side import Side

if sys.platform != "win32":
    import resource

SIZE = len(DATA)


def download(side: Side, files: Files, output: Any, folder: Path, **options: Any) -> Any:
    files.output = output
    result = side.do(side.client(files.url, **options).run(prompt="x"))
    return side.do(result.download(folder))


def answer(status: int, body: bytes, **headers: Any) -> bytes:
    lines = [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return (
        "\r\n".join([f"HTTP/1.1 {status} X", *lines, "Connection: close", "", ""]).encode() + body
    )


CUT_FILE = answer(200, DATA[:4000], ETag='"v1"', Content_Length=SIZE)
WHOLE_FILE = answer(200, DATA, ETag='"v1"', Content_Length=SIZE)


def partial(start: int, stop: int, total: object = SIZE, etag: str = '"v1"') -> bytes:
    content_range = f"bytes {start}-{stop - 1}/{total}"
    length = {"Content_Length": stop - start, "Content_Range": content_range, "ETag": etag}
    return answer(206, DATA[start:stop], **length)


@contextmanager
def answering(*answers: bytes) -> Iterator[tuple[str, list[bytes]]]:
    """Serve one answer for each connection, the last one repeatedly; yield URL and requests."""
    requests: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            while True:
                try:
                    connection, _ = server.accept()
                except OSError:
                    return
                with connection:
                    requests.append(connection.recv(65536))
                    connection.sendall(answers[min(len(requests), len(answers)) - 1])

        threading.Thread(target=serve, daemon=True).start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}/a.mp4", requests
        server.shutdown(socket.SHUT_RDWR)


def fetch(side: Side, url: str, folder: Path, **options: Any) -> Path:
    from runcomfy_models._runtime._async.download import AsyncDownloads
    from runcomfy_models._runtime._sync.download import Downloads

    base = url.removesuffix("/a.mp4")
    account: Any = side.client(base, **options)._account
    kind: Any = AsyncDownloads if side.is_async else Downloads
    path: Path = side.do(kind(account.api, account.options).fetch(url, folder))
    return path


def test_a_file_sent_in_pieces_is_downloaded_to_its_end(side: Side, tmp_path: Path) -> None:
    pieces = [partial(4000, 4500), partial(4500, 9000), partial(9000, SIZE)]
    with answering(CUT_FILE, *pieces) as (url, requests):
        assert fetch(side, url, tmp_path, attempts=2).read_bytes() == DATA
    assert len(requests) == 4


MIXES = {
    "another total": partial(4000, 4500, 4500),
    "another ETag": partial(4000, SIZE, etag='"v2"'),
    "from elsewhere": partial(0, SIZE),
    "beyond its end": partial(4000, SIZE, 5000),
    "no range": answer(206, DATA[4000:], Content_Length=SIZE - 4000),
}


@pytest.mark.parametrize("mix", MIXES.values(), ids=MIXES)
def test_pieces_of_another_file_are_not_mixed_in(mix: bytes, side: Side, tmp_path: Path) -> None:
    with answering(CUT_FILE, mix, WHOLE_FILE) as (url, requests):
        assert fetch(side, url, tmp_path).read_bytes() == DATA
    assert b"Range:" in requests[1]
    assert b"Range:" not in requests[2]


@pytest.mark.parametrize("stop", [100, SIZE])
def test_a_206_that_was_not_asked_for_is_refused(stop: int, side: Side, tmp_path: Path) -> None:
    with answering(partial(0, stop)) as (url, _), pytest.raises(DownloadError, match="asked for"):
        fetch(side, url, tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("cut", [0, 30])
def test_an_encoded_file_is_refused(cut: int, side: Side, tmp_path: Path) -> None:
    body = gzip.compress(DATA)[: -cut or None]
    encoded = answer(200, body, Content_Encoding="gzip", Content_Length=len(body))
    with answering(encoded) as (url, _), pytest.raises(DownloadError, match="encoded \\(gzip\\)"):
        fetch(side, url, tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("next_answer", [answer(416, b"", Content_Length=0), partial(0, 100)])
def test_receiving_the_same_bytes_again_counts_as_a_failure(
    next_answer: bytes, side: Side, tmp_path: Path
) -> None:
    with answering(*[CUT_FILE, next_answer] * 50) as (url, requests), pytest.raises(DownloadError):
        fetch(side, url, tmp_path, attempts=4)
    assert len(requests) == 4


@pytest.mark.parametrize("status", [300, 302, 304])
def test_a_redirect_without_a_location_is_an_error(status: int, side: Side, tmp_path: Path) -> None:
    with (
        answering(answer(status, b"")) as (url, _),
        pytest.raises(DownloadError, match=f"HTTP {status}") as caught,
    ):
        fetch(side, url, tmp_path)
    assert caught.value.http_status == status


@pytest.mark.parametrize(
    "host", ["x..runcomfy.net", "a" * 70 + ".runcomfy.net", "\ud800.runcomfy.net"]
)
def test_a_malformed_host_name_is_refused(
    host: str, side: Side, files: Files, tmp_path: Path
) -> None:
    with pytest.raises(DownloadError) as caught:
        download(side, files, {"video": f"https://{host}/\ud800"}, tmp_path, attempts=1)
    assert str(caught.value).encode()


def test_one_file_that_fails_does_not_stop_the_others(
    side: Side, files: Files, tmp_path: Path
) -> None:
    urls = [files.add("/a.mp4"), files.url + "/none.mp4", files.add("/b.mp4")]
    with pytest.raises(DownloadError, match=r"1 of 3 files: .*none.mp4: not fetched") as caught:
        download(side, files, {"videos": urls}, tmp_path)
    error = caught.value
    assert error.paths == (tmp_path / "a.mp4", tmp_path / "b.mp4")
    assert (error.http_status, error.request_id) == (404, "req-1")
    assert isinstance(error.__cause__, DownloadError)


def test_downloads_do_not_use_the_connections_of_polls(
    side: Side, files: Files, tmp_path: Path
) -> None:
    files.output = {"video": files.add("/a.mp4")}
    client = side.client(files.url)
    result = side.do(client.run(prompt="x"))
    [resources] = client._account.api.connections._by_scope.values()
    resources.pools[0].http.send = None
    assert side.do(result.download(tmp_path)) == [tmp_path / "a.mp4"]


def _link(path: Path) -> None:
    path.symlink_to(path.with_name("mine"))


def _hard_link(path: Path) -> None:
    path.hardlink_to(path.with_name("mine"))


@needs_posix("named pipes, nor links that anybody may make")
@pytest.mark.parametrize("create", [_link, _hard_link, Path.mkdir, getattr(os, "mkfifo", None)])
def test_a_link_pipe_or_folder_in_place_of_the_part_file_is_left_alone(
    create: Callable[[Path], None], side: Side, files: Files, tmp_path: Path
) -> None:
    url = files.add("/a.mp4")
    with PartFile.open(tmp_path, url) as part:
        part.write(b"x")
    [part_path] = tmp_path.iterdir()
    part_path.unlink()
    (tmp_path / "mine").write_text("mine")
    create(part_path)
    [path] = download(side, files, {"video": url}, tmp_path)
    assert path.read_bytes() == DATA
    assert (tmp_path / "mine").read_text() == "mine"


def test_a_disk_without_hard_links_stores_whole_files_and_overwrites_none(
    side: Side, files: Files, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def link(*_: object) -> None:
        raise PermissionError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", link)
    url = files.add("/a.mp4")
    for _ in range(2):
        download(side, files, {"video": url}, tmp_path)
    stored = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert stored == {"a.mp4": DATA, "a-1.mp4": DATA}


def test_a_file_has_the_permissions_of_any_new_file(
    side: Side, files: Files, tmp_path: Path
) -> None:
    plain = tmp_path / "plain"
    plain.touch()
    [path] = download(side, files, {"video": files.add("/a.mp4")}, tmp_path)
    assert oct(path.stat().st_mode) == oct(plain.stat().st_mode)


@needs_posix("limit for the size of files")
def test_the_bytes_that_arrived_before_a_full_disk_are_kept(
    side: Side, files: Files, tmp_path: Path
) -> None:
    url = files.add("/a.mp4")
    _, hard = limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, hard))
    try:
        with pytest.raises(DownloadError, match="not stored") as caught:
            download(side, files, {"video": url}, tmp_path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert isinstance(caught.value.__cause__, OSError)
    assert (caught.value.request_id, caught.value.url) == ("req-1", url)
    [path] = download(side, files, {"video": url}, tmp_path)
    assert path.read_bytes() == DATA
    assert files.header("range")[-1] == "bytes=50000-"


@pytest.mark.parametrize("device", ["COM%C2%B9", "lpt%C2%B3"])
def test_device_names_with_superscript_digits_are_not_used_as_file_names(device: str) -> None:
    assert file_name(f"https://x/{device}.mp4").startswith("_")


def test_a_slow_disk_does_not_stop_the_event_loop(
    files: Files, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ticked = threading.Event()
    waited: list[bool] = []

    def slow(_: int) -> None:
        waited.append(ticked.wait(20))

    monkeypatch.setattr(os, "fsync", slow)
    url = files.add("/a.mp4")

    async def run(side: Side) -> None:
        from runcomfy_models._runtime._async.download import AsyncDownloads

        account: Any = side.client(files.url)._account
        downloads = AsyncDownloads(account.api, account.options)
        downloading = asyncio.create_task(downloads.fetch(url, tmp_path))
        while not list(tmp_path.glob("*.part")):
            await asyncio.sleep(0.01)
        await asyncio.sleep(0.05)
        ticked.set()
        await downloading

    with Side("async") as side:
        side.do(run(side))
    assert waited == [True]


def test_a_name_that_the_disk_cannot_store_does_not_stop_the_others(
    side: Side, files: Files, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def open_ascii(path: Path, *arguments: Any, **keywords: Any) -> io.FileIO:
        str(path).encode("ascii")
        return io.FileIO(path, *arguments, **keywords)

    monkeypatch.setattr(f"{PartFile.__module__}.FileIO", open_ascii)
    files.output = {"videos": [files.add("/фильм.mp4"), files.add("/b.mp4")]}
    result = side.do(side.client(files.url).run(prompt="x"))
    with pytest.raises(DownloadError, match="not stored") as caught:
        side.do(result.download(tmp_path))
    assert [path.name for path in caught.value.paths] == ["b.mp4"]


def test_a_folder_whose_name_has_a_nul_is_a_download_error(
    side: Side, files: Files, tmp_path: Path
) -> None:
    with pytest.raises(DownloadError, match="not stored"):
        fetch(side, files.add("/a.mp4"), tmp_path / "a\0b")


def chunked(*chunks: bytes) -> bytes:
    """Return an answer with a file of unannounced length, in these chunks."""
    framed = [b"%x\r\n%s\r\n" % (len(chunk), chunk) for chunk in (*chunks, b"")]
    return answer(200, b"".join(framed), ETag='"v1"', Transfer_Encoding="chunked")


@pytest.mark.parametrize("sizes", [[5000], [3999, 2], [1000, 3001]])
def test_a_file_of_unannounced_length_that_is_too_large_is_not_stored(
    sizes: list[int], side: Side, tmp_path: Path
) -> None:
    with (
        answering(chunked(*map(bytes, sizes))) as (url, _),
        pytest.raises(DownloadError, match="larger than 4,000 bytes"),
    ):
        fetch(side, url, tmp_path, download_limit=4000)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("sizes", [[4000], [3999, 1]])
def test_a_file_of_exactly_the_limit_is_stored(
    sizes: list[int], side: Side, tmp_path: Path
) -> None:
    with answering(chunked(*map(bytes, sizes))) as (url, _):
        path = fetch(side, url, tmp_path, download_limit=4000)
    assert path.read_bytes() == bytes(4000)


@pytest.mark.parametrize(("size", "is_stored"), [(4000, True), (4001, False)])
def test_the_limit_applies_to_the_announced_length(
    size: int, is_stored: bool, side: Side, tmp_path: Path
) -> None:
    with answering(answer(200, bytes(size), Content_Length=size)) as (url, _):
        if is_stored:
            assert fetch(side, url, tmp_path, download_limit=4000).stat().st_size == size
        else:
            with pytest.raises(DownloadError, match="larger than"):
                fetch(side, url, tmp_path, download_limit=4000)


def test_bytes_beyond_the_announced_range_are_not_stored(side: Side, tmp_path: Path) -> None:
    length = {"Content_Range": f"bytes 4000-4499/{SIZE}", "ETag": '"v1"'}
    more = answer(206, DATA[4000:4501], **length)
    with answering(CUT_FILE, more, WHOLE_FILE) as (url, requests):
        assert fetch(side, url, tmp_path).read_bytes() == DATA
    assert [b"Range:" in request for request in requests] == [False, True, False]


@pytest.fixture
def long_after_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """Behave as if the job ended so long ago that its files have to exist."""
    for package in ("_async", "_sync"):
        monkeypatch.setattr(f"runcomfy_models._runtime.{package}.download.NOT_YET_SECONDS", 0.0)


@pytest.mark.usefixtures("long_after_the_end")
@pytest.mark.parametrize("status", [408, 416, 425, 429, 500, 502, 503, 504])
def test_a_status_that_may_pass_is_tried_again(status: int, side: Side, tmp_path: Path) -> None:
    with answering(answer(status, b"", Content_Length=0), WHOLE_FILE) as (url, requests):
        assert fetch(side, url, tmp_path).read_bytes() == DATA
    assert len(requests) == 2


@pytest.mark.usefixtures("long_after_the_end")
@pytest.mark.parametrize("status", [400, 401, 403, 404, 405, 409, 410, 421, 451, 501, 505])
def test_any_other_status_is_final(status: int, side: Side, tmp_path: Path) -> None:
    with (
        answering(answer(status, b"", Content_Length=0), WHOLE_FILE) as (url, requests),
        pytest.raises(DownloadError, match=f"HTTP {status}$"),
    ):
        fetch(side, url, tmp_path)
    assert len(requests) == 1


@pytest.mark.parametrize("status", [404, 409, 421, 425])
def test_a_file_may_be_missing_soon_after_the_end(status: int, side: Side, tmp_path: Path) -> None:
    missing = answer(status, b"", Content_Length=0)
    with answering(*[missing] * 6, WHOLE_FILE) as (url, _):
        assert fetch(side, url, tmp_path, attempts=2).read_bytes() == DATA


@pytest.mark.parametrize(("retry_after", "pause"), [("7", 7), ("3600", 60), ("x", 0.25)])
def test_a_download_pauses_as_long_as_the_server_asks_up_to_a_minute(
    retry_after: str, pause: float, side: Side, tmp_path: Path
) -> None:
    busy = answer(503, b"", Content_Length=0, Retry_After=retry_after)
    with answering(busy, WHOLE_FILE) as (url, _):
        fetch(side, url, tmp_path)
    assert side.clock.pauses == [pause]
