# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 4fd70d2f11cf47a824c2ce43da1c6d89
"""The calls of the API: method, path, body, and the facts for their errors."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from ..errors import InvalidInputError
from ..service import CANCEL_PATH, RESULT_PATH, STATUS_PATH, SUBMIT_PATH
from .origin import account_url

BALANCE_PATH = "/prod/v2/balance"
"""Source: RunComfy's own command."""

MAX_BODY = 64 * 2**20
"""Bytes of a request body. Source: the API's docs."""


@dataclass(frozen=True)
class Call:
    """One call. Paths are always built from ids: a URL from an answer is never used."""

    method: str
    path: str
    model_id: str
    """Empty for a call about the account."""
    request_id: str | None = None
    body: bytes | None = field(default=None, repr=False)
    local_files: Mapping[str, str] | None = field(default=None, repr=False)
    """`data:` URI in the body: the path of the file that it was made from."""
    origin: str | None = None
    """The address to call; None for that of the models."""

    @property
    def is_submission(self) -> bool:
        """Whether the call submits a job, which may cost money."""
        return bool(self.model_id) and self.request_id is None

    @property
    def facts(self) -> dict[str, Any]:
        """The fields that every error of this call has."""
        return {"model_id": self.model_id or None, "request_id": self.request_id}


@dataclass(frozen=True)
class HttpRequest:
    """A call as it is sent, without the token and the headers of the HTTP client."""

    method: str
    url: str
    headers: dict[str, str]
    body: bytes | None = field(repr=False)
    timeouts: dict[str, float]
    """Seconds for connecting, reading, writing …, by httpx's names."""


def submit_call(
    model_id: str, payload: dict[str, Any], local_files: Mapping[str, str] | None = None
) -> Call:
    """Return the call that submits a job, which may cost money; `local_files` is as in `Call`."""
    path = SUBMIT_PATH.format(model_id=quote(model_id, safe="/"))
    body = _encoded(payload, model_id)
    return Call("POST", path, model_id, body=body, local_files=local_files)


def status_call(model_id: str, request_id: str) -> Call:
    """Return the call that asks for a job's status."""
    return _request_call("GET", STATUS_PATH, model_id, request_id)


def result_call(model_id: str, request_id: str) -> Call:
    """Return the call that asks for a job's result and its cost."""
    path = RESULT_PATH + "?include_cost=true"
    return _request_call("GET", path, model_id, request_id)


def cancel_call(model_id: str, request_id: str) -> Call:
    """Return the call that asks to cancel a job."""
    return _request_call("POST", CANCEL_PATH, model_id, request_id)


def balance_call(base_url: str) -> Call:
    """Return the call that asks what is left on the account."""
    return Call("GET", BALANCE_PATH, "", origin=account_url(base_url))


def _request_call(method: str, path: str, model_id: str, request_id: str) -> Call:
    filled = path.format(request_id=quote(request_id, safe=""))
    return Call(method, filled, model_id, request_id)


def _encoded(payload: dict[str, Any], model_id: str) -> bytes:
    try:
        body = json.dumps(payload, ensure_ascii=False, allow_nan=False).encode()
    except (TypeError, ValueError, RecursionError):
        raise InvalidInputError(
            "the inputs cannot be encoded as JSON; nothing was sent", model_id=model_id
        ) from None
    if len(body) > MAX_BODY:
        raise InvalidInputError(
            f"the inputs are {len(body) / 2**20:.1f} MiB as JSON; the service accepts "
            f"{MAX_BODY // 2**20} MiB: give URLs of large files; nothing was sent",
            model_id=model_id,
        )
    return body
