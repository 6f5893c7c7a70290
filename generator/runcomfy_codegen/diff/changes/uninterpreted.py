"""Compare, as text, the keywords that the dialect ignores or does not support."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from runcomfy_codegen.dialect import tables
from runcomfy_codegen.diff.finding_rules import NOT_COMPARED
from runcomfy_codegen.json_schema.keywords import KEYWORDS
from runcomfy_codegen.json_schema.pointers import get_at, join_pointer, split_pointer
from runcomfy_codegen.json_schema.values import ABSENT, Schema, is_object, json_key
from runcomfy_codegen.json_schema.walking import HOLDERS_AS_WRITTEN, every_schema, map_subschemas

if TYPE_CHECKING:
    from runcomfy_codegen.diff.sources.document_versions import DocumentVersion


class TextChange(NamedTuple):
    """A change of a keyword that is compared as text."""

    rule: str
    pointer: str
    before: Any
    after: Any


_INTERPRETED = KEYWORDS.keys() | tables.DIALECT_KEYWORDS

_MEANINGFUL = tables.CONSTRAINTS_AND_MEDIA | {"$defs"}

_DYNAMIC = frozenset({"$dynamicAnchor", "$dynamicRef", "$recursiveAnchor", "$recursiveRef"})
"""Keywords that depend on schemas anywhere in the document."""


def unsupported_changes(old: DocumentVersion, new: DocumentVersion) -> Iterator[TextChange]:
    """Yield the changes of keywords that the dialect does not support."""
    for pointer in sorted(old.unsupported | new.unsupported):
        before, after = (get_at(side.raw, pointer, ABSENT) for side in (old, new))
        if repr(before) != repr(after):
            yield TextChange("unsupported-changed", pointer, before, after)


def uncompared_changes(old: DocumentVersion, new: DocumentVersion) -> Iterator[TextChange]:
    """Yield each unsupported keyword that did not change, if what it may depend on did.

    The dialect leaves such a keyword out, so comparing the rest of the schema proves nothing.
    """
    for pointer in sorted(old.unsupported & new.unsupported):
        before, after = (get_at(side.raw, pointer, ABSENT) for side in (old, new))
        area = _area(pointer, new.root)
        if repr(before) == repr(after) and _meaning(old, area) != _meaning(new, area):
            yield TextChange(NOT_COMPARED, pointer, before, after)


def _area(pointer: str, root: str) -> str:
    """Return the pointer of the schema that an unsupported keyword at `pointer` may depend on.

    That is the property of the document that it is in. `$dynamicRef` depends on any schema.
    """
    steps = split_pointer(pointer.removeprefix(root))
    is_dynamic = bool(_DYNAMIC & {*steps})
    return join_pointer(*steps[:2]) if steps[0] == "properties" and not is_dynamic else ""


def _meaning(version: DocumentVersion, area: str) -> Hashable:
    """Return a key that is equal for equal constraints in an area, and in the definitions."""
    definitions = {"$defs": version.schema.get("$defs", {})}
    schemas = (get_at(version.schema, area, True), definitions)
    return json_key([_without_annotations(schema) for schema in schemas])


def _without_annotations(schema: Any) -> Any:
    if not is_object(schema):
        return schema
    kept = {key: schema[key] for key in schema if key in _MEANINGFUL}
    return map_subschemas(kept, "", lambda inner: _without_annotations(inner.schema))


def ignored_changes(old: DocumentVersion, new: DocumentVersion) -> Iterator[TextChange]:
    """Yield the changes of widgets and of unknown keywords."""
    old_schemas, new_schemas = dict(_schemas(old)), dict(_schemas(new))
    for pointer in sorted(old_schemas.keys() & new_schemas.keys()):
        before, after = _ignored(old_schemas[pointer]), _ignored(new_schemas[pointer])
        for key in sorted(before.keys() | after.keys()):
            if repr(before.get(key)) != repr(after.get(key)):
                values = before.get(key, ABSENT), after.get(key, ABSENT)
                yield TextChange("unread-changed", pointer + join_pointer(key), *values)


def _schemas(version: DocumentVersion) -> Iterator[tuple[str, Schema]]:
    raw = get_at(version.raw, version.root, ABSENT)
    return every_schema(raw, version.root, HOLDERS_AS_WRITTEN)


def _ignored(schema: Schema) -> Schema:
    """Return the keywords of `schema` that the dialect ignores."""
    return {
        key: value
        for key, value in schema.items()
        if key not in _INTERPRETED or (key == "format" and _is_widget(value))
    }


def _is_widget(value: Any) -> bool:
    return isinstance(value, str) and value in tables.WIDGET_FORMATS
