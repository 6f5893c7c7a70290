"""Read a maintainer's corrections: `schemas/overrides.toml` and `rules.toml`.

`overrides.toml` has decisions that overrule what is derived; `rules_file.py` reads the rules.

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

    ["kling/kling-3.0/standard/image-to-video".patch]      # `was`: what the page says there
    "input.json#/required/1" = { value = "images", was = "image_urls", why = "it means images" }
    "input.json#/properties/47_video/format" = { value = "video_uri", why = "it is a video" }
    "input.json#/required/2" = { remove = true, was = "seed", why = "it may be left out" }

    ["kling/kling-3.0/standard/image-to-video".price]
    "input.json#/properties/resolution" = { times = { "1080p" = 1.5 }, why = "the pricing note" }

A waiver may also be a line as hints show it: `"<model_id>".waive."<at>" = "<code>"`.

    [verdicts]                                             # for all models: how diff judges
    "default-changed" = "breaking"                         # words, compatible, behaviour, breaking

    [renamed]                                              # ids that changed upstream
    "kling/kling-2" = "kling/kling-3.0"                    # the old module imports the new one

An entry that matches nothing is an error: see `Overrides.unused`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple

from runcomfy_codegen.diagnostics.collector import Collector
from runcomfy_codegen.diagnostics.diagnostic import Diagnostic
from runcomfy_codegen.json_schema.values import is_object
from runcomfy_codegen.reading.files import OVERRIDES_FILE, RULES_FILE
from runcomfy_codegen.reading.former_ids import RENAMED_TABLE, Renamed, read_renamed
from runcomfy_codegen.reading.model_overrides import INPUT_PROPERTY, ModelOverrides, read_table
from runcomfy_codegen.reading.override_names import with_names
from runcomfy_codegen.reading.pasted_lines import lines_to_paste
from runcomfy_codegen.reading.rules_file import RuleEntry, Rules, load_rules
from runcomfy_codegen.reading.toml_file import read_toml
from runcomfy_codegen.reading.toml_lines import TomlLines
from runcomfy_codegen.reading.toml_text import dotted, quoted
from runcomfy_codegen.suggesting import suggestion

VERDICTS_TABLE = "verdicts"
"""This table is not about a model, and neither is `[renamed]`: model_ids contain a slash."""

_OLD_VERDICTS_TABLE = "rules"
"""Its name before `rules.toml` existed, which has rules of another kind."""

_HINT = "remove it, or correct the model_id, place or code"

Entry = tuple[str, str]
"""One override of a model that may match nothing: `names` and its place, `waive` and its index,
`patch` and its place, `price` and an input."""


class _ListedEntry(NamedTuple):
    """An override of a model, and how a message refers to it."""

    entry: Entry
    keys: tuple[str | int, ...]
    """Where it is in the table of its model."""
    shown: str
    """Its form in a message."""


@dataclass(frozen=True)
class Overrides:
    """The parsed `overrides.toml` and `rules.toml`."""

    file: str = OVERRIDES_FILE
    """Its path, for diagnostics."""
    models: Mapping[str, ModelOverrides] = field(default_factory=dict[str, ModelOverrides])
    verdicts: Mapping[str, Any] = field(default_factory=dict[str, Any])
    """Rule of `diff`: the verdict of its findings; both as written, not checked."""
    renamed: Renamed = field(default_factory=dict[str, str])
    """An id that a model had: the id that it has now."""
    source: str = ""
    """The file's text: a hint has to fit into it."""
    rules: Rules = field(default_factory=dict[str, tuple[RuleEntry, ...]])
    """The entries of `rules.toml` by model_id."""
    rules_file: str = RULES_FILE
    """Its path, for diagnostics."""

    def of(self, model_id: str) -> ModelOverrides:
        """Return the overrides of one model."""
        return self.models.get(model_id, ModelOverrides())

    def with_names(self, model_id: str, names: Mapping[str, str]) -> Overrides:
        """Return the same with `names` of one model, by place, in the text of the file, too."""
        current = self.of(model_id)
        models = {**self.models, model_id: replace(current, names={**current.names, **names})}
        return replace(self, models=models, source=with_names(self.source, model_id, names))

    def without_patches(self) -> Overrides:
        """Return the same without patches, for documents that have them applied already."""
        models = {name: replace(overrides, patches={}) for name, overrides in self.models.items()}
        return replace(self, models=models)

    def only(self, model_id: str) -> Overrides:
        """Return the same without the overrides of other models."""
        rules = {model_id: self.rules[model_id]} if model_id in self.rules else {}
        return replace(self, models={model_id: self.of(model_id)}, rules=rules)

    def rules_of(self, model_id: str) -> tuple[RuleEntry, ...]:
        """Return the rules of one model."""
        return self.rules.get(model_id, ())

    def line_to_paste(self, *keys: str, value: str) -> str:
        """Return a hint: what to paste into the file to settle something, and where.

        `keys` lead to `value`: a model_id, then `module`, or `names` or `waive` and a place.
        """
        return lines_to_paste(OVERRIDES_FILE, self.source, keys, value, _block(keys, value))

    def unused(
        self, model_ids: Collection[str], used: Mapping[str, Collection[Entry]]
    ) -> list[Diagnostic]:
        """Return an error for each override that matches nothing.

        `model_ids` are the ids of all models. `used` has the entries that each model used, if it
        was planned completely; a model that is missing in it might have used any.
        """
        collector, rule_collector = Collector(self.file), Collector(self.rules_file)
        lines = TomlLines(self.source)
        for model_id, rules in self.rules.items():
            if model_id not in model_ids:
                line = rules[0].line if rules else 0
                _note_unknown_model(model_id, model_ids, line, rule_collector)
        for model_id, overrides in self.models.items():
            if model_id not in model_ids:
                _note_unknown_model(model_id, model_ids, lines.of(model_id), collector)
            elif model_id in used:
                for listed in _entries(overrides):
                    if listed.entry not in used[model_id]:
                        message = f"matches nothing: [{quoted(model_id)}] {listed.shown}"
                        line = lines.of(model_id, *listed.keys)
                        collector.add("unused-override", "", message, _HINT, line=line)
        return rule_collector.diagnostics + collector.diagnostics


