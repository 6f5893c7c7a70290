"""Which line of a document says what a generated file says otherwise."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from runcomfy_codegen.check.blame import WORD
from runcomfy_codegen.reading.json_spans import line_of, spans


def telling_line(text: str, pointer: str, said: AbstractSet[str]) -> int:
    """The line of the first value below `pointer` that has a word of `said`, else of `pointer`.

    Properties inside of the one at `pointer` are declared elsewhere, and passed over.
    """
    found = sorted(spans(text).items(), key=lambda one: one[1].start)
    for inner_pointer, (_, start, end) in found:
        inside = inner_pointer.removeprefix(pointer)
        is_near = inner_pointer.startswith(pointer) and (
            not pointer or "/properties/" not in inside
        )
        if is_near and text[start] not in "{[" and said & set(WORD.findall(text[start:end])):
            return text.count("\n", 0, start) + 1
    return line_of(text, pointer)
