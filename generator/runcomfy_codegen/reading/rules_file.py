"""`schemas/rules.toml`: conditions that a page states in words, each with its quote.

[["some/model"]]
id = "segments-fill-the-video"
at = "input.json#/properties/segments"          # where the sentence stands
quote = "The segments must last as long as the video."
rule = "sum(segment.duration for segment in segments) == duration"
message = "the segments last {sum(segment.duration for segment in segments)} s"
fits = [{ duration = 10, segments = [{ duration = 5 }, { duration = 5 }] }]
breaks = [{ duration = 10, segments = [{ duration = 5 }] }]

[["some/model"]]
id = "image-formats"
at = "input.json#/properties/image_url"
quote = "Supports jpg and png."
accepts = ["image/jpeg", "image/png"]           # in place of a rule

[["some/model"]]
at = "input.json#/properties/prompt"
quote = "Must be short."
none = "the page does not say how short"        # the answer to a sentence without a rule
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from runcomfy_codegen.diagnostics.collector import Collector
from runcomfy_codegen.diagnostics.diagnostic import Diagnostic
from runcomfy_codegen.json_schema.values import is_array, is_object
from runcomfy_codegen.reading.files import INPUT, RULES_FILE
from runcomfy_codegen.reading.place import Place
from runcomfy_codegen.reading.toml_file import read_toml
from runcomfy_codegen.reading.toml_lines import TomlLines
from runcomfy_codegen.reading.toml_text import quoted
from runcomfy_codegen.suggesting import did_you_mean

_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_CONTENT_TYPE = re.compile(r"(?:image|video|audio)/[a-z0-9.+-]+")

_LISTS = ("fits", "breaks", "accepts")
_FORMS = {
    "rule": frozenset({"id", "at", "quote", "rule", "message", "fits", "breaks"}),
    "accepts": frozenset({"id", "at", "quote", "accepts"}),
    "none": frozenset({"at", "quote", "none"}),
}
"""Key that only one form of entry has: all keys of that form. An entry has exactly these."""

_KEYS = frozenset[str]().union(*_FORMS.values())


@dataclass(frozen=True, kw_only=True)
class RuleEntry:
    """One entry of the file, as written; only its form is checked."""

    place: Place
    """The place of the text that contains the quote: the key `at`."""
    quote: str
    id: str = ""
    rule: str = ""
    message: str = ""
    fits: tuple[Any, ...] = ()
    """Inputs that keep the rule, by the names that it uses."""
    breaks: tuple[Any, ...] = ()
    accepts: tuple[str, ...] = ()
    """Content types."""
    none: str = ""
    """Why the sentence has no rule."""
    line: int = field(default=0, compare=False)


Rules = Mapping[str, tuple[RuleEntry, ...]]
"""Model_id: its entries."""


def load_rules(schemas: Path) -> tuple[Rules, list[Diagnostic]]:
    """Read the rules of a schemas folder; returns the valid entries, and errors for the others."""
    path = schemas / RULES_FILE
    collector = Collector(path.as_posix())
    toml = read_toml(path, "invalid-rule", collector)
    rules: Rules = _rules(toml.table, TomlLines(toml.text), collector) if toml else {}
    return rules, collector.diagnostics


def _rules(parsed: Mapping[str, Any], lines: TomlLines, collector: Collector) -> Rules:
    rules: dict[str, tuple[RuleEntry, ...]] = {}
    for model_id, tables in parsed.items():
        if is_array(tables):
            rules[model_id] = _entries(model_id, tables, lines, collector)
        else:
            message = f"rules are written as [[{quoted(model_id)}]]"
            collector.add("invalid-rule", "", message, line=lines.of(model_id))
    return rules


def _entries(
    model_id: str, tables: list[Any], lines: TomlLines, collector: Collector
) -> tuple[RuleEntry, ...]:
    """Return the valid entries of one model; the problems of the others are noted."""
    entries: list[RuleEntry] = []
    for index, table in enumerate(tables):
        line = lines.of(model_id, index)
        problems = list(_problems(table, {entry.id for entry in entries}))
        for problem in problems:
            message = f"[[{quoted(model_id)}]] {_name(table)}{problem}"
            collector.add("invalid-rule", "", message, line=line)
        if not problems:
            entries.append(_entry(table, line))
    return tuple(entries)


def _name(table: Any) -> str:
    name = table.get("id") if is_object(table) else None
    return f"{name}: " if isinstance(name, str) else ""


def _problems(table: Any, used_ids: set[str]) -> Iterator[str]:
    if not is_object(table):
        yield "is not a table"
        return
    for key in sorted(table.keys() - _KEYS):
        yield f"has an unknown key {key!r}{did_you_mean(key, _KEYS)}"
    forms = [form for form in _FORMS if form in table]
    if len(forms) != 1:
        yield "needs one of rule, accepts and none"
        return
    needed = _FORMS[forms[0]]
    if missing := sorted(needed - table.keys()):
        yield f"lacks {', '.join(missing)}"
    if foreign := sorted(table.keys() & _KEYS - needed):
        yield f"has {', '.join(foreign)} beside {forms[0]}"
    for key in sorted(needed & table.keys()):
        yield from _value_problems(key, table[key], used_ids)


def _value_problems(key: str, value: Any, used_ids: set[str]) -> Iterator[str]:
    if key in _LISTS:
        if not (is_array(value) and value):
            yield f"{key} is not a list, or is empty"
        elif key == "accepts" and not all(map(_is_content_type, value)):
            yield "accepts is not a list of content types such as image/png"
    elif not isinstance(value, str) or not value.strip():
        yield f"{key} is not a text, or is empty"
    else:
        yield from _text_problems(key, value, used_ids)


def _text_problems(key: str, text: str, used_ids: set[str]) -> Iterator[str]:
    if key == "id" and not _ID.fullmatch(text):
        yield "id must consist of lower-case words joined by hyphens"
    elif key == "id" and text in used_ids:
        yield "has the id of another rule of the model"
    elif key == "at" and not text.startswith(f"{INPUT}#"):
        yield f"at is not a place in {INPUT}: rules are about inputs"


def _is_content_type(value: Any) -> bool:
    return isinstance(value, str) and bool(_CONTENT_TYPE.fullmatch(value))


def _entry(table: Mapping[str, Any], line: int) -> RuleEntry:
    fields = {key: table[key] for key in table if key != "at"}
    fields |= {key: tuple(table[key]) for key in _LISTS if key in table}
    return RuleEntry(**fields, place=Place.parse(table["at"]), line=line)
