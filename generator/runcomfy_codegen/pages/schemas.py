"""Classify a page's JSON blocks: input schema, output schema, or neither."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from runcomfy_codegen.json_schema.keywords import JSON_TYPES
from runcomfy_codegen.json_schema.values import is_object
from runcomfy_codegen.pages.json_blocks import BrokenJson, JsonBlock
from runcomfy_codegen.pages.notes import PageNotes
from runcomfy_codegen.reading.json_text import pretty

_TYPES = JSON_TYPES | {"float"}
_SCHEMA_KEYS = {"$ref", "allOf", "anyOf", "const", "enum", "items", "oneOf", "properties"}
_SIGNS_OF_A_SCHEMA = {"type", "title", "required", "properties", "output"}
"""Keys that identify a broken block as a schema."""

_KINDS = ("input", "output", "other type", "not a schema")

_MAX_REPORTED = 5
"""Broken blocks that are described one by one."""

_MAX_EXCERPT_CHARS = 40
"""Characters of a broken block that are quoted."""


def read_schemas(blocks: Sequence[JsonBlock], notes: PageNotes) -> tuple[str | None, str | None]:
    """Return the input and the output schema among `blocks`, pretty-printed.

    The input schema is an object schema. The output schema is the block `{"output": {…}}`, kept
    with its `output` key, or else a second object schema. Identical blocks count once. A schema
    that is missing, or has two different candidates, is None and noted.
    """
    by_kind: dict[str, dict[str, None]] = {kind: {} for kind in _KINDS}
    for block in blocks:
        # Numbers stay text: as an int, one of several thousand digits would raise ValueError.
        kind = _kind(json.loads(block.text, parse_int=str, parse_float=str))
        by_kind[kind][pretty(block.text)] = None
    inputs, outputs = list(by_kind["input"]), list(by_kind["output"])
    if not outputs and len(inputs) == 2:
        notes.warnings.append("the output schema is not wrapped in an `output` key")
        outputs = [inputs.pop()]
    if others := len(by_kind["not a schema"]):
        notes.found.append(f"JSON that is not a schema ({others}×)")
    for text in by_kind["other type"]:
        excerpt = " ".join(text[:60].split())
        notes.errors.append(f"a schema that is not an object schema: {excerpt}…")
    return _only(inputs, "input schema", notes), _only(outputs, "output schema", notes)


def note_broken(blocks: Sequence[BrokenJson], text: str, notes: PageNotes) -> None:
    """Note invalid JSON: an error if it looks like a schema, else a warning."""
    for block in blocks[:_MAX_REPORTED]:
        is_schema = block.cut_off or _SIGNS_OF_A_SCHEMA.intersection(block.keys)
        (notes.errors if is_schema else notes.warnings).append(_describe(block, text))
    if len(blocks) > _MAX_REPORTED:
        notes.errors.append(f"{len(blocks) - _MAX_REPORTED} more broken JSON blocks")


def note_broken_bodies(bodies: Sequence[BrokenJson], text: str, notes: PageNotes) -> None:
    """Note commands whose body is invalid JSON."""
    notes.errors.extend(
        f"the body of a command: {_describe(body, text)}" for body in bodies[:_MAX_REPORTED]
    )


def _describe(block: BrokenJson, text: str) -> str:
    """Return one line that says what is wrong with `block`, and where in the page `text`."""
    excerpt = text[block.start : min(block.end, block.start + _MAX_EXCERPT_CHARS)]
    first, last = _line(text, block.start), _line(text, block.end)
    lines = f"line {first}" if first == last else f"lines {first} to {last}"
    return f"broken JSON on {lines}, beginning `{' '.join(excerpt.split())}`: {block.problem}"


def _line(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1


def _kind(block: dict[str, Any] | list[Any]) -> str:
    """Return which of `_KINDS` `block` is."""
    if isinstance(block, list):
        return "other type" if any(map(_has_type, block)) else "not a schema"
    if block.get("type") == "object" or is_object(block.get("properties")):
        return "input"
    if _is_schema(block.get("output")):
        return "output"
    return "other type" if _has_type(block) else "not a schema"


def _is_schema(value: Any) -> bool:
    return _has_type(value) or (is_object(value) and not _SCHEMA_KEYS.isdisjoint(value))


def _has_type(value: Any) -> bool:
    kind = value.get("type") if is_object(value) else None
    return isinstance(kind, list) or (isinstance(kind, str) and kind in _TYPES)


def _only(texts: list[str], name: str, notes: PageNotes) -> str | None:
    if not texts:
        notes.missing.append(name)
        return None
    notes.found.append(name)
    if len(texts) > 1:
        notes.errors.append(f"{len(texts)} different blocks that may be the {name}")
        return None
    return texts[0]