def load_overrides(schemas: Path) -> tuple[Overrides, list[Diagnostic]]:
    """Read overrides and rules of a schemas folder; returns what is valid, and errors otherwise."""
    overrides, diagnostics = _load_overrides(schemas)
    rules, problems = load_rules(schemas)
    file = (schemas / RULES_FILE).as_posix()
    return replace(overrides, rules=rules, rules_file=file), [*diagnostics, *problems]


def _load_overrides(schemas: Path) -> tuple[Overrides, list[Diagnostic]]:
    path = schemas / OVERRIDES_FILE
    collector = Collector(path.as_posix())
    toml = read_toml(path, "invalid-override", collector)
    overrides = _overrides(toml.table, toml.text, collector) if toml else Overrides(collector.file)
    return overrides, collector.diagnostics


def _overrides(parsed: dict[str, Any], text: str, collector: Collector) -> Overrides:
    """Return the valid part of the parsed file; the rest is noted."""
    lines = TomlLines(text)
    verdicts = _verdicts(parsed, lines, collector)
    renamed, problems_by_id = read_renamed(parsed.pop(RENAMED_TABLE, {}))
    for old, problem in problems_by_id.items():
        collector.add("invalid-override", "", problem, line=lines.of(RENAMED_TABLE, old))
    models: dict[str, ModelOverrides] = {}
    for model_id, table in parsed.items():
        overrides, problems = read_table(table)
        patches = {
            place: replace(patch, line=lines.of(model_id, "patch", str(place)))
            for place, patch in overrides.patches.items()
        }
        models[model_id] = replace(overrides, patches=patches)
        for form_problem in problems:
            message = f"[{quoted(model_id)}] {form_problem.message}"
            line = lines.of(model_id, *form_problem.keys)
            collector.add("invalid-override", "", message, line=line)
    return Overrides(collector.file, models, verdicts, renamed, text)


def _verdicts(parsed: dict[str, Any], lines: TomlLines, collector: Collector) -> dict[str, Any]:
    """Take `[verdicts]` out of the parsed file, and return it."""
    if parsed.pop(_OLD_VERDICTS_TABLE, None) is not None:
        message = f"[{_OLD_VERDICTS_TABLE}] is called [{VERDICTS_TABLE}] now"
        line = lines.of(_OLD_VERDICTS_TABLE)
        collector.add("invalid-override", "", message, "rename the table", line=line)
    verdicts = parsed.pop(VERDICTS_TABLE, {})
    if is_object(verdicts):
        return verdicts
    message = f"[{VERDICTS_TABLE}] is not a table"
    collector.add("invalid-override", "", message, line=lines.of(VERDICTS_TABLE))
    return {}


def _note_unknown_model(
    model_id: str, model_ids: Collection[str], line: int, collector: Collector
) -> None:
    hint = suggestion(model_id, model_ids, otherwise=_HINT)
    collector.add("unused-override", "", f"unknown model {model_id!r}", hint, line=line)


def _entries(overrides: ModelOverrides) -> Iterator[_ListedEntry]:
    """Yield the entries that may match nothing."""
    for place, name in overrides.names.items():
        keys = ("names", place)
        yield _ListedEntry(keys, keys, f"{quoted(place)} = {quoted(name)}")
    for index, waiver in enumerate(overrides.waivers):
        at = f" at {waiver.place}" if waiver.place is not None else ""
        yield _ListedEntry(("waive", str(index)), ("waive", index), f"waive {waiver.code}{at}")
    for place in map(str, overrides.patches):
        keys = ("patch", place)
        yield _ListedEntry(keys, keys, f"patch {quoted(place)}")
    for name in overrides.price:
        place = INPUT_PROPERTY + name
        yield _ListedEntry(("price", name), ("price", place), f"price {quoted(place)}")


def _block(keys: tuple[str, ...], value: str) -> str:
    """Return the same setting as lines of a separate table."""
    if keys[1] == "waive":
        return f"[[{dotted(keys[:2])}]]\ncode = {quoted(value)}\nat = {quoted(keys[2])}"
    return f"[{dotted(keys[:-1])}]\n{dotted(keys[-1:])} = {quoted(value)}"
