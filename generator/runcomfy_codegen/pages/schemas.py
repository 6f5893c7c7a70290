"""Telling a page's JSON blocks apart: input schema, output schema, and what is neither."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any, cast

from runcomfy_codegen.json_text import pretty
from runcomfy_codegen.pages.json_blocks import BrokenJson, JsonBlock
from runcomfy_codegen.pages.notes import Notes

_TYPES = {"object", "array", "string", "number", "integer", "float", "boolean", "null"}
_SCHEMA_KEYS = {"$ref", "allOf", "anyOf", "const", "enum", "items", "oneOf"}
_TELLING_KEYS = {"type", "title", "required", "properties", "output"}
"""Keys by which a block that breaks off shows that it was to be a schema."""

_KINDS = ("input", "output", "other type", "no schema")

_MOST = 5
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
        notes.found.append(f"{others} JSON blocks that are no schemas")
    for text in kinds["other type"]:
        notes.wrong.append(f"a schema that is not an object: {' '.join(text[:60].split())}…")
    return _only(inputs, "input schema", notes), _only(outputs, "output schema", notes)


def note_broken(blocks: Iterable[BrokenJson], text: str, notes: Notes) -> None:
    """Note the blocks that break off: wrong where they were to be a schema, else odd."""
    count = 0
    for block in blocks:
        if not block.keys and not block.cut_off:
            continue
        count += 1
        if count <= _MOST:
            telling = block.cut_off or _TELLING_KEYS.intersection(block.keys)
            (notes.wrong if telling else notes.odd).append(broken_text(block, text))
    if count > _MOST:
        notes.wrong.append(f"{count - _MOST} more JSON blocks that are broken")


def broken_text(block: BrokenJson, text: str) -> str:
    """One line on what is wrong with `block` of the page `text`, and where."""
    begins = " ".join(text[block.start : min(block.end, block.start + 40)].split())
    first, last = _line(text, block.start), _line(text, block.end)
    place = f"line {first}" if first == last else f"lines {first} to {last}"
    return f"broken JSON on {place}, beginning `{begins}`: {block.problem}"


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1


def _kind(value: Any) -> str:
    """Which of `_KINDS` `value` is; a response or an example is no schema."""
    if isinstance(value, list):
        items = cast("list[Any]", value)
        return "other type" if any(map(_is_schema, items)) else "no schema"
    block = cast("dict[str, Any]", value)
    if block.get("type") == "object" or isinstance(block.get("properties"), dict):
        return "input"
    if _is_schema(block.get("output")):
        return "output"
    return "other type" if _is_schema(block) else "no schema"


def _is_schema(value: Any) -> bool:
    if not isinstance(value, dict):
        return False
    block = cast("dict[str, Any]", value)
    kinds = block.get("type")
    named = cast("list[Any]", kinds) if isinstance(kinds, list) else [kinds]
    return (
        any(isinstance(kind, str) and kind in _TYPES for kind in named)
        or isinstance(block.get("properties"), dict)
        or not _SCHEMA_KEYS.isdisjoint(block)
    )


def _only(texts: list[str], what: str, notes: Notes) -> str | None:
    if not texts:
        notes.missing.append(what)
        return None
    notes.found.append(what)
    if len(texts) > 1:
        notes.wrong.append(f"{len(texts)} different blocks that may be the {what}")
        return None
    return texts[0]
