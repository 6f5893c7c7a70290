"""`schemas/overrides.toml`: what the maintainer decided for one model, against the rules.

    ["kling/kling-3.0/standard/image-to-video"]
    module = "kling.kling_3_0.image_to_video"       # the module's dotted name
    docs_url = "https://www.runcomfy.com/models/kling/kling-3-0/api"

    ["kling/kling-3.0/standard/image-to-video".names]
    "input.json#/properties/33_string" = "prompt"          # an attribute's name
    "input.json#/properties/loras/items" = "LoraSpec"      # a nested type's name
    "input.json#/properties/style/type" = "StyleSpec"      # that of a property's own object

    [["kling/kling-3.0/standard/image-to-video".waive]]
    code = "required-unknown"
    at = "input.json#/required/1"                          # everywhere, where left out

A waiver may also be a line as hints show it: `"<model_id>".waive."<at>" = "<code>"`.

    [rules]                                                # for all models: how drift is judged
    "default-changed" = "breaking"                         # words, compatible, behaviour, breaking

Whatever of it nothing asked for is an error in the end: `unused`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from runcomfy_codegen.diagnostics.codes import Notes
from runcomfy_codegen.diagnostics.diagnostic import Diagnostic
from runcomfy_codegen.json_schema.values import is_object
from runcomfy_codegen.reading.files import OVERRIDES, read_text
from runcomfy_codegen.reading.override_form import (
    TEXT_KEYS,
    checked_table,
    is_waivable,
)
from runcomfy_codegen.reading.toml_text import dotted, quoted

HINT = "remove it, or correct the model_id, place or code"
RULES_TABLE = "rules"
"""The one table that is about no model; a model_id has a slash."""

Key = tuple[str, ...]
"""What a line is about: a model_id, then `module`, or `names` and a place, or `waive` and which."""


@dataclass
class Overrides:
    """The parsed file; remembers which of its lines were asked for."""

    file: str = OVERRIDES
    models: dict[str, dict[str, Any]] = field(default_factory=dict[str, dict[str, Any]])
    ranks: dict[str, Any] = field(default_factory=dict[str, Any])
    """Rule of `diff`: the verdict that its findings get, as the file has both."""
    source: str = ""
    """The file as it stands, for hints that fit into it."""
    used: set[Key] = field(default_factory=set[Key])
    """The lines that were asked for."""

    def part(self, model_id: str) -> Overrides:
        """The overrides of one model alone; nothing of it was asked for yet."""
        models = {model_id: self.models[model_id]} if model_id in self.models else {}
        return replace(self, models=models, used=set())

    def text(self, model_id: str, key: str) -> str | None:
        """The value of `module` or `docs_url` for a model, if there is one."""
        return self._take((model_id, key), self.models.get(model_id, {}).get(key))

    def name(self, model_id: str, place: str) -> str | None:
        """The pinned name for `place` (`input.json#/properties/x`), if there is one."""
        return self._take((model_id, "names", place), self.names(model_id).get(place))

    def names(self, model_id: str) -> dict[str, str]:
        """Every pinned name of a model, by place."""
        names: dict[str, str] = self.models.get(model_id, {}).get("names", {})
        return names

    def waives(self, model_id: str, place: str, code: str) -> bool:
        """Whether `code` at `place` is waived for this model."""
        if not is_waivable(code):
            return False
        for index, waiver in enumerate(self.models.get(model_id, {}).get("waive", [])):
            if waiver["code"] == code and waiver.get("at", place) == place:
                self.used.add((model_id, "waive", str(index)))
                return True
        return False

    def paste(self, *keys: str, value: str) -> str:
        """The hint that settles something: a line for the file, and where it has to stand.

        `keys` lead to `value`: a model_id, then `module`, or `names` or `waive` and a place.
        """
        line = f"{dotted(keys)} = {quoted(value)}"
        try:
            tomllib.loads(f"{line}\n{self.source}")
        except tomllib.TOMLDecodeError:  # the model has a table, which cannot be opened twice
            return f"in {OVERRIDES}: {_in_a_table(keys, value)}"
        return f"at the top of {OVERRIDES}: {line}"

    def unused(self, known: Collection[str], judged: Collection[str]) -> list[Diagnostic]:
        """An error for every override that nothing asked for in this run.

        `known` are the models that there are, `judged` those that were planned to the end: of
        the others nobody can tell which names and waivers they would have asked for.
        """
        notes = Notes(self.file)
        for model_id, table in self.models.items():
            if model_id not in known:
                close = get_close_matches(model_id, known, 1)
                hint = f"did you mean {close[0]!r}?" if close else HINT
                notes.add("unused-override", "", f"there is no model {model_id!r}", hint)
                continue
            for key, line in _entries(model_id, table):
                if key not in self.used and (key[1] in TEXT_KEYS or model_id in judged):
                    notes.add("unused-override", "", f"matches nothing: {line}", HINT)
        return notes.found

    def _take(self, key: tuple[str, ...], value: str | None) -> str | None:
        if value is not None:
            self.used.add(key)
        return value


def load_overrides(schemas: Path) -> tuple[Overrides, list[Diagnostic]]:
    """The overrides of a schemas folder that are of the documented form, and what is not."""
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
    return overrides, notes.found


def _overrides(parsed: dict[str, Any], text: str, notes: Notes) -> Overrides:
    """What of a parsed file can be used; the rest is noted."""
    ranks = parsed.pop(RULES_TABLE, {})
    found = [] if is_object(ranks) else [(RULES_TABLE, "is not a table")]
    models: dict[str, dict[str, Any]] = {}
    for model_id, table in parsed.items():
        models[model_id], problems = checked_table(table)
        found += [(quoted(model_id), problem) for problem in problems]
    for name, problem in found:
        notes.add("invalid-override", "", f"[{name}] {problem}")
    return Overrides(notes.file, models, ranks if is_object(ranks) else {}, text)


def _entries(model_id: str, table: dict[str, Any]) -> Iterator[tuple[Key, str]]:
    """The key by which each override of a model is known to be used, and how it is shown."""
    where = f"[{quoted(model_id)}]"
    for key in TEXT_KEYS:
        if key in table:
            yield (model_id, key), f"{where} {key} = {quoted(table[key])}"
    for place, name in table.get("names", {}).items():
        yield (model_id, "names", place), f"{where} {quoted(place)} = {quoted(name)}"
    for index, waiver in enumerate(table.get("waive", [])):
        at = f" at {waiver['at']}" if "at" in waiver else ""
        yield (model_id, "waive", str(index)), f"{where} waive {waiver['code']}{at}"


def _in_a_table(keys: tuple[str, ...], value: str) -> str:
    """The same in a table of the model that the file has already."""
    if keys[1] == "waive":
        return f"[[{dotted(keys[:2])}]] code = {quoted(value)}, at = {quoted(keys[2])}"
    return f"[{dotted(keys[:-1])}] {dotted(keys[-1:])} = {quoted(value)}"
