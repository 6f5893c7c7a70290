# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: b6bf915871c899e0939b5694c3beb9ce
"""Check request_ids: they become part of a URL."""

import re
from typing import Any

from ..errors import InvalidInputError
from ..truncating import truncated

REQUEST_ID = re.compile(r"[A-Za-z0-9_-]{1,128}")


MAX_CANDIDATES = 10
"""Possible request_ids that are taken from an answer."""

_NAMED = re.compile(
    r"""["']?(?:request|job|task|prediction|run)?_?id["']?\s*[:=]\s*["']?([\w-]{1,128})""",
    re.IGNORECASE | re.ASCII,
)
"""A value under a name such as `request_id`, `id` or `jobId`, also in a text cut short."""

_IN_URL = re.compile(r"/requests/([\w-]{1,128})", re.ASCII)


def possible_request_ids(text: str) -> tuple[str, ...]:
    """Return what may be a request_id in an answer that is not as documented.

    `text` may be cut short. Source of the URLs: the documented answer has a `status_url`.
    """
    candidates = [*_NAMED.findall(text), *_IN_URL.findall(text)]
    return tuple(dict.fromkeys(candidates))[:MAX_CANDIDATES]


def is_request_id(value: Any) -> bool:
    """Whether `value` is a request_id. Source: the pattern in the API's docs."""
    return isinstance(value, str) and REQUEST_ID.fullmatch(value) is not None


def check_request_id(value: Any, model_id: str) -> None:
    """Raise `InvalidInputError` if `value` is not a request_id."""
    if not is_request_id(value):
        raise InvalidInputError(
            f"{truncated(repr(value), 40)} is not a request_id", model_id=model_id
        )
