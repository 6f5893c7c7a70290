"""Pair each class of a model with the class in its place in another plan of the model."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from runcomfy_codegen.diff.interface.class_uses import class_uses
from runcomfy_codegen.planning.ir import FieldSpec, ModelSpec, ObjectSpec
from runcomfy_codegen.planning.names.document_names import type_place

Classes = Mapping[str, ObjectSpec]
"""The classes of a model by name."""


@dataclass(frozen=True)
class ClassPair:
    """Two classes in the same place."""

    old: ObjectSpec
    new: ObjectSpec

    def fields(self) -> Iterator[tuple[FieldSpec, FieldSpec]]:
        """Yield the fields of each property that both have."""
        fields = {field.wire_name: field for field in self.new.fields}
        for field in self.old.fields:
            if field.wire_name in fields:
                yield field, fields[field.wire_name]

    @property
    def likeness(self) -> tuple[bool, int]:
        """A score of how likely both are the same class: the name counts most, then the fields."""
        return self.old.name == self.new.name, len(list(self.fields()))


def classes_of(model: ModelSpec) -> Classes:
    """Return the classes of inputs and outputs by name."""
    return {spec.name: spec for spec in (*model.inputs, *model.outputs)}


def class_pairs(old: ModelSpec, new: ModelSpec) -> list[ClassPair]:
    """Return the pairs of classes that are reached by the same properties, `Input` first."""
    before, after = classes_of(old), classes_of(new)
    pending = [ClassPair(old.input, new.input), ClassPair(old.output, new.output)]
    pairs: dict[tuple[str, str], ClassPair] = {}
    while pending:
        pair = pending.pop(0)
        if pairs.setdefault((pair.old.name, pair.new.name), pair) is pair:
            for fields in pair.fields():
                pending += inner_pairs(fields, before, after)
    return list(pairs.values())


def inner_pairs(
    fields: tuple[FieldSpec, FieldSpec], before: Classes, after: Classes
) -> Iterator[ClassPair]:
    """Yield the pairs of classes that the types of two fields mention at the same pointer."""
    old_uses, new_uses = (class_uses(field.type) for field in fields)
    for pointer, names in old_uses.items():
        olds = [before[name] for name in names if name in before]
        news = [after[name] for name in new_uses.get(pointer, ()) if name in after]
        yield from _most_alike(olds, news)


def _most_alike(olds: Sequence[ObjectSpec], news: Sequence[ObjectSpec]) -> Iterator[ClassPair]:
    """Pair the classes of one union, each with at most one other."""
    pairs = [ClassPair(old, new) for old in olds for new in news]
    olds_left, news_left = ({str(spec.name) for spec in side} for side in (olds, news))
    for pair in sorted(pairs, key=lambda pair: pair.likeness, reverse=True):
        if pair.old.name in olds_left and pair.new.name in news_left:
            olds_left.remove(pair.old.name)
            news_left.remove(pair.new.name)
            yield pair


def names_to_keep(old: ModelSpec, new: ModelSpec) -> dict[str, str]:
    """Return the old name of each class that `new` names differently, by the place to pin it at."""
    after = classes_of(new)
    attributes = {str(field.name) for spec in after.values() for field in spec.fields}
    return {
        str(type_place(pair.new.place)): str(pair.old.name)
        for pair in reversed(class_pairs(old, new))
        if pair.old.name not in after and pair.old.name not in attributes
    }
