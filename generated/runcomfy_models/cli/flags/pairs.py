# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 81319b785ec43006bb160b9c8ce586ca
"""Objects as pairs: `prompt=a close-up, warm light,duration=5`."""

import re
from collections.abc import Iterator, Sequence
from json import JSONDecoder

from ..suggesting import did_you_mean
from .unreadable import Unreadable

_NAME = r"[^\s=,]+"

_QUOTED = JSONDecoder(strict=False)
"""Reads a text in quotes; it may have line breaks."""


def read_pairs(text: str, names: Sequence[str], is_open: bool) -> list[tuple[str, str]]:
    """Return names and texts of an object; none if `text` has another form.

    A comma begins a new pair only before a name of the object and `=`: others belong to the
    text. Quotes around a whole text keep such commas as well, and are taken off.

    Args:
        text: What was given.
        names: The names that the object has.
        is_open: Whether it takes others, too.

    Raises:
        Unreadable: A name is misspelt, or there twice.
    """
    known = "|".join(map(re.escape, names))
    name = rf"{_NAME}|{known}" if is_open or not names else known
    pairs = list(_pairs(text, name))
    if not is_open and names:
        _check_names(text, pairs, names)
    _check_once([one for one, _ in pairs])
    return [(one, _without_quotes(value)) for one, value in pairs]


def _pairs(text: str, name: str) -> Iterator[tuple[str, str]]:
    begin = re.compile(rf"\s*({name})\s*=")
    end = re.compile(rf",(?=\s*(?:{name})\s*=)|$")
    place = 0
    while match := begin.match(text, place):
        found = end.match(text, _after_quotes(text, match.end()))
        found = found or end.search(text, match.end())
        last = found.start() if found else len(text)
        yield match[1], text[match.end() : last]
        place = last + 1


def _after_quotes(text: str, place: int) -> int:
    """Return where a text in quotes at `place` ends, blanks included; `place` if there is none."""
    begin = _after_blanks(text, place)
    if not text.startswith('"', begin):
        return place
    try:
        _, end = _QUOTED.raw_decode(text, begin)
    except ValueError:
        return place
    return _after_blanks(text, end)


def _after_blanks(text: str, place: int) -> int:
    return len(text) - len(text[place:].lstrip())


def _without_quotes(value: str) -> str:
    stripped = value.strip()
    is_quoted = stripped and _after_quotes(stripped, 0) == len(stripped)
    return str(_QUOTED.decode(stripped)) if is_quoted else value


def _check_names(text: str, pairs: list[tuple[str, str]], names: Sequence[str]) -> None:
    """Raise `Unreadable` for a name that the object does not have, where it may be meant as one."""
    if not pairs and (first := re.match(rf"\s*({_NAME})\s*=", text)):
        hint = did_you_mean(first[1], names) or f": it has {', '.join(names)}"
        raise Unreadable(f"unknown name {first[1]!r}{hint}")
    for _, value in pairs:
        if value.lstrip().startswith('"'):
            continue
        for other in re.findall(rf",\s*({_NAME})\s*=", value):
            if hint := did_you_mean(other, names, cutoff=0.8):
                quotes = 'if it belongs to the text, put that in quotes: "…"'
                raise Unreadable(f"unknown name {other!r}{hint} ({quotes})")


def _check_once(names: list[str]) -> None:
    for name in names:
        if names.count(name) > 1:
            raise Unreadable(f"{name} is there twice")
