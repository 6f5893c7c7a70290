# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: b977842445819f30e8cf8603dc24062b
"""Answers to an agent: short JSON objects that say what to do next."""

from decimal import Decimal
from typing import Any

from .._runtime.info import ModelInfo
from .._runtime.json_value import is_array, is_object
from .._runtime.models.inputs import InputModel
from .._runtime.models.outputs import OutputModel
from .._runtime.pricing import Price, catalog_price, format_dollars
from .._runtime.truncating import truncated

ToolAnswer = dict[str, Any]

_MAX_LINE = 120
"""Characters of a description in a list."""

MAX_SAMPLE = 100
"""Characters of a sample in a schema: the prompt in the docs' form may be a page long."""


def listed(info: ModelInfo) -> ToolAnswer:
    """Return the line about a model in a list of models."""
    line = (info.description or info.display_name or "").strip().partition("\n")[0]
    return {
        "model_id": info.model_id,
        "price": catalog_price(info),
        "description": truncated(line, _MAX_LINE),
    }


def described(
    info: ModelInfo, input_type: type[InputModel], output_type: type[OutputModel]
) -> ToolAnswer:
    """Return the inputs and outputs of a model, and its price."""
    schema = input_type.model_json_schema()
    rules = schema.pop("x-rules", [])
    outputs = output_type.model_json_schema().get("properties", {})
    facts = {
        "model_id": info.model_id,
        "name": info.display_name,
        "description": info.description,
        "docs": info.docs_url,
        "price": catalog_price(info),
        "inputs": _compact(schema),
        "rules": [f"{rule['quote']} ({rule['message']})" for rule in rules],
        "outputs": [*outputs],
        "next": "price(model_id, inputs), or run. A medium is an https:// URL or the path of a "
        "file in an allowed folder.",
    }
    return {name: value for name, value in facts.items() if value}


def priced(price: Price) -> ToolAnswer:
    """Return a price: as text, and its known amounts."""
    return {"price": str(price), **price.to_dict()}


def amount(value: Decimal | None) -> str | None:
    """Return an amount of US dollars; None if there is none."""
    return None if value is None else format_dollars(value)


def _compact(schema: Any) -> Any:
    """Return a schema without titles, and with samples truncated."""
    if is_array(schema):
        return [_compact(item) for item in schema]
    if not is_object(schema):
        return schema
    return {
        key: _sample(value) if key in _SAMPLES else _inside(key, value)
        for key, value in schema.items()
        if not (key == "title" and isinstance(value, str))
    }


_SAMPLES = frozenset({"x-form-default", "examples", "default"})

_VALUES = frozenset({"enum", "const", "required"})
"""Keywords whose value has no schemas in it."""

_NAMES = frozenset({"properties", "$defs", "patternProperties", "dependentSchemas"})
"""Keywords whose members are names, not keywords."""


def _inside(key: str, value: Any) -> Any:
    if key in _NAMES and is_object(value):
        return {name: _compact(member) for name, member in value.items()}
    return value if key in _VALUES else _compact(value)


def _sample(value: Any) -> Any:
    if is_array(value):
        return [_sample(item) for item in value]
    return truncated(value, MAX_SAMPLE) if isinstance(value, str) else value
