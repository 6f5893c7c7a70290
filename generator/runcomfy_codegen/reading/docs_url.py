"""The address of a docs page: which ones are valid, and the file that has it."""

from __future__ import annotations

import json
import re
from typing import Any

# The address ends up in generated docstrings: only characters that are harmless there match.
_ADDRESS = re.compile(
    r"(https://(?:[a-z0-9-]{1,63}\.){0,5}runcomfy\.com(?:/[A-Za-z0-9._~%/-]{0,500})?)(?:[?#].*)?",
    re.DOTALL,
)


def is_https_url(value: Any) -> bool:
    """Whether `value` is an https URL on one line, which a maintainer may give for any docs."""
    return isinstance(value, str) and value.startswith("https://") and value.isprintable()


def runcomfy_address(address: str | None) -> str | None:
    """Return `address` without its query and fragment, or None if it is not on runcomfy.com.

    The scheme must be https, on the default port and without credentials. It is for addresses
    that have not been reviewed: those in pages and in the catalog.
    """
    match = _ADDRESS.fullmatch(address or "")
    return match[1] if match else None


def page_document(address: str) -> str:
    """Return the text of `page.json`."""
    return json.dumps({"docs_url": address}, indent=2) + "\n"
