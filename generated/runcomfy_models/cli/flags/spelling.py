# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: e678a46bf37dc2669ff266e88dbb4a01
"""Spell inputs as options: with dashes, and never like an option of the command."""

import re
from collections.abc import Mapping

RESERVED = frozenset(
    f"--{name}"
    for name in (
        "budget confirm debug dry-run files format help input journal json key limit max-cost "
        "max-cost-unknown model no-journal no-wait on-interrupt out quiet retries set timeout "
        "verbose version wait yes"
    ).split()
)
"""Options that the commands of models have, or may get. An input of such a name is called
`--input-NAME`: to add a name here changes the flag of that input."""

PREFIX = "input-"

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_OTHER = re.compile(r"[\W_]+")


def spelling(name: str) -> str:
    """Return a wire name in small letters with dashes: `promptText` is `prompt-text`."""
    return _OTHER.sub("-", _CAMEL.sub("-", name).lower()).strip("-")


def spellings(are_switches: Mapping[str, bool]) -> dict[str, str]:
    """Return the option of each input.

    `are_switches` says for each wire name whether it has a `--no-…` as well. An input that would be
    spelled like an option of the command, or like an earlier input, gets the prefix `--input-`.
    A name without letters or digits is replaced by its number.
    """
    words = {name: spelling(name) for name in are_switches}
    taken = set(RESERVED)
    options: dict[str, str] = {}
    for name, is_switch in are_switches.items():
        spelled = _with_negative(f"--{words[name]}", is_switch)
        if words[name] and taken.isdisjoint(spelled):
            options[name] = f"--{words[name]}"
            taken |= spelled
    for number, (name, is_switch) in enumerate(are_switches.items(), 1):
        if name not in options:
            options[name] = _prefixed(words[name] or str(number), is_switch, taken)
            taken |= _with_negative(options[name], is_switch)
    return {name: options[name] for name in are_switches}


def _prefixed(words: str, is_switch: bool, taken: set[str]) -> str:
    """Return `--input-…`; the prefix is repeated until the option is not among `taken`."""
    option = f"--{PREFIX}{words}"
    while not taken.isdisjoint(_with_negative(option, is_switch)):
        option = f"--{PREFIX}{option[2:]}"
    return option


def negative(option: str) -> str:
    """Return the negative form of an option: `--no-generate-audio`."""
    return f"--no-{option[2:]}"


def _with_negative(option: str, is_switch: bool) -> set[str]:
    return {option, negative(option)} if is_switch else {option}
