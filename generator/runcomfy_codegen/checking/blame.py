"""From a line of a generated module to the property that it declares."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import zip_longest

from runcomfy_codegen.diagnostics import pointer
from runcomfy_codegen.planning.ir import ModelSpec, ObjectSpec
from runcomfy_codegen.reading.files import INPUT
from runcomfy_codegen.signing import HEAD_LINES

_CLASS = re.compile(r"class (\w+)\(")
_FIELD = re.compile(r"    (\w+):")


def first_difference(before: list[str], after: list[str]) -> int:
    """The first line, counted from 1, where both differ, below the signature."""
    pairs = enumerate(zip_longest(before, after))
    lines = (index + 1 for index, (one, other) in pairs if one != other and index >= HEAD_LINES)
    return next(lines, 1)


def place_of(model: ModelSpec, before: list[str], after: list[str]) -> tuple[str, str]:
    """Document and pointer of the first property whose declaration is another."""
    objects = {str(spec.name): spec for spec in (*model.inputs, *model.outputs)}
    for lines, index in _differences(before, after):
        class_name, field = _declaration(lines, index)
        if class_name in objects:
            return _place(objects[class_name], field)
    return INPUT, ""


def _differences(before: list[str], after: list[str]) -> Iterator[tuple[list[str], int]]:
    """The side and the index of each line that only one side has; what was built goes first."""
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, first, last, start, end in matcher.get_opcodes():
        if tag != "equal":
            yield from ((after, index) for index in range(start, end))
            yield from ((before, index) for index in range(first, last))


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
    return document, above + pointer("properties", *([wire_name] if wire_name else []))
