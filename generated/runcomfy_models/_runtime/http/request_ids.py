# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 2d0bf3d9c7ecd3f84a99af16fd743fac
"""Check request_ids: they become part of a URL."""

import re
from typing import Any

from ..errors import InvalidInputError
from ..truncating import truncated

REQUEST_ID = re.compile(r"[A-Za-z0-9_-]{1,128}")


def is_request_id(value: Any) -> bool:
    """Whether `value` is a request_id. Source: the pattern in the API's docs."""
    return isinstance(value, str) and REQUEST_ID.fullmatch(value) is not None


def check_request_id(value: Any, model_id: str) -> None:
    """Raise `InvalidInputError` if `value` is not a request_id."""
    if not is_request_id(value):
        raise InvalidInputError(
            f"{truncated(repr(value), 40)} is not a request_id", model_id=model_id
        )
