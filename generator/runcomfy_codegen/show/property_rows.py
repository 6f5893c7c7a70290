"""Describe the properties of a schema in the rows of a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from runcomfy_codegen.dialect.tables import EXAMPLE_KEYWORD, FLAG_WORDS, MEDIA_LIMITS
from runcomfy_codegen.json_schema.values import Schema, is_array, is_object
from runcomfy_codegen.show.properties import Property, json_words, properties, range_words


@dataclass(frozen=True)
class PropertyRow:
    """The description of one property; a field is empty if the schema does not set it."""

    name: str
    """The path to the property, with `[]` for items: `multi_prompt[].duration`."""
    type: str
    range: str
    default: str
    required: str
    rules: str


def property_rows(schema: Schema) -> list[PropertyRow]:
    """Return a row for each property of `schema` and of the objects in it.

    `schema` is plain JSON Schema, as the dialect returns it.
    """
    return [_row(property_) for property_ in properties(schema)]


def _row(property_: Property) -> PropertyRow:
    return PropertyRow(
        property_.name,
        property_.type,
        range_words(property_.schema),
        _default(property_.schema),
        "yes" if property_.is_required else "",
        "; ".join(_rules(property_.schema)),
    )


def _default(node: Schema) -> str:
    """Return the default, or the example that fills the form on the page."""
    if "default" in node:
        return json_words(node["default"])
    return f"e.g. {json_words(node[EXAMPLE_KEYWORD])}" if EXAMPLE_KEYWORD in node else ""


def _rules(node: Schema) -> Iterator[str]:
    owner = node["items"] if is_object(node.get("items")) else node
    for rule, limit, _ in owner.get(MEDIA_LIMITS, ()):
        yield f"{rule} {limit}"
    yield from (label for keyword, label in FLAG_WORDS.items() if node.get(keyword) is True)
    if is_array(node.get("examples")) and node["examples"]:
        yield f"e.g. {', '.join(map(json_words, node['examples']))}"
    for key in ("multipleOf", "pattern", "uniqueItems", "not", "contains"):
        if key in node:
            yield f"{key} {json_words(node[key])}"
