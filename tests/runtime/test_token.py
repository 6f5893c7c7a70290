"""The token: its sources in their order, and that it is never shown."""

from __future__ import annotations

import copy
import json
import logging
import pickle
import time
import traceback
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from runcomfy_models import (
    AuthenticationError,
    InsufficientBalanceError,
    InvalidInputError,
    RunComfyError,
    SubmissionUnknown,
)
from runcomfy_models._runtime.http.credentials import TOKEN_VARIABLES, find_token
from runcomfy_models._runtime.http.origin import find_base_url
from runcomfy_models._runtime.service import BASE_URL
from tests.loopback import COMPLETED, SUBMITTED, Loopback, Reply, status
from tests.runtime.side import EVERY_LIBRARY, TOKEN, Side


def token_found(token: str | None = None) -> str:
    return find_token(token).authorization().removeprefix("Bearer ")


def test_the_sources_of_a_token_have_an_order(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "token.json"
    file.write_text(json.dumps({"access_token": "of-the-cli"}))
    assert token_found() == "of-the-cli"
    for name in reversed(TOKEN_VARIABLES):
        monkeypatch.setenv(name, name)
        assert token_found() == name
    assert token_found("given") == "given"


@pytest.mark.parametrize(
    ("variables", "path"),
    [
        ({"RUNCOMFY_CONFIG_DIR": "a"}, "a/token.json"),
        ({"XDG_CONFIG_HOME": "b"}, "b/runcomfy/token.json"),
        ({"HOME": "c"}, "c/.config/runcomfy/token.json"),
    ],
)
def test_the_token_file_of_the_cli_is_found(
    variables: dict[str, str], path: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("RUNCOMFY_CONFIG_DIR")
    for name, folder in variables.items():
        monkeypatch.setenv(name, str(tmp_path / folder))
    (tmp_path / path).parent.mkdir(parents=True)
    (tmp_path / path).write_text('{"access_token": "of-the-cli"}')
    assert token_found() == "of-the-cli"


@pytest.mark.parametrize("blank", ["", " ", "\t\n"])
def test_a_blank_variable_counts_as_unset(blank: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(TOKEN_VARIABLES[0], blank)
    monkeypatch.setenv(TOKEN_VARIABLES[1], "second")
    assert token_found() == "second"


def test_a_blank_base_url_counts_as_unset(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RUNCOMFY_BASE_URL", " ")
    assert find_base_url(None) == BASE_URL


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"access_token": 5}', "\udcff", "[" * 9999])
def test_a_file_without_a_token_counts_as_missing(text: str, tmp_path: Path) -> None:
    (tmp_path / "token.json").write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(AuthenticationError):
        find_token(None)


def test_the_error_without_a_token_names_every_source_and_nothing_is_sent(
    side: Side, service: Loopback, tmp_path: Path
) -> None:
    with pytest.raises(AuthenticationError) as caught:
        side.client(service.url, token=None)
    for source in ("token=", *TOKEN_VARIABLES, str(tmp_path / "token.json")):
        assert source in str(caught.value)
    assert service.calls == []


@pytest.mark.parametrize(
    "bad", ["", " ", "se cret", "secret\n", "secret\r\nX: y", "sécret", "\x7f"]
)
def test_an_unusable_token_is_refused_without_showing_it(
    bad: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(AuthenticationError, match="token=") as caught:
        find_token(bad)
    if bad.strip():
        monkeypatch.setenv(TOKEN_VARIABLES[0], bad)
        with pytest.raises(AuthenticationError, match=TOKEN_VARIABLES[0]):
            find_token(None)
    assert "cret" not in str(caught.value)


@EVERY_LIBRARY
def test_no_logger_shows_the_token(
    side: Side, service: Loopback, caplog: pytest.LogCaptureFixture
) -> None:
    """Our logger logs calls, and httpcore's logs what it sends and reads."""
    caplog.set_level(logging.DEBUG)
    service.submit = [Reply(429, {"message": f"slow down, {TOKEN}"}), SUBMITTED]
    side.do(side.client(service.url).run(prompt="x"))
    core = side.library.__name__.replace("httpx", "httpcore")
    assert {"runcomfy_models", f"{core}.http11"} <= {record.name for record in caplog.records}
    assert TOKEN not in caplog.text


ECHO = f"Bearer {TOKEN} is not known"


@EVERY_LIBRARY
@pytest.mark.parametrize(
    "script",
    [
        {"submit": [Reply(401, {"message": ECHO})]},
        {"submit": [Reply(500, ECHO)]},
        {"submit": [Reply(422, {"detail": [{"loc": ["body", ECHO], "msg": ECHO}]})]},
        {"submit": [Reply(200, {"error": ECHO})]},
        {"status": [Reply(404, {"message": ECHO})]},
        {"status": [Reply(200, {"note": ECHO})]},
        {"result": [Reply(200, {"status": "completed", "output": [ECHO]})]},
        {"status": [status("failed")], "result": [Reply(200, {"error": ECHO})]},
        {"status": [status("in_progress", note=ECHO)]},
    ],
)
def test_no_error_shows_the_token_even_if_the_service_does(
    script: dict[str, Any], side: Side, service: Loopback
) -> None:
    vars(service).update(script)
    with pytest.raises(RunComfyError) as caught:
        side.do(side.client(service.url, wait_timeout=5).run(prompt="x"))
    error = caught.value
    text = "".join(traceback.format_exception(error)) + repr(error) + repr(vars(error))
    assert TOKEN not in text
    assert TOKEN.encode() not in pickle.dumps(error)


@EVERY_LIBRARY
def test_no_repr_shows_the_token(side: Side, service: Loopback) -> None:
    client = side.client(service.url)
    request = side.do(client.submit(prompt="x"))
    account = vars(client)["_account"]
    for item in (client, request, account, account.api):
        assert TOKEN not in repr(vars(item))
        assert TOKEN not in repr(item)


@EVERY_LIBRARY
def test_no_pickle_contains_the_token(side: Side, service: Loopback) -> None:
    client = side.client(service.url)
    request = side.do(client.submit(prompt="x"))
    assert TOKEN.encode() not in pickle.dumps(request)
    for serialize in (pickle.dumps, copy.deepcopy):
        with pytest.raises(TypeError, match="cannot be pickled"):
            serialize(vars(client)["_account"])


@EVERY_LIBRARY
def test_a_result_does_not_contain_the_token(side: Side, service: Loopback) -> None:
    service.result = [Reply(body={**COMPLETED.body, "note": ECHO})]
    result = side.do(side.client(service.url).run(prompt="x"))
    assert result.raw["note"] == "Bearer [token] is not known"


@pytest.mark.parametrize(
    "spelled", ["tok-\\/abc\\u002bdef0123456789", "tok-/abc+def012345678\\u0039"]
)
def test_a_token_with_json_escapes_is_redacted(spelled: str, side: Side, service: Loopback) -> None:
    token = "tok-/abc+def0123456789"  # noqa: S105
    service.submit = [Reply(422, f'{{"error_code": 422001, "message": "{spelled}"}}')]
    with pytest.raises(InvalidInputError) as caught:
        side.do(side.client(service.url, token=token).submit(prompt="x"))
    assert "[token]" in str(caught.value)
    assert token not in str(vars(caught.value))


QUOTATIONS = (
    "Bearer {} is not known",
    "a token:\n{}",
    "token={}&x=1",
    "'{}'",
    '{{"t": "{}"}}',
    "({})",
    "{}",
)
"""Texts in which a service may quote a token."""


@pytest.mark.parametrize(
    "token", ["abc", "s3cr3t", "a+b/c=", "tok-123", "x.y.z", "tok-/abc+def012345"]
)
@pytest.mark.parametrize("template", QUOTATIONS)
def test_a_quoted_token_is_redacted_even_if_it_is_short(
    template: str, token: str, side: Side, service: Loopback
) -> None:
    message = template.format(token)
    quoted = template.format(quote(token, safe=""))
    service.submit = [Reply(422, {"message": message, "detail": [{"loc": [], "msg": quoted}]})]
    with pytest.raises(InvalidInputError) as caught:
        side.do(side.client(service.url, token=token).submit(prompt="x"))
    assert caught.value.server_message == template.format("[token]")
    assert caught.value.problems[0].message == template.format("[token]")


@pytest.mark.parametrize("token", ["abc12", "abc", "a.b-c_7"])
def test_a_short_token_is_redacted_in_an_answer_that_is_not_json(
    token: str, side: Side, service: Loopback
) -> None:
    service.submit = [Reply(502, f"unknown key {token}")]
    with pytest.raises(SubmissionUnknown) as caught:
        side.do(side.client(service.url, token=token).submit(prompt="x"))
    assert caught.value.body == "unknown key [token]"


@pytest.mark.parametrize("token", ["status", "null", "true", "35", "video", "req", "cost", "e"])
def test_redacting_a_short_token_keeps_the_structure_of_an_answer(
    token: str, side: Side, service: Loopback
) -> None:
    text = (
        '{"status": "completed", "x": null, "y": true, "z": 35, "cost": 0.35, '
        f'"output": {{"video": "u\\n{token}"}}}}'
    )
    service.result = [Reply(body=text)]
    result = side.do(side.client(service.url, token=token).run(prompt="x"))
    hidden = token if len(token) < 3 else "[token]"
    assert (result.output.video, result.cost) == (f"u\n{hidden}", Decimal("0.35"))
    assert (result.raw["x"], result.raw["y"], result.raw["z"]) == (None, True, 35)


def test_redacting_takes_linear_time() -> None:
    redactor = find_token("tok-/abc+def0123456789").redactor
    began = time.process_time()
    redactor.answer("\\" * 500_000 + "%74" * 100_000)
    assert time.process_time() - began < 5


@EVERY_LIBRARY
def test_no_log_line_shows_a_short_token(
    side: Side, service: Loopback, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    service.status = [Reply(body=status("completed").body, headers={"X-Echo": "Bearer s3c"})]
    side.do(side.client(service.url, token="s3c").run(prompt="x"))  # noqa: S106
    assert "X-Echo" in caplog.text
    assert "s3c" not in caplog.text


@EVERY_LIBRARY
def test_log_lines_contain_neither_the_token_nor_long_texts(
    side: Side, service: Loopback, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    echo = {"X-Echo": TOKEN, "X-Prompt": "a prompt " * 300}
    service.status = [Reply(body=status("completed").body, headers=echo)]
    side.do(side.client(service.url).run(prompt="x"))
    assert "X-Echo" in caplog.text
    assert TOKEN not in caplog.text
    assert max(map(len, caplog.messages)) < 600


def test_the_error_for_a_wrong_token_names_its_source(
    side: Side, service: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RUNCOMFY_TOKEN", TOKEN)
    service.submit = [Reply(401, {"error_code": 401001, "error_message": "invalid token"})]
    with pytest.raises(AuthenticationError) as caught:
        side.do(side.client(service.url, token=None).submit(prompt="x"))
    assert str(caught.value) == (
        "error 401001: invalid token; the token comes from RUNCOMFY_TOKEN; yours is in your "
        "profile on www.runcomfy.com"
    )


def test_the_error_for_an_empty_balance_says_so(side: Side, service: Loopback) -> None:
    service.submit = [Reply(402, {})]
    with pytest.raises(InsufficientBalanceError, match="no balance left"):
        side.do(side.client(service.url).submit(prompt="x"))
