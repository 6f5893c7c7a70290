"""The example call of a model as options of the command `runcomfy-models`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from runcomfy_codegen.json_schema.values import is_array
from runcomfy_codegen.planning.flag_lines import flag_lines
from runcomfy_codegen.planning.ir import ModelSpec
from runcomfy_models.cli.flags.index import Flag, read_flags
from runcomfy_models.cli.flags.spelling import negative
from runcomfy_models.cli.flags.values import read_flag


def options(model: ModelSpec, inputs: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    """Yield an option and its value for each of the `inputs`, which are by wire names.

    A value that no flag can express is written as `--set NAME=JSON`.
    """
    flags = read_flags(flag_lines(model))
    for name, value in inputs.items():
        yield from _flag(flags[name], value) or [("--set", f"{name}={json.dumps(value)}")]


def _flag(flag: Flag, value: Any) -> list[tuple[str, ...]]:
    """Return `value` as the flag, once for each item; empty if it would be misread."""
    if flag.values.is_switch and isinstance(value, bool):
        return [(flag.option if value else negative(flag.option),)]
    texts = [_text(item) for item in value] if is_array(value) else [_text(value)]
    argument: Any = tuple(texts) if flag.values.is_list else texts[0]
    if (
        not texts
        or read_flag(flag, argument) != value
        or any(text.startswith("-") for text in texts)
    ):
        return []
    return [(flag.option, text) for text in texts]


def _text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)
