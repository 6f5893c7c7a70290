"""The protocol in `service.json` is checked whenever it is read or made."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from runcomfy_codegen.reading.service_protocol import (
    Endpoint,
    InvalidProtocolError,
    ServiceProtocol,
)

PROTOCOL = ServiceProtocol(
    base_url="https://model-api.runcomfy.net",
    submit=Endpoint("POST", "/v1/models/{model_id}"),
    status=Endpoint("GET", "/v1/requests/{request_id}/status"),
    result=Endpoint("GET", "/v1/requests/{request_id}/result"),
    cancel=Endpoint("POST", "/v1/requests/{request_id}/cancel"),
    statuses=("in_queue", "completed"),
)


def test_a_dumped_service_is_loaded_again(tmp_path: Path) -> None:
    path = tmp_path / "service.json"
    path.write_text(PROTOCOL.dump(), encoding="utf-8")
    assert ServiceProtocol.load(path) == PROTOCOL


@pytest.mark.parametrize(
    ("change", "expected_error"),
    [
        ({"base_url": "https://u:p@x.net"}, "not a plain http"),
        ({"base_url": "https://x.net/v1"}, "not a plain http"),
        ({"submit": Endpoint("POST", "/v1/models")}, "needs {model_id} as one segment, once"),
        ({"submit": Endpoint("BREW", "/v1/models/{model_id}")}, "not a known HTTP method"),
        ({"status": Endpoint("GET", "/v1/{id}/status")}, "needs {request_id}"),
        ({"status": Endpoint("GET", "/v1/x{request_id}/status")}, "needs {request_id}"),
        ({"result": Endpoint("GET", "/v1/{request_id}/result?a=1")}, "not a plain path"),
        ({"statuses": ("In Queue",)}, "not a lower-case word"),
    ],
)
def test_parts_that_would_not_be_safe_are_refused(
    change: dict[str, Any], expected_error: str
) -> None:
    with pytest.raises(InvalidProtocolError, match=expected_error):
        replace(PROTOCOL, **change)


@pytest.mark.parametrize(
    ("text", "expected_error"),
    [
        ("", "not JSON"),
        ("[]", r"expected an object, not \[\]"),
        ("{}", "key 'base_url' is missing"),
        (json.dumps({**json.loads(PROTOCOL.dump()), "base_url": 1}), "expected a string, not 1"),
        (json.dumps({**json.loads(PROTOCOL.dump()), "endpoints": {}}), "key 'submit' is missing"),
        (
            json.dumps({**json.loads(PROTOCOL.dump()), "statuses": "abc"}),
            'expected an array, not "abc"',
        ),
    ],
)
def test_a_broken_file_is_named(tmp_path: Path, text: str, expected_error: str) -> None:
    path = tmp_path / "service.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidProtocolError, match=f"service.json: .*{expected_error}"):
        ServiceProtocol.load(path)
