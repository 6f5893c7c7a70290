# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 4c3a958952f20c75a6fdd2084fdf1ccc
"""What was given for a model, from a file, from `--set` and from flags; flags win over the file."""

import json
import sys
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from runcomfy_models._runtime.errors import InvalidInputError, Problem
from runcomfy_models._runtime.json_value import is_object
from runcomfy_models._runtime.models.inputs import InputModel

from .flags.files import STANDARD_INPUT, Files
from .flags.index import Flag
from .flags.values import read_flag, read_settings
from .refusing import WrongInput
from .suggesting import did_you_mean
from .wording import for_the_shell


@dataclass(frozen=True)
class Given:
    """The inputs that were given."""

    values: dict[str, Any]
    """By wire name, with local files as `Path` or `Media`."""
    places: Mapping[str, str]
    """Wire name: how messages call what was given, or may be: `--duration`."""

    def keywords(self, input_type: type[InputModel]) -> dict[str, Any]:
        """Return the inputs by the names that the keywords of `run` have."""
        fields = input_type.model_fields.items()
        names = {field.alias: name for name, field in fields if field.alias}
        return {names.get(name, name): value for name, value in self.values.items()}


def gather(
    flags: Mapping[str, Flag],
    given: Mapping[str, Any],
    file: str | None = None,
    settings: Sequence[str] = (),
) -> Given:
    """Return all inputs that were given.

    Args:
        flags: The inputs that the model has.
        given: What was given for them as flags.
        file: `--input`: a file with a JSON object, by wire names; `-` is standard input.
        settings: `--set`: `NAME=VALUE`, by wire names.

    Raises:
        WrongInput: The file cannot be read.
        click.UsageError: An input was given twice on the command line.
    """
    from_file = _read_file(file) if file else {}
    texts = _settings(settings)
    for name in texts.keys() & given.keys():
        raise click.UsageError(
            f"{flags[name].option} and --set {name}: give one of them"
        )
    from_settings = read_settings(texts, flags)
    from_flags = {name: read_flag(flags[name], value) for name, value in given.items()}
    places = {
        **{name: flag.option for name, flag in flags.items()},
        **{name: f"{file}: {name}" for name in from_file},
        **{name: f"--set {name}" for name in from_settings},
        **{name: flags[name].option for name in from_flags},
    }
    values = {**from_file, **from_settings, **from_flags}
    files = Files(is_input_taken=file == STANDARD_INPUT)
    return Given(files.in_inputs(values, flags), places)


@contextmanager
def named_as_given(given: Given, flags: Mapping[str, Flag]) -> Generator[None]:
    """Let what is wrong with the inputs name the flags of the command line."""
    try:
        yield
    except InvalidInputError as error:
        if not error.problems:
            raise
        raise _named(error, given.places, flags) from None


def _named(
    error: InvalidInputError, places: Mapping[str, str], flags: Mapping[str, Flag]
) -> InvalidInputError:
    head = str(error).partition(":\n")[0]
    lines = [_line(problem, places, flags) for problem in error.problems]
    invalid = InvalidInputError("\n".join([f"{head}:", *lines]))
    vars(invalid).update(vars(error))
    return invalid


def _line(
    problem: Problem, places: Mapping[str, str], flags: Mapping[str, Flag]
) -> str:
    where = ", ".join(_place(path, places) for path in problem.path.split(", "))
    message = for_the_shell(problem.message)
    if problem.code == "extra_forbidden" and problem.path not in flags:
        message = f"the model has no such input{did_you_mean(problem.path, flags)}"
    if problem.code == "media" and problem.value:
        message = for_the_shell(f"{problem.value} {message}")
    return f"  {where}: {message}" if where else f"  {message}"


def _place(path: str, places: Mapping[str, str]) -> str:
    """Return `--multi-prompt[0].duration` for `multi_prompt[0].duration`."""
    names = [
        name
        for name in places
        if path == name or path.startswith((f"{name}.", f"{name}["))
    ]
    if not names:
        return path
    name = max(names, key=len)
    return places[name] + path[len(name) :]


def _settings(settings: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for setting in settings:
        name, equals, text = setting.partition("=")
        if not equals or not name:
            raise click.UsageError(f"--set {setting!r} is not NAME=VALUE")
        if name in found:
            raise click.UsageError(f"--set {name} was given twice")
        found[name] = text
    return found


def _read_file(file: str) -> dict[str, Any]:
    try:
        data = (
            sys.stdin.buffer.read()
            if file == STANDARD_INPUT
            else Path(file).read_bytes()
        )
    except OSError as error:
        raise WrongInput(
            f"--input {file}: {error.strerror}; nothing was sent"
        ) from None
    try:
        value: Any = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise WrongInput(
            f"--input {file}: not JSON: {error}; nothing was sent"
        ) from None
    if not is_object(value):
        raise WrongInput(f"--input {file}: not a JSON object; nothing was sent")
    return value
