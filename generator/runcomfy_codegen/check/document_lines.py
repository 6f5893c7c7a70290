"""Find the line of a JSON document that caused a difference."""

from __future__ import annotations

from runcomfy_codegen.check.changed_properties import WORD
from runcomfy_codegen.reading.json_spans import line_of, spans


def line_of_words(text: str, pointer: str, words: frozenset[str]) -> int:
    """Return the line of the first value below `pointer` that contains any of `words`.

    Without such a value, return the line of `pointer` itself.
    """
    in_order = sorted(spans(text).items(), key=lambda item: item[1].start)
    for inner_pointer, (_, start, end) in in_order:
        is_scalar = text[start] not in "{["
        is_match = is_scalar and not words.isdisjoint(WORD.findall(text[start:end]))
        if is_match and _is_part(inner_pointer, pointer):
            return text.count("\n", 0, start) + 1
    return line_of(text, pointer)


def _is_part(inner_pointer: str, pointer: str) -> bool:
    if not inner_pointer.startswith(pointer):
        return False
    # Nested properties have their own declarations, and so their own causes.
    return not pointer or "/properties/" not in inner_pointer.removeprefix(pointer)
