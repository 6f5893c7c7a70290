# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 81e5193dde2a72a46a4f39a8ae2d2bcc
"""Gather a model's inputs from a file, `--set` and flags; flags win over the file."""

import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import click

from runcomfy_models._runtime.json_value import is_object, parse_json
from runcomfy_models._runtime.models.inputs import InputModel
from runcomfy_models._runtime.models.payload import by_python_name

from ..errors.command_errors import WrongInput
from ..standard_input import standard_input
from .files import STANDARD_INPUT, MediaFiles
from .index import ANY, Flags, OptionValues, Values
from .unreadable import Unreadable
from .values import read_flag, read_value


@dataclass(frozen=True)
class GatheredInputs:
    """The inputs that were given: by a file, by `--set` and by flags."""

    values: dict[str, Any]
    """By wire name, with local files as `Path` or `Media`."""
    labels: Mapping[str, str]
    """Wire name: the name of the input in messages, such as `--duration`."""

    def keywords(self, input_type: type[InputModel]) -> dict[str, Any]:
        """Return the inputs by the names that the keywords of `run` have."""
        return by_python_name(input_type, self.values)


def gather(
    flags: Flags,
    option_values: OptionValues,
    file: str | None = None,
    settings: Sequence[str] = (),
) -> GatheredInputs:
    """Return all inputs that were given.

    Args:
        flags: The inputs that the model has.
        option_values: The values that were given as flags.
        file: `--input`: a file with a JSON object, by wire names; `-` is standard input.
        settings: `--set`: `NAME=VALUE`, by wire names.

    Raises:
        WrongInput: The file cannot be read, or a text begins like JSON and is not valid.
        click.UsageError: An input was given twice on the command line.
    """
    from_file = _read_file(file) if file else {}
    texts = _settings(settings)
    for name in texts.keys() & option_values.keys():
        option = flags[name].option
        raise click.UsageError(f"{option} and --set {name}: give one of them")
    labels = {
        **{name: flag.option for name, flag in flags.items()},
        **{name: f"{file}: {name}" for name in from_file},
        **{name: f"--set {name}" for name in texts},
        **{name: flags[name].option for name in option_values},
    }
    given = _read_all(flags, option_values, texts, labels)
    files = MediaFiles(is_stdin_taken=file == STANDARD_INPUT)
    return GatheredInputs(files.in_inputs({**from_file, **given}, flags), labels)


def _read_all(
    flags: Flags,
    option_values: OptionValues,
    texts: Mapping[str, str],
    labels: Mapping[str, str],
) -> dict[str, Any]:
    """Return the values of `--set`, whose `texts` are given, and those of flags."""
    values: dict[str, Any] = {}
    for name, text in texts.items():
        accepted = flags[name].values if name in flags else ANY
        values[name] = _read(labels[name], partial(_setting, text, accepted))
    for name, value in option_values.items():
        values[name] = _read(labels[name], partial(read_flag, flags[name], value))
    return values


def _setting(text: str, values: Values) -> Any:
    """Return the value of `--set NAME=text`: JSON, or else the text itself.

    It can express values that flags cannot: null for a text, and texts that begin with a dash.
    """
    if text == "null" and (not values.types or "null" in values.types):
        return None
    if text.startswith('"'):
        with suppress(ValueError):
            return json.loads(text)
    return read_value(text, values)


def _read(label: str, read: Callable[[], Any]) -> Any:
    """Return what `read` returns; its error names the input by `label`."""
    try:
        return read()
    except Unreadable as error:
        raise WrongInput(f"{label}: {error}; nothing was sent") from None


def _settings(settings: Sequence[str]) -> dict[str, str]:
    texts: dict[str, str] = {}
    for setting in settings:
        name, equals, text = setting.partition("=")
        if not equals or not name:
            raise click.UsageError(f"--set {setting!r} is not NAME=VALUE")
        if name in texts:
            raise click.UsageError(f"--set {name} was given twice")
        texts[name] = text
    return texts


def _read_file(file: str) -> dict[str, Any]:
    """Return the JSON object in a file. Raises `WrongInput`."""
    try:
        is_stdin = file == STANDARD_INPUT
        data = standard_input().read() if is_stdin else Path(file).read_bytes()
        value: Any = parse_json(data.decode("utf-8-sig"))
    except OSError as error:
        raise _unusable(file, str(error.strerror)) from None
    except UnicodeDecodeError:
        raise _unusable(file, "not UTF-8") from None
    except (ValueError, RecursionError) as error:
        raise _unusable(file, f"not JSON: {error}") from None
    if not is_object(value):
        raise _unusable(file, "not a JSON object")
    return value


def _unusable(file: str, why: str) -> WrongInput:
    return WrongInput(f"--input {file}: {why}; nothing was sent")
