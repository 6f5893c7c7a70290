"""Spell inputs as options: with dashes, and never as an option of the command."""

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
"""Options that the commands of models have, or may get: an input of such a name is reached by
`--input-NAME`. Names are only ever added before a release that needs them."""

PREFIX = "input-"

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_OTHER = re.compile(r"[\W_]+")


def spelling(name: str) -> str:
    """Return a wire name in small letters with dashes: `promptText` is `prompt-text`."""
    return _OTHER.sub("-", _CAMEL.sub("-", name).lower()).strip("-")


def spellings(are_flags: Mapping[str, bool]) -> dict[str, str]:
    """Return the option of each input.

    `are_flags` says of each wire name whether `--no-…` belongs to it as well. What would be
    spelled like an option of the command, or like an earlier input, gets the prefix `--input-`.
    A name without a letter is called by its number.
    """
    words = {name: spelling(name) for name in are_flags}
    taken = set(RESERVED)
    found: dict[str, str] = {}
    for name, is_flag in are_flags.items():
        claims = _claims(f"--{words[name]}", is_flag)
        if words[name] and taken.isdisjoint(claims):
            found[name] = f"--{words[name]}"
            taken |= claims
    for number, (name, is_flag) in enumerate(are_flags.items(), 1):
        if name not in found:
            found[name] = _prefixed(words[name] or str(number), is_flag, taken)
            taken |= _claims(found[name], is_flag)
    return {name: found[name] for name in are_flags}


def _prefixed(words: str, is_flag: bool, taken: set[str]) -> str:
    """Return `--input-…`, with the prefix as often as it takes to be free."""
    option = f"--{PREFIX}{words}"
    while not taken.isdisjoint(_claims(option, is_flag)):
        option = f"--{PREFIX}{option[2:]}"
    return option


def negative(option: str) -> str:
    """Return the option that says no: `--no-generate-audio`."""
    return f"--no-{option[2:]}"


def _claims(option: str, is_flag: bool) -> set[str]:
    return {option, negative(option)} if is_flag else {option}
