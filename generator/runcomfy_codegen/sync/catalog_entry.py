"""One entry of the catalog: a model_id, and its schema and facts as they were written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from runcomfy_codegen.json_schema.pointers import join_pointer
from runcomfy_codegen.json_schema.values import is_array, is_object
from runcomfy_codegen.reading.catalog_facts import FACTS, problems_of
from runcomfy_codegen.reading.files import CATALOG, INPUT
from runcomfy_codegen.reading.json_spans import Span, spans
from runcomfy_codegen.reading.json_text import InvalidJsonError, parse, pretty
from runcomfy_codegen.reading.model_id import InvalidModelIdError, ModelId
from runcomfy_codegen.sync.catalog_pages import CatalogText
from runcomfy_codegen.sync.upstream import UpstreamModel, UpstreamProblem

SCHEMA = "input_schema"


@dataclass(frozen=True)
class CatalogEntry:
    """A model as the catalog lists it; nothing is checked yet."""

    source: str
    model_id: str = ""
    """Empty if the entry has none."""
    schema: str = ""
    """JSON text of the input schema; empty if the entry has none."""
    facts: str = ""
    """JSON text of the facts that are stored beside it; empty if the entry has none."""
    problem: str = ""

    def read(self) -> UpstreamModel | UpstreamProblem:
        """Return the model, or what is wrong with the entry."""
        name = self.model_id or self.source
        if self.problem or not self.schema:
            return UpstreamProblem(name, self.problem or f"has no {SCHEMA}", self.model_id)
        try:
            model_id = ModelId.parse(self.model_id)
            parse(self.schema)
            facts = parse(self.facts or "{}")
        except (InvalidModelIdError, InvalidJsonError) as error:
            return UpstreamProblem(name, str(error), self.model_id)
        if wrong := "; ".join(f"{pointer} {message}" for pointer, message in problems_of(facts)):
            return UpstreamProblem(name, wrong, self.model_id)
        files = {INPUT: self.schema, CATALOG: self.facts}
        return UpstreamModel(
            model_id, {file: pretty(text) for file, text in files.items() if text}, name
        )


def entries_of(catalog: CatalogText) -> list[CatalogEntry]:
    """Return the entries of a page of the catalog, of a list of models, or of one model."""
    try:
        positions = spans(catalog.text)
    except RecursionError:
        return [CatalogEntry(catalog.source, problem="is nested too deep")]
    return [
        _entry(catalog, model, pointer, positions)
        for pointer, model in _models(catalog.value).items()
    ]


def _models(value: Any) -> dict[str, Any]:
    """Return the models in `value` by JSON pointer."""
    if is_object(value) and is_array(value.get("models")):
        return {f"/models/{index}": model for index, model in enumerate(value["models"])}
    if is_array(value):
        return {f"/{index}": model for index, model in enumerate(value)}
    return {"": value}


def _entry(
    catalog: CatalogText, model: Any, pointer: str, positions: dict[str, Span]
) -> CatalogEntry:
    model_id = model.get("model_id") if is_object(model) else None
    if not isinstance(model_id, str) or not model_id:
        return CatalogEntry(catalog.source, problem=f"{pointer or 'the response'} has no model_id")

    # Cut out of the text: parsed and written again, numbers could change.
    def written(key: str) -> str:
        span = positions.get(pointer + join_pointer(key))
        return catalog.text[span.start : span.end] if span else ""

    schema = written(SCHEMA) if model.get(SCHEMA) is not None else ""
    facts = ", ".join(f'"{key}": {written(key)}' for key in model if key in FACTS)
    return CatalogEntry(catalog.source, model_id, schema, f"{{{facts}}}" if facts else "")
