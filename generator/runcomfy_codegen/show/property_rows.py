"""Describe the properties of a schema in the rows of a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from runcomfy_codegen.dialect.media_schemas import media_schemas
from runcomfy_codegen.dialect.properties import Property, properties
from runcomfy_codegen.dialect.tables import FORM_VALUE, MEDIA_LIMITS
from runcomfy_codegen.dialect.wordings import (
    MEDIA_RULE,
    RANGE,
    WORDED,
    constraints_in_words,
    flags_in_words,
    json_words,
    media_limit_in_words,
    range_in_words,
)
from runcomfy_codegen.json_schema.values import Schema, is_array

_SHOWN = (WORDED - RANGE) | {"not", "contains"}
"""The constraints in the column of rules."""


@dataclass(frozen=True, kw_only=True)
class PropertyRow:
    """The description of one property; a field is empty if the schema does not set it."""

    name: str
    """The path to the property, with `[]` for items: `multi_prompt[].duration`."""
    type: str
    range: str
    default: str
    required: str
    rules: str
    """Other limits and descriptions of its values; rules in words have a table of their own."""


def property_rows(schema: Schema) -> list[PropertyRow]:
    """Return a row for each property of `schema` and of the objects in it.

    `schema` is plain JSON Schema, as the dialect returns it.
    """
    return [_row(property_) for property_ in properties(schema)]


def _row(property_: Property) -> PropertyRow:
    return PropertyRow(
        name=property_.name,
        type=property_.type,
        range=range_in_words(property_.schema),
        default=_default(property_.schema),
        required="yes" if property_.is_required else "",
        rules="; ".join(_rules(property_.schema)),
    )


def _default(node: Schema) -> str:
    """Return the default, or the example that fills the form on the page."""
    if "default" in node:
        return json_words(node["default"])
    return f"e.g. {json_words(node[FORM_VALUE])}" if FORM_VALUE in node else ""


def _rules(node: Schema) -> Iterator[str]:
    yield from dict.fromkeys(words for part in media_schemas(node) for words in _media(part))
    yield from flags_in_words(node)
    if is_array(node.get("examples")) and node["examples"]:
        yield f"e.g. {', '.join(map(json_words, node['examples']))}"
    yield from constraints_in_words(node, _SHOWN)


def _media(node: Schema) -> Iterator[str]:
    for rule, value, _ in node.get(MEDIA_LIMITS, ()):
        yield f"{MEDIA_RULE}: {media_limit_in_words(rule, value)}"
