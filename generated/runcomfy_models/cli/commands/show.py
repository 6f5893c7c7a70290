# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: b7fd365bec0ca0f4222966a9b3cc10aa
"""`runcomfy-models show MODEL`: all that is known about a model."""

from collections.abc import Iterator
from typing import Any

import click

import runcomfy_models

from .. import options
from ..command import Command
from ..flags.click_options import help_of, metavar_of, spelled
from ..flags.index import flags_of
from ..models.describing import info_facts, info_lines
from ..models.id_completion import complete_models
from ..models.ids import current_id
from ..output.printing import print_json, print_line, print_rows

Rows = Iterator[tuple[str, ...]]


@click.command(cls=Command)
@click.argument("model", shell_complete=complete_models)
@options.as_json
def show(model: str, as_json: bool) -> None:
    """Show the inputs and outputs of a MODEL, its rules, its price and its page."""
    model_id = current_id(model)
    module = runcomfy_models.load(model_id)
    if as_json:
        print_json(_facts(module, model_id))
        return
    for line in info_lines(module.INFO):
        print_line(line)
    print_line("\nInputs")
    print_rows(("input", "value", "meaning"), _input_rows(model_id))
    print_line("\nOutputs")
    print_rows(
        ("output", "value", "meaning"), _output_rows(module.Output.model_json_schema())
    )
    if rules := module.Input.rules_in_words():
        print_line("\nRules")
        print_rows(
            ("rule", "what the page says"), ((rule.id, rule.quote) for rule in rules)
        )
    print_line(
        f"\nrun it: runcomfy-models run {_quoted(model_id)} {_required(model_id)}"
    )


def _facts(module: Any, model_id: str) -> dict[str, Any]:
    rules = module.Input.rules_in_words()
    return {
        **info_facts(module.INFO),
        "flags": {name: flag.option for name, flag in flags_of(model_id).items()},
        "input_schema": module.Input.model_json_schema(),
        "output_schema": module.Output.model_json_schema(),
        "rules": [
            {
                "id": rule.id,
                "inputs": rule.inputs,
                "message": rule.message,
                "quote": rule.quote,
            }
            for rule in rules
        ],
    }


def _input_rows(model_id: str) -> Rows:
    for flag in flags_of(model_id).values():
        yield spelled(flag), metavar_of(flag), help_of(flag)


def _output_rows(schema: dict[str, Any]) -> Rows:
    for name, member in schema.get("properties", {}).items():
        yield name, _type_of(member), member.get("description", "")


def _type_of(schema: Any) -> str:
    """Return `string`, `list of string` or `object`."""
    members = [each for each in schema.get("anyOf", ()) if each != {"type": "null"}]
    if members:
        return " or ".join(dict.fromkeys(map(_type_of, members)))
    if "items" in schema:
        return f"list of {_type_of(schema['items'])}"
    return str(schema.get("type", "object" if "$ref" in schema else "any"))


def _required(model_id: str) -> str:
    """Return the flags without which the model does not run."""
    flags = (flag for flag in flags_of(model_id).values() if flag.required)
    return " ".join(f"{flag.option} {metavar_of(flag)}" for flag in flags)


def _quoted(model_id: str) -> str:
    import shlex

    return shlex.quote(model_id)
