"""The error that each answer raises, and what each error contains."""

from __future__ import annotations

import copy
import json
import pickle
import traceback
from typing import Any

import pytest

import runcomfy_models
from runcomfy_models import (
    ConnectionFailed,
    InsufficientBalanceError,
    InvalidInputError,
    ResponseError,
    RunComfyError,
    WaitTimeout,
)
from runcomfy_models._runtime import errors
from runcomfy_models._runtime.errors import Problem
from runcomfy_models._runtime.http.answers import Answer
from runcomfy_models._runtime.http.calls import status_call
from runcomfy_models._runtime.http.refusals import BY_CODE, BY_STATUS, raise_for_refusal
from runcomfy_models._runtime.truncating import MAX_TEXT
from tests.loopback import Loopback, Reply, status
from tests.runtime.models import MODEL_ID, Lora
from tests.runtime.side import Side

ERRORS = [
    kind
    for kind in vars(errors).values()
    if isinstance(kind, type) and issubclass(kind, RunComfyError)
]


CODES = {
    400001: "NotFoundError",
    400002: "InsufficientBalanceError",
    400004: "AuthenticationError",
    401001: "AuthenticationError",
    403001: "PermissionDeniedError",
    403003: "PermissionDeniedError",
    404001: "NotFoundError",
    422001: "InvalidInputError",
    500001: "ServerError",
}
STATUSES = {
    400: "InvalidInputError",
    401: "AuthenticationError",
    402: "InsufficientBalanceError",
    403: "PermissionDeniedError",
    404: "NotFoundError",
    408: "ServerError",
    422: "InvalidInputError",
    429: "RateLimitError",
    499: "ServerError",
}


def test_the_tables_are_those_of_the_docs() -> None:
    assert {code: kind.__name__ for code, kind in BY_CODE.items()} == CODES
    assert {code: kind.__name__ for code, kind in BY_STATUS.items()} == STATUSES


def test_a_broken_answer_raises_its_failure() -> None:
    failure = ConnectionFailed("broken", sent=True)
    answer = Answer(200, '{"status": "in_queue"}', failure=failure)
    with pytest.raises(ConnectionFailed) as caught:
        raise_for_refusal(answer, status_call("m", "r"))
    assert caught.value is failure


def error_of(http_status: int, text: str) -> RunComfyError:
    with pytest.raises(RunComfyError) as caught:
        raise_for_refusal(Answer(http_status, text), status_call("m", "r"))
    return caught.value


@pytest.mark.parametrize("http_status", [200, 400, 404, 429, 500])
@pytest.mark.parametrize("code", BY_CODE)
def test_the_error_code_takes_precedence_over_the_status(code: int, http_status: int) -> None:
    error = error_of(http_status, f'{{"error_code": {code}}}')
    assert type(error) is BY_CODE[code]
    assert (error.error_code, error.http_status) == (code, http_status)
    assert (error.model_id, error.request_id) == ("m", "r")


@pytest.mark.parametrize("text", ["", "<html>", "{}", '{"error_code": 123}', '{"error_code": 0}'])
@pytest.mark.parametrize("http_status", BY_STATUS)
def test_without_a_known_code_the_status_decides(http_status: int, text: str) -> None:
    assert type(error_of(http_status, text)) is BY_STATUS[http_status]


@pytest.mark.parametrize(
    ("http_status", "name"),
    [(500, "ServerError"), (503, "ServerError"), (418, "ResponseError"), (304, "ResponseError")],
)
def test_any_other_status_has_an_error_class(http_status: int, name: str) -> None:
    assert type(error_of(http_status, "{}")).__name__ == name


@pytest.mark.parametrize("key", ["error_message", "message", "error", "detail"])
def test_the_error_has_the_message_of_the_service(key: str) -> None:
    error = error_of(404, f'{{"{key}": "gone"}}')
    assert str(error) == "HTTP 404: gone; the call was about request r of m"
    assert error.server_message == "gone"


