"""Models as tools that a language model may call, in the forms of several APIs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from runcomfy_codegen.export.exported_model import ExportedModel
from runcomfy_codegen.export.limits_in_words import ANNOTATION_WORDS, described
from runcomfy_codegen.export.strict_schema import StrictSchema, strict_schema
from runcomfy_codegen.export.tool_names import tool_names
from runcomfy_codegen.json_schema.keywords import KEYWORDS
from runcomfy_codegen.json_schema.values import Schema, is_object
from runcomfy_codegen.json_schema.walking import Subschema, map_subschemas

Object = dict[str, Any]

NULLS = "Give null for an input that is not needed."


@dataclass(frozen=True)
class Tool:
    """A model as a tool."""

    name: str
    description: str
    schema: Schema
    is_strict: bool
    left_out: tuple[str, ...]
    """Where and why inputs were left out that a strict schema cannot express."""


def as_tools(models: Sequence[ExportedModel], profile: str) -> list[Tool]:
    """Return `models` as tools whose schemas are `plain` or `strict`.

    Raises `InexpressibleError` for a model that has no strict form.
    """
    names = tool_names(model.model_id for model in models)
    return [_tool(model, names[model.model_id], profile == "strict") for model in models]


def tool_objects(tools: Sequence[Tool], api: str) -> list[Object]:
    """Return tools as JSON objects in the form of `api`, a key of `FORMS`."""
    return [FORMS[api](tool) for tool in tools]


def _tool(model: ExportedModel, name: str, is_strict: bool) -> Tool:
    form = strict_schema(model.input) if is_strict else StrictSchema(plain_schema(model.input), ())
    description = " ".join([*_sentences(model), *([NULLS] if is_strict else [])])
    return Tool(name, description, form.schema, is_strict, form.left_out)


def plain_schema(schema: Schema) -> Schema:
    """Return a copy of `schema` whose description has our own annotations in words."""
    inner = map_subschemas(schema, "", _plain)
    form = {key: value for key, value in inner.items() if key in KEYWORDS}
    return described(form, schema, frozenset(schema) - ANNOTATION_WORDS.keys())


def _plain(subschema: Subschema) -> Any:
    return plain_schema(subschema.schema) if is_object(subschema.schema) else subschema.schema


def _sentences(model: ExportedModel) -> Iterator[str]:
    """Yield what a language model should know about a model before it calls it."""
    facts = model.facts
    introduction = ": ".join(facts[key] for key in ("display_name", "description") if key in facts)
    yield f"{introduction.rstrip('.')}." if introduction else f"Runs {model.model_id}."
    if price := facts.get("base_price_usd"):
        yield f"Costs ${price} for each {facts.get('price_unit', 'run')}."
    for rule in model.input.get("x-rules", ()):
        yield f"Rule: {rule['quote']}"


def _function(tool: Tool) -> Object:
    return {
        "name": tool.name,
        "description": tool.description,
        "parameters": tool.schema,
        "strict": tool.is_strict,
    }


def _openai(tool: Tool) -> Object:
    return {"type": "function", **_function(tool)}


def _openai_chat(tool: Tool) -> Object:
    return {"type": "function", "function": _function(tool)}


def _anthropic(tool: Tool) -> Object:
    strict = {"strict": True} if tool.is_strict else {}
    return {
        "name": tool.name,
        "description": tool.description,
        **strict,
        "input_schema": tool.schema,
    }


def _gemini(tool: Tool) -> Object:
    return {
        "name": tool.name,
        "description": tool.description,
        "parametersJsonSchema": tool.schema,
    }


def _mcp(tool: Tool) -> Object:
    return {"name": tool.name, "description": tool.description, "inputSchema": tool.schema}


FORMS: dict[str, Callable[[Tool], Object]] = {
    "openai": _openai,
    "openai-chat": _openai_chat,
    "anthropic": _anthropic,
    "gemini": _gemini,
    "mcp": _mcp,
}
"""API: the function that formats a tool for it.

Sources: the references of OpenAI's Responses API and of its Chat Completions API, which many
others speak as well (Mistral, DeepSeek, Ollama …); of Anthropic's Messages API; of Gemini's
function declarations; the specification of MCP.
"""
