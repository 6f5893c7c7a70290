"""Telling a page's JSON blocks apart: input schema, output schema, and what is neither."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from runcomfy_codegen.json_schema.keywords import JSON_TYPES
from runcomfy_codegen.json_schema.values import is_object
from runcomfy_codegen.pages.json_blocks import BrokenJson, JsonBlock
from runcomfy_codegen.pages.notes import Notes
from runcomfy_codegen.reading.json_text import pretty

_TYPES = JSON_TYPES | {"float"}
_SCHEMA_KEYS = {"$ref", "allOf", "anyOf", "const", "enum", "items", "oneOf", "properties"}
_TELLING_KEYS = {"type", "title", "required", "properties", "output"}
"""Keys by which a block that breaks off shows that it was to be a schema."""

_KINDS = ("input", "output", "other type", "no schema")

_MAX_BROKEN = 5
"""Broken blocks that are told one by one."""


def read_schemas(blocks: Sequence[JsonBlock], notes: Notes) -> tuple[str | None, str | None]:
    """The input and the output schema among `blocks`, laid out; None with a note.

    The input schema is an object schema. The output schema is the block `{"output": {…}}`, kept
    with its `output` key; failing that, a second object schema. Blocks that stand on the page
    twice count once. Two different candidates for one place are refused, never chosen from.
    """
    kinds: dict[str, dict[str, None]] = {kind: {} for kind in _KINDS}
    for block in blocks:
        kind = _kind(json.loads(block.text, parse_int=str, parse_float=str))
        kinds[kind][pretty(block.text)] = None
    inputs, outputs = list(kinds["input"]), list(kinds["output"])
    if not outputs and len(inputs) == 2:
        notes.odd.append("the output schema stands bare, without an `output` key around it")
        outputs = [inputs.pop()]
    if others := len(kinds["no schema"]):
        notes.found.append(f"JSON that is no schema ({others}×)")
    for text in kinds["other type"]:
        notes.wrong.append(f"a schema that is not an object: {' '.join(text[:60].split())}…")
    return _only(inputs, "input schema", notes), _only(outputs, "output schema", notes)


def note_broken(blocks: Sequence[BrokenJson], text: str, notes: Notes) -> None:
    """Note the blocks that break off: wrong where they were to be a schema, else odd."""
    for block in blocks[:_MAX_BROKEN]:
        telling = block.cut_off or _TELLING_KEYS.intersection(block.keys)
        (notes.wrong if telling else notes.odd).append(_broken_text(block, text))
    if len(blocks) > _MAX_BROKEN:
        notes.wrong.append(f"{len(blocks) - _MAX_BROKEN} more JSON blocks that are broken")


def note_broken_bodies(bodies: Sequence[BrokenJson], text: str, notes: Notes) -> None:
    """Note the bodies of commands that break off."""
    notes.wrong.extend(
        f"the body of a command: {_broken_text(body, text)}" for body in bodies[:_MAX_BROKEN]
    )


def _broken_text(block: BrokenJson, text: str) -> str:
    """One line on what is wrong with `block` of the page `text`, and where."""
    begins = " ".join(text[block.start : min(block.end, block.start + 40)].split())
    first, last = _line(text, block.start), _line(text, block.end)
    place = f"line {first}" if first == last else f"lines {first} to {last}"
    return f"broken JSON on {place}, beginning `{begins}`: {block.problem}"


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1


def _kind(block: dict[str, Any] | list[Any]) -> str:
    """Which of `_KINDS` `block` is; a response or an example is no schema."""
    if isinstance(block, list):
        return "other type" if any(map(_has_type, block)) else "no schema"
    if block.get("type") == "object" or is_object(block.get("properties")):
        return "input"
    if _is_schema(block.get("output")):
        return "output"
    return "other type" if _has_type(block) else "no schema"


def _is_schema(value: Any) -> bool:
    return _has_type(value) or (is_object(value) and not _SCHEMA_KEYS.isdisjoint(value))


def _has_type(value: Any) -> bool:
    kind = value.get("type") if is_object(value) else None
    return isinstance(kind, list) or (isinstance(kind, str) and kind in _TYPES)


def _only(texts: list[str], what: str, notes: Notes) -> str | None:
    if not texts:
        notes.missing.append(what)
        return None
    notes.found.append(what)
    if len(texts) > 1:
        notes.wrong.append(f"{len(texts)} different blocks that may be the {what}")
        return None
    return texts[0]
