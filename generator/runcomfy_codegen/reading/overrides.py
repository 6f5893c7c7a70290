"""`schemas/overrides.toml`: what the maintainer decided for one model, against the rules.

    ["kling/kling-3.0/standard/image-to-video"]
    module = "kling.kling_3_0.image_to_video"       # the module's dotted name
    docs_url = "https://www.runcomfy.com/models/kling/kling-3-0/api"

    ["kling/kling-3.0/standard/image-to-video".names]
    "input.json#/properties/33_string" = "prompt"          # an attribute's name
    "input.json#/properties/loras/items" = "LoraSpec"      # a nested type's name

    [["kling/kling-3.0/standard/image-to-video".waive]]
    code = "required-unknown"
    at = "input.json#/required/1"                          # everywhere, where left out

Whatever of it nothing asked for is an error in the end: `unused`.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from runcomfy_codegen.codes import CODES, Notes
from runcomfy_codegen.diagnostics import Diagnostic, Severity
from runcomfy_codegen.reading.files import OVERRIDES, read_text
from runcomfy_codegen.reading.json_value import is_array, is_object

_TEXT_KEYS = ("module", "docs_url")


@dataclass
class Overrides:
    """The parsed file; remembers which of its lines were asked for."""

    file: str = OVERRIDES
    models: dict[str, dict[str, Any]] = field(default_factory=dict[str, dict[str, Any]])
    _used: set[tuple[str, ...]] = field(default_factory=set[tuple[str, ...]])

    def text(self, model_id: str, key: str) -> str | None:
        """The value of `module` or `docs_url` for a model, if there is one."""
        return self._take(model_id, key, self.models.get(model_id, {}))

    def name(self, model_id: str, place: str) -> str | None:
        """The pinned name for `place` (`input.json#/properties/x`), if there is one."""
        names = self.models.get(model_id, {}).get("names", {})
        return self._take(model_id, place, names)

    def waives(self, model_id: str, place: str, code: str) -> bool:
        """Whether `code` at `place` is waived for this model."""
        if not _waivable(code):
            return False
        for index, waiver in enumerate(self.models.get(model_id, {}).get("waive", [])):
            if waiver["code"] == code and waiver.get("at", place) == place:
                self._used.add((model_id, "waive", str(index)))
                return True
        return False

    def unused(self) -> list[Diagnostic]:
        """An error for every override that nothing asked for in this run."""
        notes = Notes(self.file)
        for key, line in self._entries():
            if key not in self._used:
                hint = "remove it, or correct the model_id, place or code"
                notes.add("unused-override", "", f"matches nothing: {line}", hint)
        return notes.found

    def _take(self, model_id: str, key: str, table: dict[str, Any]) -> str | None:
        value = table.get(key)
        if value is not None:
            self._used.add((model_id, key))
        return value

    def _entries(self) -> Iterator[tuple[tuple[str, ...], str]]:
        for model_id, table in self.models.items():
            where = f"[{json.dumps(model_id)}]"
            for key in _TEXT_KEYS:
                if key in table:
                    yield (model_id, key), f"{where} {key} = {json.dumps(table[key])}"
            for place, name in table.get("names", {}).items():
                yield (model_id, place), f"{where} {json.dumps(place)} = {json.dumps(name)}"
            for index, waiver in enumerate(table.get("waive", [])):
                at = f" at {waiver['at']}" if "at" in waiver else ""
                yield (model_id, "waive", str(index)), f"{where} waive {waiver['code']}{at}"


def load_overrides(schemas: Path) -> tuple[Overrides, list[Diagnostic]]:
    """The overrides of a schemas folder, or none with the reason."""
    path = schemas / OVERRIDES
    notes = Notes(path.as_posix())
    try:
        parsed = tomllib.loads(read_text(path) or "")
    except OSError as error:
        notes.add("unreadable", "", error.strerror or str(error))
        return Overrides(notes.file), notes.found
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        notes.add("invalid-override", "", f"cannot be read: {error}")
        return Overrides(notes.file), notes.found
    for model_id, table in parsed.items():
        for problem in _problems(table):
            notes.add("invalid-override", "", f"[{json.dumps(model_id)}] {problem}")
    return Overrides(notes.file, {} if notes.found else parsed), notes.found


def pin_name(model_id: str, place: str, name: str) -> str:
    """The lines of the override file that pin `name` at `place`: a hint to paste."""
    return (
        f"in {OVERRIDES}: [{json.dumps(model_id)}.names] {json.dumps(place)} = {json.dumps(name)}"
    )


def _waivable(code: str) -> bool:
    known = CODES.get(code)
    return known is not None and (known.waivable or known.severity < Severity.ERROR)


def _problems(table: Any) -> Iterator[str]:
    """What is wrong with the form of one model's overrides."""
    if not is_object(table):
        yield "is not a table"
        return
    for key in table.keys() - {*_TEXT_KEYS, "names", "waive"}:
        yield f"has an unknown key {key!r}"
    for key in _TEXT_KEYS:
        if not isinstance(table.get(key, ""), str):
            yield f"{key} is not a string"
    names = table.get("names", {})
    if not is_object(names) or not all(isinstance(name, str) for name in names.values()):
        yield "names is not a table of strings"
    waivers = table.get("waive", [])
    if not is_array(waivers):
        yield "waive is not an array of tables"
        return
    for waiver in waivers:
        yield from _waiver_problems(waiver)


def _waiver_problems(waiver: Any) -> Iterator[str]:
    if not is_object(waiver) or not isinstance(waiver.get("code"), str):
        yield "waive needs tables with a code"
    elif waiver.keys() - {"code", "at", "why"}:
        yield "a waiver knows code, at and why only"
    elif not isinstance(waiver.get("at", ""), str):
        yield "the waiver's at is not a string"
    elif waiver["code"] not in CODES:
        yield f"there is no diagnostic {waiver['code']!r}"
    elif not _waivable(waiver["code"]):
        yield f"{waiver['code']!r} is an error that cannot be waived"
