# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 1b9bf98fe1377408ab75501cf2323975
"""What a request_id looks like; anything else is refused, since it goes into a URL."""

import re
from typing import Any

REQUEST_ID = re.compile(r"[A-Za-z0-9_-]{1,128}")


def is_request_id(value: Any) -> bool:
    """Whether `value` is a request_id. Source: the pattern in the API's docs."""
    return isinstance(value, str) and REQUEST_ID.fullmatch(value) is not None
