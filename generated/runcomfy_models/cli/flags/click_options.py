# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 035caa57369c78cb6fec1c047bec538e
"""Options of click for the inputs of a model; the `Input` checks their values later."""

import json
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

from ..output.printing import printable
from .index import ANY, Flag, Values
from .spelling import negative

if TYPE_CHECKING:
    _ParamType = click.ParamType[str]
else:  # older versions of click cannot be asked for its type
    _ParamType = click.ParamType

TYPE_WORDS = {
    "integer": "INTEGER",
    "number": "NUMBER",
    "boolean": "BOOLEAN",
    "string": "TEXT",
    "object": "NAME=VALUE,…",
    "array": "JSON",
}
"""JSON type: its placeholder in the help."""

MAX_CHOICES = 40
"""Longest list of choices, in characters, that is the placeholder of a value."""


class _Text(_ParamType):
    """Any text; the `Input` checks it later. Completes choices and files."""

    name = "text"

    def __init__(self, values: Values) -> None:
        self._values = values

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        if self._values.media:
            return [CompletionItem(incomplete, type="file")]
        texts = map(choice_text, self._values.choices)
        return [CompletionItem(text) for text in texts if text.startswith(incomplete)]


def option_of(flag: Flag, parameter: str) -> click.Option:
    """Return the option for `flag`, whose value gets the name `parameter`."""
    values = flag.values
    if values.is_switch:
        names = [spelled(flag), parameter]
        return click.Option(names, default=None, help=help_of(flag))
    return click.Option(
        [flag.option, parameter],
        type=_Text(_single(values)),
        multiple=values.is_list,
        metavar=metavar_of(flag),
        help=help_of(flag),
    )


def spelled(flag: Flag) -> str:
    """Return the option of an input; `--audio/--no-audio` for true or false."""
    if not flag.values.is_switch:
        return flag.option
    return f"{flag.option}/{negative(flag.option)}"


def metavar_of(flag: Flag) -> str:
    """Return the placeholder for a value of `flag` in the help; empty for true or false."""
    return "" if flag.values.is_switch else printable(_metavar(_single(flag.values)))


def choice_text(choice: Any) -> str:
    """Return one of the choices as it is given on the command line."""
    return choice if isinstance(choice, str) else json.dumps(choice)


def _single(values: Values) -> Values:
    """Return the values of one text of a flag: those of a list's items, else its own."""
    return (values.items or ANY) if values.is_list else values


def _metavar(values: Values) -> str:
    choices = f"[{'|'.join(map(choice_text, values.choices))}]"
    if values.media:
        return "FILE|URL"
    if values.choices:
        return choices if len(choices) <= MAX_CHOICES else "CHOICE"
    types = [name for name in values.types if name != "null"]
    if "number" in types and "integer" in types:
        types.remove("integer")
    words = [TYPE_WORDS[name] for name in types]
    if "string" in types:  # pairs are a text, too
        words = ["JSON" if word == TYPE_WORDS["object"] else word for word in words]
    return "|".join(dict.fromkeys(words)) or "JSON"


def help_of(flag: Flag) -> str:
    """Return the page's words, and its facts in brackets."""
    facts = [*(["required"] if flag.required else []), *_facts(flag)]
    words = " ".join(flag.help.split())
    return printable(f"{words} [{'; '.join(facts)}]" if facts else words).strip()


def _facts(flag: Flag) -> list[str]:
    single = _single(flag.values)
    facts = [fact.replace("`", "") for fact in flag.facts]
    facts = [fact for fact in facts if not fact.startswith("media: ")]
    if single.choices and _metavar(single) == "CHOICE":
        facts.insert(0, f"choices: {', '.join(map(choice_text, single.choices))}")
    if single.fields:
        facts.insert(0, f"names: {', '.join(single.fields)}")
    if flag.values.is_list:
        facts.insert(0, "repeat it for more")
    return facts
