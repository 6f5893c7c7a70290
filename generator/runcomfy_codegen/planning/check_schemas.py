"""The schema of a check as the clients read it: constraints alone, patterns translated."""

from __future__ import annotations

from typing import Any

from runcomfy_codegen.json_schema.keywords import CONSTRAINTS
from runcomfy_codegen.json_schema.values import Schema, is_object
from runcomfy_codegen.json_schema.walking import Subschema, map_subschemas
from runcomfy_codegen.patterns import translated
from runcomfy_codegen.planning.definitions import Definitions
from runcomfy_codegen.planning.merging import all_of


def check_arguments(schema: Any, definitions: Definitions) -> tuple[Any, ...]:
    """The arguments of the runtime's `checks.fits`: a schema, and what it refers to."""
    referred: Schema = {}
    told = _told(schema, definitions, referred)
    return (told, dict(sorted(referred.items()))) if referred else (told,)


def _told(schema: Any, definitions: Definitions, referred: Schema) -> Any:
    """`schema` without what says nothing; the targets of its references go to `referred`."""
    if not is_object(schema):
        return schema

    def below(inner: Subschema) -> Any:
        return _told(inner.schema, definitions, referred)

    plain = {key: value for key, value in schema.items() if key in CONSTRAINTS}
    told = map_subschemas(plain, "", below)
    if "pattern" in told:
        told["pattern"] = translated(told["pattern"]).text
    if "patternProperties" in told:
        told["patternProperties"] = _translated_names(told["patternProperties"])
    reference = told.get("$ref")
    if reference is not None and reference not in referred:
        referred[reference] = True  # so that a circle ends
        referred[reference] = _told(definitions.target(reference), definitions, referred)
    return told


def _translated_names(rows: Schema) -> Schema:
    out: Schema = {}
    for pattern, schema in rows.items():
        text = translated(pattern).text
        out[text] = all_of(out[text], schema) if text in out else schema
    return out
