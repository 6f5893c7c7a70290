"""The example of the command line: flags where they can express a value, JSON otherwise."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from runcomfy_codegen.planning.flag_lines import flag_lines
from runcomfy_codegen.planning.folder_plan import plan_folder
from runcomfy_codegen.planning.ir import ModelSpec
from runcomfy_codegen.site.command_line import options
from runcomfy_models.cli.commands.run import run
from runcomfy_models.cli.flags.gathering import gather
from runcomfy_models.cli.flags.index import read_flags

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


def model_with(schema: Any, folder: Path) -> ModelSpec:
    """Return a model with one input."""
    (folder / "acme/m").mkdir(parents=True)
    inputs = {"type": "object", "properties": {"my_input": schema}}
    (folder / "acme/m/input.json").write_text(json.dumps(inputs))
    (model,) = plan_folder(folder).models
    return model


@pytest.mark.parametrize(("schema", "value", "expected"), CASES.values(), ids=CASES.keys())
def test_an_input_is_an_option(schema: Any, value: Any, expected: Any, tmp_path: Path) -> None:
    assert [*options(model_with(schema, tmp_path), {"my_input": value})] == expected


@pytest.mark.parametrize(("schema", "value", "_"), CASES.values(), ids=CASES.keys())
def test_the_command_reads_the_value_again(schema: Any, value: Any, _: Any, tmp_path: Path) -> None:
    model = model_with(schema, tmp_path)
    flags = read_flags(flag_lines(model))
    command = run.of_model("acme/m", flags)
    arguments = [word for option in options(model, {"my_input": value}) for word in option]
    context = command.make_context("acme/m", arguments)
    gathered = gather(flags, command.take_option_values(context), None, context.params["settings"])
    assert gathered.values == {"my_input": value}
