"""Find the properties whose declarations differ between two versions of a generated module."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import NamedTuple

from runcomfy_codegen.output.checksum_header import HEADER_LINES
from runcomfy_codegen.planning.ir import ModelSpec, ObjectSpec
from runcomfy_codegen.reading.files import INPUT
from runcomfy_codegen.reading.place import Place

_CLASS = re.compile(r"class (\w+)\(")
_FIELD = re.compile(r"    (\w+):")
_CONSTRUCTOR = "    if TYPE_CHECKING:"
"""The line above the constructor of a class. The constructor repeats the fields."""

WORD = re.compile(r"\w+(?:\.\w+)?")
"""A word or a number."""


WHOLE_INPUT = Place(INPUT)


class ChangedProperty(NamedTuple):
    """A property, or a whole document, whose declaration in the generated module differs."""

    place: Place
    words: frozenset[str] = frozenset()
    """Words and numbers that only the new declaration contains."""


def changed_properties(
    model: ModelSpec, before: list[str], after: list[str]
) -> list[ChangedProperty]:
    """Return the properties declared by lines that differ, or the input document if there are none.

    `before` is the module on disk, `after` the built one.
    """
    objects = {str(spec.name): spec for spec in (*model.inputs, *model.outputs)}
    names = {field.name for spec in objects.values() for field in spec.fields}
    words_of: dict[Place, frozenset[str]] = {}
    for lines, indices, words in _differences(before, after):
        for index in indices:
            class_name, field = _declaration(lines, index, names)
            if class_name in objects:
                place = _place(objects[class_name], field)
                words_of[place] = words_of.get(place, frozenset()) | words
    changed = [ChangedProperty(place, words) for place, words in words_of.items()]
    return changed or [ChangedProperty(WHOLE_INPUT, new_words(before, after))]


def first_difference(before: list[str], after: list[str]) -> int:
    """Return the number of the first line that differs, from 1, except in the file's signature."""
    pairs = enumerate(zip_longest(before, after))
    lines = (index + 1 for index, (old, new) in pairs if old != new and index >= HEADER_LINES)
    return next(lines, 1)


def new_words(before: Iterable[str], after: Iterable[str]) -> frozenset[str]:
    """Return the words and numbers that only `after` contains."""
    old, new = (frozenset(WORD.findall("\n".join(lines))) for lines in (before, after))
    return new - old


class _Block(NamedTuple):
    """A block of lines that differ."""

    lines: list[str]
    """All lines of its side."""
    indices: range
    """The block in `lines`."""
    words: frozenset[str]
    """Words and numbers that are new in the block."""


def _differences(before: list[str], after: list[str]) -> Iterator[_Block]:
    """Yield each block of lines that differ."""
    # `autojunk` would ignore lines that a large module repeats often.
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, first, last, start, end in matcher.get_opcodes():
        if tag == "delete":
            yield _Block(before, range(first, last), frozenset())
        elif tag != "equal":
            words = new_words(before[first:last], after[start:end])
            yield _Block(after, range(start, end), words)


def _declaration(lines: list[str], index: int, names: Collection[str]) -> tuple[str, str]:
    """Return the names of the class and the field that contain line `index`; either may be "".

    `names` are those of all fields: a line of a docstring may look like a field.
    """
    field = ""
    for line in reversed(lines[: index + 1]):
        if match := _CLASS.match(line):
            return match[1], field
        if not field and (match := _FIELD.match(line)) and match[1] in names:
            field = match[1]
        if line == _CONSTRUCTOR or (line and not line.startswith((" ", ")", '"""'))):
            break  # not among the fields of a class
    return "", ""


def _place(spec: ObjectSpec, field: str) -> Place:
    wire_name = next(
        (field_spec.wire_name for field_spec in spec.fields if field_spec.name == field), None
    )
    return spec.place.child("properties", *([wire_name] if wire_name else []))
