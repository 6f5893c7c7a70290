"""The token goes to the configured origin only."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from runcomfy_models import ResponseError
from runcomfy_models._runtime.http.origin import find_base_url
from runcomfy_models._runtime.service import BASE_URL
from tests.loopback import COMPLETED, REQUEST_ID, Loopback, Reply, serving, status
from tests.runtime.side import Side


@pytest.fixture
def other_server() -> Iterator[Loopback]:
    with serving(Loopback()) as running:
        yield running


@pytest.mark.parametrize(
    "url",
    [
        "https://model-api.runcomfy.net",
        "https://example.com:8443/proxy/v2",
        "HTTPS://Example.com",
        "http://localhost:8000",
        "http://127.0.0.1",
        "http://127.1.2.3:1",
        "http://[::1]:8000",
    ],
)
def test_https_and_loopback_are_accepted(url: str) -> None:
    assert find_base_url(url) == find_base_url(url + "/") == url


@pytest.mark.parametrize(
    "url",
    [
        "http://example.com",
        "http://127.0.0.1.example.com",
        "http://localhost.example.com",
        "http://127.example.com",
        "http://user@localhost",
        "https://user:hunter2@example.com",
        "https://example.com?x=1",
        "https://example.com#x",
        "https://exam ple.com",
        "https://example.com\n",
        "https://",
        "https:/example.com",
        "https://example.com:99999",
        "https://[::1",
        "ftp://example.com",
        "example.com",
    ],
)
def test_any_other_base_url_is_refused(url: str, side: Side) -> None:
    with pytest.raises(ValueError, match="base URL") as caught:
        side.client(url)
    assert "hunter2" not in str(caught.value)


def test_the_argument_overrides_the_variable_which_overrides_the_default(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert find_base_url(None) == BASE_URL
    monkeypatch.setenv("RUNCOMFY_BASE_URL", "https://staging.example.com/")
    assert find_base_url(None) == "https://staging.example.com"
    assert find_base_url("https://example.com") == "https://example.com"


def test_redirects_are_not_followed(side: Side, service: Loopback, other_server: Loopback) -> None:
    service.status = [Reply(302, {}, {"Location": other_server.url})]
    http = side.http_client(follow_redirects=True)
    client = side.client(service.url, http_client=http)
    with pytest.raises(ResponseError, match="HTTP 302"):
        side.do(client.request(REQUEST_ID).status())
    assert other_server.calls == []


def test_urls_in_an_answer_are_not_used(
    side: Side, service: Loopback, other_server: Loopback
) -> None:
    urls = dict.fromkeys(("status_url", "result_url", "cancel_url"), f"{other_server.url}/steal")
    service.submit = [Reply(body={"request_id": REQUEST_ID, **urls})]
    service.status = [status("in_queue", **urls), status("completed", **urls)]
    service.result = [Reply(body={**COMPLETED.body, **urls})]
    request = side.do(side.client(service.url).submit(prompt="x"))
    side.do(request.result())
    side.do(request.cancel())
    assert other_server.calls == []


def test_the_path_of_a_model_is_percent_encoded(side: Side, service: Loopback) -> None:
    side.do(side.client(service.url).submit(prompt="x"))
    assert service.calls[0].path == "/v1/models/acme/Live%20Video%2001/text-to-video"


def test_a_base_url_may_have_a_path(side: Side, service: Loopback) -> None:
    side.do(side.client(f"{service.url}/proxy/").submit(prompt="x"))
    assert service.calls[0].path.startswith("/proxy/v1/models/acme/")


def test_an_unencrypted_call_never_goes_through_a_proxy(
    side: Side, service: Loopback, other_server: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, other_server.url)
        monkeypatch.setenv(name.lower(), other_server.url)
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    side.do(side.client(service.url).run(prompt="x"))
    assert other_server.calls == []


def test_a_custom_header_cannot_replace_the_token(side: Side, service: Loopback) -> None:
    client = side.client(service.url, headers={"X-Team": "blue"})
    side.do(client.submit(prompt="x"))
    reserved: Any = {"authorization": "Bearer mine"}
    with pytest.raises(ValueError, match="reserved for the protocol"):
        client.with_options(headers=reserved)
