"""The schema of a check as clients read it: only constraints, with translated patterns."""

from __future__ import annotations

from typing import Any

from runcomfy_codegen.json_schema.keywords import CONSTRAINTS
from runcomfy_codegen.json_schema.values import Schema, is_object
from runcomfy_codegen.json_schema.walking import Subschema, map_subschemas
from runcomfy_codegen.patterns import translated
from runcomfy_codegen.planning.types.definitions import Definitions
from runcomfy_codegen.planning.types.merging import all_of


def check_arguments(schema: Any, definitions: Definitions) -> tuple[Any, ...]:
    """Return the arguments of `checks.fits` of the client library: a schema, its definitions."""
    targets: Schema = {}
    constraints = _constraints(schema, definitions, targets)
    return (constraints, dict(sorted(targets.items()))) if targets else (constraints,)


def _constraints(schema: Any, definitions: Definitions, targets: Schema) -> Any:
    """Return the constraints of `schema`; what it refers to is added to `targets`."""
    if not is_object(schema):
        return schema

    def inside(inner: Subschema) -> Any:
        return _constraints(inner.schema, definitions, targets)

    own = {key: value for key, value in schema.items() if key in CONSTRAINTS}
    constraints = map_subschemas(own, "", inside)
    if "pattern" in constraints:
        constraints["pattern"] = translated(constraints["pattern"]).text
    if "patternProperties" in constraints:
        constraints["patternProperties"] = _with_translated_names(constraints["patternProperties"])
    reference = constraints.get("$ref")
    if reference is not None and reference not in targets:
        targets[reference] = True  # a placeholder, so that a circle ends
        targets[reference] = _constraints(definitions.target(reference), definitions, targets)
    return constraints


def _with_translated_names(rows: Schema) -> Schema:
    out: Schema = {}
    for pattern, schema in rows.items():
        text = translated(pattern).text
        out[text] = all_of(out[text], schema) if text in out else schema
    return out
