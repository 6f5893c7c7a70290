"""`schemas/overrides.toml`: decisions of the maintainer that overrule what is derived.

    ["kling/kling-3.0/standard/image-to-video"]
    module = "kling.kling_3_0.image_to_video"       # the module's dotted name
    docs_url = "https://www.runcomfy.com/models/kling/kling-3-0/api"

    ["kling/kling-3.0/standard/image-to-video".names]
    "input.json#/properties/33_string" = "prompt"          # an attribute's name
    "input.json#/properties/loras/items" = "LoraSpec"      # a nested type's name
    "input.json#/properties/style/type" = "StyleSpec"      # that of a property's own object

    [["kling/kling-3.0/standard/image-to-video".waive]]
    code = "required-unknown"
    at = "input.json#/required/1"                          # everywhere, if left out

    ["kling/kling-3.0/standard/image-to-video".price]
    "input.json#/properties/resolution" = { times = { "1080p" = 1.5 }, why = "the pricing note" }

A waiver may also be a line as hints show it: `"<model_id>".waive."<at>" = "<code>"`.

    [rules]                                                # for all models: how diff judges
    "default-changed" = "breaking"                         # words, compatible, behaviour, breaking

An entry that nothing asks for is an error: see `Overrides.unused`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from runcomfy_codegen.diagnostics.codes import Notes
from runcomfy_codegen.diagnostics.diagnostic import Diagnostic
from runcomfy_codegen.json_schema.values import is_object
from runcomfy_codegen.reading.files import OVERRIDES, read_text
from runcomfy_codegen.reading.override_form import PROPERTY, ModelOverrides, read_table
from runcomfy_codegen.reading.pasted_lines import lines_to_paste
from runcomfy_codegen.reading.toml_lines import TomlLines
from runcomfy_codegen.reading.toml_text import dotted, quoted

RULES_TABLE = "rules"
"""The one table that is not about a model; a model_id has a slash."""

_HINT = "remove it, or correct the model_id, place or code"

Entry = tuple[str, str]
"""One override of a model that may match nothing: `names` and its place, `waive` and its index,
`price` and an input."""


Keys = tuple[str | int, ...]
"""Where an entry stands in the table of its model."""


@dataclass(frozen=True)
class Overrides:
    """The parsed file."""

    file: str = OVERRIDES
    """Its path, for diagnostics."""
    models: Mapping[str, ModelOverrides] = field(default_factory=dict[str, ModelOverrides])
    ranks: Mapping[str, Any] = field(default_factory=dict[str, Any])
    """Rule of `diff`: the verdict of its findings; both as written, not checked."""
    source: str = ""
    """The file's text: a hint has to fit into it."""

    def of(self, model_id: str) -> ModelOverrides:
        """Return the overrides of one model."""
        return self.models.get(model_id, ModelOverrides())

    def only(self, model_id: str) -> Overrides:
        """Return the same without the overrides of other models."""
        return replace(self, models={model_id: self.of(model_id)})

    def line_to_paste(self, *keys: str, value: str) -> str:
        """Return a hint: what to paste into the file to settle something, and where.

        `keys` lead to `value`: a model_id, then `module`, or `names` or `waive` and a place.
        """
        return lines_to_paste(OVERRIDES, self.source, keys, value, _block(keys, value))

    def unused(
        self, known: Collection[str], used: Mapping[str, Collection[Entry]]
    ) -> list[Diagnostic]:
        """Return an error for each override that matches nothing.

        `known` are the ids of all models. `used` has the entries that each model used, if it was
        planned completely; a model without an entry might have used any.
        """
        notes = Notes(self.file)
        lines = TomlLines(self.source)
        for model_id, overrides in self.models.items():
            if model_id not in known:
                close = get_close_matches(model_id, known, 1)
                hint = f"did you mean {close[0]!r}?" if close else _HINT
                message, line = f"there is no model {model_id!r}", lines.of(model_id)
                notes.add("unused-override", "", message, hint, line)
            elif model_id in used:
                for entry, keys, shown in _entries(overrides):
                    if entry not in used[model_id]:
                        message = f"matches nothing: [{quoted(model_id)}] {shown}"
                        line = lines.of(model_id, *keys)
                        notes.add("unused-override", "", message, _HINT, line)
        return notes.diagnostics


def load_overrides(schemas: Path) -> tuple[Overrides, list[Diagnostic]]:
    """Read the overrides of a schemas folder; returns what is valid, and errors for the rest."""
    path = schemas / OVERRIDES
    notes = Notes(path.as_posix())
    overrides = Overrides(notes.file)
    try:
        text = read_text(path) or ""
        parsed = tomllib.loads(text)
    except OSError as error:
        notes.add("unreadable", "", error.strerror or str(error))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        notes.add("invalid-override", "", f"cannot be read: {error}")
    else:
        overrides = _overrides(parsed, text, notes)
    return overrides, notes.diagnostics


def _overrides(parsed: dict[str, Any], text: str, notes: Notes) -> Overrides:
    """Return the valid part of the parsed file; the rest is noted."""
    lines = TomlLines(text)
    ranks = parsed.pop(RULES_TABLE, {})
    if not is_object(ranks):
        message = f"[{RULES_TABLE}] is not a table"
        notes.add("invalid-override", "", message, line=lines.of(RULES_TABLE))
        ranks = {}
    models: dict[str, ModelOverrides] = {}
    for model_id, table in parsed.items():
        models[model_id], problems = read_table(table)
        for problem in problems:
            message, line = (
                f"[{quoted(model_id)}] {problem.message}",
                lines.of(model_id, *problem.keys),
            )
            notes.add("invalid-override", "", message, line=line)
    return Overrides(notes.file, models, ranks, text)


def _entries(overrides: ModelOverrides) -> Iterator[tuple[Entry, Keys, str]]:
    """Yield the entries that may match nothing, with their keys and what a message shows."""
    for place, name in overrides.names.items():
        yield ("names", place), ("names", place), f"{quoted(place)} = {quoted(name)}"
    for index, waiver in enumerate(overrides.waivers):
        at = f" at {waiver.place}" if waiver.place is not None else ""
        yield ("waive", str(index)), ("waive", index), f"waive {waiver.code}{at}"
    for name in overrides.price:
        yield ("price", name), ("price", PROPERTY + name), f"price {quoted(PROPERTY + name)}"


def _block(keys: tuple[str, ...], value: str) -> str:
    """Return the same setting as a table of its own."""
    if keys[1] == "waive":
        return f"[[{dotted(keys[:2])}]]\ncode = {quoted(value)}\nat = {quoted(keys[2])}"
    return f"[{dotted(keys[:-1])}]\n{dotted(keys[-1:])} = {quoted(value)}"
