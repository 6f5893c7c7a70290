"""The token goes only to RunComfy's servers, and only when they ask for it."""

from __future__ import annotations

import contextlib
import logging
from pathlib import Path

import pytest

from runcomfy_codegen.http import token_gate
from runcomfy_codegen.http.token_gate import TokenGate
from runcomfy_models._runtime.errors import AuthenticationError
from runcomfy_models._runtime.http import credentials

from .conftest import Sync
from .upstream import Fault, Upstream, entry

SECRET = "sk-very-secret-0123456789"  # noqa: S105  a made-up one


@pytest.fixture
def _token(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RUNCOMFY_API_TOKEN", SECRET)


@pytest.mark.usefixtures("_token")
def test_a_server_that_does_not_ask_gets_no_token(upstream: Upstream, from_catalog: Sync) -> None:
    upstream.models = [entry("acme/one")]
    from_catalog("--all")
    assert [token for _, token in upstream.calls] == [""]


@pytest.mark.usefixtures("_token")
def test_a_server_that_asks_gets_the_token_from_then_on(
    upstream: Upstream, from_catalog: Sync
) -> None:
    upstream.token = SECRET
    upstream.models = [entry(f"acme/m-{n}") for n in range(250)]
    assert from_catalog("--all", "--jobs", "1").status == 0
    assert [bool(token) for _, token in upstream.calls] == [False, True, True, True]


@pytest.mark.parametrize(
    ("value", "expected_error"),
    [
        ("", "the server requires a token: set RUNCOMFY_API_TOKEN"),
        ("wrong", "the server refuses the token in the environment"),
        ("two\nlines", "the one in the environment is malformed"),
    ],
)
def test_a_refusal_says_what_to_do(
    upstream: Upstream,
    from_catalog: Sync,
    monkeypatch: pytest.MonkeyPatch,
    value: str,
    expected_error: str,
) -> None:
    monkeypatch.setenv("RUNCOMFY_API_TOKEN", value)
    upstream.token = SECRET
    result = from_catalog("--all")
    assert result.status == 2
    assert expected_error in result.err
    assert not value or value not in result.err


@pytest.mark.usefixtures("_token")
def test_no_file_message_or_log_contains_the_token(
    upstream: Upstream,
    from_catalog: Sync,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    upstream.token = SECRET
    upstream.models = [entry("acme/one")]
    result = from_catalog("--all")
    assert result.status == 0
    upstream.token = "another"  # noqa: S105  a made-up one
    refused = from_catalog("--all", "--no-cache")
    output = result.out + result.err + refused.out + refused.err + caplog.text
    output += "".join(
        path.read_bytes().decode("latin-1") for path in tmp_path.rglob("*") if path.is_file()
    )
    assert SECRET not in output


@pytest.mark.usefixtures("_token")
def test_a_redirect_to_another_server_does_not_forward_the_token(
    upstream: Upstream, from_catalog: Sync
) -> None:
    from .upstream import serving

    with serving(Upstream(models=[entry("acme/one")])) as other_server:
        upstream.token = SECRET
        path = "/v1/models?include_schema=true&limit=100&offset=0"
        upstream.faults[path] = [Fault(401), Fault(302, {"Location": f"{other_server.url}{path}"})]
        assert from_catalog("--all").status == 0
        assert [bool(token) for _, token in upstream.calls] == [False, True]
        assert [token for _, token in other_server.calls] == [""]


@pytest.mark.parametrize(
    ("url", "is_trusted"),
    [
        ("https://model-api.runcomfy.net/v1/models", True),
        ("https://www.runcomfy.com/x", True),
        ("http://127.0.0.1:8080/", True),
        ("http://[::1]:8080/", True),
        ("http://model-api.runcomfy.net/", False),
        ("https://runcomfy.net.evil.example/", False),
        ("https://evilruncomfy.net/", False),
        ("https://runcomfy.net@evil.example/", False),
        ("https://[", False),
    ],
)
def test_only_runcomfy_and_this_machine_get_the_token(url: str, is_trusted: bool) -> None:
    assert bool(TokenGate({"RUNCOMFY_TOKEN": SECRET}).grant(url)) is is_trusted


def test_the_generator_reads_the_token_variables_of_clients() -> None:
    assert token_gate.ENVIRONMENT_VARIABLES == credentials.TOKEN_VARIABLES


@pytest.mark.parametrize("value", ["~!0", "two words", "two\nlines", "é", "\x7f"])
def test_the_generator_sends_the_tokens_that_clients_send(value: str) -> None:
    granted = TokenGate({"RUNCOMFY_TOKEN": value}).grant("https://runcomfy.net")
    with contextlib.nullcontext() if granted else pytest.raises(AuthenticationError):
        credentials.Token(value, "RUNCOMFY_TOKEN")
