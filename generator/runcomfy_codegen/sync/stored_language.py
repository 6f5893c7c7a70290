"""Keep the stored language: put stored texts into documents that came in another language."""

from __future__ import annotations

from runcomfy_codegen.dialect.document_texts import document_texts
from runcomfy_codegen.reading.json_spans import spans
from runcomfy_codegen.reading.json_text import parse


def with_stored_texts(stored: str, incoming: str) -> str:
    """Return the JSON text `incoming` with the titles, descriptions and messages of `stored`.

    A text is replaced if both documents have one at the same JSON pointer.
    """
    shared = document_texts(parse(stored)).keys() & document_texts(parse(incoming)).keys()
    stored_spans, incoming_spans = spans(stored), spans(incoming)
    result = incoming
    # From the end to the start, so that the offsets of what is still to be replaced stay valid.
    for pointer in sorted(shared, key=lambda pointer: incoming_spans[pointer].start, reverse=True):
        old, new = stored_spans[pointer], incoming_spans[pointer]
        result = result[: new.start] + stored[old.start : old.end] + result[new.end :]
    return result
