"""Check whether a document describes an object, as inputs and outputs must."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from runcomfy_codegen.dialect.references import target_of
from runcomfy_codegen.json_schema.value_types import type_names
from runcomfy_codegen.json_schema.values import Schema, is_array, is_object

_OBJECT_TYPES: tuple[Any, ...] = ("object", ["object"], ["object", "null"], ["null", "object"])
"""Values of `type` that mean an object, perhaps optional."""

_COMBINING = {"$ref", "allOf", "anyOf", "oneOf"}
"""Keywords that decide whether a document without `type` describes an object."""


def describes_object(document: Any) -> bool:
    """Whether `document` describes an object, itself or by what it refers to and combines."""
    if not is_object(document) or document.get("type", "object") not in _OBJECT_TYPES:
        return False
    verdict = _is_object(document, document, ())
    return bool(document.keys() & _COMBINING) if verdict is None else verdict


def allows_other_values(document: Schema) -> bool:
    """Whether `document`, which describes an object, also allows other values than null."""
    members = [member for key in ("anyOf", "oneOf") for member in document.get(key, ())]
    others = [member for member in members if _is_object(member, document, ()) is False]
    return "type" not in document and any(member != {"type": "null"} for member in others)


def _is_object(schema: Any, document: Any, seen: tuple[str, ...]) -> bool | None:
    """Whether values of `schema` may be objects; None if it does not restrict their type.

    Its references lead into `document`; those in `seen` were followed on the way to it.
    """
    if not is_object(schema):
        return None if schema is True else False
    return _all(_parts(schema, document, seen))


def _parts(schema: Schema, document: Any, seen: tuple[str, ...]) -> Iterator[bool | None]:
    """Yield, for each keyword of `schema`, whether it allows objects; None if it does not say."""
    if "type" in schema:
        yield "object" in type_names(schema["type"])
    elif "properties" in schema:
        yield True
    if "const" in schema or is_array(schema.get("enum")):
        yield any(map(is_object, schema.get("enum", [schema.get("const")])))
    if isinstance(reference := schema.get("$ref"), str) and reference not in seen:
        yield _is_object(target_of(document, reference), document, (*seen, reference))
    for keyword, combined in (("allOf", _all), ("anyOf", _any), ("oneOf", _any)):
        if is_array(members := schema.get(keyword)):
            yield combined(_is_object(member, document, seen) for member in members)


def _all(verdicts: Iterable[bool | None]) -> bool | None:
    decided = {verdict for verdict in verdicts if verdict is not None}
    return False not in decided if decided else None


def _any(verdicts: Iterable[bool | None]) -> bool | None:
    distinct = set(verdicts)
    return True if True in distinct else None if None in distinct else False
