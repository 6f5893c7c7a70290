"""The attribute names that a document asks for."""

from __future__ import annotations

from contextlib import suppress

from runcomfy_codegen.json_schema.values import Schema, is_object
from runcomfy_codegen.json_schema.walking import every_schema
from runcomfy_codegen.planning.names.python_names import InvalidNameError, field_name


def attribute_names(document: Schema) -> set[str]:
    """Return the attribute of every property in `document`, at any depth, that can have one."""
    names: set[str] = set()
    for _, schema in every_schema(document):
        properties = schema.get("properties")
        for name in properties if is_object(properties) else ():
            with suppress(InvalidNameError):
                names.add(field_name(name))
    return names
