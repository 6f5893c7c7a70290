"""Keeping the stored language: the texts that are there, in the documents that came."""

from __future__ import annotations

from runcomfy_codegen.diff.languages import worded
from runcomfy_codegen.json_schema.pointers import join_pointer
from runcomfy_codegen.reading.json_spans import spans
from runcomfy_codegen.reading.json_text import parse


def with_words_of(stored: str, incoming: str) -> str:
    """The JSON text `incoming` with the titles, descriptions and messages of `stored`.

    Only where both have one at the same place; all else stays as it is written.
    """
    old = {join_pointer(*steps) for steps, _ in worded(parse(stored))}
    new = {join_pointer(*steps) for steps, _ in worded(parse(incoming))}
    here, there = spans(stored), spans(incoming)
    out = incoming
    for pointer in sorted(old & new, key=lambda one: there[one].start, reverse=True):
        (_, start, end), (_, first, last) = there[pointer], here[pointer]
        out = out[:start] + stored[first:last] + out[end:]
    return out
