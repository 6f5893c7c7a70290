# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""Reading what the service answers, with care: nothing in it is taken for granted."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, NoReturn, cast

from .errors import SHOWN, ResponseError, error_class

REQUEST_ID = re.compile(r"[A-Za-z0-9_-]{1,128}")
"""What a request_id looks like; anything else is refused, since it goes into a URL."""

_MESSAGES = ("error_message", "message", "error", "detail")
"""Where an error's message may stand, in this order."""

MAX_RETRY_AFTER = 300.0


@dataclass(frozen=True)
class Answer:
    """One HTTP answer, apart from the library that fetched it."""

    status: int
    headers: Mapping[str, str]
    text: str

    @property
    def retry_after(self) -> float | None:
        """Seconds to wait that the server asks for, at most five minutes."""
        value = self.headers.get("retry-after", "")
        if value.isdecimal():
            return min(float(value), MAX_RETRY_AFTER)
        try:
            moment = parsedate_to_datetime(value)
        except ValueError:
            return None
        if moment.tzinfo is None:
            return None
        seconds = (moment - datetime.now(UTC)).total_seconds()
        return min(max(seconds, 0.0), MAX_RETRY_AFTER)


def read_answer(answer: Answer, **facts: Any) -> dict[str, Any]:
    """The JSON object of a good answer; raises the error that a bad one stands for.

    `facts` (`model_id`, `request_id`) go into the error.
    """
    document = _document(answer)
    code = _error_code(document)
    if code is not None or answer.status >= 400:
        _raise_error(answer, document, code, facts)
    if document is None or answer.status >= 300:
        raise ResponseError(
            f"HTTP {answer.status} with no JSON object",
            http_status=answer.status,
            body=answer.text,
            **facts,
        )
    return document


def checked_request_id(value: Any, **facts: Any) -> str:
    """`value` if it is a request_id, else `ResponseError`."""
    if not isinstance(value, str) or not REQUEST_ID.fullmatch(value):
        raise ResponseError("the answer holds no usable request_id", **facts)
    return value


def _document(answer: Answer) -> dict[str, Any] | None:
    try:
        document = json.loads(answer.text)
    except (ValueError, RecursionError):
        return None
    return cast(dict[str, Any], document) if isinstance(document, dict) else None


def _error_code(document: dict[str, Any] | None) -> int | None:
    code = (document or {}).get("error_code")
    if isinstance(code, str) and code.isdecimal():
        code = int(code)
    return (
        code if isinstance(code, int) and not isinstance(code, bool) and code else None
    )


def _raise_error(
    answer: Answer, document: dict[str, Any] | None, code: int | None, facts: Any
) -> NoReturn:
    message = _message(document or {})
    number = f"error {code}" if code is not None else f"HTTP {answer.status}"
    kind = error_class(code, answer.status)
    extra = {"body": answer.text} if kind is ResponseError else {}
    raise kind(
        f"{number}: {message}" if message else number,
        http_status=answer.status,
        error_code=code,
        server_message=message or None,
        **facts,
        **extra,
    )


def _message(document: dict[str, Any]) -> str:
    for key in _MESSAGES:
        value = document.get(key)
        if value:
            text = value if isinstance(value, str) else json.dumps(value)
            return text if len(text) <= SHOWN else text[:SHOWN] + "…"
    return ""