@pytest.mark.parametrize("text", ["null", "[]", '"x"', "1", "<html>", "", "{}"])
def test_a_200_without_a_json_object_is_an_error(text: str) -> None:
    error = error_of(200, text)
    assert isinstance(error, ResponseError)
    assert error.body == text


@pytest.mark.parametrize("text", ["<html>" + "x" * 500, '["' + "x" * 500 + '"]'])
def test_an_error_shows_the_beginning_of_a_long_answer_without_a_json_object(text: str) -> None:
    error = error_of(418, text)
    assert isinstance(error, ResponseError)
    assert error.body == text[:300] + "…"


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("404001", 404001),
        ('"404001"', 404001),
        ("123", 123),
        ('"123456789"', 123456789),
        ('"1234567890"', None),
        ('"E7"', None),
        ("true", None),
        ("1.5", None),
        ("[1]", None),
        ("{}", None),
        ("null", None),
    ],
)
def test_an_error_code_is_a_number_or_none(value: str, code: int | None) -> None:
    assert error_of(404, f'{{"error_code": {value}}}').error_code == code


@pytest.mark.parametrize("code", ["0", "null", '""', "false"])
def test_an_empty_error_code_is_not_an_error(code: str) -> None:
    answer = Answer(200, f'{{"status": "in_queue", "error_code": {code}}}')
    assert raise_for_refusal(answer, status_call("m", "r")) is answer


def test_details_of_the_service_become_problems() -> None:
    detail = '[{"loc": ["body", "loras", 0, "scale"], "msg": "too big", "input": "a prompt"}, 5]'
    error = error_of(422, f'{{"detail": {detail}}}')
    assert isinstance(error, InvalidInputError)
    assert error.problems == (Problem("loras[0].scale", "too big"),)
    assert error.server_message == "loras[0].scale: too big"
    assert "a prompt" not in str(error)


def test_a_long_message_is_truncated() -> None:
    """It may quote a prompt or a data URI."""
    error = error_of(400, f'{{"message": "{"x" * 9999}"}}')
    assert len(str(error)) < MAX_TEXT + 30
    assert len(error.server_message or "") == MAX_TEXT + 1


def test_all_problems_of_the_inputs_are_reported_at_once(side: Side, service: Loopback) -> None:
    inputs: dict[str, Any] = {
        "steps": 51,
        "loras": [Lora(path="p"), {"path": 1, "scale": 2, "x": 3}],
    }
    with pytest.raises(InvalidInputError) as caught:
        side.do(side.client(service.url).submit(prompt="a" * 99, **inputs))
    assert {problem.path for problem in caught.value.problems} == {
        "33_steps",
        "loras[1].path",
        "loras[1].scale",
        "loras[1].x",
    }
    assert "less than or equal to 50" in str(caught.value)
    assert "aaa" not in str(caught.value)


def test_a_missing_key_is_named_by_its_path(side: Side, service: Loopback) -> None:
    with pytest.raises(InvalidInputError) as caught:
        side.do(side.client(service.url).submit(prompt="x", loras=[{}]))
    assert [problem.path for problem in caught.value.problems] == ["loras[0].path"]


def test_a_message_lists_only_the_first_problems(side: Side, service: Loopback) -> None:
    with pytest.raises(InvalidInputError, match="and 980 more") as caught:
        side.do(side.client(service.url).submit(prompt="x", loras=[{}] * 1000))
    assert len(caught.value.problems) == 1000


def test_all_errors_can_be_imported_from_the_package() -> None:
    for kind in ERRORS:
        assert getattr(runcomfy_models, kind.__name__) is kind


@pytest.mark.parametrize("kind", ERRORS)
def test_errors_pickle_with_their_attributes(kind: type[RunComfyError]) -> None:
    error = kind("why", request_id="r", http_status=400, server_message="no")
    restored = pickle.loads(pickle.dumps(error))  # noqa: S301
    assert (type(restored), str(restored), vars(restored)) == (kind, "why", vars(error))


@pytest.mark.parametrize("name", [name for name in runcomfy_models.__all__ if name[0].isupper()])
def test_public_classes_are_shown_under_the_name_of_the_package(name: str) -> None:
    public = getattr(runcomfy_models, name)
    if isinstance(public, type):
        assert (public.__module__, public.__qualname__) == ("runcomfy_models", name)
        assert pickle.loads(pickle.dumps(public)) is public  # noqa: S301


