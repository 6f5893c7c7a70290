"""A model of a few inputs, and rules about it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

from runcomfy_codegen.diagnostics.diagnostic import Diagnostic, Severity
from runcomfy_codegen.output.paths import full_module_name
from runcomfy_codegen.planning.folder_plan import FolderPlan, plan_folder
from runcomfy_codegen.reading.toml_text import quoted
from runcomfy_codegen.rendering.package import render_modules
from tests.fidelity.building import execute_module

NUMBER, TEXT, BOOLEAN = {"type": "number"}, {"type": "string"}, {"type": "boolean"}
SENTENCE = "The parts must fill the video."

INPUT = {
    "type": "object",
    "required": ["prompt"],
    "properties": {
        "prompt": TEXT,
        "duration": {"type": "integer", "minimum": 1, "maximum": 20, "default": 10},
        "seed": {"type": "integer"},
        "strength": {"type": ["number", "null"]},
        "hd": {**BOOLEAN, "default": False},
        "ratio": {"enum": ["16:9", "9:16"]},
        "33_steps": {"type": "integer"},
        "image_url": TEXT,
        "tags": {"type": "array", "items": TEXT},
        "parts": {
            "type": "array",
            "description": f"A few. {SENTENCE}",
            "items": {
                "type": "object",
                "properties": {
                    "length": {"type": "integer", "default": 5},
                    "33 name": TEXT,
                    "weight": NUMBER,
                },
            },
        },
        "size": {"type": "object", "properties": {"width": NUMBER, "height": NUMBER}},
        "odd": {"type": ["number", "string"]},
    },
}


def entry(rule: str, message: str = "no", fits: str = "[{}]", breaks: str = "", **more: str) -> str:
    """Return an entry of `rules.toml`; its examples are TOML."""
    fields = {"id": "one", "at": "input.json#/properties/parts", "quote": SENTENCE, **more}
    lines = [f"{key} = {quoted(value)}" for key, value in fields.items()]
    lines += [f"rule = {quoted(rule)}", f"message = {quoted(message)}", f"fits = {fits}"]
    lines += [f"breaks = {breaks or '[{}]'}"]
    return '[["acme/one"]]\n' + "\n".join(lines) + "\n"


def plan_with_rules(folder: Path, rules: str, schema: Mapping[str, Any] = INPUT) -> FolderPlan:
    """Plan a folder of one model with these rules."""
    (folder / "s/acme/one").mkdir(parents=True, exist_ok=True)
    (folder / "s/acme/one/input.json").write_text(json.dumps(schema), "utf-8")
    (folder / "s/rules.toml").write_text(rules, "utf-8")
    return plan_folder(folder / "s")


def errors(plan: FolderPlan) -> list[Diagnostic]:
    return [diagnostic for diagnostic in plan.diagnostics if diagnostic.severity is Severity.ERROR]


def messages_about(folder: Path, rule: str, **more: str) -> list[str]:
    """Return what is wrong with a rule, apart from its examples."""
    diagnostics = errors(plan_with_rules(folder, entry(rule, **more)))
    return [
        diagnostic.message
        for diagnostic in diagnostics
        if not re.search(r"(fits|breaks)\[", diagnostic.message)
    ]


def module_of(plan: FolderPlan) -> ModuleType:
    (model,) = plan.models
    name = full_module_name(model.module)
    return execute_module(name, render_modules([model])[name])
