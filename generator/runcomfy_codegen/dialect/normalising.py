"""Walking a document and applying the rules, each where it is meant."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from runcomfy_codegen.diagnostics.codes import Notes
from runcomfy_codegen.dialect.closing import closed
from runcomfy_codegen.dialect.positions import Position, below, declares_beside_ref
from runcomfy_codegen.dialect.references import definition_name, reference_to
from runcomfy_codegen.dialect.rules import Rules
from runcomfy_codegen.json_schema.pointers import join_pointer
from runcomfy_codegen.json_schema.values import Schema, is_array, is_object
from runcomfy_codegen.json_schema.walking import Subschema, map_subschemas


@dataclass
class Normaliser:
    """Normalises one document, whose references are local.

    A definition is read as a whole value. Where it is taken in as a part of one, or by a
    test, it says less: such readings become definitions of their own, `name.part`.
    """

    rules: Rules
    closes: bool
    """Whether objects are closed."""
    definitions: Schema
    """As the document has them, with references that are local."""
    copies: frozenset[str]
    """Those that are copies of what stands elsewhere, where all is said of them."""
    notes: Notes
    root: str
    """The pointer of the schema in its document."""
    _readings: Schema = field(default_factory=dict[str, Any])

    def document(self, schema: Schema) -> Schema:
        """`schema`, and its definitions in every reading that is needed."""
        rest = {key: value for key, value in schema.items() if key != "$defs"}
        if self.closes:
            rest.setdefault("properties", {})
        out: Schema = self._normal(rest, self.root, Position.WHOLE)
        for name, definition in self.definitions.items():
            place = self.root + join_pointer("$defs", name)
            reader = self._silent() if name in self.copies else self
            self._readings[name] = reader._normal(definition, place, Position.WHOLE)
        return {**out, "$defs": self._readings} if self._readings else out

    def _normal(self, node: Any, at: str, position: Position) -> Any:
        if not is_object(node):
            return {} if node is True else node
        if position is Position.WHOLE:
            node = self._declared(node)

        def child(inner: Subschema) -> Any:
            return self._normal(inner.schema, inner.pointer, below(node, inner.keyword, position))

        out = map_subschemas(node, at, child)
        if position is not Position.WHOLE and "$ref" in out:
            out["$ref"] = self._reading(out["$ref"], position)
        for rule in self.rules[position]:
            rule(out, at, self.notes)
        return out

    def _declared(self, node: Schema) -> Schema:
        """`node` with `$ref` among the parts where there are others, and closed."""
        if declares_beside_ref(node):
            rest = {key: value for key, value in node.items() if key != "$ref"}
            node = {**rest, "allOf": [{"$ref": node["$ref"]}, *_list(node.get("allOf"))]}
        return closed(node, self.definitions) if self.closes else node

    def _reading(self, reference: Any, position: Position) -> Any:
        """The `$ref` to what `reference` means at `position`."""
        name = definition_name(reference)
        if name is None or name not in self.definitions or not self.closes:
            return reference
        reading = f"{name}.{position.value}"
        if reading not in self._readings:
            self._readings[reading] = {}
            definition = self.definitions[name]
            self._readings[reading] = self._silent()._normal(definition, "", position)
        return reference_to(reading)

    def _silent(self) -> Normaliser:
        """The same, for a second reading of what everything was said of in the first."""
        return replace(self, notes=Notes(""))


def _list(value: Any) -> list[Any]:
    return value if is_array(value) else []
