"""Draw values for a schema, many of which just fit it or just break it."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from runcomfy_codegen.dialect.tables import TYPE_OF_KEYWORD
from tests.fidelity.strategies import DEFINITIONS, JSON, NAMES, NUMBERS, TEXTS

Draw = Any
_COMBINING = ("anyOf", "oneOf", "allOf")


@st.composite
def values(draw: Draw, schema: Any, depth: int = 4) -> Any:
    """Draw a value that often fits `schema`, or nearly does."""
    if not isinstance(schema, dict) or depth == 0 or draw(st.integers(0, 6)) == 0:
        return draw(JSON)
    node = _with_references_resolved(draw, schema)
    if not isinstance(node, dict):
        return draw(JSON)
    if "enum" in node or "const" in node:
        value = draw(st.sampled_from([*node.get("enum", []), *_constants(node)]))
    else:
        value = _of_type(draw, node, depth)
    return _equal_in_python(value) if draw(st.integers(0, 5)) == 0 else value


def _equal_in_python(value: Any) -> Any:
    """Return a value that is equal in Python, and perhaps not in JSON: true for 1, 1 for 1.0."""
    if isinstance(value, list):
        return [*map(_equal_in_python, value)]
    if isinstance(value, dict):
        return {key: _equal_in_python(item) for key, item in value.items()}
    if isinstance(value, bool):
        return int(value)
    if value in (0, 1) and isinstance(value, int):
        return bool(value)
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _constants(node: dict[str, Any]) -> list[Any]:
    return [node["const"]] if "const" in node else []


def _with_references_resolved(draw: Draw, schema: dict[str, Any]) -> Any:
    """Return `schema` merged with what it refers to, or with one of its members."""
    node = dict(schema)
    if "$ref" in node:
        node |= DEFINITIONS[node["$ref"].rpartition("/")[2].split(".")[0]]
    members = [member for key in _COMBINING for member in node.get(key, ())]
    members += [node[key] for key in ("not", "if", "then", "else") if key in node]
    if members and draw(st.booleans()):
        member = draw(st.sampled_from(members))
        node = {**node, **member} if isinstance(member, dict) else node
        if "$ref" in node:
            node |= DEFINITIONS[node["$ref"].rpartition("/")[2].split(".")[0]]
    return node


def _of_type(draw: Draw, node: dict[str, Any], depth: int) -> Any:
    declared = node.get("type", _guessed(node))
    name = draw(st.sampled_from(declared)) if isinstance(declared, list) else declared
    match name:
        case "string":
            return draw(_strings(node))
        case "integer" | "number":
            return draw(_numbers(node))
        case "array":
            return _array(draw, node, depth)
        case "object":
            return _object(draw, node, depth)
        case "boolean":
            return draw(st.booleans())
        case "null":
            return None
        case _:
            return draw(JSON)


_KINDS = {
    kind: {keyword for keyword, about in TYPE_OF_KEYWORD.items() if about == kind}
    for kind in ("string", "number", "array", "object")
}


def _guessed(node: dict[str, Any]) -> str:
    return next((name for name, keys in _KINDS.items() if keys & node.keys()), "any")


def _strings(node: dict[str, Any]) -> st.SearchStrategy[str]:
    sizes = [node[key] for key in ("minLength", "maxLength") if key in node]
    edges = [char * max(size + step, 0) for size in sizes for step in (-1, 0, 1) for char in "a😀"]
    return st.one_of(TEXTS, st.sampled_from(edges)) if edges else TEXTS


_BOUNDS = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")


def _numbers(node: dict[str, Any]) -> st.SearchStrategy[Any]:
    limits = [node[key] for key in _BOUNDS if key in node]
    edges = [limit + step for limit in limits for step in (-1, 0, 1, 0.5)]
    step = node.get("multipleOf", 1)
    multiples = st.integers(-3, 9).map(lambda count: round(count * step, 9))
    return st.one_of(NUMBERS, multiples, *([st.sampled_from(edges)] if edges else []))


def _array(draw: Draw, node: dict[str, Any], depth: int) -> list[Any]:
    prefix = node.get("prefixItems", [])
    kinds = [*prefix, *[node.get("items", node.get("contains", True))] * 3]
    count = draw(st.integers(0, len(kinds)))
    items = [draw(values(kind, depth - 1)) for kind in kinds[:count]]
    duplicates = [items[0], _equal_in_python(items[0])] if items else []
    return (
        [*items, draw(st.sampled_from(duplicates))]
        if duplicates and draw(st.integers(0, 3)) == 0
        else items
    )


def _object(draw: Draw, node: dict[str, Any], depth: int) -> dict[str, Any]:
    properties = node.get("properties", {})
    further = node.get("additionalProperties", True)
    patterned = list(node.get("patternProperties", {}).values())
    names = draw(st.lists(NAMES, max_size=3, unique=True))
    chosen = [name for name in [*properties, *node.get("required", [])] if draw(st.integers(0, 3))]
    extra = names if not properties or draw(st.integers(0, 2)) == 0 else []
    return {
        name: draw(
            values(properties.get(name, draw(st.sampled_from([further, *patterned]))), depth - 1)
        )
        for name in dict.fromkeys([*chosen, *extra])
    }
