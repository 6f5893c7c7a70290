# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: e579a41e6edacfd3824fc2f866018e0f
"""What the service answers, read with care: nothing in it is taken for granted."""

import json
from typing import Any

from .calls import Call
from .ends import ENDS
from .error_table import error_class
from .errors import InvalidInputError, ResponseError, RunComfyError
from .json_value import is_object
from .problems import server_problems
from .shown import SHOWN, shown, told

_MESSAGES = ("error_message", "message", "error", "detail")
"""Where an error's message may stand, in this order."""


class Answer:
    """One HTTP answer, apart from the library that fetched it."""

    def __init__(
        self, status: int, text: str, retry_after: float | None = None
    ) -> None:
        """`retry_after` is in seconds: what the server asks to let pass."""
        self.status = status
        self.text = text
        self.retry_after = retry_after
        self.document = _document(text)
        """The JSON object that the answer is; empty where it is none."""

    @property
    def told(self) -> str:
        """As much of it as an error tells: what is long in it may be a prompt."""
        if len(self.text) <= SHOWN or not self.document:
            return shown(self.text)
        return json.dumps(told(self.document), ensure_ascii=False)


def checked(answer: Answer, call: Call) -> Answer:
    """`answer`, if it is a good one; raises the error that a bad one stands for."""
    if answer.status >= 400 or _tells_an_error(answer):
        raise _refusal(answer, call)
    if answer.status >= 300 or not answer.document:
        raise ResponseError(
            f"HTTP {answer.status} with no JSON object that is an answer",
            http_status=answer.status,
            body=answer.told,
            **call.facts,
        )
    return answer


def told_status(document: dict[str, Any], known: str) -> str:
    """The status that `document` tells; `known` where it tells none."""
    status = document.get("status")
    return status if isinstance(status, str) and status else known


def error_code(document: dict[str, Any]) -> int | None:
    """The `error_code` of an answer, if it is a number."""
    code = document.get("error_code")
    if isinstance(code, str) and code.isdecimal() and len(code) < 10:
        return int(code)
    return code if isinstance(code, int) and not isinstance(code, bool) else None


def error_message(document: dict[str, Any]) -> str | None:
    """What an answer says about its error, cut where it is long."""
    listed = "; ".join(
        f"{problem.path}: {problem.message}" for problem in server_problems(document)
    )
    for key in _MESSAGES:
        value = document.get(key)
        if value:
            text = (
                value if isinstance(value, str) else listed or json.dumps(told(value))
            )
            return shown(text)
    return None


def _document(text: str) -> dict[str, Any]:
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return document if is_object(document) else {}


def _tells_an_error(answer: Answer) -> bool:
    """Whether an answer with a good HTTP status is an error all the same.

    A job that ended may tell its own `error_code`, which is not one of the call.
    """
    document = answer.document
    ended = isinstance(document.get("status"), str) and document["status"] in ENDS
    return not ended and document.get("error_code") not in (None, 0, "")


def _refusal(answer: Answer, call: Call) -> RunComfyError:
    code, message = error_code(answer.document), error_message(answer.document)
    number = f"error {code}" if code else f"HTTP {answer.status}"
    kind = error_class(code, answer.status)
    facts: dict[str, Any] = {
        **call.facts,
        "http_status": answer.status,
        "error_code": code,
        "server_message": message,
        "retry_after": answer.retry_after,
    }
    if kind is ResponseError:
        facts["body"] = answer.told
    if kind is InvalidInputError:
        facts["problems"] = server_problems(answer.document)
    return kind(f"{number}: {message}" if message else number, **facts)
