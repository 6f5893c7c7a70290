# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 8a38a912ecff6ec7149b0ec1e709eacb
"""Objects as pairs: `prompt=a close-up, warm light,duration=5`."""

import re
from collections.abc import Iterator, Sequence
from json import JSONDecoder

from runcomfy_models._runtime.suggesting import similar_hint

from .unreadable import Unreadable

_NAME = r"[^\s=,]+"

_QUOTED = JSONDecoder(strict=False)
"""Reads a text in quotes; it may have line breaks."""


def read_pairs(text: str, names: Sequence[str], is_open: bool) -> list[tuple[str, str]]:
    """Return the names and texts of an object; an empty list if `text` has another form.

    A comma begins a new pair only if a name of the object and `=` follow; any other comma
    belongs to the text. Quotes around a whole text keep such commas as well, and are removed.

    Args:
        text: The text on the command line.
        names: The names that the object has.
        is_open: Whether the object accepts other names.

    Raises:
        Unreadable: A name is misspelt, or there twice.
    """
    known = "|".join(map(re.escape, names))
    name = rf"{_NAME}|{known}" if is_open or not names else known
    pairs = list(_pairs(text, name))
    if not is_open and names:
        _check_names(text, pairs, names)
    _check_once([key for key, _ in pairs])
    return [(key, _without_quotes(value)) for key, value in pairs]


def _pairs(text: str, name: str) -> Iterator[tuple[str, str]]:
    begin = re.compile(rf"\s*({name})\s*=")
    end = re.compile(rf",(?=\s*(?:{name})\s*=)|$")
    position = 0
    while match := begin.match(text, position):
        after_quotes = end.match(text, _after_quotes(text, match.end()))
        separator = after_quotes or end.search(text, match.end())
        stop = separator.start() if separator else len(text)
        yield match[1], text[match.end() : stop]
        position = stop + 1


def _after_quotes(text: str, position: int) -> int:
    """Return the end of a text in quotes at `position`, blanks included; else `position`."""
    begin = _after_blanks(text, position)
    if not text.startswith('"', begin):
        return position
    try:
        _, end = _QUOTED.raw_decode(text, begin)
    except ValueError:
        return position
    return _after_blanks(text, end)


def _after_blanks(text: str, position: int) -> int:
    return len(text) - len(text[position:].lstrip())


def _without_quotes(value: str) -> str:
    stripped = value.strip()
    is_quoted = stripped and _after_quotes(stripped, 0) == len(stripped)
    return str(_QUOTED.decode(stripped)) if is_quoted else value


def _check_names(text: str, pairs: list[tuple[str, str]], names: Sequence[str]) -> None:
    """Raise `Unreadable` for what looks like a name, if the object does not have it."""
    if not pairs and (first := re.match(rf"\s*({_NAME})\s*=", text)):
        hint = similar_hint(first[1], names) or f": it has {', '.join(names)}"
        raise Unreadable(f"unknown name {first[1]!r}{hint}")
    for _, value in pairs:
        if value.lstrip().startswith('"'):
            continue
        for other in re.findall(rf",\s*({_NAME})\s*=", value):
            if hint := similar_hint(other, names, cutoff=0.8):
                quotes = 'if it belongs to the text, put that in quotes: "…"'
                raise Unreadable(f"unknown name {other!r}{hint} ({quotes})")


def _check_once(names: list[str]) -> None:
    for name in names:
        if names.count(name) > 1:
            raise Unreadable(f"{name} is there twice")
