"""One entry of the catalog: its model_id, and its schema as it was written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from runcomfy_codegen.json_schema.values import is_array, is_object
from runcomfy_codegen.reading.files import INPUT
from runcomfy_codegen.reading.json_spans import Span, spans
from runcomfy_codegen.reading.json_text import InvalidJsonError, parse, pretty
from runcomfy_codegen.reading.model_id import InvalidModelIdError, ModelId
from runcomfy_codegen.sync.incoming import Incoming, Problem

SCHEMA = "input_schema"


@dataclass(frozen=True)
class Entry:
    """What the catalog says of one model, not yet checked."""

    source: str
    model_id: str = ""
    """Empty where the entry names none."""
    schema: str = ""
    """JSON text of the input schema; empty where the entry has none."""
    problem: str = ""

    def read(self) -> Incoming | Problem:
        """The entry as a model, or what is wrong with it."""
        name = f"{self.source}: {self.model_id}" if self.model_id else self.source
        if self.problem or not self.schema:
            return Problem(name, self.problem or f"has no {SCHEMA}")
        try:
            model_id = ModelId.parse(self.model_id)
            parse(self.schema)
        except (InvalidModelIdError, InvalidJsonError) as error:
            return Problem(name, str(error))
        return Incoming(model_id, {INPUT: pretty(self.schema)}, name)


def entries_of(source: str, text: str, answer: Any) -> list[Entry]:
    """Every entry of an answer: a page of the catalog, a list of models, or one model.

    `text` is the answer as it came; schemas are taken from it as they stand there.
    """
    rows, above = _rows(answer)
    try:
        found = spans(text)
    except RecursionError:
        return [Entry(source, problem="is nested too deep")]
    return [_entry(f"{source}", row, f"{above}{index}", text, found) for index, row in rows]


def _rows(answer: Any) -> tuple[list[tuple[str, Any]], str]:
    """The entries of an answer with the steps to them, and the pointer above them."""
    if is_object(answer) and is_array(answer.get("models")):
        return [(f"/{index}", row) for index, row in enumerate(answer["models"])], "/models"
    if is_array(answer):
        return [(f"/{index}", row) for index, row in enumerate(answer)], ""
    return [("", answer)], ""


def _entry(source: str, row: Any, pointer: str, text: str, found: dict[str, Span]) -> Entry:
    model_id = row.get("model_id") if is_object(row) else None
    if not isinstance(model_id, str) or not model_id:
        return Entry(source, problem=f"{pointer or 'the answer'} names no model_id")
    span = found.get(f"{pointer}/{SCHEMA}")
    schema = text[span.start : span.end] if span and row.get(SCHEMA) is not None else ""
    return Entry(source, model_id, schema)
