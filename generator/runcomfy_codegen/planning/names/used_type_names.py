"""Which type of a document has which name; two different types of one name collide."""

from __future__ import annotations

from dataclasses import dataclass, field

from runcomfy_codegen.json_schema.values import Schema
from runcomfy_codegen.planning.names.document_names import Naming
from runcomfy_codegen.planning.names.python_names import TypeName


@dataclass(frozen=True)
class UsedTypeNames:
    """The names of the classes and enums of one document."""

    naming: Naming
    _types: dict[TypeName, tuple[str, Schema]] = field(
        default_factory=dict[TypeName, tuple[str, Schema]]
    )
    """Name: the pointer and the shape of its type."""

    @property
    def pointers(self) -> dict[TypeName, str]:
        """The pointer of every type, by its name."""
        return {name: pointer for name, (pointer, _) in self._types.items()}

    def add(self, name: TypeName, shape: Schema, pointer: str) -> bool:
        """Add `name`; whether it is new. An equal type may have it already; any other collides."""
        if name in self._types:
            first_pointer, first_shape = self._types[name]
            if first_pointer != pointer and first_shape != shape:
                what = f"the types at {self.naming.place(first_pointer)} and here"
                self.naming.type_collision(what, name, pointer)
            return False
        self._types[name] = (pointer, shape)
        return True
