"""Name the attributes and classes of one document, and report names that cannot be."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from runcomfy_codegen.diagnostics.collector import Collector
from runcomfy_codegen.json_schema.values import Schema
from runcomfy_codegen.planning.names.attribute_names import attribute_names
from runcomfy_codegen.planning.names.pinned_names import PinnedNames
from runcomfy_codegen.planning.names.python_names import (
    FieldName,
    InvalidNameError,
    TypeName,
    checked_field_name,
    checked_type_name,
    field_name,
    type_name,
)
from runcomfy_codegen.planning.names.spare_names import SpareNames
from runcomfy_codegen.reading.place import Place


@dataclass(frozen=True)
class Naming:
    """Gives names: the pinned one, else by the rules of `python_names`."""

    document: str
    """`input.json` or `output.json`."""
    schema: Schema
    """The schema in it, normalised."""
    pinned: PinnedNames
    spare: SpareNames
    collector: Collector

    def field(self, wire_name: str, pointer: str) -> FieldName:
        """Return the attribute of the property `wire_name` at `pointer`."""
        place = self.place(pointer)
        pinned = self.pinned.get(place)
        try:
            return checked_field_name(pinned, pinned) if pinned else field_name(wire_name)
        except InvalidNameError as error:
            spare = self.spare.like("name")
            return FieldName(self._offer(spare, "invalid-name", pointer, place, str(error)))

    def type(self, parts: tuple[str, ...], pointer: str) -> TypeName:
        """Return the class of the object at `pointer`, whose name is made of `parts`."""
        place = type_place(self.place(pointer))
        pinned = self.pinned.get(place)
        try:
            if pinned:
                return checked_type_name(pinned, pinned)
            name = type_name(*parts)
            return TypeName(name + "_") if name in self._attributes else name
        except InvalidNameError as error:
            spare = self.spare.like("Name")
            return TypeName(self._offer(spare, "invalid-name", pointer, place, str(error)))

    def field_collision(self, what: str, name: FieldName, pointer: str) -> None:
        """Note that the two properties `what`, one of them at `pointer`, have one attribute."""
        message = f"{what} both become {name!r}"
        spare = self.spare.other_than(name)
        self._offer(spare, "name-collision", pointer, self.place(pointer), message)

    def type_collision(self, what: str, name: TypeName, pointer: str) -> None:
        """Note that the two types `what`, one of them at `pointer`, have one name."""
        message = f"{what} both become {name!r}"
        spare = self.spare.other_than(name)
        self._offer(spare, "name-collision", pointer, type_place(self.place(pointer)), message)

    def place(self, pointer: str) -> Place:
        """Return the place at `pointer` of the document."""
        return Place(self.document, pointer)

    @cached_property
    def _attributes(self) -> set[str]:
        """Every attribute name of the document: in a class, it would hide a type of that name."""
        return attribute_names(self.schema)

    def _offer(self, spare: str, code: str, pointer: str, place: Place, message: str) -> str:
        """Note a problem at `pointer`, with the hint to pin the unused name `spare` at `place`.

        Returns that name.
        """
        self.collector.add(code, pointer, message, self.pinned.hint(place, spare))
        return spare


def type_place(place: Place) -> Place:
    """Return where the type of the schema at `place` is pinned.

    For a property that is its `type`: at `place` itself, its attribute is pinned.
    """
    is_property = place.pointer.rpartition("/")[0].endswith("/properties")
    return place.child("type") if is_property else place
