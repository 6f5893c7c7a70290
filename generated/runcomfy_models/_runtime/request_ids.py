# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 348fbb920070f7551a80695077c3b590
"""What a request_id looks like; anything else is refused, since it goes into a URL."""

import re
from typing import Any

from .errors import InvalidInputError
from .shown import shown

REQUEST_ID = re.compile(r"[A-Za-z0-9_-]{1,128}")


def is_request_id(value: Any) -> bool:
    """Whether `value` is a request_id. Source: the pattern in the API's docs."""
    return isinstance(value, str) and REQUEST_ID.fullmatch(value) is not None


def check_request_id(value: Any, model_id: str) -> None:
    """Raise `InvalidInputError` for what is no request_id of a job of `model_id`."""
    if not is_request_id(value):
        raise InvalidInputError(
            f"{shown(repr(value), 40)} is no request_id", model_id=model_id
        )
