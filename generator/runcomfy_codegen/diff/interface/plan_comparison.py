"""Compare two plans of a model: what code that imports its module would notice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import zip_longest

from runcomfy_codegen.diff.comparing.change import describe
from runcomfy_codegen.diff.finding import Finding
from runcomfy_codegen.diff.interface.class_pairs import (
    Classes,
    ClassPair,
    class_pairs,
    classes_of,
    inner_pairs,
)
from runcomfy_codegen.diff.interface.class_uses import ANY, DICT, class_uses
from runcomfy_codegen.diff.verdicts import Verdicts
from runcomfy_codegen.json_schema.values import ABSENT, Absent
from runcomfy_codegen.planning.ir import FieldSpec, ModelSpec, ObjectSpec, aliases
from runcomfy_codegen.planning.names.document_names import type_place
from runcomfy_codegen.reading.files import INPUT, OVERRIDES_FILE
from runcomfy_codegen.reading.overrides import Overrides
from runcomfy_codegen.reading.place import Place
from runcomfy_codegen.untrusted_text import code_span

Fields = tuple[FieldSpec, FieldSpec]
"""The field of one property, before and after."""


def compare_interfaces(
    old: ModelSpec, new: ModelSpec, overrides: Overrides, verdicts: Verdicts
) -> list[Finding]:
    """Return the findings about names and classes; hints are lines for `overrides`."""
    return list(_Comparison(old, new, overrides, verdicts).findings())


@dataclass(frozen=True)
class _Comparison:
    """Compares two plans of one model."""

    old: ModelSpec
    new: ModelSpec
    overrides: Overrides
    verdicts: Verdicts

    @cached_property
    def before(self) -> Classes:
        """The classes of the old plan."""
        return classes_of(self.old)

    @cached_property
    def after(self) -> Classes:
        """The classes of the new plan."""
        return classes_of(self.new)

    def findings(self) -> Iterator[Finding]:
        """Yield what changed: the module, its classes, and what is in them."""
        pairs = class_pairs(self.old, self.new)
        if self.old.module != self.new.module:
            names = self.old.module, self.new.module
            hint = self.overrides.line_to_paste(self.old.model_id, "module", value=self.old.module)
            yield self._renamed("module", Place(OVERRIDES_FILE), *names, hint)
        for spec in self.old.inputs + self.old.outputs:
            if spec.name not in self.after:
                yield self._gone(spec, pairs)
        for pair in pairs:
            yield from self._compare_fields(pair)

    def _gone(self, spec: ObjectSpec, pairs: list[ClassPair]) -> Finding:
        """Return the finding for a class whose name is gone."""
        other = next((pair.new for pair in pairs if pair.old is spec), None)
        message = f"the class {code_span(spec.name)} is gone"
        if other is None:
            return self._finding("class-gone", spec.place, message, before=spec.name, after=ABSENT)
        message += f"; {code_span(other.name)} is in its place"
        hint = self._name_hint(type_place(other.place), spec.name)
        return self._finding(
            "class-gone", other.place, message, before=spec.name, after=other.name, hint=hint
        )

    def _compare_fields(self, pair: ClassPair) -> Iterator[Finding]:
        for fields in pair.fields():
            before, after = fields
            place = pair.new.place.child("properties", after.wire_name)
            if before.name != after.name:
                hint = self._name_hint(place, before.name)
                yield self._renamed("attribute", place, before.name, after.name, hint)
            yield from self._gone_aliases(fields, place)
            for old_name, new_name in self._changed_classes(pair, fields):
                names = f"{code_span(old_name)} to {code_span(new_name)}"
                message = f"the type of {code_span(after.wire_name)} changed from {names}"
                yield self._finding(
                    "class-changed", place, message, before=old_name, after=new_name
                )

    def _gone_aliases(self, fields: Fields, place: Place) -> Iterator[Finding]:
        """Yield a finding for each enum whose name is gone, though its property is still there."""
        before, after = (list(aliases(field.type)) for field in fields)
        for old, new in zip_longest(before, after):
            if old is None or old.name in self._importable:
                continue
            if new is None:
                message = f"the enum {code_span(old.name)} has no name any more"
                yield self._finding("enum-name-gone", place, message, before=old.name, after=ABSENT)
            else:
                hint = self._name_hint(type_place(Place(INPUT, new.pointer)), old.name)
                yield self._renamed("enum", place, old.name, new.name, hint)

    @cached_property
    def _importable(self) -> set[str]:
        """The names of types in the new module."""
        enums = {str(alias.name) for spec in self.new.inputs for alias in spec.aliases}
        return enums | {str(name) for name in self.after}

    def _changed_classes(self, pair: ClassPair, fields: Fields) -> Iterator[tuple[str, str]]:
        """Yield each class that the type of a field has lost, and what it has in its place.

        A class that no longer exists has a `class-gone` finding instead.
        """
        for inner in inner_pairs(fields, self.before, self.after):
            if inner.old.name != inner.new.name and inner.old.name in self.after:
                yield inner.old.name, inner.new.name
        if pair.old in self.old.outputs:
            yield from _became_classes(fields, self.after)

    def _name_hint(self, place: Place, name: str) -> str:
        """Return the line that keeps the old `name` at `place`; empty if the name is in use."""
        attributes = {str(field.name) for spec in self.after.values() for field in spec.fields}
        if name in self.after or name in attributes:
            return ""
        return self.overrides.line_to_paste(self.new.model_id, "names", str(place), value=name)

    def _renamed(self, what: str, place: Place, before: str, after: str, hint: str) -> Finding:
        message = describe(f"the {what}'s name", before, after)
        return self._finding(
            f"{what}-renamed", place, message, before=before, after=after, hint=hint
        )

    def _finding(
        self,
        rule: str,
        place: Place,
        message: str,
        *,
        before: str,
        after: str | Absent,
        hint: str = "",
    ) -> Finding:
        model_id = self.new.model_id
        return self.verdicts.finding(
            rule, model_id, place, message, before=before, after=after, hint=hint
        )


def _became_classes(fields: Fields, classes: Classes) -> Iterator[tuple[str, str]]:
    """Yield the classes of an output that were no class before: `["key"]` fails on a class."""
    before, after = (class_uses(field.type) for field in fields)
    for pointer, names in before.items():
        untyped = [name for name in names if name in (DICT, ANY)]
        added = [name for name in after.get(pointer, ()) if name in classes and name not in names]
        if untyped and added and len(untyped) == len(names):
            yield untyped[0], added[0]
