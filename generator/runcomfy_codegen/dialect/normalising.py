"""Walk a document and take the steps, each at the positions that it is meant for."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from runcomfy_codegen.diagnostics.collector import Collector
from runcomfy_codegen.dialect.closing import closed
from runcomfy_codegen.dialect.positions import Position, declares_beside_ref, position_below
from runcomfy_codegen.dialect.references import definition_name, reference_to
from runcomfy_codegen.dialect.steps import Steps
from runcomfy_codegen.json_schema.pointers import join_pointer
from runcomfy_codegen.json_schema.values import Schema, array_or_empty, is_object
from runcomfy_codegen.json_schema.walking import Subschema, map_subschemas


@dataclass(kw_only=True)
class Normaliser:
    """Normalises one document, whose references are local.

    A definition is read as a whole value. Where it is a part of one, or tests one, it is read less
    strictly: such readings become separate definitions, `name.part` and `name.test`.
    """

    steps: Steps
    closes_objects: bool
    definitions: Schema
    """Those of the document, with local references."""
    copies: frozenset[str]
    """Names of definitions that are copies: diagnostics are about the originals only."""
    collector: Collector
    root: str
    """The pointer of the schema in its document."""
    _readings: Schema = field(default_factory=dict[str, Any])
    """The normalised definitions, by name."""

    def document(self, schema: Schema) -> Schema:
        """Return `schema` normalised, with its definitions in every reading that is needed."""
        body = {key: value for key, value in schema.items() if key != "$defs"}
        if self.closes_objects:
            body.setdefault("properties", {})
        out: Schema = self._normal(body, self.root, Position.WHOLE)
        for name, definition in self.definitions.items():
            pointer = self.root + join_pointer("$defs", name)
            normaliser = self._silent() if name in self.copies else self
            self._readings[name] = normaliser._normal(definition, pointer, Position.WHOLE)
        return {**out, "$defs": self._readings} if self._readings else out

    def _normal(self, node: Any, pointer: str, position: Position) -> Any:
        if not is_object(node):
            return {} if node is True else node
        if position is Position.WHOLE:
            node = self._declared(node)

        def inside(inner: Subschema) -> Any:
            below = position_below(node, inner.keyword, position)
            return self._normal(inner.schema, inner.pointer, below)

        out = map_subschemas(node, pointer, inside)
        if position is not Position.WHOLE and "$ref" in out:
            out["$ref"] = self._reading(out["$ref"], position)
        for step in self.steps[position]:
            step(out, pointer, self.collector)
        return out

    def _declared(self, node: Schema) -> Schema:
        """Return `node` closed, with a `$ref` beside other keywords as one of its `allOf`."""
        if declares_beside_ref(node):
            siblings = {key: value for key, value in node.items() if key != "$ref"}
            members = [{"$ref": node["$ref"]}, *array_or_empty(node.get("allOf"))]
            node = {**siblings, "allOf": members}
        return closed(node, self.definitions) if self.closes_objects else node

    def _reading(self, reference: Any, position: Position) -> Any:
        """Return the `$ref` to what `reference` means at `position`."""
        name = definition_name(reference)
        if name is None or name not in self.definitions or not self.closes_objects:
            return reference
        reading = f"{name}.{position.value}"
        if reading not in self._readings:
            self._readings[reading] = {}
            definition = self.definitions[name]
            self._readings[reading] = self._silent()._normal(definition, "", position)
        return reference_to(reading)

    def _silent(self) -> Normaliser:
        """Return a normaliser that notes nothing, for a second reading of the same schema."""
        return replace(self, collector=Collector(""))
