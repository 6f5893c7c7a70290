"""Names of OpenAPI components: made of model ids, and of the definitions inside schemas."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from runcomfy_codegen.dialect.references import definition_name
from runcomfy_codegen.json_schema.values import Schema, is_object
from runcomfy_codegen.json_schema.walking import Subschema, map_subschemas

_FORBIDDEN = re.compile(r"[^A-Za-z0-9_-]+")
"""Characters that a component name must not have. A dot is allowed; it separates the parts of
our names. Source: OpenAPI Specification 3.1.1, "Components Object"."""


def component_names(model_ids: Iterable[str]) -> dict[str, str]:
    """Return a name for each model id: `kling.kling-3_0.standard.image-to-video`.

    If several ids have the same name, the second and later ones get a number.
    """
    names: dict[str, str] = {}
    used_names: set[str] = set()
    for model_id in sorted(model_ids):
        names[model_id] = _free(".".join(map(_part, model_id.split("/"))), used_names)
        used_names.add(names[model_id])
    return names


def with_component_references(schema: Schema, name: str) -> dict[str, Schema]:
    """Return `schema` as the component `name`, and each of its `$defs` as another component."""
    definitions = schema.get("$defs", {})
    used_names: set[str] = set()
    names: dict[str, str] = {}
    for definition in definitions:
        names[definition] = _free(f"{name}.{_part(definition) or 'Definition'}", used_names)
        used_names.add(names[definition])
    bare = {key: value for key, value in schema.items() if key != "$defs"}
    parts = {name: bare, **{names[key]: value for key, value in definitions.items()}}
    return {key: _with_references(part, {"": name, **names}) for key, part in parts.items()}


def _part(text: str) -> str:
    return _FORBIDDEN.sub("_", text)


def _free(name: str, used_names: set[str]) -> str:
    number, unused = 1, name
    while unused in used_names:
        number += 1
        unused = f"{name}-{number}"
    return unused


def _with_references(schema: Any, names: dict[str, str]) -> Any:
    """Return a copy of `schema` that refers to components in place of `$defs`.

    `names` has the component of each definition, and under `""` that of the whole schema.
    """

    def inner(subschema: Subschema) -> Any:
        return _with_references(subschema.schema, names)

    if not is_object(schema):
        return schema
    out = map_subschemas(schema, "", inner)
    if "$ref" in out:
        definition = definition_name(out["$ref"]) or ""
        out["$ref"] = f"#/components/schemas/{names[definition]}"
    return out
