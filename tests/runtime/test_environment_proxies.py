"""Proxies and certificates set in the environment: which apply, and which are unusable."""

from __future__ import annotations

import base64
import logging
import ssl
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

import certifi
import pytest

from runcomfy_models import ConnectionFailed, RunComfyError
from runcomfy_models._runtime.http.certificates import tls_context
from runcomfy_models._runtime.http.libraries import find_library
from tests.runtime.side import EVERY_LIBRARY, EVERY_TRANSPORT, Side
from tests.runtime.test_proxies import proxy

REFUSAL = b"HTTP/1.1 407 Who\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
IPV4, IPV6, NAME = "https://127.0.0.1:1", "https://[::1]:1", "https://api.invalid"

DIRECT = [
    ("[::1]", IPV6),
    ("::1", IPV6),
    ("0:0::0:1", IPV6),
    ("[::1]:1", IPV6),
    ("::/64", IPV6),
    ("[::]/64", IPV6),
    ("fe80::/10,::1/128", IPV6),
    ("127.0.0.1", IPV4),
    ("127.0.0.1:1", IPV4),
    ("127.0.0.0/8", IPV4),
    ("https://127.0.0.1", IPV4),
    ("fe80::/10, 10.0.0.0/8, 127.0.0.1/16", IPV4),
    ("localhost", "https://localhost:1"),
    ("api.invalid", NAME),
    ("invalid", NAME),
    (".invalid", NAME),
    ("*.invalid", NAME),
    ("*", NAME),
]
"""NO_PROXY, and an address that is called without the proxy."""

PROXIED = [
    ("", NAME),
    ("fe80::/10", IPV6),
    ("[::1]:2", IPV6),
    ("10.0.0.0/8,192.168.0.0/16,fe80::/10", IPV4),
    ("10.0.0.0/8,fe80::/10,[::1]", NAME),
    (".api.invalid", NAME),
    ("alid", NAME),
]


@pytest.fixture(autouse=True)
def without_proxies_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    for name in ("SSL_CERT_FILE", "SSL_CERT_DIR", "REQUESTS_CA_BUNDLE"):
        monkeypatch.delenv(name, raising=False)


SOME_TRANSPORTS = pytest.mark.parametrize(
    "side", ["sync", "httpx2-async", "aiohttp"], indirect=True
)
"""The rules are the same for all transports."""


def calls_of_proxy(side: Side, url: str, monkeypatch: pytest.MonkeyPatch) -> int:
    with proxy(REFUSAL) as (address, requests):
        monkeypatch.setenv("HTTPS_PROXY", address)
        with pytest.raises(ConnectionFailed):
            side.do(side.client(url, attempts=1).submit(prompt="x"))
    return len(requests)


@SOME_TRANSPORTS
@pytest.mark.parametrize(("no_proxy", "url"), DIRECT)
def test_a_call_to_an_address_in_no_proxy_is_direct(
    no_proxy: str, url: str, side: Side, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_PROXY", no_proxy)
    assert calls_of_proxy(side, url, monkeypatch) == 0


@SOME_TRANSPORTS
@pytest.mark.parametrize(("no_proxy", "url"), PROXIED)
def test_every_other_call_goes_through_the_proxy(
    no_proxy: str, url: str, side: Side, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_PROXY", no_proxy)
    assert calls_of_proxy(side, url, monkeypatch) == 1


@EVERY_LIBRARY
def test_all_proxy_is_used_without_https_proxy(side: Side, monkeypatch: pytest.MonkeyPatch) -> None:
    with proxy(REFUSAL) as (address, requests):
        monkeypatch.setenv("HTTPS_PROXY", " ")
        monkeypatch.setenv("ALL_PROXY", address.removeprefix("http://"))
        with pytest.raises(ConnectionFailed):
            side.do(side.client(NAME, attempts=1).submit(prompt="x"))
    assert len(requests) == 1


SECRET = "s3cr3t-word"  # noqa: S105
UNUSABLE = [
    ("NO_PROXY", "host:abc"),
    ("NO_PROXY", "example.com, [::1"),
    ("NO_PROXY", f"http://user:{SECRET}@host:abc"),
    ("HTTPS_PROXY", "ftp://x"),
    ("HTTPS_PROXY", f"ftp://user:{SECRET}@x"),
    ("HTTPS_PROXY", f"http://user:{SECRET}@x:y"),
    ("HTTPS_PROXY", f"http://user:{SECRET}/@x:1"),
    ("HTTPS_PROXY", f"user:{SECRET}@[::1"),
    ("HTTPS_PROXY", f"http://user:{SECRET}@x:99999"),
    ("HTTPS_PROXY", "http://"),
    ("ALL_PROXY", f"ftp://user:{SECRET}@x"),
    ("SSL_CERT_FILE", __file__),
    ("REQUESTS_CA_BUNDLE", __file__),
    ("REQUESTS_CA_BUNDLE", "/no/such/file"),
]


@SOME_TRANSPORTS
@pytest.mark.parametrize(("name", "value"), UNUSABLE)
def test_the_error_for_an_unusable_setting_has_its_name_and_not_its_value(
    name: str, value: str, side: Side, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(RunComfyError, match=name) as caught:
        side.do(side.client(NAME).submit(prompt="x"))
    assert SECRET not in "".join(traceback.format_exception(caught.value))


@EVERY_LIBRARY
@pytest.mark.parametrize("name", ["HTTPS_PROXY", "ALL_PROXY"])
def test_the_error_for_a_socks_proxy_names_the_missing_library(
    name: str, side: Side, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "socksio", None)
    monkeypatch.setenv(name, "socks5://127.0.0.1:9")
    with pytest.raises(RunComfyError, match=rf"{name}.*socksio"):
        side.do(side.client(NAME).submit(prompt="x"))


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of httpx-aiohttp
@EVERY_TRANSPORT
def test_a_password_of_a_proxy_is_sent_to_it_and_shown_nowhere(
    side: Side, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    encoded = base64.b64encode(f"user:{SECRET}".encode()).decode()
    with proxy(REFUSAL) as (url, requests):
        monkeypatch.setenv("HTTPS_PROXY", url.replace("//", f"//user:{SECRET}@"))
        with pytest.raises(ConnectionFailed) as caught:
            side.do(side.client(NAME, attempts=1).submit(prompt="x"))
    assert encoded.encode() in requests[0]
    output = caplog.text + "".join(traceback.format_exception(caught.value))
    assert SECRET not in output
    assert encoded not in output


@pytest.fixture
def ca_file(tmp_path: Path) -> str:
    end = "-----END CERTIFICATE-----\n"
    path = tmp_path / "ca.pem"
    path.write_text(Path(certifi.where()).read_text("utf-8").partition(end)[0] + end)
    return str(path)


Context = Callable[[bool], ssl.SSLContext]


@pytest.fixture(params=["httpx", "httpx2"])
def context(request: pytest.FixtureRequest) -> Context:
    return lambda trust_env: tls_context(find_library(request.param), trust_env)


def test_requests_ca_bundle_replaces_the_certificates(
    context: Context, ca_file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", ca_file)
    assert len(context(True).get_ca_certs()) == 1
    assert len(context(False).get_ca_certs()) > 1


def test_requests_ca_bundle_may_be_a_folder(
    context: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(tmp_path))
    assert context(True).get_ca_certs() == []


def test_ssl_cert_file_takes_precedence_over_requests_ca_bundle(
    context: Context, ca_file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", ca_file)
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", __file__)
    assert len(context(True).get_ca_certs()) == 1
