"""The whole API as an OpenAPI 3.1 document: a path and three components for each model."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from runcomfy_codegen.export import catalog, shared_parts
from runcomfy_codegen.export.component_names import component_names, with_component_references
from runcomfy_codegen.export.exported_model import ExportedModel
from runcomfy_codegen.export.spelled_out import spelled_out
from runcomfy_codegen.json_schema.values import Schema
from runcomfy_codegen.reading.model_id import ModelId
from runcomfy_codegen.reading.service_protocol import ServiceProtocol

JSON = "application/json"

Object = dict[str, Any]

MODEL_ID = "/{model_id}"
"""The end of the path of a submission; the part before it is the path of the catalog."""


def openapi_document(models: Sequence[ExportedModel], protocol: ServiceProtocol) -> Object:
    """Return the document for `models`, in their order.

    Source: OpenAPI Specification 3.1.1, whose schemas are JSON Schema 2020-12.
    """
    names = component_names(model.model_id for model in models)
    paths = {
        _submit_path(model, protocol): _model_path(model, names[model.model_id], protocol)
        for model in models
    }
    schemas = {**shared_parts.SCHEMAS, **catalog.SCHEMAS}
    for model in models:
        schemas |= _components(model, names[model.model_id])
    return {
        "openapi": "3.1.1",
        "info": shared_parts.INFO,
        "servers": [{"url": protocol.base_url}],
        "security": [{"token": []}],
        "tags": [shared_parts.TAG, catalog.TAG, *_tags(models)],
        "paths": {**paths, **_request_paths(protocol), **_catalog_paths(protocol)},
        "components": {
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
            "responses": shared_parts.RESPONSES,
            "parameters": {"request_id": shared_parts.REQUEST_ID},
            "schemas": schemas,
        },
    }


def _tags(models: Iterable[ExportedModel]) -> list[Object]:
    vendors = dict.fromkeys(map(_tag, models))
    return [{"name": vendor, "description": f"Models of {vendor}."} for vendor in vendors]


def _tag(model: ExportedModel) -> str:
    return model.model_id.partition("/")[0]


def _submit_path(model: ExportedModel, protocol: ServiceProtocol) -> str:
    return protocol.submit.path.format(model_id=ModelId(model.model_id).url_path)


def _model_path(model: ExportedModel, name: str, protocol: ServiceProtocol) -> Object:
    """Return the operations at the path of `model`: submit a job, look into the catalog."""
    submit = {protocol.submit.method.lower(): _submit(model, name)}
    return {"get": _describe(model, name), **submit} if _has_catalog(protocol) else submit


def _describe(model: ExportedModel, name: str) -> Object:
    """Return the operation that returns the catalog entry of `model`."""
    return {
        "operationId": f"describe.{name}",
        "summary": f"{model.model_id}: its price, its categories, its inputs",
        "tags": [_tag(model)],
        **_responses("The catalog entry.", "Model"),
    }


def _submit(model: ExportedModel, name: str) -> Object:
    """Return the operation that submits a job of `model`."""
    body = {"required": True, "content": {JSON: {"schema": _reference(f"{name}.Input")}}}
    submitted = {
        "description": "The job is queued; it will be charged.",
        "content": {JSON: {"schema": _reference("Submitted")}},
        "links": shared_parts.LINKS,
    }
    return {
        "operationId": f"submit.{name}",
        "summary": model.model_id,
        "description": f"The result of the job is a `{name}.Result`.",
        "tags": [_tag(model)],
        "requestBody": body,
        "responses": {"200": submitted, **shared_parts.ERROR_RESPONSES},
        "x-result": _reference(f"{name}.Result"),
        **_price(model),
    }


def _price(model: ExportedModel) -> Object:
    """Return the catalog's price as `x-price`, if it has one."""
    keys = ("base_price_usd", "price_unit", "pricing_note")
    price = {key: model.facts[key] for key in keys if key in model.facts}
    return {"x-price": price} if price else {}


def _components(model: ExportedModel, name: str) -> dict[str, Schema]:
    """Return the components of `model`: its input, its output, what they refer to, its result."""
    result = {
        "description": f"The result of a job of {model.model_id}.",
        "allOf": [
            _reference("Result"),
            {"type": "object", "properties": {"output": _reference(f"{name}.Output")}},
        ],
    }
    return {
        **with_component_references(spelled_out(model.input), f"{name}.Input"),
        **with_component_references(spelled_out(model.output), f"{name}.Output"),
        f"{name}.Result": result,
    }


def _request_paths(protocol: ServiceProtocol) -> dict[str, Any]:
    """Return the paths of the calls about a job, which all models share."""
    paths: dict[str, Any] = {}
    for operation in shared_parts.OPERATIONS:
        endpoint = protocol.endpoints[operation.name]
        item = paths.setdefault(endpoint.path, {})
        item["parameters"] = [{"$ref": "#/components/parameters/request_id"}]
        item[endpoint.method.lower()] = _request_operation(operation)
    return paths


def _has_catalog(protocol: ServiceProtocol) -> bool:
    """Whether the catalog has its documented place: above the paths of the models."""
    return protocol.submit.path.endswith(MODEL_ID) and protocol.submit.method != "GET"


def _catalog_paths(protocol: ServiceProtocol) -> dict[str, Any]:
    """Return the paths of the calls that list all models, and their categories."""
    if not _has_catalog(protocol):
        return {}
    top = protocol.submit.path.removesuffix(MODEL_ID)
    models = {
        "operationId": "models",
        "summary": "The models there are, page by page",
        "tags": [catalog.TAG["name"]],
        "parameters": catalog.PARAMETERS,
        **_responses("A page of models.", "Models"),
    }
    categories = {
        "operationId": "categories",
        "summary": "The categories of models there are",
        "tags": [catalog.TAG["name"]],
        **_responses("All categories.", "Categories"),
    }
    return {top: {"get": models}, f"{top}/categories": {"get": categories}}


def _request_operation(operation: shared_parts.Operation) -> Object:
    parameters = {"parameters": [*operation.parameters]} if operation.parameters else {}
    return {
        "operationId": operation.name,
        "summary": operation.summary,
        "tags": [shared_parts.TAG["name"]],
        **parameters,
        **_responses(operation.response, operation.schema),
    }


def _responses(description: str, schema: str) -> Object:
    """Return the `responses` of an operation that returns the component `schema`."""
    response = {"description": description, "content": {JSON: {"schema": _reference(schema)}}}
    return {"responses": {"200": response, **shared_parts.ERROR_RESPONSES}}


def _reference(name: str) -> Object:
    return {"$ref": f"#/components/schemas/{name}"}
