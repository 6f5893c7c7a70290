"""Names for the members of a union, after what distinguishes them."""

from __future__ import annotations

from collections import Counter
from typing import Any

from runcomfy_codegen.json_schema.values import Schema, is_object

ENUM = "Enum"


def member_names(members: list[Any]) -> list[str]:
    """Return a name for each object among `members` if there are several; empty for others.

    The name is the value of a property that allows one value only, else the first property that
    no other member has, else empty. Instead of two equal names, the titles are used, which are the
    last choice because they change with the language of a page. If those are equal as well, the
    names collide later. An enum beside an object is called `Enum`.
    """
    objects = [member for member in members if _is_object(member)]
    has_classes = bool(objects) or any(is_object(member) and "$ref" in member for member in members)
    object_names = iter(_object_names(objects))
    return [
        next(object_names) if _is_object(member) else _enum_name(member, has_classes)
        for member in members
    ]


def _object_names(objects: list[Schema]) -> list[str]:
    """Return the name of each object; a single one needs none."""
    if len(objects) < 2:
        return [""] * len(objects)
    names = [_name(member, objects) for member in objects]
    counts = Counter(names)
    pairs = zip(names, objects, strict=True)
    return [name if counts[name] == 1 else _title(member) or name for name, member in pairs]


def _enum_name(member: Any, has_classes: bool) -> str:
    is_enum = is_object(member) and bool(member.keys() & {"enum", "const"})
    return ENUM if is_enum and has_classes else ""


def _is_object(member: Any) -> bool:
    return is_object(member) and member.get("type") == "object" and "properties" in member


def _name(member: Schema, others: list[Schema]) -> str:
    return _tag(member) or _own_property(member, others)


def _title(member: Schema) -> str:
    title = member.get("title")
    return title if isinstance(title, str) else ""


def _tag(member: Schema) -> str:
    """Return the value of the first required property that allows one string only."""
    for name in member.get("required", ()):
        schema = member["properties"].get(name)
        values: list[Any] = []
        if is_object(schema):
            values = schema.get("enum", [schema.get("const")])
        if len(values) == 1 and isinstance(values[0], str):
            return values[0]
    return ""


def _own_property(member: Schema, others: list[Schema]) -> str:
    elsewhere = {name for other in others if other is not member for name in other["properties"]}
    return next((name for name in member["properties"] if name not in elsewhere), "")
