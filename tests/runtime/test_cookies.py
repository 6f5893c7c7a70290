"""Cookies of the service are neither kept nor sent: only the token identifies the caller."""

from __future__ import annotations

from pathlib import Path

from tests.loopback import COMPLETED, SUBMITTED, Loopback, Reply
from tests.runtime.side import EVERY_LIBRARY, EVERY_TRANSPORT, Side

COOKIE = {"Set-Cookie": "session=of-another-account; Path=/"}


def cookies(service: Loopback) -> list[str | None]:
    """Return the cookies of every call."""
    return [call.headers.get("cookie") for call in service.calls]


@EVERY_TRANSPORT
def test_a_cookie_of_the_service_is_not_sent_back(side: Side, service: Loopback) -> None:
    service.submit = [Reply(body=SUBMITTED.body, headers=COOKIE)]
    client = side.client(service.url)
    side.do(client.run(prompt="x"))
    side.do(client.run(prompt="x"))
    assert cookies(service) == [None] * 6


@EVERY_TRANSPORT
def test_a_download_sends_no_cookie_of_a_redirect(
    side: Side, service: Loopback, tmp_path: Path
) -> None:
    output = {"video": f"{service.url}/v.mp4"}
    service.result = [Reply(body={**COMPLETED.body, "output": output})]
    redirect = Reply(302, body="", headers={"Location": "/elsewhere.mp4", **COOKIE})
    film = Reply(body="film", headers={"Content-Type": "video/mp4"})
    service.submit = [SUBMITTED, redirect, film]
    result = side.do(side.client(service.url).run(prompt="x"))
    side.do(result.download(tmp_path))
    assert service.calls[-1].path == "/elsewhere.mp4"
    assert set(cookies(service)) == {None}


@EVERY_LIBRARY
def test_a_passed_in_client_keeps_its_own_cookies(side: Side, service: Loopback) -> None:
    http = side.http_client(cookies={"theirs": "1"})
    side.do(side.client(service.url, http_client=http).run(prompt="x"))
    assert set(cookies(service)) == {"theirs=1"}