def test_a_traceback_shows_the_public_name_of_an_error() -> None:
    error = ResponseError("why", http_status=200, body="x")
    assert traceback.format_exception(error) == ["runcomfy_models.ResponseError: why\n"]
    copied = copy.deepcopy(error)
    assert (type(copied), str(copied), vars(copied)) == (ResponseError, "why", vars(error))


def test_an_error_refuses_an_undeclared_attribute() -> None:
    with pytest.raises(TypeError, match="digest"):
        ResponseError("why", digest="x")


def test_a_timeout_pickles_with_its_request(side: Side, service: Loopback) -> None:
    service.status = [status("in_queue")]
    with pytest.raises(WaitTimeout) as caught:
        side.do(side.client(service.url, wait_timeout=1).run(prompt="x"))
    restored = pickle.loads(pickle.dumps(caught.value))  # noqa: S301
    assert restored.request.id == "req-1"
    assert restored.model_id == MODEL_ID


def test_no_exception_of_httpx_is_in_the_chain(side: Side, service: Loopback) -> None:
    service.status = [Reply(drop=True)]
    with pytest.raises(WaitTimeout) as caught:
        side.do(side.client(service.url, wait_timeout=1).run(prompt="x"))
    cause = caught.value.__cause__
    assert isinstance(cause, RunComfyError)
    assert cause.__cause__ is None
    assert cause.__context__ is None  # httpx would keep the request there, with the token


LONG = "a prompt of many words " * 60
URL = "https://cdn.runcomfy.net/" + "s" * 900

ECHOES: dict[str, dict[str, list[Reply]]] = {
    "an error": {"submit": [Reply(422, {"message": LONG, "detail": [{"loc": [], "msg": LONG}]})]},
    "a failure": {"submit": [Reply(500, {"message": LONG})]},
    "not JSON": {"submit": [Reply(200, LONG)]},
    "no request_id": {"submit": [Reply(200, {"you": {"said": [LONG]}})]},
    "a name": {"submit": [Reply(200, {LONG: 1})]},
    "no status": {"status": [Reply(200, {"prompt": LONG})]},
    "a failed job": {"status": [status("failed")], "result": [Reply(200, {"error": LONG})]},
    "a wrong output": {
        "result": [Reply(200, {"status": "completed", "output": {"video": [LONG, URL]}})]
    },
}


@pytest.mark.parametrize("script", ECHOES.values(), ids=ECHOES.keys())
def test_no_error_contains_a_whole_prompt(
    script: dict[str, list[Reply]], side: Side, service: Loopback
) -> None:
    vars(service).update(script)
    with pytest.raises(RunComfyError) as caught:
        side.do(side.client(service.url).run(prompt=LONG))
    error: BaseException | None = caught.value
    while error is not None:
        assert LONG[: MAX_TEXT + 1] not in f"{error} {vars(error)}"
        error = error.__cause__ or error.__context__


def test_the_urls_of_an_unexpected_output_are_kept(side: Side, service: Loopback) -> None:
    vars(service).update(ECHOES["a wrong output"])
    with pytest.raises(ResponseError) as caught:
        side.do(side.client(service.url).run(prompt="x"))
    assert json.loads(caught.value.body)["output"]["video"][1] == URL


def test_invalid_inputs_are_not_in_the_chain_of_exceptions(side: Side, service: Loopback) -> None:
    wrong: Any = [LONG]
    for call in ("submit", "preflight"):
        with pytest.raises(InvalidInputError) as caught:
            side.do(getattr(side.client(service.url), call)(prompt=wrong))
        assert caught.value.__cause__ is None
        assert caught.value.__context__ is None


def test_a_deeply_nested_answer_is_read() -> None:
    text = '{"error_code": 400002, "message": ' + '{"a":' * 400 + "1" + "}" * 401
    assert type(error_of(400, text)) is InsufficientBalanceError
