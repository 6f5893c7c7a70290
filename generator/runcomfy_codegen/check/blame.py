"""From the lines of a generated module that differ to the properties that they declare."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import NamedTuple

from runcomfy_codegen.json_schema.pointers import join_pointer
from runcomfy_codegen.output.signing import HEAD_LINES
from runcomfy_codegen.planning.ir import ModelSpec, ObjectSpec
from runcomfy_codegen.reading.files import INPUT

_CLASS = re.compile(r"class (\w+)\(")
_FIELD = re.compile(r"    (\w+):")
WORD = re.compile(r"\w+(?:\.\w+)?")


def first_difference(before: list[str], after: list[str]) -> int:
    """The first line, counted from 1, where both differ, below the signature."""
    pairs = enumerate(zip_longest(before, after))
    lines = (index + 1 for index, (one, other) in pairs if one != other and index >= HEAD_LINES)
    return next(lines, 1)


class Blame(NamedTuple):
    """A place in a model's documents, and what is said of it now."""

    document: str
    pointer: str = ""
    said: frozenset[str] = frozenset()
    """Words that stand in what was built, and did not stand there on disk."""


def places_of(model: ModelSpec, before: list[str], after: list[str]) -> list[Blame]:
    """Each property whose declaration is another; the document itself where there is none."""
    objects = {str(spec.name): spec for spec in (*model.inputs, *model.outputs)}
    found: dict[tuple[str, str], frozenset[str]] = {}
    for lines, indices, said in _differences(before, after):
        for index in indices:
            class_name, field = _declaration(lines, index)
            if class_name in objects:
                place = _place(objects[class_name], field)
                found[place] = found.get(place, frozenset()) | said
    return [Blame(*place, said) for place, said in found.items()] or [
        Blame(INPUT, "", new_words(before, after))
    ]


def new_words(before: Iterable[str], after: Iterable[str]) -> frozenset[str]:
    """The words and numbers that only `after` has."""
    was, now = (frozenset(WORD.findall("\n".join(lines))) for lines in (before, after))
    return now - was


def _differences(
    before: list[str], after: list[str]
) -> Iterator[tuple[list[str], range, frozenset[str]]]:
    """Lines that only one side has: the side, their indices, and the words that are new there."""
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, first, last, start, end in matcher.get_opcodes():
        if tag == "delete":
            yield before, range(first, last), frozenset()
        elif tag != "equal":
            yield after, range(start, end), new_words(before[first:last], after[start:end])


def _declaration(lines: list[str], index: int) -> tuple[str, str]:
    """Names of the class and of the field that the line at `index` is part of; may be empty."""
    field = ""
    for line in reversed(lines[: index + 1]):
        if match := _CLASS.match(line):
            return match[1], field
        if not field and (match := _FIELD.match(line)):
            field = match[1]
        if line and not line.startswith((" ", ")", '"""')):
            break
    return "", ""


def _place(spec: ObjectSpec, field: str) -> tuple[str, str]:
    document, _, above = spec.source.partition("#")
    wire_name = next((one.wire_name for one in spec.fields if one.name == field), None)
    return document, above + join_pointer("properties", *([wire_name] if wire_name else []))
