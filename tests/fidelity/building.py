"""Build modules from schemas as the command does, without writing files."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

from runcomfy_codegen.diagnostics.diagnostic import Diagnostic, Severity
from runcomfy_codegen.output.paths import full_module_name
from runcomfy_codegen.planning.flag_lines import flag_lines
from runcomfy_codegen.planning.folder_plan import plan_folder
from runcomfy_codegen.rendering.flag_source import flag_source
from runcomfy_codegen.rendering.package import render_modules


class Built:
    """The modules of input schemas, or the errors that stopped the generator."""

    def __init__(self, schemas: Mapping[str, Any], outputs: Mapping[str, Any] = {}) -> None:
        """Build `schemas`; their names consist of letters, digits and `-`."""
        self.modules: dict[str, ModuleType] = {}
        self.errors: dict[str, list[Diagnostic]] = {name: [] for name in schemas}
        self.warnings: dict[str, list[Diagnostic]] = {name: [] for name in schemas}
        with tempfile.TemporaryDirectory() as folder:
            top = Path(folder) / "schemas"
            for name, schema in schemas.items():
                (top / "acme" / name).mkdir(parents=True)
                text = json.dumps(schema, ensure_ascii=True)
                (top / "acme" / name / "input.json").write_text(text, "utf-8")
            for name, schema in outputs.items():
                text = json.dumps({"output": schema}, ensure_ascii=True)
                (top / "acme" / name / "output.json").write_text(text, "utf-8")
            plan = plan_folder(top)
        for diagnostic in plan.diagnostics:
            name = diagnostic.file.split("/acme/")[-1].split("/")[0]
            if diagnostic.severity is Severity.ERROR:
                self.errors[name].append(diagnostic)
            elif diagnostic.severity is Severity.WARNING and diagnostic.code != "missing-output":
                self.warnings[name].append(diagnostic)
        self.texts = render_modules(plan.models)
        self.entries = {
            str(model.model_id).removeprefix("acme/"): flag_source(model) for model in plan.models
        }
        self.flags = {
            str(model.model_id).removeprefix("acme/"): flag_lines(model) for model in plan.models
        }
        for model in plan.models:
            name = full_module_name(model.module)
            text = self.texts[name]
            self.modules[str(model.model_id).removeprefix("acme/")] = execute_module(name, text)


def execute_module(name: str, text: str) -> ModuleType:
    """Execute `text` as the module `name`, which can be imported afterwards."""
    module = ModuleType(name)
    sys.modules[name] = module
    exec(compile(text, name, "exec"), module.__dict__)  # noqa: S102
    return module
