"""The address of a docs page, as far as it can be trusted to stand in a docstring."""

from __future__ import annotations

import re

_ADDRESS = re.compile(
    r"(https://(?:[a-z0-9-]{1,63}\.){0,5}runcomfy\.com(?:/[A-Za-z0-9._~%/-]{0,500})?)(?:[?#].*)?",
    re.DOTALL,
)


def docs_url(address: str | None) -> str | None:
    """`address` without query and fragment, or None where it is not on runcomfy.com.

    Only https on the default port counts, without credentials.
    """
    match = _ADDRESS.fullmatch(address or "")
    return match[1] if match else None
