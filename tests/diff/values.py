"""Strategies for values that are valid or almost valid under a schema."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from runcomfy_codegen.dialect.tables import TYPE_OF_KEYWORD
from tests.diff.strategies import NAMES, NUMBERS, TEXTS, VALUES

Draw = Any


@st.composite
def values_for(draw: Draw, schema: Any, definitions: Any, depth: int = 4) -> Any:
    """Draw a value that is often valid under `schema`, and often only just."""
    if not isinstance(schema, dict) or depth == 0 or draw(st.integers(0, 7)) == 0:
        return draw(VALUES)
    node = _merged(draw, schema, definitions, depth)
    if "enum" in node or "const" in node:
        constant = [node["const"]] if "const" in node else []
        return draw(st.sampled_from([*node.get("enum", []), *constant]))
    declared = node.get("type") or draw(st.sampled_from(_guesses(node)))
    name = draw(st.sampled_from(declared)) if isinstance(declared, list) else declared
    maker = {"array": _array, "object": _object}.get(name)
    if maker:
        return maker(draw, node, definitions, depth)
    return draw(_scalar(name, node))


def _merged(draw: Draw, schema: dict[str, Any], definitions: Any, depth: int) -> dict[str, Any]:
    """Return `schema` with the keywords of its references and of some members."""
    node = dict(schema)
    members: list[Any] = list(node.get("allOf", ()))
    for key in ("anyOf", "oneOf"):
        if node.get(key):
            members.append(draw(st.sampled_from(node[key])))
    for key in ("if", "then", "else", "not"):
        if key in node and draw(st.booleans()):
            members.append(node[key])
    if "$ref" in node:
        members.append(definitions[node["$ref"].rpartition("/")[2]])
    for member in members:
        if isinstance(member, dict) and depth:
            node = {**node, **_merged(draw, member, definitions, depth - 1)}
    return node


_KINDS = {
    kind: {keyword for keyword, about in TYPE_OF_KEYWORD.items() if about == kind}
    for kind in ("string", "number", "array", "object")
}


def _guesses(node: dict[str, Any]) -> list[str]:
    return [name for name, keys in _KINDS.items() if keys & node.keys()] or ["any"]


def _scalar(name: str, node: dict[str, Any]) -> st.SearchStrategy[Any]:
    if name == "string":
        sizes = [node[key] for key in ("minLength", "maxLength") if key in node]
        edges = ["a" * max(size + step, 0) for size in sizes for step in (-1, 0, 1)]
        return st.one_of(TEXTS, st.sampled_from(edges)) if edges else TEXTS
    if name in ("integer", "number"):
        keys = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")
        limits = [node[key] for key in keys if key in node]
        edges = [limit + step for limit in limits for step in (-1, 0, 1, 0.5)]
        step = node.get("multipleOf", 1)
        edges += [step * count for count in range(-2, 5)]
        return st.one_of(NUMBERS, st.sampled_from(edges))
    return {"boolean": st.booleans(), "null": st.none()}.get(name, VALUES)


def _array(draw: Draw, node: dict[str, Any], definitions: Any, depth: int) -> list[Any]:
    prefix = list(node.get("prefixItems", []))
    rest = [node[key] for key in ("items", "contains") if key in node] or [True]
    kinds = [*prefix, *(draw(st.sampled_from(rest)) for _ in range(3))]
    kinds = kinds[: draw(st.integers(0, len(kinds)))]
    items = [draw(values_for(kind, definitions, depth - 1)) for kind in kinds]
    return [*items, items[0]] if items and draw(st.integers(0, 4)) == 0 else items


def _object(draw: Draw, node: dict[str, Any], definitions: Any, depth: int) -> dict[str, Any]:
    properties = node.get("properties", {})
    others = [node.get("additionalProperties", True), *node.get("patternProperties", {}).values()]
    names = [name for name in (*properties, *node.get("required", [])) if draw(st.integers(0, 3))]
    extra = draw(st.lists(NAMES, max_size=2)) if draw(st.booleans()) else []
    members: dict[str, Any] = {}
    for name in dict.fromkeys([*names, *extra]):
        schema = properties[name] if name in properties else draw(st.sampled_from(others))
        members[name] = draw(values_for(schema, definitions, depth - 1))
    return members
