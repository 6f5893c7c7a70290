"""Text as TOML: for lines that a maintainer pastes into `overrides.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from runcomfy_codegen.json_schema.values import is_array, is_object

_BARE = re.compile(r"[A-Za-z0-9_-]+")


def dotted(keys: Iterable[str]) -> str:
    """Join `keys` to a dotted key, each in quotes if it needs them: `"a/b".names`."""
    return ".".join(key if _BARE.fullmatch(key) else quoted(key) for key in keys)


def inline(value: Any) -> str:
    """Return a JSON value on one line; TOML has no null, which becomes an empty text."""
    if is_object(value):
        rows = (f"{dotted([key])} = {inline(item)}" for key, item in value.items())
        return f"{{ {', '.join(rows)} }}"
    if is_array(value):
        return f"[{', '.join(map(inline, value))}]"
    if isinstance(value, str) or value is None:
        return quoted(value or "")
    return str(value).lower() if isinstance(value, bool) else repr(value)


def quoted(text: str) -> str:
    """Return `text` as a basic string on one line, with unprintable characters escaped."""
    return '"' + "".join(map(_escaped, text)) + '"'


def _escaped(char: str) -> str:
    if char in ('"', "\\"):
        return "\\" + char
    if char.isprintable():
        return char
    return f"\\u{ord(char):04x}" if ord(char) < 0x10000 else f"\\U{ord(char):08x}"
