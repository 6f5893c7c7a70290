"""Check whether a document describes an object, as inputs and outputs must."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from runcomfy_codegen.dialect.references import target_of
from runcomfy_codegen.json_schema.values import Schema, is_array, is_object

_OBJECT_TYPES: tuple[Any, ...] = ("object", ["object"], ["object", "null"], ["null", "object"])
"""Values of `type` that mean an object, perhaps optional."""

_COMBINING = {"$ref", "allOf", "anyOf", "oneOf"}
"""Keywords that decide whether a document without `type` describes an object."""


def describes_object(document: Any, root: Any) -> bool:
    """Whether `document` describes an object, itself or by what it refers to and combines.

    References lead into `root`, which `document` is in.
    """
    if not is_object(document) or document.get("type", "object") not in _OBJECT_TYPES:
        return False
    verdict = _is_object(document, root, ())
    return bool(document.keys() & _COMBINING) if verdict is None else verdict


def may_be_another(document: Schema) -> bool:
    """Whether `document`, which describes an object, also allows other values than null."""
    members = [one for key in ("anyOf", "oneOf") for one in document.get(key, ())]
    others = [one for one in members if _is_object(one, document, ()) is False]
    return "type" not in document and any(one != {"type": "null"} for one in others)


def _is_object(schema: Any, root: Any, seen: tuple[str, ...]) -> bool | None:
    """Whether values of `schema` may be objects; None if it says nothing of their type."""
    if not is_object(schema):
        return None if schema is True else False
    return _all(_parts(schema, root, seen))


def _parts(schema: Schema, root: Any, seen: tuple[str, ...]) -> Iterator[bool | None]:
    """Yield what each keyword of `schema` says."""
    if "type" in schema:
        names = schema["type"]
        yield "object" in (names if is_array(names) else [names])
    elif "properties" in schema:
        yield True
    if "const" in schema or is_array(schema.get("enum")):
        yield any(map(is_object, schema.get("enum", [schema.get("const")])))
    if isinstance(reference := schema.get("$ref"), str) and reference not in seen:
        yield _is_object(target_of(root, reference), root, (*seen, reference))
    for keyword, combined in (("allOf", _all), ("anyOf", _any), ("oneOf", _any)):
        if is_array(members := schema.get(keyword)):
            yield combined(_is_object(member, root, seen) for member in members)


def _all(verdicts: Iterable[bool | None]) -> bool | None:
    known = {verdict for verdict in verdicts if verdict is not None}
    return False not in known if known else None


def _any(verdicts: Iterable[bool | None]) -> bool | None:
    found = set(verdicts)
    return True if True in found else None if None in found else False
