"""The files of results: real files, served whole or in part, without a token."""

from __future__ import annotations

import io
import wave
from pathlib import Path

import httpx
import pytest
from PIL import Image

from runcomfy_models.testing import Course, Simulator, faults
from tests.simulator.real_models import KLING, Client


def completed_job_files(simulator: Simulator) -> str:
    """Return the URL under which the files of a completed job are."""
    simulator.jobs.next(Course(queued=0, running=0))
    job = simulator.jobs.submit(KLING, "digest")
    return f"{simulator.base_url}/files/{job.id}/"


@pytest.mark.parametrize(
    ("name", "content_type", "begins"),
    [
        ("image.png", "image/png", b"\x89PNG\r\n\x1a\n"),
        ("video.mp4", "video/mp4", b"\0\0\0\x20ftyp"),
        ("audio.wav", "audio/wav", b"RIFF"),
    ],
)
def test_each_sample_has_the_content_of_its_type(
    name: str, content_type: str, begins: bytes, simulator: Simulator
) -> None:
    answer = httpx.get(completed_job_files(simulator) + name)
    assert answer.content.startswith(begins)
    assert answer.headers["content-type"] == content_type
    assert int(answer.headers["content-length"]) == len(answer.content)


def test_the_sample_image_and_tone_can_be_decoded(simulator: Simulator) -> None:
    image = httpx.get(completed_job_files(simulator) + "a.png").content
    assert Image.open(io.BytesIO(image)).size == (32, 32)
    tone = httpx.get(completed_job_files(simulator) + "a.wav").content
    with wave.open(io.BytesIO(tone)) as sound:
        assert sound.getnframes() / sound.getframerate() == 0.25


def test_a_range_request_returns_that_range(simulator: Simulator) -> None:
    url = simulator.files.put("long name.bin", bytes(range(256)) * 1000, "video/mp4")
    whole = httpx.get(url)
    assert whole.headers["accept-ranges"] == "bytes"
    for unit, start, stop in (("bytes=1000-", 1000, 256_000), ("bytes=5-9", 5, 10)):
        part = httpx.get(url, headers={"Range": unit, "If-Range": whole.headers["etag"]})
        assert part.status_code == 206
        assert part.headers["content-range"] == f"bytes {start}-{stop - 1}/256000"
        assert part.content == whole.content[start:stop]
    assert httpx.get(url, headers={"Range": "bytes=256000-"}).status_code == 416
    assert httpx.get(url, headers={"Range": "bytes=5-", "If-Range": '"x"'}).status_code == 200


def test_the_etag_depends_on_the_content_alone(simulator: Simulator) -> None:
    urls = [simulator.files.put(name, data) for name, data in (("a", b"1"), ("b", b"2"))]
    tags = [httpx.get(url).headers["etag"] for url in urls]
    assert tags[0] != tags[1]
    simulator.files.put("a", b"2")
    assert httpx.get(urls[0]).headers["etag"] == tags[1]


def test_head_returns_the_headers_of_a_file(simulator: Simulator) -> None:
    answer = httpx.head(completed_job_files(simulator) + "a.mp4")
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["content-length"] == "890"


@pytest.mark.parametrize(
    ("course", "status"),
    [
        (Course(), 404),
        (Course(queued=0), 404),
        (Course(queued=0, running=0), 200),
        (Course(queued=0, running=0, end="succeeded"), 200),
        (Course(queued=0, running=0, end="failed"), 404),
    ],
)
def test_the_files_of_a_job_exist_once_it_has_completed(
    course: Course, status: int, simulator: Simulator
) -> None:
    simulator.jobs.next(course)
    job = simulator.jobs.submit(KLING, "digest")
    url = f"{simulator.base_url}/files/{job.id}/video.mp4"
    assert httpx.get(url).status_code == status


@pytest.mark.parametrize("name", ["none", "a.exe", "../secret", "sim-1/a.exe", "sim-1/a.png", ""])
def test_other_files_do_not_exist(name: str, simulator: Simulator) -> None:
    assert httpx.get(f"{simulator.base_url}/files/{name}").status_code == 404


def test_a_result_is_downloaded_without_the_token(
    client: Client, simulator: Simulator, tmp_path: Path
) -> None:
    result = client.run()
    paths = client.do(result.download(tmp_path))
    assert len(paths) == 6
    assert {path.suffix for path in paths} == {".png", ".mp4"}
    simulator.ledger.assert_token_stayed_home()


def test_a_broken_download_is_resumed(client: Client, simulator: Simulator, tmp_path: Path) -> None:
    data = bytes(range(256)) * 4000
    url = simulator.files.put("big.mp4", data, "video/mp4")
    simulator.jobs.next(Course(output={"video": url}))
    simulator.faults.files(faults.truncated(), faults.drop(), faults.server_error(503))
    [path] = client.do(client.run().download(tmp_path))
    assert path.read_bytes() == data
    met_faults = [call.fault for call in simulator.ledger.calls if call.path.startswith("/files/")]
    assert met_faults == ["truncated", "reset after the body was read", "HTTP 503", ""]
    assert len(simulator.ledger.jobs) == 1
