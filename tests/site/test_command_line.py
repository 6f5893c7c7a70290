"""The example of the command line: flags where they say the same, JSON where they cannot."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from runcomfy_codegen.planning.folder_plan import plan_folder
from runcomfy_codegen.site.command_line import options

TEXT, NUMBER = {"type": "string"}, {"type": "number"}
CASES: dict[str, tuple[dict[str, Any], Any, list[tuple[str, ...]]]] = {
    "a text": (TEXT, "it's", [("--my-input", "it's")]),
    "a number": (NUMBER, 5, [("--my-input", "5")]),
    "yes": ({"type": "boolean"}, True, [("--my-input",)]),
    "no": ({"type": "boolean"}, False, [("--no-my-input",)]),
    "a list": (
        {"type": "array", "items": TEXT},
        ["a", "b"],
        [("--my-input", "a"), ("--my-input", "b")],
    ),
    "objects": (
        {"type": "array", "items": {"type": "object", "properties": {"n": NUMBER}}},
        [{"n": 1}],
        [("--my-input", '{"n": 1}')],
    ),
    "an empty list": ({"type": "array", "items": TEXT}, [], [("--set", "my_input=[]")]),
    "a text that looks like an option": (TEXT, "--yes", [("--set", 'my_input="--yes"')]),
    "a text that looks like a number": (
        {"anyOf": [TEXT, NUMBER]},
        "5",
        [("--set", 'my_input="5"')],
    ),
    "null": ({**TEXT, "nullable": True}, None, [("--set", "my_input=null")]),
}


@pytest.mark.parametrize(("schema", "value", "expected"), CASES.values(), ids=CASES.keys())
def test_an_input_is_an_option(schema: Any, value: Any, expected: Any, tmp_path: Path) -> None:
    (tmp_path / "acme/m").mkdir(parents=True)
    inputs = {"type": "object", "properties": {"my_input": schema}}
    (tmp_path / "acme/m/input.json").write_text(json.dumps(inputs))
    (model,) = plan_folder(tmp_path).models
    assert [*options(model, {"my_input": value})] == expected
