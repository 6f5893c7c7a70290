"""Add names to `overrides.toml`, and leave the rest of its text as it is."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping

from runcomfy_codegen.reading.toml_text import dotted, quoted


def with_names(source: str, model_id: str, names: Mapping[str, str]) -> str:
    """Return the text `source` of the file with `names` of a model, by place.

    A place is a document and a pointer: `input.json#/properties/x/anyOf/0`.
    """
    for place, name in names.items():
        texts = _candidates(source, model_id, place, name)
        source = next(text for text in texts if _is_valid(text))
    return source


def _candidates(source: str, model_id: str, place: str, name: str) -> Iterator[str]:
    """Yield the text with one more name: in the table of names, at the top, in a new table.

    TOML refuses a table that is opened twice, so which of them is valid depends on the file.
    """
    header = f"[{dotted((model_id, 'names'))}]"
    entry = f"{quoted(place)} = {quoted(name)}"
    lines = source.splitlines()
    if header in lines:
        index = lines.index(header) + 1
        yield "\n".join([*lines[:index], entry, *lines[index:]]) + "\n"
    yield f"{dotted((model_id, 'names', place))} = {quoted(name)}\n{source}"
    yield f"{source.rstrip()}\n\n{header}\n{entry}\n".lstrip()


def _is_valid(text: str) -> bool:
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return False
    return True
