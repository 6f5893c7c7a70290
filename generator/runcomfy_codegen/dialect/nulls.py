"""The rule about `nullable`, which only other dialects have."""

from __future__ import annotations

from runcomfy_codegen.diagnostics.codes import Notes
from runcomfy_codegen.dialect import tables
from runcomfy_codegen.json_schema.pointers import join_pointer
from runcomfy_codegen.json_schema.values import Schema


def nullable(schema: Schema, at: str, notes: Notes) -> None:
    """`nullable: true` (OpenAPI 3.0) allows null beside the rest."""
    if schema.pop("nullable", False) is not True:
        return
    notes.add("nullable", at + join_pointer("nullable"), "read as: or null")
    rest = {key: schema.pop(key) for key in list(schema) if key in tables.CONSTRAINTS_AND_MEDIA}
    if rest:
        members = rest["anyOf"] if rest.keys() == {"anyOf"} else [rest]
        schema["anyOf"] = [*members, {"type": "null"}]
