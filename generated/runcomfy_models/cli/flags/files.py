# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 9b3ebed4997aceabe76d84c81077b237
"""Media on the command line: a path is a local file, `-` is standard input."""

import re
from collections.abc import Mapping
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import Any

import click

from runcomfy_models._runtime.json_value import is_array, is_object
from runcomfy_models._runtime.media.local_files import (
    MAX_MEDIUM_BYTES,
    UnusableMedia,
    read_media,
)

from ..standard_input import standard_input
from .index import ANY, Flags, Values

_URL = re.compile(r"\s*(https?|data|file):", re.IGNORECASE)

STANDARD_INPUT = "-"


class MediaFiles:
    """Turns texts into local files where the schema has a medium."""

    def __init__(self, is_stdin_taken: bool = False) -> None:
        """Allow `-` for one medium, unless standard input is taken, by `--input -`."""
        self._is_stdin_taken = is_stdin_taken

    def in_inputs(self, inputs: Mapping[str, Any], flags: Flags) -> dict[str, Any]:
        """Return `inputs` (wire names) with a `Path` or a `Media` in the place of such texts."""
        unknown = (ANY, frozenset[str]())
        known = {name: (flag.values, flag.samples) for name, flag in flags.items()}
        return {
            name: self._in(value, *known.get(name, unknown))
            for name, value in inputs.items()
        }

    def _in(self, value: Any, values: Values, samples: frozenset[str]) -> Any:
        if is_array(value):
            items = values.items or ANY
            return [self._in(item, items, samples) for item in value]
        if is_object(value):
            fields = values.fields
            return {
                name: self._in(item, fields.get(name, ANY), samples)
                for name, item in value.items()
            }
        if isinstance(value, str) and values.media:
            return self._medium(value, samples)
        return value

    def _medium(self, text: str, samples: frozenset[str]) -> Any:
        if text == STANDARD_INPUT:
            return self._standard_input()
        if not text.strip() or _URL.match(text):
            return text
        path = Path(text)
        if text in samples and not path.exists():
            return text
        with suppress(RuntimeError):  # an unknown `~user`: the input reports it
            return path.expanduser()
        return path

    def _standard_input(self) -> Any:
        """Return the bytes of standard input, which can be read only once."""
        if self._is_stdin_taken:
            raise click.UsageError("standard input can be given for one input only")
        self._is_stdin_taken = True
        data = standard_input().read(MAX_MEDIUM_BYTES + 1)
        try:
            return read_media(BytesIO(data))
        except UnusableMedia:
            return BytesIO(data)  # the check of the input reports what is wrong
