"""`$ref`: only within the document, only to a schema, never round in a circle."""

from __future__ import annotations

import copy
from typing import Any
from urllib.parse import unquote

from runcomfy_codegen.diagnostics.codes import Notes
from runcomfy_codegen.json_schema.keywords import IN_PLACE
from runcomfy_codegen.json_schema.pointers import join_pointer, split_pointer
from runcomfy_codegen.json_schema.values import Schema, is_object
from runcomfy_codegen.json_schema.walking import map_subschemas, subschema_at, subschemas
from runcomfy_codegen.untrusted_text import short_repr

ROOT = "#"
"""The reference to the whole document."""

MAX_FOLLOWED = 100
"""References that hold for one and the same value; real ones have one or two."""


def reference_to(name: str) -> str:
    """The `$ref` to the definition `name`."""
    return "#" + join_pointer("$defs", name)


def definition_name(reference: Any) -> str | None:
    """The name in `$defs` that a `$ref` points to, or None where it points elsewhere."""
    if not isinstance(reference, str) or not reference.startswith("#/$defs/"):
        return None
    _, *names = split_pointer(reference.removeprefix("#"))
    return names[0] if len(names) == 1 else None


def with_local_references(
    schema: Schema, notes: Notes, root: str = ""
) -> tuple[Schema, frozenset[str]]:
    """`schema` with every `$ref` to `#` or to one of its `$defs`; others are noted.

    A reference to another place of the document becomes one to a definition that is a copy
    of what stands there; the names of the copies come second. Nothing is ever fetched.
    """
    localiser = _Localiser(schema, notes, root)
    out: Schema = localiser.walk(schema, root)
    definitions = {**out.get("$defs", {}), **localiser.copies}
    out = {**out, "$defs": definitions} if definitions else out
    _note_circles(out, notes, root)
    return out, frozenset(localiser.copies)


class _Localiser:
    """Rewrites the references of one document, and keeps the copies that they need."""

    def __init__(self, document: Schema, notes: Notes, root: str) -> None:
        self._document = document
        self._notes = notes
        self._root = root
        self._names: dict[str, str] = {}
        self.copies: Schema = {}

    def walk(self, node: Any, at: str) -> Any:
        """`node` with its references, and all below it, rewritten."""
        if not is_object(node):
            return node
        out = map_subschemas(node, at, lambda inner: self.walk(inner.schema, inner.pointer))
        if "$ref" in node:
            out["$ref"] = self._local(node["$ref"], at + join_pointer("$ref"))
        return out

    def _local(self, reference: Any, at: str) -> Any:
        text = unquote(reference) if isinstance(reference, str) else ""
        if text == ROOT:
            return ROOT
        steps = split_pointer(text.removeprefix("#")) if text.startswith("#/") else []
        if steps[:1] == ["definitions"]:  # as they were called before
            steps[0] = "$defs"
        target = subschema_at(self._document, steps) if steps else None
        if target is None:
            hint = "only references to schemas of the document are followed; nothing is fetched"
            self._notes.add("invalid-ref", at, f"cannot follow {short_repr(reference)}", hint)
            return reference
        if steps[0] == "$defs" and len(steps) == 2:
            return reference_to(steps[1])
        return reference_to(self._copy(text, steps, target))

    def _copy(self, text: str, steps: list[str], target: Any) -> str:
        """The name of the definition that is a copy of `target`."""
        if text not in self._names:
            taken = self._document.get("$defs", {}).keys() | set(self._names.values())
            short_name = steps[-1] if not steps[-1].isdecimal() else "_".join(steps[-2:])
            name = "_".join(steps) if short_name in taken else short_name
            self._names[text] = name
            self.copies[name] = self.walk(copy.deepcopy(target), text.removeprefix("#"))
        return self._names[text]


def _note_circles(schema: Schema, notes: Notes, root: str) -> None:
    """An error for definitions that hold for a value without an end, or for one too often."""
    definitions = schema.get("$defs", {})
    edges = {name: _in_place(target) for name, target in definitions.items()}
    edges[ROOT] = _in_place({key: schema[key] for key in schema if key != "$defs"})
    for name in edges:
        at = root if name == ROOT else root + join_pointer("$defs", name)
        steps = _followed(edges, name)
        if name in steps:
            notes.add("invalid-ref", at, "refers to itself, and so says nothing")
        elif len(steps) > MAX_FOLLOWED:
            message = f"refers to more than {MAX_FOLLOWED} schemas, one through the other"
            notes.add("too-large", at, message)
            return  # since most others will have the same to say


def _followed(edges: dict[str, list[str]], start: str) -> list[str]:
    """The definitions that `start` refers to, each as often as it does; not without an end."""
    steps: list[str] = []
    ahead = [start]
    while ahead and len(steps) <= MAX_FOLLOWED:
        names = edges.get(ahead.pop(), [])
        steps += names
        ahead += names
        if start in names:
            break
    return steps


def _in_place(node: Any) -> list[str]:
    """The definitions that hold for the very value which `node` is about."""
    if not is_object(node):
        return []
    found: list[str] = []
    if isinstance(reference := node.get("$ref"), str):
        found.append(definition_name(reference) or reference)
    for inner in subschemas(node):
        if inner.keyword in IN_PLACE:
            found += _in_place(inner.schema)
    return found
