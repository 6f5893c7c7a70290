"""`$ref`: within the document, and to a schema.

A schema may contain itself; it may not refer back to itself for the same value.
"""

from __future__ import annotations

import copy
from typing import Any
from urllib.parse import unquote

from runcomfy_codegen.diagnostics.collector import Collector
from runcomfy_codegen.json_schema.keywords import IN_PLACE
from runcomfy_codegen.json_schema.pointers import get_at, join_pointer, split_pointer
from runcomfy_codegen.json_schema.values import Schema, is_object
from runcomfy_codegen.json_schema.walking import map_subschemas, subschema_at, subschemas
from runcomfy_codegen.untrusted_text import short_repr

WHOLE_DOCUMENT = "#"
"""The reference to the whole document."""

_MAX_REFERENCES = 100
"""References that apply to the same value; real schemas have one or two."""


def reference_to(name: str) -> str:
    """Return the `$ref` to the definition `name`."""
    return "#" + join_pointer("$defs", name)


def definition_name(reference: Any) -> str | None:
    """Return the name in `$defs` that a `$ref` refers to; None if it refers to anything else."""
    if not isinstance(reference, str) or not reference.startswith("#/$defs/"):
        return None
    _, *names = split_pointer(reference.removeprefix("#"))
    return names[0] if len(names) == 1 else None


def target_of(document: Any, reference: str) -> Any:
    """Return the target of a `$ref` of `document`, not normalised; True if it does not exist."""
    steps = _steps(unquote(reference))
    older = ["definitions", *steps[1:]]
    targets = (get_at(document, join_pointer(*path), None) for path in (steps, older) if steps)
    return next((target for target in targets if target is not None), True)


def _steps(reference: str) -> list[str]:
    """Return the steps of the pointer in a `$ref`; none for any other reference."""
    steps = split_pointer(reference.removeprefix("#")) if reference.startswith("#/") else []
    if steps[:1] == ["definitions"]:  # the older name
        steps[0] = "$defs"
    return steps


def with_local_references(
    schema: Schema, collector: Collector, root: str = ""
) -> tuple[Schema, frozenset[str]]:
    """Return `schema` with every `$ref` to `#` or to one of its `$defs`.

    A reference to another schema of the document becomes one to a copy of it among the
    definitions; the names of the copies come second. Any other reference is an error in
    `collector`; nothing is ever fetched. `root` is the pointer of `schema`.
    """
    localiser = _Localiser(schema, collector)
    out: Schema = localiser.localise(schema, root)
    definitions = {**out.get("$defs", {}), **localiser.copies}
    out = {**out, "$defs": definitions} if definitions else out
    _note_circles(out, collector, root)
    return out, frozenset(localiser.copies)


class _Localiser:
    """Rewrites the references of one document, and collects the copies that they need."""

    def __init__(self, document: Schema, collector: Collector) -> None:
        self._document = document
        self._collector = collector
        self._names: dict[str, str] = {}
        self.copies: Schema = {}

    def localise(self, node: Any, pointer: str) -> Any:
        """Return `node` with all references in it rewritten."""
        if not is_object(node):
            return node
        out = map_subschemas(
            node, pointer, lambda inner: self.localise(inner.schema, inner.pointer)
        )
        if "$ref" in node:
            out["$ref"] = self._local(node["$ref"], pointer + join_pointer("$ref"))
        return out

    def _local(self, reference: Any, pointer: str) -> Any:
        text = unquote(reference) if isinstance(reference, str) else ""
        if text == WHOLE_DOCUMENT:
            return WHOLE_DOCUMENT
        steps = _steps(text)
        target = subschema_at(self._document, steps) if steps else None
        if target is None:
            hint = "only references to schemas of the document are followed; nothing is fetched"
            self._collector.add(
                "invalid-ref", pointer, f"cannot follow {short_repr(reference)}", hint
            )
            return reference
        if steps[0] == "$defs" and len(steps) == 2:
            return reference_to(steps[1])
        return reference_to(self._copy(text, steps, target))

    def _copy(self, text: str, steps: list[str], target: Any) -> str:
        """Return the name of the definition that is a copy of `target`."""
        if text not in self._names:
            used_names = self._document.get("$defs", {}).keys() | set(self._names.values())
            short_name = steps[-1] if not steps[-1].isdecimal() else "_".join(steps[-2:])
            name = "_".join(steps) if short_name in used_names else short_name
            self._names[text] = name
            self.copies[name] = self.localise(copy.deepcopy(target), text.removeprefix("#"))
        return self._names[text]


def _note_circles(schema: Schema, collector: Collector, root: str) -> None:
    """Note definitions that apply to a value without end, or too many times."""
    definitions = schema.get("$defs", {})
    edges = {name: _applied_definitions(target) for name, target in definitions.items()}
    edges[WHOLE_DOCUMENT] = _applied_definitions(
        {key: schema[key] for key in schema if key != "$defs"}
    )
    for name in edges:
        pointer = root if name == WHOLE_DOCUMENT else root + join_pointer("$defs", name)
        names = _followed(edges, name)
        if name in names:
            collector.add(
                "invalid-ref", pointer, "refers back to itself without describing a value"
            )
        elif len(names) > _MAX_REFERENCES:
            message = f"refers to more than {_MAX_REFERENCES} schemas for the same value"
            collector.add("too-large", pointer, message)
            return  # most others would have the same problem


def _followed(edges: dict[str, list[str]], start: str) -> list[str]:
    """Return the definitions that `start` refers to, directly or not, once for each reference.

    Stops at a circle through `start`, and beyond `_MAX_REFERENCES`.
    """
    followed: list[str] = []
    pending = [start]
    while pending and len(followed) <= _MAX_REFERENCES:
        names = edges.get(pending.pop(), [])
        followed += names
        pending += names
        if start in names:
            break
    return followed


def _applied_definitions(node: Any) -> list[str]:
    """Return the definitions that apply to the same value as `node`."""
    if not is_object(node):
        return []
    names: list[str] = []
    if isinstance(reference := node.get("$ref"), str):
        names.append(definition_name(reference) or reference)
    for inner in subschemas(node):
        if inner.keyword in IN_PLACE:
            names += _applied_definitions(inner.schema)
    return names
