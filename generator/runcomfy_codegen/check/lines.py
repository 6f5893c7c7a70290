"""Which line of a document says what a generated file says otherwise."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from runcomfy_codegen.check.blame import WORD
from runcomfy_codegen.reading.json_spans import line_of, spans


def telling_line(text: str, place: str, said: AbstractSet[str]) -> int:
    """The line of the first value below `place` that has a word of `said`, else of `place`.

    Properties inside of the one at `place` are declared elsewhere, and passed over.
    """
    found = sorted(spans(text).items(), key=lambda one: one[1].start)
    for pointer, (_, start, end) in found:
        inside = pointer.removeprefix(place)
        is_near = pointer.startswith(place) and (not place or "/properties/" not in inside)
        if is_near and text[start] not in "{[" and said & set(WORD.findall(text[start:end])):
            return text.count("\n", 0, start) + 1
    return line_of(text, place)
