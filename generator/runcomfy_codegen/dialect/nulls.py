"""The step that reads `nullable`."""

from __future__ import annotations

from runcomfy_codegen.diagnostics.collector import Collector
from runcomfy_codegen.dialect import tables
from runcomfy_codegen.json_schema.pointers import join_pointer
from runcomfy_codegen.json_schema.values import Schema


def read_nullable(schema: Schema, pointer: str, collector: Collector) -> None:
    """Read `nullable: true` (OpenAPI 3.0) as a union with null."""
    if schema.pop("nullable", False) is not True:
        return
    collector.add("nullable", pointer + join_pointer("nullable"), "read as a union with null")
    not_null = {key: schema.pop(key) for key in list(schema) if key in tables.ABOUT_THE_VALUE}
    if not_null:
        members = not_null["anyOf"] if not_null.keys() == {"anyOf"} else [not_null]
        schema["anyOf"] = [*members, {"type": "null"}]
