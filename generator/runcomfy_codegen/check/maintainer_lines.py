"""Find the line of a maintainer's file, such as `overrides.toml`, that changed the output."""

from __future__ import annotations

import re

from runcomfy_codegen.check.template_lines import squeezed
from runcomfy_codegen.reading.place import Place

_VALUE = re.compile(r'"((?:[^"\\]|\\.)*)"')
"""A text in a line of TOML."""

_KEY = re.compile(r'\s*"((?:[^"\\]|\\.)*)"\s*=')
"""A line of TOML that begins with a quoted key."""

_BRACES = re.compile(r"\{[^{}]*\}")
"""An expression in the message of a rule."""

_SHORTEST = 3
"""Shortest part of a message, in characters, that is searched for: shorter ones occur anywhere."""


def changed_line(
    text: str, before: list[str], after: list[str], words: frozenset[str]
) -> int | None:
    """Return the first line of `text` with a value that is new in a generated file.

    `before` are the lines of that file on disk, `after` those that were built. `words` are known to
    be new. Blanks do not count, since texts are wrapped.
    """
    old, new = squeezed("\n".join(before)), squeezed("\n".join(after))
    for number, line in enumerate(text.splitlines(), 1):
        if line.lstrip().startswith("#"):
            continue
        values = _VALUE.findall(line.partition("=")[2])
        parts = [part for value in values for part in _parts(value)]
        if words.intersection(values) or any(part in new and part not in old for part in parts):
            return number
    return None


def patch_line(text: str, place: Place) -> int | None:
    """Return the first line of `text` that patches something at or below `place`."""
    key = re.compile(rf'\s*"{re.escape(str(place))}(/[^"]*)?"\s*=')
    return next((n for n, line in enumerate(text.splitlines(), 1) if key.match(line)), None)


def new_key_line(text: str, before: list[str], after: list[str]) -> int | None:
    """Return the first line of `text` whose key is new in a generated file."""
    old, new = "\n".join(before), "\n".join(after)
    for number, line in enumerate(text.splitlines(), 1):
        key = _KEY.match(line)
        if key and key[1] in new and key[1] not in old:
            return number
    return None


def _parts(value: str) -> list[str]:
    """Return `value` without the expressions in it, as parts that may be looked for."""
    parts = [squeezed(part.replace('\\"', '"')) for part in _BRACES.split(value)]
    return parts if len(parts) == 1 else [part for part in parts if len(part) >= _SHORTEST]
