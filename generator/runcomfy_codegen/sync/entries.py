"""One entry of the catalog: a model_id, an input schema as it was written, the model's page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from runcomfy_codegen.json_schema.values import is_array, is_object
from runcomfy_codegen.pages.docs_url import docs_url, page_document
from runcomfy_codegen.reading.files import INPUT, PAGE
from runcomfy_codegen.reading.json_spans import Span, spans
from runcomfy_codegen.reading.json_text import InvalidJsonError, parse, pretty
from runcomfy_codegen.reading.model_id import InvalidModelIdError, ModelId
from runcomfy_codegen.sync.catalog_pages import CatalogText
from runcomfy_codegen.sync.upstream import Problem, UpstreamModel

SCHEMA = "input_schema"

FROM_CATALOG = "from the model catalog; an imported page knows better"
"""The `$comment` of a `page.json` that no page was read for."""


@dataclass(frozen=True)
class CatalogEntry:
    """A model as the catalog lists it; nothing is checked yet."""

    source: str
    model_id: str = ""
    """Empty if the entry has none."""
    schema: str = ""
    """JSON text of the input schema; empty if the entry has none."""
    problem: str = ""
    page_url: str | None = None
    """The address of the model's page."""

    def read(self) -> UpstreamModel | Problem:
        """Return the model, or what is wrong with the entry."""
        name = f"{self.source}: {self.model_id}" if self.model_id else self.source
        if self.problem or not self.schema:
            return Problem(name, self.problem or f"has no {SCHEMA}", self.model_id)
        try:
            model_id = ModelId.parse(self.model_id)
            parse(self.schema)
        except (InvalidModelIdError, InvalidJsonError) as error:
            return Problem(name, str(error), self.model_id)
        page = {PAGE: page_document(self.page_url, FROM_CATALOG)} if self.page_url else {}
        return UpstreamModel(model_id, {INPUT: pretty(self.schema), **page}, name)


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
    # Cut the schema out of the text: parsed and written again, numbers could change.
    span = positions.get(f"{pointer}/{SCHEMA}")
    has_schema = span and model.get(SCHEMA) is not None
    schema = catalog.text[span.start : span.end] if span and has_schema else ""
    url = model.get("model_url")
    page_url = docs_url(url) if isinstance(url, str) else None
    return CatalogEntry(catalog.source, model_id, schema, page_url=page_url)
