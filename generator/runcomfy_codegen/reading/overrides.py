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

A waiver may also be a line as hints show it: `"<model_id>".waive."<at>" = "<code>"`.

    [rules]                                                # for all models: how diff judges
    "default-changed" = "breaking"                         # words, compatible, behaviour, breaking

    [renamed]                                              # ids that changed upstream
    "kling/kling-2" = "kling/kling-3.0"                    # the old module imports the new one

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
from runcomfy_codegen.reading.former_ids import RENAMED_TABLE, Renamed, read_renamed
from runcomfy_codegen.reading.override_form import ModelOverrides, read_table
from runcomfy_codegen.reading.toml_text import dotted, quoted

RULES_TABLE = "rules"
"""A table that is not about a model, like `[renamed]`; a model_id has a slash."""

_HINT = "remove it, or correct the model_id, place or code"

Entry = tuple[str, str]
"""One override of a model that may match nothing: `names` and its place, `waive` and its index."""


@dataclass(frozen=True)
class Overrides:
    """The parsed file."""

    file: str = OVERRIDES
    """Its path, for diagnostics."""
    models: Mapping[str, ModelOverrides] = field(default_factory=dict[str, ModelOverrides])
    ranks: Mapping[str, Any] = field(default_factory=dict[str, Any])
    """Rule of `diff`: the verdict of its findings; both as written, not checked."""
    renamed: Renamed = field(default_factory=dict[str, str])
    """An id that a model had: the id that it has now."""
    source: str = ""
    """The file's text: a hint has to fit into it."""

    def of(self, model_id: str) -> ModelOverrides:
        """Return the overrides of one model."""
        return self.models.get(model_id, ModelOverrides())

    def only(self, model_id: str) -> Overrides:
        """Return the same without the overrides of other models."""
        return replace(self, models={model_id: self.of(model_id)})

    def line_to_paste(self, *keys: str, value: str) -> str:
        """Return a hint: a line for the file that settles something, and where to paste it.

        `keys` lead to `value`: a model_id, then `module`, or `names` or `waive` and a place.
        """
        line = f"{dotted(keys)} = {quoted(value)}"
        try:
            tomllib.loads(f"{line}\n{self.source}")
        except tomllib.TOMLDecodeError:  # the model has a table, and TOML opens none twice
            return f"in {OVERRIDES}: {_in_its_table(keys, value)}"
        return f"at the top of {OVERRIDES}: {line}"

    def unused(
        self, known: Collection[str], used: Mapping[str, Collection[Entry]]
    ) -> list[Diagnostic]:
        """Return an error for each override that matches nothing.

        `known` are the ids of all models. `used` has the entries that each model used, if it was
        planned completely; a model without an entry might have used any.
        """
        notes = Notes(self.file)
        for model_id, overrides in self.models.items():
            if model_id not in known:
                close = get_close_matches(model_id, known, 1)
                hint = f"did you mean {close[0]!r}?" if close else _HINT
                notes.add("unused-override", "", f"there is no model {model_id!r}", hint)
            elif model_id in used:
                for entry, line in _entries(overrides):
                    if entry not in used[model_id]:
                        message = f"matches nothing: [{quoted(model_id)}] {line}"
                        notes.add("unused-override", "", message, _HINT)
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
    ranks = parsed.pop(RULES_TABLE, {})
    if not is_object(ranks):
        notes.add("invalid-override", "", f"[{RULES_TABLE}] is not a table")
        ranks = {}
    renamed, problems = read_renamed(parsed.pop(RENAMED_TABLE, {}))
    for problem in problems:
        notes.add("invalid-override", "", problem)
    models: dict[str, ModelOverrides] = {}
    for model_id, table in parsed.items():
        models[model_id], problems = read_table(table)
        for problem in problems:
            notes.add("invalid-override", "", f"[{quoted(model_id)}] {problem}")
    return Overrides(notes.file, models, ranks, renamed, text)


def _entries(overrides: ModelOverrides) -> Iterator[tuple[Entry, str]]:
    """Yield the entries that may match nothing, each with the line that a message shows."""
    for place, name in overrides.names.items():
        yield ("names", place), f"{quoted(place)} = {quoted(name)}"
    for index, waiver in enumerate(overrides.waivers):
        at = f" at {waiver.place}" if waiver.place is not None else ""
        yield ("waive", str(index)), f"waive {waiver.code}{at}"


def _in_its_table(keys: tuple[str, ...], value: str) -> str:
    """Return the same setting for a model that has a table in the file already."""
    if keys[1] == "waive":
        return f"[[{dotted(keys[:2])}]] code = {quoted(value)}, at = {quoted(keys[2])}"
    return f"[{dotted(keys[:-1])}] {dotted(keys[-1:])} = {quoted(value)}"
