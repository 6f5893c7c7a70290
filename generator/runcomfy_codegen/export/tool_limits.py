"""The limits of APIs for the strict tools of one request."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from runcomfy_codegen.export.tools import Tool
from runcomfy_codegen.json_schema.values import Schema, is_array
from runcomfy_codegen.json_schema.walking import every_schema

Tools = Sequence[Tool]


class Limit(NamedTuple):
    """A limit of an API."""

    most: int
    what: str
    measure: Callable[[Tools], int]


def exceeded_limits(tools: Tools, api: str) -> Iterator[str]:
    """Yield a message for each limit of `api` that the strict `tools` together exceed."""
    strict = [tool for tool in tools if tool.is_strict]
    for limit in API_LIMITS.get(api, ()):
        if (count := limit.measure(strict)) > limit.most:
            yield (
                f"{api} takes {limit.most} {limit.what} in one request, these tools have "
                f"{count}: name fewer models, or use the plain profile"
            )


def _schemas(tools: Tools) -> Iterator[Schema]:
    for tool in tools:
        yield from (schema for _, schema in every_schema(tool.schema))


def _unions(tools: Tools) -> int:
    return sum("anyOf" in schema or is_array(schema.get("type")) for schema in _schemas(tools))


def _properties(tools: Tools) -> int:
    return sum(len(schema.get("properties", ())) for schema in _schemas(tools))


def _enum_values(tools: Tools) -> int:
    return sum(len(schema.get("enum", ())) for schema in _schemas(tools))


API_LIMITS = {
    "anthropic": (
        Limit(20, "strict tools", len),
        Limit(16, "inputs that are null or of several types", _unions),
    ),
    "openai": (
        Limit(5000, "properties", _properties),
        Limit(1000, "values of enums", _enum_values),
    ),
}
API_LIMITS["openai-chat"] = API_LIMITS["openai"]
"""API: its limits. Sources: "Schema complexity limits" in Anthropic's docs on structured
outputs; "Supported schemas" in OpenAI's."""
